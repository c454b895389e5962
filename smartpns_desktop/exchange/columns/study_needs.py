"""Columns of the study-need form: lines by level and programme, years across (RULES.md section 3)."""

from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec

_MONEY = CellKind.MONEY

STUDY_NEEDS = SheetSpec(
    kind="study-needs",
    title="Kebutuhan Studi",
    identifying=("programme",),
    sections=("agency", "level"),
    context=("agency", "period"),
    columns=(
        Column(
            "agency",
            "Perangkat Daerah",
            ("OPD", "SKPD", "UNIT KERJA", "NAMA OPD", "NAMA PERANGKAT DAERAH"),
            required=True,
            choices="agencies",
            width=46,
            help="Nama perangkat daerah pengusul.",
        ),
        Column(
            "period",
            "Periode",
            ("PERIODE RENCANA", "TAHUN RENCANA"),
            required=True,
            help="Misalnya 2026-2030.",
        ),
        Column(
            "level",
            "Jenjang",
            ("JENJANG PENDIDIKAN", "TINGKAT PENDIDIKAN", "STRATA"),
            required=True,
            choices="education_levels",
            help="Jenjang pendidikan yang dituju, misalnya S-2.",
        ),
        Column(
            "programme",
            "Program Studi",
            ("PRODI", "JURUSAN", "PROGRAM STUDI YANG DIBUTUHKAN", "NAMA PROGRAM STUDI"),
            required=True,
            width=40,
            help="Program studi yang dibutuhkan.",
        ),
        Column("field", "Rumpun", ("RUMPUN ILMU", "BIDANG ILMU"), width=20, help="Rumpun ilmu."),
        Column(
            "post",
            "Jabatan Sasaran",
            ("JABATAN YANG DITUJU", "JABATAN", "NAMA JABATAN"),
            width=36,
            help="Jabatan yang membutuhkan pendidikan ini.",
        ),
        Column("heads", "Tahun", kind=CellKind.YEAR_COUNT, width=8, help="Jumlah orang pada tahun itu."),
        Column(
            "funding",
            "Sumber Biaya",
            ("SUMBER PEMBIAYAAN", "PEMBIAYAAN", "SUMBER DANA", "BIAYA"),
            choices="fundings",
            help="APBN, APBD, Beasiswa, Mandiri, atau Cost Sharing.",
        ),
        Column("amount_apbn", "Biaya APBN", ("APBN", "BIAYA APBN (RP)"), kind=_MONEY, help="Rupiah dari APBN."),
        Column("amount_apbd", "Biaya APBD", ("APBD", "BIAYA APBD (RP)"), kind=_MONEY, help="Rupiah dari APBD."),
        Column(
            "amount_sponsor",
            "Biaya Beasiswa",
            ("BEASISWA", "SPONSOR"),
            kind=_MONEY,
            help="Rupiah dari pemberi beasiswa.",
        ),
        Column("amount_self", "Biaya Mandiri", ("MANDIRI",), kind=_MONEY, help="Rupiah yang ditanggung pegawai."),
        Column(
            "basis",
            "Dasar (RPJMD/Renstra)",
            ("DASAR", "DASAR KEBUTUHAN", "DASAR USULAN", "DASAR RPJMD", "DASAR RENSTRA"),
            width=36,
            help="Sasaran RPJMD atau Renstra yang dilayani.",
        ),
        Column(
            "status",
            "Status",
            ("STATUS USULAN",),
            template=False,
            help="Diajukan, Diverifikasi, atau Ditolak.",
        ),
        Column("note", "Keterangan", ("CATATAN", "KET"), width=30, help="Keterangan lain."),
    ),
)
