"""Titles, headings and notes of the reports."""

from __future__ import annotations

EMPLOYEES_TITLE = "Jumlah Pegawai per Perangkat Daerah"
EMPLOYEES_HEADINGS = (
    "Perangkat Daerah", "PNS", "CPNS", "PPPK", "Jumlah", "Laki-laki", "Perempuan", "Gol. I", "Gol. II", "Gol. III",
    "Gol. IV",
)  # fmt: skip
JP_TITLE = "Pengembangan Kompetensi (JP) per Perangkat Daerah"
JP_HEADINGS = (
    "Perangkat Daerah", "Pegawai", "JP diklaim", "JP diakui", "JP terverifikasi", "Rata-rata JP diakui",
    "Memenuhi batas", "Belum memenuhi", "Tanpa JP", "Persen memenuhi",
)  # fmt: skip
TOTAL = "Jumlah"
WITHOUT_AGENCY = "(tanpa perangkat daerah)"


def as_of(day: str) -> str:
    """The line below a title that tells the day."""
    return f"Keadaan tanggal {day}"


def of_year(year: int, day: str | None = None) -> str:
    """The line below a title that tells the year, and the day until which it is told."""
    return f"Tahun {year}, keadaan tanggal {day}" if day else f"Tahun {year}"


def minimum_note(minimum: str, source: str, status: str) -> str:
    """Which minimum the report applied, and where it comes from."""
    return f"Batas minimal {minimum} JP per tahun bagi PNS dan CPNS ({source}; {status}). PPPK tidak diberi batas."


COUNTED_NOTE = "JP diakui dihitung menurut bentuk pengembangan kompetensi; JP diklaim adalah angka pada catatan."
