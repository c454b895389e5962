"""Columns of the agency sheet: the tree of perangkat daerah and their units."""

from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec

AGENCIES = SheetSpec(
    kind="agencies",
    title="Perangkat Daerah",
    identifying=("name", "code"),
    columns=(
        Column(
            "code",
            "Kode",
            ("KODE OPD", "KODE PERANGKAT DAERAH", "KODE UNIT", "UNOR ID", "ID"),
            kind=CellKind.ID,
            help="Kode unit organisasi.",
        ),
        Column(
            "name",
            "Nama Perangkat Daerah",
            ("NAMA UNIT", "NAMA OPD", "PERANGKAT DAERAH", "NAMA UNOR", "UNIT KERJA", "NAMA"),
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
            ("INDUK ID", "ID INDUK", "KODE ATASAN", "DIATASAN ID", "UNOR ATASAN ID"),
            kind=CellKind.ID,
            help="Kode unit induk.",
        ),
        Column(
            "parent",
            "Induk",
            ("UNIT INDUK", "NAMA INDUK", "DIATASAN NAMA", "UNOR ATASAN", "ATASAN"),
            choices="agencies",
            width=50,
            help="Nama unit induk.",
        ),
        Column("former_names", "Nama Lama", ("NAMA SEBELUMNYA",), width=50, help="Nama lama, dipisah titik koma."),
        Column("closed_on", "Ditutup", ("TANGGAL DITUTUP",), kind=CellKind.DATE, help="Tanggal unit ditutup."),
    ),
)
