"""Ratings of several years in one row, their years told by headings: SKP 2022, SKP 2023."""

from __future__ import annotations

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.imports.choices import ImportChoices
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import (
    changes,
    counts,
    imported,
    listed,
    nip,
    notices,
    reconciles,
    refused,
)

SITI, BUDI = nip(1), nip(2)


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti Aminah and Budi Santoso."""
    people: list[list[Cell]] = [["NIP", "Nama"], [SITI, "Siti Aminah"], [BUDI, "Budi Santoso"]]
    imported(app, sheet(people, "people.xlsx"))
    return app


def ratings(app: App) -> dict[tuple[str, int], tuple[str | None, float | None]]:
    """Predicate and value of everybody's years."""
    rows = listed(app, "performance-ratings")
    return {(row["nip"], row["year"]): (row["rating"], row["value"]) for row in rows}


TWO_YEARS: dict[tuple[str, int], tuple[str | None, float | None]] = {
    (SITI, 2022): ("Baik", None),
    (SITI, 2023): ("Sangat Baik", None),
    (BUDI, 2023): ("Baik", None),
}
BODY: list[list[Cell]] = [[SITI, "Siti Aminah", "Baik", "SANGAT BAIK"], [BUDI, "Budi Santoso", None, "baik"]]


@pytest.mark.parametrize(
    "heading",
    [
        [["NIP", "Nama", "SKP 2022", "SKP 2023"]],
        [["NIP", "Nama", "Predikat SKP Tahun 2022", "Predikat SKP Tahun 2023"]],
        [["NIP", "Nama", "Predikat Kinerja (2022)", "2023 Predikat Kinerja"]],
        [["NIP", "Nama", "Predikat SKP", None], [None, None, 2022, 2023]],
        [["NIP", "Nama", "Predikat Kinerja", None], [None, None, "Tahun 2022", "Th. 2023"]],
        [["NIP", "Nama", "SKP 2022", "SKP 2023"], [None, None, "Predikat", "Predikat"]],
    ],
)
def test_years_told_by_headings_alone(staffed: App, sheet: SheetWriter, heading: list[list[Cell]]) -> None:
    plan = imported(staffed, sheet([["REKAP SKP PEGAWAI"], *heading, *BODY]))
    assert (plan.kind, counts(plan), plan.problems) == ("performance-ratings", {"new": 2}, ())
    assert "columns.unknown" not in notices(plan)
    assert reconciles(plan)
    assert ratings(staffed) == TWO_YEARS


def test_one_year_told_below_a_heading(staffed: App, sheet: SheetWriter) -> None:
    heading: list[list[Cell]] = [["NIP", "Nama", "Predikat Kinerja"], [None, None, 2024]]
    plan = imported(staffed, sheet([["REKAP SKP"], *heading, [SITI, "Siti Aminah", "Baik"]]))
    assert (counts(plan), ratings(staffed)) == ({"new": 1}, {(SITI, 2024): ("Baik", None)})


def test_values_and_predicates_of_several_years(staffed: App, sheet: SheetWriter) -> None:
    heading: list[list[Cell]] = [["NIP", "Nama", "SKP 2020", None, "SKP 2022", None, "NIP Penilai"]]
    heading.append([None, None, "Nilai", "Predikat", "Nilai", "Predikat", None])
    imported(
        staffed, sheet([["REKAP SKP"], *heading, [SITI, "Siti Aminah", "87,5", "Baik", None, "Sangat Baik", BUDI]])
    )
    assert ratings(staffed) == {(SITI, 2020): ("Baik", 87.5), (SITI, 2022): ("Sangat Baik", None)}
    assert {row["assessor_nip"] for row in listed(staffed, "performance-ratings")} == {None}, "whose year is not told"


def test_a_year_beside_a_heading_without_one(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [["NIP", "Nama", "Nilai SKP 2020", "Predikat"], [SITI, "Siti Aminah", "87,5", "Baik"]]
    imported(staffed, sheet([["REKAP SKP"], *rows]))
    assert ratings(staffed) == {(SITI, 2020): ("Baik", 87.5)}


def test_years_across_again_tell_what_changes(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["NIP", "Nama", "SKP 2022", "SKP 2023"]
    imported(staffed, sheet([["SKP"], heading, [SITI, "Siti Aminah", "Baik", None]], "first.xlsx"))
    plan = imported(staffed, sheet([["SKP"], heading, *BODY]))
    assert (counts(plan), changes(plan)) == ({"new": 1, "changed": 1}, [("rating", "", "Sangat Baik")])
    assert ratings(staffed) == TWO_YEARS
    assert counts(imported(staffed, sheet([["SKP"], heading, *BODY]))) == {"same": 2}


@pytest.mark.parametrize(("cells", "code"), [(["lulus", "Baik"], "value.not_in_list"), ([None, None], "value.missing")])
def test_a_year_that_cannot_be_read_keeps_the_row_out(
    staffed: App, sheet: SheetWriter, cells: list[Cell], code: str
) -> None:
    rows: list[list[Cell]] = [["SKP"], ["NIP", "Nama", "SKP 2022", "SKP 2023"], [SITI, "Siti Aminah", *cells]]
    plan = imported(staffed, sheet(rows))
    assert refused(plan) == {3: code}
    assert plan.problems[0].column == "SKP 2022"


@pytest.mark.parametrize("heading", ["SKP Semester I 2022", "SKP 2020/2021", "SKP Triwulan II 2024"])
def test_parts_of_years_are_no_years(staffed: App, sheet: SheetWriter, heading: str) -> None:
    rows: list[list[Cell]] = [["SKP"], ["NIP", "Nama", heading, "SKP 2023"], [SITI, "Siti Aminah", "Baik", "Baik"]]
    plan = imported(staffed, sheet(rows))
    assert notices(plan)["columns.unknown"] == (heading,)
    assert ratings(staffed) == {(SITI, 2023): ("Baik", None)}


def test_a_clerk_says_which_year_a_column_tells_and_is_not_asked_again(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [["SKP"], ["NIP", "Nama", "SKP 22", "SKP 2023"], [SITI, "Siti Aminah", "Baik", "Baik"]]
    look = staffed.imports.look(sheet(rows))
    names = {it.name for it in staffed.imports.columns_of(look, "performance-ratings").fields}
    assert {"rating_2022", "rating_2023", "stated_value_2023"} <= names
    choices = ImportChoices("performance-ratings", mapping={2: "rating_2022"}, sender="Dinas A")
    staffed.imports.apply(staffed.imports.plan_of(look, choices))
    again = staffed.imports.plan(sheet(rows), sender="Dinas A")
    assert (counts(again), again.notices) == ({"same": 1}, ())
    assert ratings(staffed) == {(SITI, 2022): ("Baik", None), (SITI, 2023): ("Baik", None)}


def test_a_list_of_employees_with_ratings_beside_stays_one(staffed: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["NIP", "Nama", "Golongan", "Jabatan", "Unit Kerja", "SKP 2023", "SKP 2024"]
    plan = imported(staffed, sheet([heading, [SITI, "Siti Aminah", "III/a", "Arsiparis", "Dinas A", "Baik", "Baik"]]))
    assert (plan.kind, notices(plan)["columns.unknown"]) == ("employees", ("SKP 2023", "SKP 2024"))
