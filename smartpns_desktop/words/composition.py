"""What the figures on the make-up of the people, and on who was reached by development, are called."""

from __future__ import annotations

from smartpns_desktop.words.labels import show_value
from smartpns_desktop.words.reports import WITHOUT_AGENCY

TITLE = "Komposisi pegawai"
COVERAGE_TITLE = "Cakupan pengembangan kompetensi"
CHARTS = {
    "kind": "Status",
    "sex": "Jenis kelamin",
    "grade_group": "Golongan",
    "education_level": "Tingkat pendidikan",
    "age_band": "Umur",
    "position_kind_name": "Jenis jabatan",
    "root_agency": "Perangkat daerah",
    "agency": "Unit kerja",
}
"""Titles of the charts by their field."""
COVERAGE = ("Pegawai", "Masih 0 JP", "Kurang JP", "Memenuhi", "Tanpa minimum", "% memenuhi")
"""Headings of the table of JP after that of the place."""
ALL = "Semua"
HEADINGS = ("Menurut", "Nilai", "Pegawai", "Persen")

_AGES = {
    "<30": "Di bawah 30 tahun",
    "30-39": "30–39 tahun",
    "40-49": "40–49 tahun",
    "50+": "50 tahun ke atas",
}


def said(field: str, value: str) -> str:
    """A value of a chart in words; "" says that nothing is told."""
    if not value:
        return WITHOUT_AGENCY if field in ("root_agency", "agency") else "Belum ada data"
    if field == "age_band":
        return _AGES.get(value, value)
    if field == "grade_group":
        return f"Golongan {value}" if value != "PPPK" else "Golongan PPPK"
    return show_value("employees", field, value)
