"""Columns of the agency sheet: the tree of perangkat daerah and their units."""

from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec

AGENCIES = SheetSpec(
    kind="agencies",
    title="Perangkat Daerah",
    identifying=("name", "code"),
    sections=("agency",),
    outline="name",
    titles=(
        "daftar perangkat daerah",
        "daftar unit kerja",
        "daftar unit organisasi",
        "daftar opd",
        "daftar skpd",
        "susunan organisasi",
        "struktur organisasi",
    ),
    never=("NIP", "NIP BARU", "NIP PEGAWAI", "NIK", "KELAS JABATAN", "KELAS", "KEBUTUHAN", "ABK", "BEZETTING"),
    columns=(
        Column(
            "code",
            "Kode",
            ("KODE OPD", "KODE PERANGKAT DAERAH", "KODE UNIT", "KODE UNIT KERJA", "KODE UNOR", "KODE SKPD",
             "KODE UNIT ORGANISASI", "KODE ORGANISASI", "UNOR ID", "ID UNOR", "ID UNIT", "ID"),
            kind=CellKind.ID,
            help="Kode unit organisasi.",
        ),
        Column(
            "name",
            "Nama Perangkat Daerah",
            ("NAMA UNIT", "NAMA OPD", "PERANGKAT DAERAH", "NAMA UNOR", "UNIT KERJA", "NAMA UNIT KERJA", "NAMA SKPD",
             "NAMA UNIT ORGANISASI", "UNIT ORGANISASI", "NAMA ORGANISASI", "UNOR NAMA", "OPD", "SKPD", "NAMA"),
            required=True,
            width=50,
            help="Nama lengkap perangkat daerah atau unit.",
        ),
        Column("short_name", "Singkatan", ("NAMA SINGKAT", "AKRONIM"), help="Misalnya Diskominfo."),
        Column(
            "kind", "Jenis", ("JENIS UNIT", "JENIS UNOR"), choices="agency_kinds", help="Perangkat Daerah atau Unit."
        ),
        Column(
            "parent_code",
            "Kode Induk",
            ("INDUK ID", "ID INDUK", "KODE ATASAN", "DIATASAN ID", "UNOR ATASAN ID", "KODE UNIT INDUK", "ID ATASAN",
             "KODE OPD INDUK", "KODE UNIT ATASAN", "KODE PARENT", "PARENT ID"),
            kind=CellKind.ID,
            help="Kode unit induk.",
        ),
        Column(
            "parent",
            "Induk",
            ("UNIT INDUK", "NAMA INDUK", "DIATASAN NAMA", "UNOR ATASAN", "UNIT ATASAN", "OPD INDUK", "SKPD INDUK",
             "PERANGKAT DAERAH INDUK", "NAMA UNIT INDUK", "UNIT KERJA INDUK", "ATASAN"),
            choices="agencies",
            width=50,
            help="Nama unit induk.",
        ),
        Column("echelon", "Eselon", ("ESELON ID", "ESELON NAMA"), only_read=True),
        Column("head", "Nama Jabatan", ("JABATAN PIMPINAN", "JABATAN KEPALA"), only_read=True),
        Column("former_names", "Nama Lama", ("NAMA SEBELUMNYA",), width=50, help="Nama lama, dipisah titik koma."),
        Column("closed_on", "Ditutup", ("TANGGAL DITUTUP",), kind=CellKind.DATE, help="Tanggal unit ditutup."),
    ),
)  # fmt: skip
