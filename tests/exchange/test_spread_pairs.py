"""One heading over two columns: parted where the cells prove which is which, left alone where they do not."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.layout import find_layout
from smartpns_desktop.services.imports.choices import ImportChoices
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, employee, imported, nip, refused

SITI, BUDI = nip(1), nip(2)


def places(*rows: list[object]) -> dict[str, tuple[int, bool]]:
    """Place of each field, and whether it shares it."""
    wide = [[*row, *([""] * (5 - len(row)))] for row in rows]
    layout = find_layout(wide, SPECS.values())
    assert layout is not None
    return {it.field: (it.index, it.is_shared) for it in layout.columns}


@pytest.mark.parametrize(
    ("rows", "name", "number"),
    [
        ([["Siti", SITI], ["Budi", BUDI]], 1, 2),
        ([[SITI, "Siti"], [BUDI, "Budi"]], 2, 1),
        ([["Siti", f"NIP. {SITI}"]], 1, 2),
        ([["Siti", float(SITI)], ["", ""], ["Budi", BUDI]], 1, 2),
    ],
)
def test_names_and_nips_below_one_heading(rows: list[list[object]], name: int, number: int) -> None:
    found = places(["No", "NAMA / NIP", "", "Golongan"], *[[1.0, *row, "III/a"] for row in rows])
    assert (found["name"], found["nip"]) == ((name, False), (number, False))


@pytest.mark.parametrize(
    "rows",
    [
        [[f"Siti / {SITI}", "rajin"]],
        [["Siti", SITI], [BUDI, "Budi"]],
        [["Siti", ""], ["", SITI]],
    ],
    ids=["both in one cell", "in turns", "never both"],
)
def test_what_proves_nothing_stays_in_one_column(rows: list[list[object]]) -> None:
    found = places(["No", "NAMA / NIP", "", "Golongan"], *[[1.0, *row, "III/a"] for row in rows])
    assert (found["name"], found["nip"]) == ((1, True), (1, True))


def test_a_heading_of_its_own_is_not_reached_over() -> None:
    found = places(["No", "NAMA / NIP", "Alias", "Golongan"], [1.0, "Siti", SITI, "III/a"])
    assert found["nip"] == (1, True)


@pytest.mark.parametrize("born", [date(1985, 3, 12), "12 Maret 1985", "12-03-1985"])
def test_place_and_day_of_birth_below_one_heading(app: App, sheet: SheetWriter, born: Cell) -> None:
    heading: list[Cell] = ["NIP", "Nama", "Tempat, Tanggal Lahir", None]
    plan = imported(app, sheet([heading, [SITI, "Siti Aminah", "Samarinda", born]]))
    assert counts(plan) == {"new": 1}
    row = employee(app, SITI)
    assert (row["birth_place"], row["birth_date"]) == ("Samarinda", date(1985, 3, 12))


def test_people_below_one_heading_are_imported_and_learned(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [["No", "NAMA / NIP", None, "Gol"], [1, "Siti Aminah", SITI, "III/a"]]
    look = app.imports.look(sheet(rows))
    shown = app.imports.columns_of(look, "employees")
    assert shown.mapping() == {0: None, 1: "name", 2: "nip", 3: "grade"}
    choices = ImportChoices("employees", mapping=shown.mapping(), sender="Dinas A")
    app.imports.apply(app.imports.plan_of(look, choices))
    again = app.imports.plan(sheet([*rows, [2, "Budi", BUDI, "III/b"]]), sender="Dinas A")
    assert (counts(again), refused(again)) == ({"new": 1, "same": 1}, {})


def test_a_column_of_its_own_stands_above_a_heading_for_two() -> None:
    found = places(["No", "Nama / NIP Pegawai", "NIP", "Golongan"], [1.0, "Siti", SITI, "III/a"])
    assert (found["name"][0], found["nip"]) == (1, (2, False))
