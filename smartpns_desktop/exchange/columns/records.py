"""Columns of the sheets that tell what is recorded of people: IP ASN, SKP and disciplinary actions.

SIASN's names (skp22, hukdis; RULES.md 6.1) are read as they are and spelled apart, beside BKN's download of the IP ASN
and what offices write.
"""

from smartpns_desktop.exchange.columns.persons import BESIDE, PERSON
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec

_ID, _DATE, _SCORE, _INTEGER = CellKind.ID, CellKind.DATE, CellKind.SCORE, CellKind.INTEGER


def _year(*synonyms: str) -> Column:
    return Column(
        "year",
        "Tahun",
        ("TAHUN PENILAIAN", "THN", "PERIODE", "TAHUN PERIODE", *synonyms),
        kind=CellKind.YEAR,
        required=True,
        width=8,
        help="Tahun yang dinilai, misalnya 2025.",
    )


def _part(field: str, heading: str, share: int, how: str) -> Column:
    name = heading.upper()
    synonyms = [f"{before} {name}" for before in ("NILAI", "SKOR", "DIMENSI", "POIN", "BOBOT")]
    synonyms += [f"{name} {share}", f"{name} {share} PERSEN", f"{name} MAKS {share}"]
    return Column(field, heading, tuple(synonyms), kind=_SCORE, help=how)


PROFESSIONALISM_INDEX = SheetSpec(
    kind="ip-asn",
    title="IP ASN",
    identifying=("nip", "qualification", "competence", "performance", "discipline"),
    sections=("agency", "year"),
    titles=("ip asn", "ipasn", "indeks profesionalitas"),
    columns=(
        *PERSON,
        *BESIDE,
        _part("qualification", "Kualifikasi", 25, "Angka yang sudah berbobot, paling banyak 25."),
        _part("competence", "Kompetensi", 40, "Angka yang sudah berbobot, paling banyak 40."),
        _part("performance", "Kinerja", 30, "Angka yang sudah berbobot, paling banyak 30."),
        _part("discipline", "Disiplin", 5, "Angka yang sudah berbobot, paling banyak 5."),
        Column(
            "total",
            "Total",
            ("JUMLAH", "JML", "NILAI IP ASN", "IP ASN", "IPASN", "NILAI TOTAL", "TOTAL NILAI", "SKOR TOTAL",
             "TOTAL SKOR",
             "NILAI AKHIR", "TOTAL IP ASN", "NILAI IPASN", "JUMLAH NILAI", "INDEKS PROFESIONALITAS", "TOTAL 100"),
            kind=_SCORE,
            help="Jumlah keempat dimensi.",
        ),
        _year("TAHUN IP ASN", "TAHUN PENGUKURAN"),
        Column("source", "Sumber", ("SUMBER DATA",), help="BKN bila dikosongkan."),
        Column(
            "updated",
            "Diperbarui",
            ("UPDATED", "UPDATED AT", "TANGGAL UPDATE", "TGL UPDATE", "TERAKHIR DIPERBARUI", "LAST UPDATE"),
            kind=_DATE,
            help="Tanggal angka ini dihitung.",
        ),
    ),
)  # fmt: skip

