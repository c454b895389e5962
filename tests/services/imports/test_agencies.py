"""Agency sheets: the tree they describe, renames, moves, closings, and units that share a name."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import changes, counts, imported, listed, nip, notices, reconciles, refused, warned

HEADING: list[Cell] = ["No", "Kode", "Nama Unit", "Singkatan", "Kode Induk", "Induk", "Nama Lama", "Ditutup"]


def unit(
    code: Cell = None,
    name: Cell = "Dinas A",
    *,
    short: Cell = None,
    under_code: Cell = None,
    under: Cell = None,
    former: Cell = None,
    closed: Cell = None,
) -> list[Cell]:
    return [1, code, name, short, under_code, under, former, closed]


def tree(app: App) -> list[tuple[str, str | None]]:
    """Every unit with its parent, by name."""
    return sorted((row["name"], row["parent"]) for row in listed(app, "agencies"))


def test_a_tree_arrives_whatever_the_order_of_its_rows(app: App, sheet: SheetWriter) -> None:
    rows = [
        unit(None, "Seksi Data", under="Bidang Informatika"),
        unit("1.1", "Bidang Informatika", under_code="1"),
        unit("1", "Dinas A"),
    ]
    plan = imported(app, sheet([HEADING, *rows]))
    assert (counts(plan), plan.problems, reconciles(plan)) == ({"new": 3}, (), True)
    assert tree(app) == [("Bidang Informatika", "Dinas A"), ("Dinas A", None), ("Seksi Data", "Bidang Informatika")]
    assert counts(imported(app, sheet([HEADING, *rows]))) == {"same": 3}
    assert counts(imported(app, sheet([HEADING, *reversed(rows)]))) == {"same": 3}


def test_a_new_name_for_a_code_keeps_the_old_one(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([HEADING, unit("1", "Dinas Infokom")]))
    plan = imported(app, sheet([HEADING, unit("1", "Dinas Komunikasi dan Informatika")]))
    assert changes(plan) == [("name", "Dinas Infokom", "Dinas Komunikasi dan Informatika")]
    (row,) = listed(app, "agencies")
    assert (row["name"], row["former_names"]) == ("Dinas Komunikasi dan Informatika", ["Dinas Infokom"])
    person = sheet([["NIP", "Nama", "Unit Kerja"], [nip(1), "Siti", "DINAS INFOKOM"]], "people.xlsx")
    assert not imported(app, person).needs_consent


def test_another_spelling_is_no_new_name(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([HEADING, unit("1", "Dinas A")]))
    assert counts(imported(app, sheet([HEADING, unit("1", "DINAS  A")]))) == {"same": 1}


def test_a_sheet_brings_what_was_not_known_and_erases_nothing(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([HEADING, unit(None, "Dinas A")]))
    plan = imported(
        app, sheet([HEADING, unit("1", "Dinas A", short="DA", former="Kantor A; Badan A", closed="31-12-2025")])
    )
    assert counts(plan) == {"changed": 1}
    assert [it[0] for it in changes(plan)] == ["code", "short_name", "closed_on", "former_names", "former_names"]
    assert counts(imported(app, sheet([HEADING, unit("1", "Dinas A")]))) == {"same": 1}
    (row,) = listed(app, "agencies")
    stored = (row["code"], row["short_name"], row["closed_on"], row["former_names"])
    assert stored == ("1", "DA", date(2025, 12, 31), ["Kantor A", "Badan A"])


def test_a_unit_moves_to_another_parent(app: App, sheet: SheetWriter) -> None:
    rows = [unit("1", "Dinas A"), unit("2", "Dinas B"), unit("1.1", "Bidang C", under_code="1")]
    imported(app, sheet([HEADING, *rows]))
    plan = imported(app, sheet([HEADING, unit("1.1", "Bidang C", under="DINAS B")]))
    assert counts(plan) == {"changed": 1}
    assert ("Bidang C", "Dinas B") in tree(app)


def test_units_of_one_name_differ_by_their_parents(app: App, sheet: SheetWriter) -> None:
    rows = [
        unit(None, "Dinas A"),
        unit(None, "Sekretariat", under="Dinas A"),
        unit(None, "Dinas B"),
        unit(None, "Sekretariat", under="Dinas B"),
    ]
    plan = imported(app, sheet([HEADING, *rows]))
    assert (counts(plan), reconciles(plan)) == ({"new": 4}, True)
    assert [parent for name, parent in tree(app) if name == "Sekretariat"] == ["Dinas A", "Dinas B"]
    again = imported(app, sheet([HEADING, *rows]))
    assert (counts(again), reconciles(again)) == ({"same": 4}, True)


def test_units_of_one_name_differ_by_their_codes(app: App, sheet: SheetWriter) -> None:
    rows = [unit("1", "Sekretariat"), unit("2", "Sekretariat"), unit("3", "SEKRETARIAT")]
    plan = imported(app, sheet([HEADING, *rows]))
    assert (counts(plan), reconciles(plan)) == ({"new": 3}, True)
    assert counts(imported(app, sheet([HEADING, *rows]))) == {"same": 3}


def test_a_name_that_several_units_bear_is_asked_for(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([HEADING, unit("1", "Sekretariat"), unit("2", "Sekretariat")]))
    plan = imported(app, sheet([HEADING, unit(None, "Sekretariat", short="S")]))
    assert (refused(plan), reconciles(plan)) == ({2: "value.ambiguous"}, True)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (unit("1", "Dinas A"), unit("1", "Dinas A")),
        (unit("1", "Dinas A"), unit("1", "Dinas B")),
        (unit(None, "Dinas A"), unit(None, "DINAS A")),
        (unit("1", "Dinas A"), unit(None, "Dinas A")),
        (unit(None, "Dinas A"), unit("1", "Dinas A")),
    ],
)
def test_the_first_of_several_rows_of_a_unit_stands(
    app: App, sheet: SheetWriter, first: list[Cell], second: list[Cell]
) -> None:
    for _ in range(2):
        plan = imported(app, sheet([HEADING, first, second]))
        assert (refused(plan), reconciles(plan)) == ({3: "row.duplicate"}, True)
        assert [row["name"] for row in listed(app, "agencies")] == ["Dinas A"]


@pytest.mark.parametrize("name", [None, "-", " "])
def test_a_unit_without_a_name_is_refused(app: App, sheet: SheetWriter, name: Cell) -> None:
    assert refused(imported(app, sheet([HEADING, unit("1", name), unit("2", "Dinas B")]))) == {2: "name.missing"}


def test_an_unknown_parent_is_told_and_refuses_nobody(app: App, sheet: SheetWriter) -> None:
    rows = [
        unit("1", "Dinas A", under_code="9"),
        unit("2", "Dinas B", under="Dinas Z"),
        unit("3", "Dinas C", under_code="3"),
    ]
    plan = imported(app, sheet([HEADING, *rows]))
    assert (warned(plan), counts(plan)) == ([(row, "value.unknown") for row in (2, 3, 4)], {"new": 3})


def test_nobody_is_above_himself(app: App, sheet: SheetWriter) -> None:
    """A ring of parents, in one sheet or closed by a second one, is told and not taken over."""
    imported(app, sheet([HEADING, unit("1", "Dinas A"), unit("2", "Bidang B", under_code="1")]))
    plan = imported(app, sheet([HEADING, unit("1", "Dinas A", under_code="2")]))
    assert (counts(plan), warned(plan)) == ({"same": 1}, [(2, "value.unknown")])
    ring = [unit("5", "E", under_code="6"), unit("6", "F", under_code="7"), unit("7", "G", under_code="5")]
    plan = imported(app, sheet([HEADING, *ring]))
    assert (counts(plan), [code for _, code in warned(plan)]) == ({"new": 3}, ["value.unknown"])
    assert ("Dinas A", None) in tree(app)


def test_codes_that_go_on_from_others_tell_the_tree(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["Kode", "Nama Unit"],
        ["1.01.", "Dinas A"],
        ["1.01.2", "Sekretariat"],
        ["1.01.2.1", "Subbagian Umum"],
        ["1.02", "Dinas B"],
        ["1.02-2", "Sekretariat"],
        ["1.020", "Dinas C"],
    ]
    imported(app, sheet(rows))
    assert tree(app) == [
        ("Dinas A", None),
        ("Dinas B", None),
        ("Dinas C", None),
        ("Sekretariat", "Dinas A"),
        ("Sekretariat", "Dinas B"),
        ("Subbagian Umum", "Sekretariat"),
    ]
    assert counts(imported(app, sheet(rows))) == {"same": 6}


def test_units_stand_below_the_agency_of_their_section(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([HEADING, unit("A", "Dinas A"), unit("B", "Dinas B")]))
    rows: list[list[Cell]] = [
        ["No", "Kode Unit Kerja", "Nama Unit Kerja"],
        ["Dinas A"],
        [1, "K1", "Sekretariat"],
        ["Dinas B"],
        [1, "K2", "Sekretariat"],
        ["Dinas C"],
        [1, "K3", "Sekretariat"],
    ]
    plan = imported(app, sheet(rows))
    assert (warned(plan), notices(plan)) == ([], {"agencies.created": ("Dinas C",)})
    parents = {(row["code"], row["parent"]) for row in listed(app, "agencies") if row["name"] == "Sekretariat"}
    assert parents == {("K1", "Dinas A"), ("K2", "Dinas B"), ("K3", "Dinas C")}
    assert reconciles(plan)


def test_siasn_s_units_are_known_by_their_own_headings(app: App, sheet: SheetWriter) -> None:
    heading: list[Cell] = ["Id", "NamaUnor", "DiatasanId", "EselonId", "NamaJabatan", "CepatKode"]
    plan = imported(app, sheet([heading, ["A1", "Dinas A", "", "21", "Kepala Dinas", "1"],
                                ["B2", "Bidang B", "A1", "32", "Kepala Bidang", "2"]]))  # fmt: skip
    assert (plan.kind, tree(app)) == ("agencies", [("Bidang B", "Dinas A"), ("Dinas A", None)])


@pytest.mark.parametrize("with_codes", [True, False])
def test_of_namesakes_the_one_in_the_same_branch_is_the_parent(
    app: App, sheet: SheetWriter, *, with_codes: bool
) -> None:
    rows: list[list[Cell]] = [["Kode", "Nama Unit Kerja", "Unit Induk"]]
    for code, agency in (("20", "Dinas Sosial"), ("21", "Dinas Perikanan")):
        rows += [
            [code, agency, None],
            [f"{code}.1", "Sekretariat", agency],
            [f"{code}.1.1", f"Subbag {code}", "Sekretariat"],
        ]
    if with_codes:
        rows[1:] = sorted(rows[1:], key=lambda row: -len(str(row[0])))
    else:
        rows = [row[1:] for row in rows]
    plan = imported(app, sheet(rows))
    assert (counts(plan), plan.problems) == ({"new": 6}, ())
    codes = {row["code"]: row for row in listed(app, "agencies")}
    if with_codes:
        assert [codes[it]["parent_code"] for it in ("20.1.1", "21.1.1")] == ["20.1", "21.1"]
    assert [row for row in tree(app) if row[0].startswith("Subbag")] == [
        ("Subbag 20", "Sekretariat"),
        ("Subbag 21", "Sekretariat"),
    ]
