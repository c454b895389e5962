"""Study needs in other forms: a row for each year, crossed columns of payers, cells filled once for several rows."""

from __future__ import annotations

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, listed, reconciles, refused, warned

YEARLY: list[Cell] = ["OPD", "Jenjang", "Prodi", "Tahun", "Jumlah (Orang)", "Biaya APBD"]


def heads(app: App) -> dict[tuple[str, str], dict[str, int]]:
    return {(row["agency"], row["programme"]): row["heads"] for row in listed(app, "study-needs")}


def hukum(year: Cell, count: Cell, cost: Cell = None) -> list[Cell]:
    return ["Dinas A", "S-2", "Hukum", year, count, cost]


def test_a_row_for_each_year_is_one_need(app: App, sheet: SheetWriter) -> None:
    path = sheet([YEARLY, hukum(2026, 1, 5_000_000), hukum("Tahun 2027", "2 orang", "Rp 6.000.000")])
    plan = imported(app, path)
    assert (counts(plan), heads(app)) == ({"new": 2}, {("Dinas A", "Hukum"): {"2026": 1, "2027": 2}})
    (row,) = listed(app, "study-needs")
    assert row["amount_apbd"] == 11_000_000
    again = imported(app, path)
    assert counts(again) == {"same": 2}
    changed = imported(app, sheet([["Periode 2026-2027"], YEARLY, hukum(2026, 1), hukum(2027, 4)]))
    assert (counts(changed), heads(app)[("Dinas A", "Hukum")]) == ({"changed": 2}, {"2026": 1, "2027": 4})
    assert all(map(reconciles, (plan, again, changed)))


def test_what_a_row_of_a_year_lacks_is_told(app: App, sheet: SheetWriter) -> None:
    rows = [hukum(2026, 1), hukum(2026, 3), hukum("", 1), hukum(2028, ""), hukum("2027-2028", 1)]
    plan = imported(app, sheet([["Periode 2026-2030"], YEARLY, *rows]))
    assert refused(plan) == {4: "row.duplicate", 5: "value.missing", 6: "value.missing", 7: "year.unreadable"}
    assert heads(app) == {("Dinas A", "Hukum"): {"2026": 1}}


@pytest.mark.parametrize("above", ["title", "section"])
def test_the_year_may_stand_above_the_rows(app: App, sheet: SheetWriter, above: str) -> None:
    heading: list[Cell] = ["No", "OPD", "Jenjang", "Prodi", "Jumlah Kebutuhan"]
    line: list[Cell] = [1, "Dinas A", "S-2", "Hukum", 3]
    rows = [["USULAN TAHUN 2027"], heading, line] if above == "title" else [heading, ["TAHUN 2027"], line]
    imported(app, sheet(rows))
    assert heads(app) == {("Dinas A", "Hukum"): {"2027": 3}}


@pytest.mark.parametrize("mark", ["x", "V", "√", 1])
def test_a_crossed_column_names_who_pays(app: App, sheet: SheetWriter, mark: Cell) -> None:
    heading: list[Cell] = ["OPD", "Jenjang", "Prodi", 2026, "APBN", "APBD", "Mandiri"]
    rows: list[list[Cell]] = [
        ["Dinas A", "S-2", "Hukum", 1, "", mark, ""],
        ["Dinas A", "S-2", "Kimia", 1, mark, "", mark],
    ]
    plan = imported(app, sheet([heading, *rows]))
    assert {row["programme"]: row["funding"] for row in listed(app, "study-needs")} == {"Hukum": "APBD", "Kimia": None}
    assert warned(plan) == [(3, "value.unknown")]
    assert {row["amount_apbd"] for row in listed(app, "study-needs")} == {None}


def test_an_amount_in_millions_is_told_and_not_taken(app: App, sheet: SheetWriter) -> None:
    plan = imported(
        app, sheet([["OPD", "Jenjang", "Prodi", 2026, "APBD (Juta Rp)"], ["Dinas A", "S-2", "Hukum", 1, 25]])
    )
    assert warned(plan) == [(2, "value.out_of_range")]
    assert [row["amount_apbd"] for row in listed(app, "study-needs")] == [None]


@pytest.mark.parametrize(
    ("title", "heading"),
    [("Usulan", "APBD (Rp. ribu)"), ("Usulan", "Biaya APBD (jutaan)"), ("Usulan (dalam ribuan rupiah)", "Biaya APBD")],
)
def test_large_amounts_in_thousands_are_told_as_well(app: App, sheet: SheetWriter, title: str, heading: str) -> None:
    rows: list[list[Cell]] = [
        [title],
        ["OPD", "Jenjang", "Prodi", 2026, heading],
        ["Dinas A", "S-2", "Hukum", 1, 15000],
    ]
    plan = imported(app, sheet(rows))
    assert warned(plan) == [(3, "value.out_of_range")]
    assert [row["amount_apbd"] for row in listed(app, "study-needs")] == [None]


def test_an_agency_named_once_has_the_rows_below(app: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["No", "OPD", "Jenjang", "Prodi", 2026]
    rows: list[list[Cell]] = [
        [1, "Dinas A", "S-2", "Hukum", 1],
        ["", "", "", "Kimia", 2],
        [2, "Dinas B", "S-1", "Gizi", 3],
        ["", "", "", "Fisika", 4],
    ]
    plan = imported(app, sheet([heading, *rows]))
    assert [key[0] for key in sorted(heads(app), key=lambda it: it[1])] == ["Dinas B", "Dinas B", "Dinas A", "Dinas A"]
    assert warned(plan) == [
        (3, "value.from_above"),
        (3, "value.from_above"),
        (5, "value.from_above"),
        (5, "value.from_above"),
    ]


def test_an_agency_that_stands_in_each_row_is_missed_where_it_does_not(app: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["OPD", "Jenjang", "Prodi", 2026]
    rows: list[list[Cell]] = [["Dinas A", "S-2", "Hukum", 1], ["Dinas A", "S-2", "Gizi", 1], ["", "S-2", "Kimia", 1]]
    assert refused(imported(app, sheet([heading, *rows]))) == {4: "value.missing"}


def test_a_section_below_the_heading_is_no_second_row_of_it(app: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["No", "OPD", "Jenjang", "Prodi", "Jumlah"]
    imported(app, sheet([heading, ["TAHUN 2026"], [7, "Dinas A", "S-2", "Hukum", 2]]))
    assert heads(app) == {("Dinas A", "Hukum"): {"2026": 2}}


def test_the_one_year_that_is_crossed_needs_all_the_people(app: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["OPD", "Jenjang", "Prodi", "Jumlah Orang", 2026, 2027]
    rows: list[list[Cell]] = [["Dinas A", "S-2", "Hukum", 3, "", "v"], ["Dinas A", "S-2", "Gizi", 3, "v", "v"]]
    plan = imported(app, sheet([heading, *rows]))
    assert heads(app) == {("Dinas A", "Hukum"): {"2027": 3}, ("Dinas A", "Gizi"): {}}
    assert warned(plan) == [(3, "number.unreadable"), (3, "number.unreadable")]
