"""Columns of the sheets that tell what a person holds for a time: certificates, competencies, and PPPK's contracts."""

from smartpns_desktop.exchange.columns.persons import BESIDE, PERSON
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec

_DATE = CellKind.DATE

CERTIFICATES = SheetSpec(
    kind="certificates",
    title="Sertifikat",
    identifying=("nip", "name", "valid_until"),
    never=("JP", "JUMLAH JP", "JAM PELAJARAN"),
    sections=("agency",),
    titles=("sertifikat kompetensi", "sertifikasi", "daftar sertifikat", "surat tanda registrasi"),
    columns=(
        *PERSON,
        *BESIDE,
        Column(
            "name",
            "Nama Sertifikat",
            ("SERTIFIKAT", "SERTIFIKASI", "NAMA SERTIFIKASI", "JENIS SERTIFIKAT", "JENIS SERTIFIKASI",
             "SERTIFIKAT KOMPETENSI", "SERTIFIKASI KOMPETENSI", "NAMA SERTIFIKAT KOMPETENSI", "SKEMA SERTIFIKASI",
             "NAMA SERTIFIKASI KOMPETENSI"),
            required=True,
            width=40,
            help="Nama sertifikat seperti tercetak.",
        ),
        Column(
            "number",
            "Nomor Sertifikat",
            ("NO SERTIFIKAT", "NOMOR SERTIFIKASI", "NO SERTIFIKASI", "NO REGISTRASI", "NOMOR REGISTRASI"),
            width=28,
            help="Nomor yang tercetak.",
        ),
        Column(
            "issuer",
            "Penerbit",
            ("LEMBAGA PENERBIT", "PENERBIT SERTIFIKAT", "LEMBAGA SERTIFIKASI", "LSP", "INSTANSI PENERBIT",
             "DITERBITKAN OLEH", "LEMBAGA PENYELENGGARA SERTIFIKASI"),
            width=32,
            help="Lembaga yang menerbitkannya.",
        ),
        Column(
            "field",
            "Bidang",
            ("BIDANG KOMPETENSI", "KOMPETENSI", "BIDANG KEAHLIAN", "BIDANG SERTIFIKASI", "UNIT KOMPETENSI"),
            width=32,
            help="Bidang atau kompetensi yang dibuktikannya.",
        ),
        Column(
            "issued_on",
            "Tanggal Terbit",
            ("TGL TERBIT", "TANGGAL SERTIFIKAT", "TGL SERTIFIKAT", "TANGGAL DITERBITKAN", "TGL DITERBITKAN",
             "TANGGAL PENERBITAN", "BERLAKU MULAI", "BERLAKU DARI"),
            kind=_DATE,
            help="hari-bulan-tahun: 25-04-2026.",
        ),
        Column(
            "valid_until",
            "Berlaku Sampai",
            ("MASA BERLAKU", "BERLAKU HINGGA", "BERLAKU SAMPAI DENGAN", "BERLAKU S D", "TANGGAL KEDALUWARSA",
             "TANGGAL KADALUARSA", "TANGGAL KADALUWARSA", "TGL KADALUARSA", "TGL KEDALUWARSA", "KEDALUWARSA",
             "KADALUARSA", "MASA BERLAKU SAMPAI", "MASA BERLAKU S D", "TANGGAL BERAKHIR", "BERLAKU SAMPAI TANGGAL",
             "TANGGAL HABIS BERLAKU", "HABIS BERLAKU", "HABIS MASA BERLAKU"),
            kind=_DATE,
            help="Hari terakhir; kosongkan bila berlaku selamanya.",
        ),
    ),
)  # fmt: skip

