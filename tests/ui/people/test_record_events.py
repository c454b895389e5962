"""What is recorded of a person as events: what is told of each kind, and what holds today."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import imported, nip
from ui.people.person import Person, read_person
from ui.people.record_events import RECORDS, whole_timeline
from ui.people.timeline import ICONS, NAMES, Kind, event_lines

SITI, BUDI = nip(1), nip(2)
YESTERDAY = date.today() - timedelta(days=1)
SHEETS: dict[str, list[list[Cell]]] = {
    "people": [["NIP", "Nama"], [SITI, "Siti Aminah"], [BUDI, "Budi Santoso"]],
    "skp": [
        ["NIP", "Nama", "Tahun", "Predikat Kinerja", "Nilai Kinerja", "Hasil Kerja", "Nama Penilai"],
        [SITI, "Siti Aminah", 2024, "Baik", None, "Sesuai", "Budi Santoso"],
        [SITI, "Siti Aminah", 2019, "Baik", "80,5", None, None],
        [BUDI, "Budi Santoso", 2024, "Kurang", None, None, None],
    ],
    "index": [
        ["NIP", "Nama", "Kualifikasi", "Kompetensi", "Kinerja", "Disiplin", "Total", "Tahun"],
        [SITI, "Siti Aminah", 15, "22,5", 25, 5, "67,5", 2025],
        [SITI, "Siti Aminah", 15, 20, 25, 5, 65, 2024],
    ],
    "discipline": [
        ["NIP", "Nama", "Jenis Hukuman", "TMT Hukuman", "Akhir Hukuman", "Nomor SK"],
        [SITI, "Siti Aminah", "Teguran lisan", date(2019, 3, 1), None, "800/7"],
        [SITI, "Siti Aminah", "Pemotongan tukin 25% 6 bulan", YESTERDAY, date.today() + timedelta(days=9), None],
    ],
}


@pytest.fixture
def siti(app: App, sheet: SheetWriter) -> Person:
    """Siti Aminah with ratings, indices and disciplinary actions; Budi Santoso has a rating of his own."""
    for name, rows in SHEETS.items():
        imported(app, sheet(rows, f"{name}.xlsx"))
    return read_person(app, app.employees.by_nip(SITI).key, 2026)


def test_every_record_is_an_event_of_its_kind(siti: Person) -> None:
    told = [(it.thing.kind, it.lead, it.title, it.note, it.right) for it in whole_timeline(siti)]
    assert told[1:] == [
        (Kind.INDEX, "2025", "Rendah", "kualifikasi 15 · kompetensi 22,5 · kinerja 25 · disiplin 5 · BKN", "67,5"),
        (Kind.RATING, "2024", "Baik", "hasil kerja sesuai ekspektasi · penilai Budi Santoso", ""),
        (Kind.INDEX, "2024", "Rendah", "kualifikasi 15 · kompetensi 20 · kinerja 25 · disiplin 5 · BKN", "65"),
        (Kind.RATING, "2019", "Baik", "nilai 80,5", ""),
        (Kind.DISCIPLINE, "", "Teguran lisan", "Ringan · 800/7", ""),
    ]
    assert told[0][:3] == (Kind.DISCIPLINE, "", "Pemotongan tunjangan kinerja 25% selama 6 bulan")


def test_a_disciplinary_action_that_holds_is_a_warning(siti: Person) -> None:
    lines = [it for it in event_lines(whole_timeline(siti), date.today()) if it.state]
    assert [(it.title, it.state.kind) for it in lines if it.state] == [
        ("Pemotongan tunjangan kinerja 25% selama 6 bulan", "warn")
    ]


def test_the_latest_index_stands_in_the_head_with_what_its_parts_can_reach(siti: Person) -> None:
    assert siti.whole.index is not None
    assert (siti.whole.index["year"], siti.whole.index["total"]) == (2025, 67.5)
    assert dict(siti.whole.index_maxima) == {"qualification": 25, "competence": 40, "performance": 30, "discipline": 5}


def test_a_nip_that_was_borne_before_is_told_with_the_day_of_the_merge(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(SHEETS["people"], "people.xlsx"))
    app.merging.merge(SITI, BUDI)
    (event,) = whole_timeline(read_person(app, app.employees.by_nip(SITI).key, 2026))
    assert (event.thing.kind, event.day, event.title.replace(" ", "")) == (Kind.MERGE, date.today(), BUDI)


def test_every_kind_has_a_name_and_a_sign() -> None:
    assert set(NAMES) == set(ICONS) == set(Kind)
    assert set(RECORDS) < set(Kind)


def test_a_row_with_files_says_so(siti: Person, app: App, tmp_path: Path) -> None:
    (row,) = siti.records["disciplinary-actions"][-1:]
    file = tmp_path / "SK.pdf"
    file.write_bytes(b"%PDF-1.7")
    app.attachments.attach("disciplinary_actions", row["key"], file)
    person = read_person(app, siti.record.key, 2026)
    noted = [event for event in whole_timeline(person) if event.note.endswith("1 lampiran")]
    assert [(event.thing.kind, event.thing.key) for event in noted] == [(Kind.DISCIPLINE, row["key"])]
