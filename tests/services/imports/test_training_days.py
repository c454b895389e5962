"""The days of a training sheet: two in one cell, an end of their own beside it, workbooks that count from 1904."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from smartpns_desktop.app import App
from smartpns_desktop.services.imports.choices import ImportChoices
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import imported, listed, nip, refused, warned

SITI = nip(1)
HEADING = ["NIP", "Nama Pelatihan", "Tanggal", "Tanggal Selesai", "JP"]
TENTH, TWELFTH = date(2025, 3, 10), date(2025, 3, 12)


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti."""
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti Aminah"]], "people.xlsx"))
    return app


def days(app: App) -> list[tuple[date | None, date | None]]:
    return [(row["start"], row["end"]) for row in listed(app, "trainings")]


@pytest.mark.parametrize("cell", ["10 s.d. 12 Maret 2025", "10/03/2025 - 12/03/2025", "Senin-Rabu, 10-12 Mar 2025"])
def test_the_last_day_of_a_range_is_the_end(staffed: App, sheet: SheetWriter, cell: str) -> None:
    plan = imported(staffed, sheet([HEADING, [SITI, "SPBE", cell, None, 20], [SITI, "PBJ", "25/04/2025", None, 8]]))
    assert (refused(plan), warned(plan)) == ({}, [])
    assert sorted(days(staffed), key=str) == [(TENTH, TWELFTH), (date(2025, 4, 25), None)]


def test_a_sheet_without_a_column_for_the_end_has_ends_all_the_same(staffed: App, sheet: SheetWriter) -> None:
    imported(staffed, sheet([["NIP", "Nama Diklat", "Tanggal", "JP"], [SITI, "SPBE", "10 s.d. 12 Maret 2025", 20]]))
    assert days(staffed) == [(TENTH, TWELFTH)]


@pytest.mark.parametrize(
    ("end", "expected", "told"),
    [("12-03-2025", TWELFTH, []), ("14-03-2025", date(2025, 3, 14), [(2, "date.end_differs")])],
)
def test_a_column_of_its_own_stands_above_the_range(
    staffed: App, sheet: SheetWriter, end: Cell, expected: date, told: list[tuple[int, str]]
) -> None:
    plan = imported(staffed, sheet([HEADING, [SITI, "SPBE", "10 s.d. 12 Maret 2025", end, 20]]))
    assert (days(staffed), warned(plan)) == ([(TENTH, expected)], told)


@pytest.mark.parametrize(
    "cell", ["Maret 2025", "2025", "12 s.d. 10 Maret 2025", "31/02/2025", "10 Maret 2025 s.d. selesai"]
)
def test_a_day_is_never_made_up(staffed: App, sheet: SheetWriter, cell: str) -> None:
    plan = imported(staffed, sheet([HEADING, [SITI, "SPBE", cell, None, 20]]))
    assert (refused(plan), days(staffed)) == ({2: "date.unreadable"}, [])


def test_an_open_range_is_one_question_for_its_column(staffed: App, sheet: SheetWriter) -> None:
    look = staffed.imports.look(sheet([HEADING, [SITI, "SPBE", "03/08/2025 - 05/08/2025", None, 20]]))
    plan = staffed.imports.plan_of(look, ImportChoices("trainings"))
    assert refused(plan) == {2: "date.ambiguous"}
    (question,) = staffed.imports.questions_of(plan)
    assert [it.answer for it in question.proposals] == ["dmy", "mdy"]
    told = staffed.imports.plan_of(look, ImportChoices("trainings", date_orders={question.field: "dmy"}))
    staffed.imports.apply(told)
    assert days(staffed) == [(date(2025, 8, 3), date(2025, 8, 5))]


def test_days_of_a_workbook_that_counts_from_1904_are_right_with_and_without_a_format(
    staffed: App, tmp_path: Path
) -> None:
    path = tmp_path / "mac.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as workbook:
        page = workbook.add_worksheet()
        page.write_row(0, 0, ["NIP", "Nama Pelatihan", "Tanggal", "JP"])
        for row, (name, look) in enumerate((("A", {"num_format": "dd/mm/yyyy"}), ("B", {})), start=1):
            page.write_row(row, 0, [SITI, name])
            page.write_datetime(row, 2, datetime(2025, 3, 12), workbook.add_format(look))
            page.write_number(row, 3, 8)
    imported(staffed, path)
    assert days(staffed) == [(TWELFTH, None)] * 2