COMPETENCY_ASSESSMENTS = SheetSpec(
    kind="competency-assessments",
    title="Hasil Penilaian Kompetensi",
    identifying=("nip", "competency", "level"),
    sections=("agency",),
    context=("assessed_on", "assessor", "number"),
    titles=("hasil penilaian kompetensi", "hasil uji kompetensi", "hasil asesmen", "hasil assessment",
            "penilaian kompetensi", "pemetaan kompetensi"),
    columns=(
        *PERSON,
        *BESIDE,
        Column(
            "competency",
            "Kompetensi",
            ("NAMA KOMPETENSI", "KOMPETENSI YANG DINILAI", "UNIT KOMPETENSI", "ASPEK KOMPETENSI", "JENIS KOMPETENSI"),
            required=True,
            choices="competencies",
            width=36,
            help="Misalnya Integritas; nama lain dicatat seperti tertulis.",
        ),
        Column(
            "level",
            "Level",
            ("LEVEL KOMPETENSI", "CAPAIAN LEVEL", "LEVEL CAPAIAN", "LEVEL HASIL", "TINGKAT KOMPETENSI",
             "LEVEL PENGUASAAN", "HASIL LEVEL", "LEVEL AKTUAL"),
            required=True,
            help="1 sampai 5 (PermenPANRB 38/2017).",
        ),
        Column("level_of", "Level per Kompetensi", template=False, only_read=True, each=True),
        Column(
            "assessed_on",
            "Tanggal Penilaian",
            ("TGL PENILAIAN", "TANGGAL ASESMEN", "TANGGAL ASSESSMENT", "TGL ASESMEN", "TANGGAL UJI",
             "TANGGAL UJI KOMPETENSI", "TANGGAL PELAKSANAAN", "TANGGAL TES"),
            kind=_DATE,
            required=True,
            help="hari-bulan-tahun: 25-04-2026.",
        ),
        Column(
            "assessor",
            "Penilai",
            ("LEMBAGA PENILAI", "ASESOR", "ASSESSOR", "NAMA ASESOR", "PENYELENGGARA", "LEMBAGA PENYELENGGARA",
             "SUMBER"),
            width=32,
            help="Asesor atau lembaga yang menilai.",
        ),
        Column(
            "number",
            "Nomor Laporan",
            ("NO LAPORAN", "NOMOR SK", "NO SK", "NOMOR SURAT", "NOMOR HASIL PENILAIAN", "NOMOR BERITA ACARA"),
            width=28,
            help="Nomor laporan atau surat keputusannya.",
        ),
    ),
)  # fmt: skip

CONTRACTS = SheetSpec(
    kind="contracts",
    title="Perjanjian Kerja",
    identifying=("nip", "effective_date", "until"),
    sections=("agency",),
    titles=("kontrak kerja", "perjanjian kerja", "masa kontrak", "masa hubungan perjanjian kerja"),
    columns=(
        *PERSON,
        *BESIDE,
        Column(
            "effective_date",
            "Mulai Kontrak",
            ("TMT KONTRAK", "AWAL KONTRAK", "TANGGAL MULAI KONTRAK", "TGL MULAI KONTRAK", "KONTRAK MULAI",
             "MULAI PERJANJIAN KERJA", "TMT PERJANJIAN KERJA", "TANGGAL MULAI PERJANJIAN KERJA",
             "MASA PERJANJIAN KERJA MULAI", "MASA KONTRAK MULAI", "TMT AWAL KONTRAK", "MASA HUBUNGAN KERJA MULAI",
             "PERJANJIAN KERJA MULAI"),
            kind=_DATE,
            required=True,
            help="hari-bulan-tahun: 01-03-2026.",
        ),
        Column(
            "until",
            "Akhir Kontrak",
            ("TANGGAL AKHIR KONTRAK", "TGL AKHIR KONTRAK", "KONTRAK BERAKHIR", "BERAKHIR KONTRAK", "TMT AKHIR KONTRAK",
             "KONTRAK SAMPAI", "AKHIR PERJANJIAN KERJA", "TANGGAL AKHIR PERJANJIAN KERJA", "SELESAI KONTRAK",
             "MASA PERJANJIAN KERJA SAMPAI", "MASA KONTRAK SAMPAI", "MASA KONTRAK BERAKHIR",
             "MASA PERJANJIAN KERJA SELESAI", "MASA HUBUNGAN KERJA SELESAI", "PERJANJIAN KERJA SAMPAI",
             "MASA PERJANJIAN KERJA BERAKHIR", "KONTRAK SELESAI"),
            kind=_DATE,
            required=True,
            help="Hari terakhir kontrak.",
        ),
        Column(
            "number",
            "Nomor Kontrak",
            ("NO KONTRAK", "NOMOR PERJANJIAN KERJA", "NO PERJANJIAN KERJA", "NOMOR SPK", "NO SPK"),
            width=28,
            help="Nomor perjanjian kerja.",
        ),
        Column(
            "decree_number",
            "Nomor SK",
            ("NO SK", "SK NOMOR", "NOMOR SURAT KEPUTUSAN", "NO SURAT KEPUTUSAN"),
            width=28,
            help="Nomor surat keputusan pengangkatan.",
        ),
        Column(
            "decree_date",
            "Tanggal SK",
            ("TGL SK", "SK TANGGAL", "TANGGAL SURAT KEPUTUSAN"),
            kind=_DATE,
            help="Tanggal surat keputusan.",
        ),
    ),
)  # fmt: skip

VALIDITY_SHEETS = (CERTIFICATES, COMPETENCY_ASSESSMENTS, CONTRACTS)