PERFORMANCE_RATINGS = SheetSpec(
    kind="performance-ratings",
    title="Penilaian Kinerja",
    identifying=("nip",),
    telling=("rating", "value", "stated_final", "stated_value"),
    hinting=("stated_rating", "stated_figure"),
    sections=("agency", "year"),
    titles=("skp", "penilaian kinerja", "predikat kinerja", "sasaran kinerja", "evaluasi kinerja"),
    columns=(
        *PERSON,
        *BESIDE,
        _year("TAHUN SKP", "TAHUN PENILAIAN KINERJA", "TAHUN KINERJA", "PERIODE PENILAIAN", "PERIODE SKP",
        "TAHUN NILAI"),
        Column(
            "rating",
            "Predikat Kinerja",
            ("KUADRAN KINERJA", "KUADRANKINERJA", "PREDIKAT KINERJA PEGAWAI", "PREDIKAT SKP",
             "PREDIKAT PENILAIAN KINERJA",
             "RATING KINERJA", "PENILAIAN KINERJA", "PREDIKAT KINERJA TAHUNAN", "KATEGORI SKP", "SEBUTAN SKP",
             "HASIL SKP"),
            choices="ratings",
            yearly=True,
            width=20,
            help="Sangat Baik, Baik, Butuh Perbaikan, Kurang, atau Sangat Kurang.",
        ),
        Column(
            "value",
            "Nilai Kinerja",
            kind=_SCORE,
            yearly=True,
            help="Angka 0–100, hanya untuk penilaian sampai tahun 2021.",
        ),
        Column(
            "stated_final",
            "Nilai Prestasi Kerja",
            ("NILAI KINERJA PEGAWAI", "NILAI PRESTASI KERJA PNS", "NILAI PPK", "NILAI PENILAIAN KINERJA", "NPK"),
            only_read=True,
            yearly=True,
        ),
        Column("stated_value", "Nilai SKP", ("SKP", "NILAI SKP TAHUNAN"), only_read=True, yearly=True),
        Column("stated_figure", "Nilai", ("ANGKA", "NILAI ANGKA", "NILAI AKHIR"), only_read=True, yearly=True),
        Column("stated_rating", "Predikat", ("SEBUTAN", "KETERANGAN PREDIKAT"), only_read=True, yearly=True),
        Column(
            "result",
            "Hasil Kerja",
            ("HASIL KINERJA", "HASILKINERJA", "RATING HASIL KERJA", "PENILAIAN HASIL KERJA", "EKSPEKTASI HASIL KERJA"),
            choices="expectations",
            yearly=True,
            width=20,
            help="Di Atas, Sesuai, atau Di Bawah Ekspektasi.",
        ),
        Column(
            "behaviour",
            "Perilaku Kerja",
            ("PERILAKUKERJA", "RATING PERILAKU KERJA", "RATING PERILAKU", "PENILAIAN PERILAKU KERJA", "PERILAKU",
             "EKSPEKTASI PERILAKU KERJA"),
            choices="expectations",
            yearly=True,
            width=20,
            help="Di Atas, Sesuai, atau Di Bawah Ekspektasi.",
        ),
        Column(
            "assessor_nip",
            "NIP Penilai",
            ("NIP PEJABAT PENILAI", "PENILAI NIP", "PENILAI NIP NRP", "NIP ATASAN", "NIP ATASAN LANGSUNG",
             "PENILAINIP"),
            kind=_ID,
            width=21,
            help="NIP pejabat penilai kinerja.",
        ),
        Column(
            "assessor",
            "Nama Penilai",
            ("PENILAI", "PEJABAT PENILAI", "PENILAI NAMA", "NAMA PEJABAT PENILAI", "PEJABAT PENILAI KINERJA",
             "NAMA ATASAN", "ATASAN LANGSUNG", "PENILAINAMA"),
            width=30,
            help="Nama pejabat penilai kinerja.",
        ),
    ),
)  # fmt: skip

