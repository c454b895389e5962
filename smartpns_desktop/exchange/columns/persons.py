"""Columns that say whose a row is, of all sheets that tell something of people whom other sheets have brought."""

from smartpns_desktop.exchange.columns_spec import CellKind, Column

PERSON = (
    Column(
        "nip",
        "NIP",
        ("NIP BARU", "NIP/NI PPPK", "NIP BARU/NI PPPK", "NIP NIPPPK", "NIP PEGAWAI", "PEGAWAI NIP", "NI PPPK",
         "NOMOR INDUK PEGAWAI", "NIP/NRP"),
        kind=CellKind.ID,
        required=True,
        width=21,
        help="18 angka, tanpa spasi. Kolom ini berformat teks agar angkanya tidak rusak.",
    ),
    Column(
        "person",
        "Nama",
        ("NAMA PEGAWAI", "NAMA LENGKAP", "NAMA PNS", "NAMA ASN", "NAMA DAN GELAR", "PEGAWAI NAMA"),
        width=30,
        help="Nama pegawai; hanya untuk mencocokkan NIP.",
    ),
    Column("nik", "NIK", ("NOMOR INDUK KEPENDUDUKAN", "NO KTP", "NOMOR KTP"), kind=CellKind.ID, width=19,
           only_read=True),
    Column("birth_date", "Tanggal Lahir", ("TGL LAHIR",), kind=CellKind.DATE, only_read=True),
)  # fmt: skip
BESIDE = (
    Column(
        "agency",
        "Perangkat Daerah",
        ("UNOR", "UNIT KERJA", "UNIT ORGANISASI", "NAMA UNOR", "UNOR NAMA", "OPD", "SKPD", "INSTANSI", "SATUAN KERJA"),
        only_read=True,
    ),
    Column("post", "Jabatan", ("NAMA JABATAN", "JABATAN NAMA"), only_read=True),
    Column(
        "grade",
        "Golongan",
        ("PANGKAT GOL", "PANGKAT/GOLONGAN", "PANGKAT GOLONGAN", "GOL RUANG", "PANGKAT GOL RUANG", "PANGKAT", "GOL"),
        only_read=True,
    ),
)
"""What such sheets tell of people besides; the employees' own sheets bring it into the store."""
