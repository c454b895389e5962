"""Columns of the sheets that tell a history, a row for each person and event: SIASN's riwayat and what offices write.

SIASN's names (rw_golongan, rw_jabatan, rw_pendidikan; RULES.md 6.1) are read as they are and spelled apart. What a
profile sheet tells of the present state bears the same field names here.
"""

from dataclasses import replace

from smartpns_desktop.exchange.columns import unkept
from smartpns_desktop.exchange.columns.employees import EMPLOYEES
from smartpns_desktop.exchange.columns.persons import PERSON
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec

_DATE = CellKind.DATE


def _profile(field: str, heading: str, *more: str) -> Column:
    """A column of the profile sheet under the heading that it has in a history."""
    column = EMPLOYEES.column(field)
    return replace(column, heading=heading, synonyms=(column.heading, *column.synonyms, *more), required=False)


_SUBJECTS = (("pegawai", "asn", "pns"),)
_DECREE = (
    Column(
        "decree_number",
        "Nomor SK",
        ("NO SK", "SK NOMOR", "SK NO", "NOMOR SURAT KEPUTUSAN", "NO SURAT KEPUTUSAN", "SURAT KEPUTUSAN NOMOR"),
        width=28,
        help="Nomor surat keputusan.",
    ),
    Column(
        "decree_date",
        "Tanggal SK",
        ("TGL SK", "SK TANGGAL", "SK TGL", "TANGGAL SURAT KEPUTUSAN", "SURAT KEPUTUSAN TANGGAL"),
        kind=_DATE,
        help="Tanggal surat keputusan.",
    ),
)

_UNTIL = Column(
    "until",
    "Berlaku Sampai",
    ("SAMPAI DENGAN", "SAMPAI TANGGAL", "TANGGAL BERAKHIR", "TMT BERAKHIR", "TMT SELESAI", "TANGGAL SELESAI",
     "BERLAKU SAMPAI DENGAN", "BERAKHIR TANGGAL", "S/D"),
    kind=_DATE,
)  # fmt: skip

GRADE_HISTORY = SheetSpec(
    kind="grade-history",
    title="Riwayat Pangkat",
    identifying=("nip", "grade_date"),
    telling=("grade", "rank", "grade_code"),
    events=("grade_date",),
    titles=("riwayat pangkat", "riwayat golongan", "riwayat kepangkatan", "riwayat kenaikan pangkat", "rw golongan"),
    context=("nip", "person"),
    unkept=unkept.OF_GRADES,
    subjects=_SUBJECTS,
    columns=(
        *PERSON,
        replace(_profile("grade_code", "Kode Golongan", "KODE GOL"), only_read=True, template=False),
        _profile(
            "grade",
            "Golongan",
            "GOL RUANG PANGKAT",
            "PANGKAT GOL",
            "PANGKAT RUANG",
            "GOLRU",
            "GOLONGAN PANGKAT",
            "KENAIKAN PANGKAT",
            "KENAIKAN PANGKAT GOL RUANG",
            "RIWAYAT PANGKAT GOL RUANG",
        ),
        Column("rank", "Pangkat", ("PANGKAT NAMA", "NAMA PANGKAT"), only_read=True, template=False),
        replace(
            _profile("grade_date", "TMT Golongan", "TMT", "TERHITUNG MULAI TANGGAL", "TMT KENAIKAN PANGKAT", "TMT KP"),
            required=True,
        ),
        _profile(
            "service_years",
            "Masa Kerja Tahun",
            "MASA KERJA GOLONGAN TAHUN",
            "MASA KERJA THN",
            "MKG TAHUN",
            "MK THN",
            "MASA KERJA GOL TAHUN",
        ),
        _profile(
            "service_months",
            "Masa Kerja Bulan",
            "MASA KERJA GOLONGAN BULAN",
            "MASA KERJA BLN",
            "MKG BULAN",
            "MK BLN",
            "MASA KERJA GOL BULAN",
        ),
        *_DECREE,
    ),
)