DISCIPLINARY_ACTIONS = SheetSpec(
    kind="disciplinary-actions",
    title="Hukuman Disiplin",
    identifying=("nip", "effective_date"),
    telling=("measure", "level"),
    sections=("agency",),
    titles=("hukuman disiplin", "hukdis", "penjatuhan hukuman"),
    columns=(
        *PERSON,
        *BESIDE,
        Column(
            "level",
            "Tingkat Hukuman",
            ("TINGKAT HUKUMAN DISIPLIN", "TINGKAT HUKDIS", "JENIS TINGKAT HUKUMAN", "JENISTINGKATHUKUMAN", "TINGKAT"),
            choices="discipline_levels",
            help="Ringan, Sedang, atau Berat.",
        ),
        Column(
            "measure",
            "Jenis Hukuman",
            ("JENIS HUKUMAN DISIPLIN", "JENIS HUKDIS", "HUKUMAN DISIPLIN", "NAMA HUKUMAN", "BENTUK HUKUMAN", "HUKUMAN",
             "HUKDIS", "JENIS HUKUMAN NAMA", "HUKUMAN YANG DIJATUHKAN", "HUKUMAN DISIPLIN YANG DIJATUHKAN"),
            choices="disciplinary_measures",
            width=44,
            help="Misalnya Teguran tertulis (PP 94/2021).",
        ),
        Column(
            "effective_date",
            "TMT Hukuman",
            ("TMT HUKUMAN DISIPLIN", "TMT HUKDIS", "TANGGAL HUKUMAN", "HUKUMAN TANGGAL", "HUKUMANTANGGAL", "TMT",
             "MULAI HUKUMAN", "TANGGAL MULAI HUKUMAN", "MASA HUKUMAN MULAI", "BERLAKU MULAI", "TMT MULAI",
             "MULAI BERLAKU"),
            kind=_DATE,
            required=True,
            help="hari-bulan-tahun: 25-04-2026.",
        ),
        Column(
            "until",
            "Akhir Hukuman",
            ("TANGGAL AKHIR HUKUMAN", "AKHIR HUKUM TANGGAL", "AKHIRHUKUMTANGGAL", "AKHIR HUKUMAN TANGGAL",
             "SELESAI HUKUMAN",
             "MASA HUKUMAN SELESAI", "MASA HUKUMAN BERAKHIR", "BERAKHIR", "TMT AKHIR", "TGL AKHIR HUKUMAN",
             "TMT SELESAI",
             "BERLAKU SAMPAI", "AKHIR HUKDIS", "AKHIR MASA HUKUMAN", "MASA HUKUMAN AKHIR", "MASA HUKUMAN SAMPAI"),
            kind=_DATE,
            help="Hari terakhir hukuman; dihitung dari jenisnya bila dikosongkan.",
        ),
        Column("duration", "Masa Hukuman", ("LAMA HUKUMAN", "JANGKA WAKTU", "MASA HUKDIS"), only_read=True),
        Column("duration_years", "Masa Hukuman Tahun", ("MASA TAHUN", "MASATAHUN", "MASA HUKUMAN THN"),
               kind=_INTEGER, only_read=True),
        Column("duration_months", "Masa Hukuman Bulan", ("MASA BULAN", "MASABULAN", "MASA HUKUMAN BLN"),
               kind=_INTEGER, only_read=True),
        Column(
            "decree_number",
            "Nomor SK",
            ("NO SK", "SK NOMOR", "SKNOMOR", "NOMOR KEPUTUSAN", "NOMOR SK HUKUMAN", "NO SK HUKDIS",
             "NOMOR SURAT KEPUTUSAN",
             "NO SURAT KEPUTUSAN", "NO KEPUTUSAN", "NOMOR SK HUKUMAN DISIPLIN", "NO SK HUKUMAN"),
            width=28,
            help="Nomor surat keputusan.",
        ),
        Column(
            "decree_date",
            "Tanggal SK",
            ("TGL SK", "SK TANGGAL", "SKTANGGAL", "TANGGAL KEPUTUSAN", "TANGGAL SURAT KEPUTUSAN", "TANGGAL SK HUKUMAN",
             "TGL SK HUKDIS", "TGL SK HUKUMAN"),
            kind=_DATE,
            help="Tanggal surat keputusan.",
        ),
        Column(
            "reason",
            "Alasan Hukuman",
            ("ALASAN", "ALASAN HUKUMAN DISIPLIN", "PELANGGARAN", "JENIS PELANGGARAN", "BENTUK PELANGGARAN",
             "URAIAN PELANGGARAN", "PELANGGARAN DISIPLIN", "KASUS", "ALASAN PENJATUHAN", "ALASAN PENJATUHAN HUKUMAN"),
            width=44,
            help="Pelanggaran yang menyebabkannya.",
        ),
    ),
)  # fmt: skip

RECORD_SHEETS = (PROFESSIONALISM_INDEX, PERFORMANCE_RATINGS, DISCIPLINARY_ACTIONS)
