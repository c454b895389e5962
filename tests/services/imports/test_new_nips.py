"""Employee sheets with a new NIP of somebody known: asked whether it is the same person, never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.exchange.lexicon import CREATE, LEAVE, WHOM
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.imports.questions import Question
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import counts, employee, imported, listed, nip, reconciles, refused, warned

SITI, BUDI = nip(3), nip(4, born="19900417", since="201903", sex=1)
SITI_NIK = "6474035203850001"
NEW = nip(9, born="19850312", since="202403")
PPPK = "198503122024212009"
HEADING: list[Cell] = ["NIP", "Nama", "NIK", "Tanggal Lahir", "HP"]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti with NIK and birth date, Budi whose birth only his NIP tells."""
    people = [[SITI, "Siti Aminah, S.E.", SITI_NIK, date(1985, 3, 12), None], [BUDI, "Budi Santoso", None, None, None]]
    imported(app, sheet([HEADING, *people], "people.xlsx"))
    return app


def answered(app: App, rows: list[list[Cell]], sheet: SheetWriter, answer: str = "") -> ImportPlan:
    """The plan of a window in which that answer is given to every question about whom a row means."""
    look = app.imports.look(sheet([HEADING, *rows], "later.xlsx"))
    plan = app.imports.plan_of(look, ImportChoices("employees"))
    values = {(WHOM, it.spellings[0]): answer for it in asked(app, plan)} if answer else {}
    return app.imports.plan_of(look, ImportChoices("employees", values=values)) if values else plan


def asked(app: App, plan: ImportPlan) -> list[Question]:
    return [it for it in app.imports.questions_of(plan) if it.field == WHOM]


@pytest.mark.parametrize(
    "row",
    [
        [NEW, "Siti A.", SITI_NIK, None, None],
        [NEW, "SITI AMINAH, S.E., M.M.", None, date(1985, 3, 12), None],
        [NEW, "Siti Aminah", None, None, None],
        [nip(8, born="19900417", since="202303", sex=1), "Budi Santoso", None, None, None],
    ],
    ids=["nik", "name and birth", "birth in the NIP", "birth in both NIPs"],
)
def test_a_new_nip_of_somebody_known_is_a_question(staffed: App, sheet: SheetWriter, row: list[Cell]) -> None:
    plan = answered(staffed, [row], sheet)
    assert refused(plan) == {2: "person.same"}
    (question,) = asked(staffed, plan)
    assert (question.code, question.is_open, question.rejects) == ("whom.same", True, True)
    assert [it.answer for it in question.proposals[1:]] == [CREATE, LEAVE]


@pytest.mark.parametrize(
    "row",
    [
        [NEW, "Siti Rahma", None, date(1985, 3, 12), None],
        [NEW, "Siti Aminah", None, date(1985, 3, 13), None],
        [NEW, "Siti Aminah", "6474035203850009", date(1986, 3, 12), None],
    ],
    ids=["another name", "another birth", "another NIK and birth"],
)
def test_who_only_resembles_somebody_is_new(staffed: App, sheet: SheetWriter, row: list[Cell]) -> None:
    assert counts(answered(staffed, [row], sheet)) == {"new": 1}


def test_the_same_person_gets_the_new_nip_and_keeps_the_old_as_a_former_one(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [NEW, "Siti Aminah", SITI_NIK, None, "0812"]
    (question,) = asked(staffed, answered(staffed, [row], sheet))
    plan = answered(staffed, [row], sheet, question.proposals[0].answer)
    assert (counts(plan), warned(plan)) == ({"changed": 1}, [(2, "person.new_nip")])
    assert [(it.field, it.before, it.after) for it in plan.judgement.changes] == [
        ("nip", SITI, NEW),
        ("phone", "", "0812"),
    ]
    batch = staffed.imports.apply(plan).batch
    assert employee(staffed, NEW)["phone"] == "0812"
    old = imported(staffed, sheet([["NIP", "Nama", "HP"], [SITI, "Siti Aminah", "0813"]], "old.xlsx"))
    assert (counts(old), warned(old)) == ({"changed": 1}, [(2, "nip.former")])
    assert batch is not None
    staffed.undo.undo(batch + 1)
    staffed.undo.undo(batch)
    assert employee(staffed, SITI)["phone"] is None
    assert len(listed(staffed, "employees")) == 2


def test_another_person_is_new_and_never_asked_about_again(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [NEW, "Siti Aminah", None, date(1985, 3, 12), None]
    plan = answered(staffed, [row], sheet, CREATE)
    assert (counts(plan), warned(plan)) == ({"new": 1}, [(2, "person.another")])
    staffed.imports.apply(plan)
    assert staffed.duplicates.pairs() == ()
    assert counts(answered(staffed, [row], sheet)) == {"same": 1}


def test_the_answer_to_refuse_it_refuses_it(staffed: App, sheet: SheetWriter) -> None:
    plan = answered(staffed, [[NEW, "Siti Aminah", SITI_NIK, None, None]], sheet, LEAVE)
    assert refused(plan) == {2: "person.same"}
    assert reconciles(plan)


def test_a_sheet_with_both_nips_cannot_make_one_person_of_them(staffed: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        [SITI, "Siti Aminah", SITI_NIK, None, "0812"],
        [NEW, "Siti Aminah", SITI_NIK, None, "0813"],
    ]
    (question,) = asked(staffed, answered(staffed, rows, sheet))
    plan = answered(staffed, rows, sheet, question.proposals[0].answer)
    assert refused(plan) == {3: "row.duplicate"}


def test_whoever_gets_the_nip_of_another_status_has_that_status(staffed: App, sheet: SheetWriter) -> None:
    row: list[Cell] = [PPPK, "Siti Aminah", SITI_NIK, None, None]
    (question,) = asked(staffed, answered(staffed, [row], sheet))
    staffed.imports.apply(answered(staffed, [row], sheet, question.proposals[0].answer))
    assert employee(staffed, PPPK)["kind"] == "PPPK"


def test_repairing_ids_never_answers_it(staffed: App, sheet: SheetWriter) -> None:
    path = sheet([HEADING, [NEW, "Siti Aminah", SITI_NIK, None, None]], "later.xlsx")
    plan = staffed.imports.plan(path, repair_ids=True, take_likely=True)
    assert refused(plan) == {2: "person.same"}


def test_one_nik_below_two_nips_is_told(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [HEADING, [NEW, "Siti", SITI_NIK, None, None], [BUDI, "Budi", SITI_NIK, None, None]]
    plan = imported(app, sheet(rows))
    assert (counts(plan), (3, "nik.twice") in warned(plan)) == ({"new": 2}, True)
