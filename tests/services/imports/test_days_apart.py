"""Days that a sheet names one by one, and days that stand in headings over ticks."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.date_ranges import days_apart
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words.problems import say
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, listed, nip, refused, warned

SITI = nip(1)
HEADING: list[Cell] = ["NIP", "Nama", "Nama Pelatihan", "Bentuk", "Tanggal", "JP"]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah."""
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti Aminah"]], "people.xlsx"))
    return app


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("10 dan 24 Maret 2025", 2), ("10 & 24 Maret 2025", 2), ("10, 12 dan 14 Maret 2025", 3),
        ("10-12 dan 24 Maret 2025", 4), ("10 Maret dan 24 April 2025", 2), ("10/03/2025 dan 24/03/2025", 2),
        ("10 dan 11 Maret 2025", None), ("10, 11, 12 Maret 2025", None), ("10 s.d. 24 Maret 2025", None),
        ("10-12/03/2025", None), ("10 sampai dengan 24 Maret 2025", None), ("10 Maret 2025", None), ("", None),
    ],
)  # fmt: skip
def test_days_named_one_by_one(text: str, count: int | None) -> None:
    assert days_apart(text) == count


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("10 dan 24 Maret 2025", (24, 8, True)), ("10 s.d. 24 Maret 2025", (24, 60, False)),
     ("10 dan 11 Maret 2025", (11, 8, False))],
)  # fmt: skip
def test_two_days_are_credited_as_two(
    staffed: App, sheet: SheetWriter, cell: str, expected: tuple[int, float, bool]
) -> None:
    path = sheet([HEADING, [SITI, "Siti Aminah", "Seminar A", "Seminar", cell, 40]])
    plan = imported(staffed, path)
    (row,) = listed(staffed, "trainings")
    assert (row["start"], row["end"].day, row["jp_counted"]) == (date(2025, 3, 10), *expected[:2])
    assert warned(plan) == ([(2, "date.days_apart")] if expected[2] else [])
    assert counts(imported(staffed, path)) == {"same": 1}


def test_credit_stays_until_the_days_are_told_anew(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet([HEADING, [SITI, "Siti Aminah", "Seminar A", "Seminar", "10 dan 24 Maret 2025", 40]]))
    (key,) = staffed.lists.keys("trainings", ListQuery())
    staffed.trainings.change(key, {"jp": 10})
    assert staffed.trainings.record(key).jp_counted == 8
    staffed.trainings.change(key, {"end_date": date(2025, 3, 12)})
    assert staffed.trainings.record(key).jp_counted == 12


@pytest.mark.parametrize(
    "rows",
    [
        [["NIP", "Nama", "Nama Pelatihan", "Tanggal", "JP"], [SITI, "Siti Aminah", "Bimtek A", "✓", 20]],
        [
            ["NIP", "Nama", "Nama Pelatihan", "10 Maret 2025", "11 Maret 2025"],
            [SITI, "Siti Aminah", "Bimtek A", "v", "v"],
        ],
    ],
    ids=["ticks below Tanggal", "days as headings"],
)
def test_ticks_are_no_days(staffed: App, sheet: SheetWriter, rows: list[list[Cell]]) -> None:
    plan = imported(staffed, sheet(rows))
    (problem,) = plan.problems
    assert [*refused(plan)] == [2]
    assert "judul kolom" in say(problem)
    assert listed(staffed, "trainings") == []


def test_a_refusal_names_the_column_of_the_day() -> None:
    assert "10 Maret 2025" in say(Problem("date.in_headings", 2, "", "10 Maret 2025"))
