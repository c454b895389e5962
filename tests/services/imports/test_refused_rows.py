"""Rows of an employee sheet that are refused, and that nothing is stored where one is."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.services.imports.plan import ImportPlan
from tests.conftest import Cell, SheetWriter
from tests.contents import content_digest
from tests.services.imports.outcomes import counts, employee, imported, listed, nip, reconciles, refused, warned

SITI, BUDI = nip(1), nip(2, born="19900417", since="201903", sex=1)


def test_the_first_of_several_rows_of_a_person_stands(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [["NIP", "Nama"], [SITI, "Siti"], [BUDI, "Budi"], [SITI, "Sita"], [f"'{SITI}", "Situ"]]
    plan = imported(app, sheet(rows))
    assert counts(plan) == {"new": 2, "rejected": 2}
    assert refused(plan) == {4: "row.duplicate", 5: "row.duplicate"}
    assert [it.facts["first_row"] for it in plan.problems] == ["2", "2"]
    assert employee(app, SITI)["name"] == "Siti"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (1.97603162007121e17, "nip.damaged"),
        (float(SITI), "nip.damaged"),
        ("1.97603162007121E+17", "nip.damaged"),
        ("1,97603162007121E+17", "nip.damaged"),
        ("197603162007121000", "nip.damaged"),
        ("197603162007120992.0", "nip.damaged"),
        ("19850312201001200", "nip.not_18_digits"),
        (12345.0, "nip.not_18_digits"),
        (None, "nip.not_18_digits"),
        ("honorer", "nip.not_18_digits"),
        ("198513122010012001", "nip.impossible"),
        ("198503121990012001", "nip.impossible"),
        ("198503122010132001", "nip.impossible"),
        ("198503122010013001", "nip.impossible"),
    ],
)
def test_a_nip_that_cannot_be_is_never_taken(app: App, sheet: SheetWriter, cell: Cell, code: str) -> None:
    plan = imported(app, sheet([["NIP", "Nama", "HP"], [cell, "Siti", "0812"], [BUDI, "Budi", "0813"]]))
    assert refused(plan) == {2: code}
    assert reconciles(plan)
    assert [row["nip"] for row in listed(app, "employees")] == [BUDI]


@pytest.mark.parametrize("cell", [f"'{SITI}", "19850312 201001 2 001", " 19850312.201001.2.001 ", f"NIP. {SITI}"])
def test_a_nip_is_known_in_every_dress(app: App, sheet: SheetWriter, cell: str) -> None:
    imported(app, sheet([["NIP", "Nama"], [cell, "Siti"]]))
    assert [row["nip"] for row in listed(app, "employees")] == [SITI]


@pytest.mark.parametrize("cell", [None, "-", "  ", ",", ". ,"])
def test_a_row_without_a_name_is_refused(app: App, sheet: SheetWriter, cell: Cell) -> None:
    plan = imported(app, sheet([["NIP", "Nama", "HP"], [SITI, cell, "0812"], [BUDI, "Budi", "0813"]]))
    assert refused(plan) == {2: "name.missing"}
    assert len(listed(app, "employees")) == 1


def born(*cells: Cell) -> list[list[Cell]]:
    numbered = [[nip(number), f"Pegawai {number}", cell] for number, cell in enumerate(cells, start=1)]
    return [["NIP", "Nama", "Tanggal Lahir"], *numbered]


def test_dates_in_digits_follow_what_their_column_proves(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet(born("03/08/1985", "25/04/1985", date(1985, 3, 12), "12 Maret 1985", "1985-03-12")))
    assert refused(plan) == {}
    assert employee(app, nip(1))["birth_date"] == date(1985, 8, 3)
    assert {employee(app, nip(number))["birth_date"] for number in (3, 4, 5)} == {date(1985, 3, 12)}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("03/08/1985", "04/05/1985"), {2: "date.ambiguous", 3: "date.ambiguous"}),
        (("03/08/1985", "25/04/1985", "04/25/1985"), {2: "date.ambiguous"}),
        (("07/07/1985",), {}),
        (("besok", "31/02/1985", "25/04/1985"), {2: "date.unreadable", 3: "date.unreadable"}),
        ((999999.0, "00-00-0000", 31153.0), {2: "date.unreadable"}),
    ],
)
def test_a_date_that_can_be_two_or_none_is_asked_for(
    app: App, sheet: SheetWriter, cells: tuple[Cell, ...], expected: dict[int, str]
) -> None:
    plan = imported(app, sheet(born(*cells)))
    assert refused(plan) == expected
    assert len(listed(app, "employees")) == len(cells) - len(expected)


def test_what_disagrees_is_told_and_refuses_nobody(app: App, sheet: SheetWriter) -> None:
    heading = ["NIP", "Nama", "Tanggal Lahir", "L/P", "NIK", "Golongan", "Pendidikan"]
    plan = imported(app, sheet([heading, [SITI, "Siti", "13-03-1985", "L", "123", "IX", "Sekolah Hidup"]]))
    assert counts(plan) == {"new": 1}
    codes = ["education.unknown", "grade.unknown", "nik.not_16_digits", "nip.birth_date_differs", "nip.sex_differs"]
    assert sorted(warned(plan)) == [(2, code) for code in codes]
    app.imports.apply(app.imports.plan(sheet([["NIP", "Nama"], [BUDI, "Budi"]])))
    assert len(listed(app, "employees")) == 2


def test_nothing_is_stored_while_a_row_is_refused_unless_it_is_left_out(app: App, sheet: SheetWriter) -> None:
    path = sheet([["NIP", "Nama"], [SITI, "Siti"], ["1", "Budi"]])
    before = content_digest(app.database.path)
    plan = app.imports.plan(path)
    with pytest.raises(CannotDo) as raised:
        app.imports.apply(plan)
    assert (raised.value.code, raised.value.outcome, raised.value.facts) == (
        "import.rejected",
        Outcome.BAD_INPUT,
        {"rejected": "1"},
    )
    assert content_digest(app.database.path) == before
    assert app.imports.apply(plan, good_rows_only=True).batch == 2


def test_a_plan_holds_only_while_nobody_writes(app: App, sheet: SheetWriter) -> None:
    plan = app.imports.plan(sheet([["NIP", "Nama"], [SITI, "Siti"]]))
    imported(app, sheet([["NIP", "Nama"], [BUDI, "Budi"]], "other.xlsx"))
    stale(app, plan)


def test_a_plan_is_applied_once(app: App, sheet: SheetWriter) -> None:
    stale(app, imported(app, sheet([["NIP", "Nama"], [SITI, "Siti"]])))


def test_an_applied_plan_holds_its_rows_no_longer(app: App, sheet: SheetWriter) -> None:
    plan = imported(app, sheet([["NIP", "Nama"], [SITI, "Siti"]]))
    assert (plan.judgement.bundle.size, plan.judgement.new) == (0, 1)


def stale(app: App, plan: ImportPlan) -> None:
    before = content_digest(app.database.path)
    with pytest.raises(CannotDo) as raised:
        app.imports.apply(plan)
    assert (raised.value.code, raised.value.outcome) == ("plan.stale", Outcome.FORBIDDEN)
    assert content_digest(app.database.path) == before
