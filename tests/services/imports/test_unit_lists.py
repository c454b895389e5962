"""Lists of units without codes: the tree that indents, numbers, steps, sections or the sheet's look tell."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, imported, listed, reconciles, refused

TREE = [
    ("Bidang SD", "Dinas Pendidikan"),
    ("Dinas Kesehatan", None),
    ("Dinas Pendidikan", None),
    ("Sekretariat", "Dinas Kesehatan"),
    ("Sekretariat", "Dinas Pendidikan"),
    ("Subbagian Umum", "Sekretariat"),
]
NAMES = ["Dinas Pendidikan", "Sekretariat", "Subbagian Umum", "Bidang SD", "Dinas Kesehatan", "Sekretariat"]
DEPTHS = [0, 1, 2, 1, 0, 1]


def tree(app: App) -> list[tuple[str, str | None]]:
    return sorted(((row["name"], row["parent"]) for row in listed(app, "agencies")), key=str)


def numbered(*numbers: Cell) -> list[list[Cell]]:
    return [["No", "Nama Unit Kerja"], *([number, name] for number, name in zip(numbers, NAMES, strict=True))]


def drawn(step: str) -> list[list[Cell]]:
    return [["No", "Nama Unit Kerja"], *([at, step * deep + name] for at, (deep, name) in enumerate(
        zip(DEPTHS, NAMES, strict=True), start=1))]  # fmt: skip


STYLES: dict[str, list[list[Cell]]] = {
    "spaces": drawn("   "),
    "tabs": drawn("\t"),
    "dotted": numbered("1", "1.1", "1.1.1", "1.2", "2", "2.1"),
    "styles": numbered("I", "A", "1", "B", "II", "A"),
    "dotted names": [["No", "Unit Organisasi"], *([None, f"{number} {name}"] for number, name in zip(
        ("1.", "1.1.", "1.1.1.", "1.2.", "2.", "2.1."), NAMES, strict=True))],
    "steps": [["No", "Unit Kerja", None, None], *([at, *[None] * deep, name] for at, (deep, name) in enumerate(
        zip(DEPTHS, NAMES, strict=True), start=1))],
}  # fmt: skip


@pytest.mark.parametrize("rows", STYLES.values(), ids=STYLES)
def test_every_way_to_draw_a_tree_tells_the_same(app: App, sheet: SheetWriter, rows: list[list[Cell]]) -> None:
    path = sheet([["DAFTAR UNIT KERJA"], *rows])
    plan = imported(app, path)
    assert (plan.kind, counts(plan), plan.problems, reconciles(plan)) == ("agencies", {"new": 6}, (), True)
    assert tree(app) == TREE
    assert counts(imported(app, path)) == {"same": 6}


def test_indents_that_only_the_look_shows(app: App, tmp_path: Path) -> None:
    path = tmp_path / "look.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet("Unit")
        page.write_row(0, 0, ["No", "Nama Perangkat Daerah"])
        for at, (deep, name) in enumerate(zip(DEPTHS, NAMES, strict=True), start=1):
            page.write(at, 0, at)
            page.write(at, 1, name, workbook.add_format({"indent": deep}))
    assert counts(imported(app, path)) == {"new": 6}
    assert tree(app) == TREE


def test_sections_that_are_no_rows_of_their_own(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["No", "Nama Unit Kerja"], ["DINAS PENDIDIKAN", None], [1, "Sekretariat"], [2, "Bidang SD"],
        ["DINAS KESEHATAN", None], [1, "Sekretariat"],
    ]  # fmt: skip
    plan = imported(app, sheet(rows))
    assert (counts(plan), plan.needs_consent) == ({"new": 3}, True)
    assert ("Bidang SD", "DINAS PENDIDIKAN") in tree(app)
    assert len(tree(app)) == 5


@pytest.mark.parametrize(
    "rows",
    [
        numbered(1, 2, 3, 4, 5, 6),
        [["No", "Nama Unit"], *([1, deep * " " + name] for deep, name in zip((0, 4, 8, 2, 0, 4), NAMES, strict=True))],
    ],
    ids=["flat", "a step back to nowhere"],
)
def test_units_that_nothing_places_are_refused(app: App, sheet: SheetWriter, rows: list[list[Cell]]) -> None:
    plan = imported(app, sheet(rows))
    assert refused(plan) == {3: "value.missing", 4: "value.missing", 5: "value.missing", 7: "value.missing"}
    assert tree(app) == [("Dinas Kesehatan", None), ("Dinas Pendidikan", None)]


def test_one_whole_agency_below_another_is_no_proof(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [["No", "Nama OPD"], [1, "Dinas A"], [2, "Dinas B"], [None, "Dinas C"], [3, "Dinas D"]]
    assert counts(imported(app, sheet(rows))) == {"new": 4}
    assert {parent for _, parent in tree(app)} == {None}


def test_below_a_refused_unit_nothing_is_placed(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["No", "Nama Unit"],
        [1, "Dinas A"],
        [2, "  Bidang B"],
        [3, "  Bidang B"],
        [4, "    Seksi C"],
    ]
    assert refused(imported(app, sheet(rows))) == {4: "row.duplicate", 5: "agency.above_refused"}


def test_a_recap_by_agency_is_no_list_of_agencies(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [["No", "Nama OPD", "Jumlah PNS"], [1, "Dinas A", 12], [2, "Dinas B", 3]]
    with pytest.raises(CannotDo, match=r"heading\.missing"):
        app.imports.plan(sheet(rows))


def test_a_column_of_parents_needs_no_codes(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [["Nama Unit", "Induk"], ["Dinas A", None], ["Bidang B", "Dinas A"]]
    assert counts(imported(app, sheet(rows))) == {"new": 2}
    assert tree(app) == [("Bidang B", "Dinas A"), ("Dinas A", None)]
