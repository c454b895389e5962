"""How a person was assessed, as lines: what is told, under which heading, and what holds today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import imported, nip
from ui.people.assessments import Assessments, assessment_lines, read_assessments

SITI = nip(1)
YESTERDAY = date.today() - timedelta(days=1)
SHEETS: dict[str, list[list[Cell]]] = {
    "people": [["NIP", "Nama"], [SITI, "Siti Aminah"], [nip(2), "Budi Santoso"]],
    "skp": [
        ["NIP", "Nama", "Tahun", "Predikat Kinerja", "Nilai Kinerja", "Hasil Kerja", "Nama Penilai"],
        [SITI, "Siti Aminah", 2024, "Baik", None, "Sesuai", "Budi Santoso"],
        [SITI, "Siti Aminah", 2019, "Baik", "80,5", None, None],
        [nip(2), "Budi Santoso", 2024, "Kurang", None, None, None],
    ],
    "index": [
        ["NIP", "Nama", "Kualifikasi", "Kompetensi", "Kinerja", "Disiplin", "Total", "Tahun"],
        [SITI, "Siti Aminah", 15, "22,5", 25, 5, "67,5", 2025],
    ],
    "discipline": [
        ["NIP", "Nama", "Jenis Hukuman", "TMT Hukuman", "Akhir Hukuman", "Nomor SK"],
        [SITI, "Siti Aminah", "Teguran lisan", date(2019, 3, 1), None, "800/7"],
        [SITI, "Siti Aminah", "Pemotongan tukin 25% 6 bulan", YESTERDAY, date.today() + timedelta(days=9), None],
    ],
}


@pytest.fixture
def assessed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah with all that can be recorded, Budi Santoso with one rating."""
    for name, rows in SHEETS.items():
        imported(app, sheet(rows, f"{name}.xlsx"))
    return app


def test_every_row_under_its_heading_the_newest_first(assessed: App) -> None:
    lines = assessment_lines(read_assessments(assessed, SITI))
    told = [(line.is_heading, line.lead, line.title, line.note, line.right) for line in lines]
    assert told == [
        (True, "", "Penilaian kinerja (SKP)", "", "2"),
        (False, "2024", "Baik", "hasil kerja sesuai ekspektasi · penilai Budi Santoso", ""),
        (False, "2019", "Baik", "nilai 80,5", ""),
        (True, "", "IP ASN", "", "1"),
        (False, "2025", "Rendah", "kualifikasi 15 · kompetensi 22,5 · kinerja 25 · disiplin 5 · BKN", "67,5"),
        (True, "", "Hukuman disiplin", "", "2"),
        (False, lines[6].lead, "Pemotongan tunjangan kinerja 25% selama 6 bulan", lines[6].note, ""),
        (False, "1 Mar 2019", "Teguran lisan", "Ringan · 800/7", ""),
    ]


def test_what_holds_today_is_marked(assessed: App) -> None:
    lines = assessment_lines(read_assessments(assessed, SITI))
    assert [line.title for line in lines if line.state] == ["Pemotongan tunjangan kinerja 25% selama 6 bulan"]


def test_headings_of_nothing_are_left_out(assessed: App) -> None:
    lines = assessment_lines(read_assessments(assessed, nip(2)))
    assert [line.title for line in lines] == ["Penilaian kinerja (SKP)", "Kurang"]
    assert assessment_lines(Assessments()) == ()