POST_HISTORY = SheetSpec(
    kind="post-history",
    title="Riwayat Jabatan",
    identifying=("nip", "post_date"),
    telling=("post", "functional_post", "general_post", "agency"),
    events=("post_date",),
    titles=("riwayat jabatan", "riwayat mutasi jabatan", "rw jabatan"),
    context=("nip", "person"),
    unkept=unkept.OF_POSTS,
    subjects=_SUBJECTS,
    columns=(
        *PERSON,
        replace(_profile("position_kind", "Kode Jenis Jabatan"), only_read=True, template=False),
        _profile("position_kind_name", "Jenis Jabatan"),
        _profile("echelon", "Eselon"),
        _profile("post", "Nama Jabatan"),
        Column(
            "functional_post",
            "Jabatan Fungsional",
            ("JABATAN FUNGSIONAL NAMA", "JFT NAMA"),
            only_read=True,
            template=False,
        ),
        Column(
            "general_post",
            "Jabatan Pelaksana",
            ("JABATAN FUNGSIONAL UMUM NAMA", "JFU NAMA", "JABATAN PELAKSANA NAMA"),
            only_read=True,
            template=False,
        ),
        replace(
            _profile(
                "post_date",
                "TMT Jabatan",
                "TMT",
                "TERHITUNG MULAI TANGGAL",
                "MASA JABATAN MULAI",
                "MULAI MENJABAT",
                "JABATAN MULAI",
                "TANGGAL MULAI",
                "MULAI TANGGAL",
                "MULAI",
            ),
            required=True,
        ),
        Column(
            "appointment",
            "Status Jabatan",
            ("STATUS PENGANGKATAN", "JENIS PENGANGKATAN", "DEFINITIF PLT PLH", "STATUS PLT"),
            choices="appointments",
            help="Definitif, Plt., Plh., atau Pj.; definitif bila dikosongkan.",
        ),
        replace(
            _UNTIL,
            synonyms=(
                *_UNTIL.synonyms,
                "SELESAI MENJABAT",
                "AKHIR JABATAN",
                "MASA JABATAN SELESAI",
                "MASA JABATAN SAMPAI",
                "JABATAN SAMPAI",
            ),
            help="Hari terakhir Plt., Plh., atau Pj.",
        ),
        _profile("agency_code", "Kode Unit"),
        _profile("outer_agency", "Unit Kerja Induk"),
        _profile("agency", "Unit Kerja", "NAMA UNIT KERJA", "NAMA UNIT", "SATUAN KERJA", "TEMPAT TUGAS", "UNIT"),
        *_DECREE,
    ),
)

EDUCATION_HISTORY = SheetSpec(
    kind="education-history",
    title="Riwayat Pendidikan",
    identifying=("nip", "education_level"),
    events=("graduation_date", "graduation_year"),
    titles=("riwayat pendidikan", "rw pendidikan"),
    context=("nip", "person"),
    unkept=unkept.OF_EDUCATION,
    subjects=_SUBJECTS,
    columns=(
        *PERSON,
        replace(_profile("education_code", "Kode Tingkat Pendidikan"), only_read=True, template=False),
        replace(_profile("education_level", "Tingkat Pendidikan", "JENJANG", "TINGKAT", "STRATA"), required=True),
        _profile("education", "Program Studi", "NAMA PROGRAM STUDI", "JURUSAN PROGRAM STUDI", "PROGRAM STUDI JURUSAN"),
        _profile("school", "Nama Sekolah", "NAMA SEKOLAH PT", "SEKOLAH PERGURUAN TINGGI", "LEMBAGA PENDIDIKAN",
                 "NAMA PERGURUAN TINGGI", "NAMA LEMBAGA PENDIDIKAN", "UNIVERSITAS"),
        Column(
            "certificate_number",
            "Nomor Ijazah",
            ("NO IJAZAH", "NOMOR IJASAH", "NO IJASAH", "IJAZAH NOMOR", "NOMOR STTB", "NO STTB"),
            width=24,
            help="Nomor ijazah.",
        ),
        _profile("graduation_date", "Tanggal Lulus", "TANGGAL IJAZAH", "TGL IJAZAH", "TANGGAL KELULUSAN",
                 "IJAZAH TANGGAL"),
        _profile("graduation_year", "Tahun Lulus", "TAHUN KELULUSAN", "TAHUN IJAZAH", "TAHUN TAMAT", "LULUS"),
    ),
)  # fmt: skip

STANDING_HISTORY = SheetSpec(
    kind="standing-history",
    title="Riwayat Kedudukan Hukum",
    identifying=("nip", "standing", "standing_date"),
    events=("standing_date",),
    titles=("riwayat kedudukan hukum", "riwayat kedudukan"),
    context=("nip", "person"),
    unkept=unkept.OF_STANDINGS,
    subjects=_SUBJECTS,
    columns=(
        *PERSON,
        replace(_profile("standing", "Kedudukan Hukum"), required=True),
        replace(_profile("standing_date", "TMT Kedudukan Hukum", "TMT"), required=True),
        replace(
            _UNTIL,
            synonyms=(*_UNTIL.synonyms, "AKHIR CLTN", "TANGGAL AKHIR CLTN", "CLTN SAMPAI"),
            help="Hari terakhir, misalnya CLTN; kosongkan bila tidak berbatas.",
        ),
        *_DECREE,
    ),
)

HISTORY_SHEETS = (GRADE_HISTORY, POST_HISTORY, EDUCATION_HISTORY, STANDING_HISTORY)
