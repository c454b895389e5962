"""Whom a row means: by NIP, by what is left of one, by NIK, by name and birth date; never by a guess."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.exchange.lexicon import LEAVE, WHOM
from smartpns_desktop.services.imports.choices import ImportChoices
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.imports.questions import Question
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import (
    counts,
    employee,
    imported,
    listed,
    nip,
    notices,
    reconciles,
    refused,
    warned,
)

SITI, BUDI, RINA = nip(3), nip(4), nip(7, born="19900417", since="201903", sex=1)
SITI_NIK, RINA_NIK = "6474035203850001", "6474031704900002"
DAMAGED = float(SITI)
HEADING = ["NIP", "Nama Pegawai", "Nama Pelatihan", "Mulai", "NIK", "Tanggal Lahir"]
STAFF: list[list[Cell]] = [
    ["NIP", "Nama", "NIK", "Tanggal Lahir"],
    [SITI, "Siti Aminah, S.E.", SITI_NIK, date(1985, 3, 12)],
    [BUDI, "Budi Santoso", None, date(1985, 3, 12)],
    [RINA, "Rina Wati", RINA_NIK, date(1990, 4, 17)],
]


@pytest.fixture
def staffed(app: App, sheet: SheetWriter) -> App:
    """Siti and Budi, whose NIPs begin alike, and Rina."""
    imported(app, sheet(STAFF, "people.xlsx"))
    return app


def course(who: Cell, person: Cell, name: str = "Bimtek SPBE", *, nik: Cell = None, born: Cell = None) -> list[Cell]:
    return [who, person, name, date(2026, 3, 2), nik, born]


def attended(app: App) -> list[str]:
    return sorted(row["nip"] for row in listed(app, "trainings"))


def window_plan(app: App, path: Path, answers: dict[str, str] | None = None) -> ImportPlan:
    """The plan of a window that was given these answers to whom rows mean."""
    look = app.imports.look(path)
    assert look.kind is not None
    values = {(WHOM, asked): answer for asked, answer in (answers or {}).items()}
    return app.imports.plan_of(look, ImportChoices(look.kind, values=values, sender="Kecamatan Contoh"))


def whom(app: App, plan: ImportPlan) -> list[Question]:
    return [it for it in app.imports.questions_of(plan) if it.field == WHOM]


def people_in(question: Question) -> list[str]:
    return [it.label.partition(" · ")[0].replace(" ", "") for it in question.proposals[:-1]]


@pytest.mark.parametrize(
    "cell", [DAMAGED, "1.98503122010012E+17", "198503122010012000", f"{int(DAMAGED)}", f"{SITI}.0"]
)
def test_a_damaged_nip_is_refused_and_told_whom_it_means(staffed: App, sheet: SheetWriter, cell: Cell) -> None:
    plan = imported(staffed, sheet([HEADING, course(cell, "Siti Aminah")]))
    assert refused(plan) == {2: "nip.damaged"}
    assert plan.problems[0].facts["proposal"] == f"{SITI} Siti Aminah"
    assert attended(staffed) == []


@pytest.mark.parametrize(
    ("cell", "person"),
    [
        (DAMAGED, "Joko Widagdo"),
        (DAMAGED, None),
        (float(nip(1, born="19700101", since="199503")), "Siti Aminah"),
        ("1,9E+17", "Siti Aminah"),
    ],
)
def test_nobody_is_proposed_where_digits_and_name_do_not_agree(
    staffed: App, sheet: SheetWriter, cell: Cell, person: Cell
) -> None:
    plan = imported(staffed, sheet([HEADING, course(cell, person)]), repair_ids=True)
    assert refused(plan) == {2: "nip.damaged"}
    assert not plan.problems[0].facts.get("proposal")
    assert whom(staffed, window_plan(staffed, plan.path)) == []


def test_unambiguous_repairs_are_made_where_asked_for_and_listed(staffed: App, sheet: SheetWriter) -> None:
    rows = [
        course(DAMAGED, "SITI AMINAH, SE"),
        course(DAMAGED, "Budi Santosa", "Diklat PBJ"),
        course(RINA, "Rina Wati"),
    ]
    plan = imported(staffed, sheet([HEADING, *rows]), repair_ids=True)
    assert (refused(plan), counts(plan)) == ({}, {"new": 3})
    assert attended(staffed) == [SITI, BUDI, RINA]
    assert warned(plan) == [(2, "nip.repaired"), (3, "nip.repaired")]
    assert notices(plan)["nip.repaired"] == (
        f"2: {DAMAGED!r} → {SITI} Siti Aminah", f"3: {DAMAGED!r} → {BUDI} Budi Santoso",
    )  # fmt: skip
    assert reconciles(plan)


def test_a_nip_with_fewer_digits_left_is_asked_about_but_never_mended_unasked(staffed: App, sheet: SheetWriter) -> None:
    path = sheet([HEADING, course("1,98503E+17", "Siti Aminah")])
    assert refused(imported(staffed, path, repair_ids=True)) == {2: "nip.damaged"}
    (question,) = whom(staffed, window_plan(staffed, path))
    assert people_in(question) == [SITI]


def test_a_name_that_is_only_like_is_never_mended_unasked(staffed: App, sheet: SheetWriter) -> None:
    plan = imported(staffed, sheet([HEADING, course(DAMAGED, "Siti Aminah Putri")]), repair_ids=True)
    assert (refused(plan), plan.problems[0].facts["proposal"]) == ({2: "nip.damaged"}, f"{SITI} Siti Aminah")


def test_two_people_of_one_beginning_and_name_are_never_told_apart_by_us(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti Aminah"], [BUDI, "Siti Aminah"]], "people.xlsx"))
    path = sheet([HEADING, course(DAMAGED, "Siti Aminah")])
    assert refused(imported(app, path, repair_ids=True)) == {2: "nip.damaged"}
    (question,) = whom(app, window_plan(app, path))
    assert people_in(question) == [SITI, BUDI]


def test_an_answer_mends_all_rows_of_its_spelling_and_is_not_remembered(staffed: App, sheet: SheetWriter) -> None:
    path = sheet([HEADING, course(DAMAGED, "Siti Aminah"), course(DAMAGED, "Siti Aminah", "Diklat PBJ")])
    (question,) = whom(staffed, window_plan(staffed, path))
    assert (question.code, question.rows, question.is_open, question.rejects) == ("whom.damaged", 2, True, True)
    assert question.spellings == (f"{SITI[:15]}??? · Siti Aminah",)
    yes, no = (it.answer for it in question.proposals)
    plan = window_plan(staffed, path, {question.spellings[0]: yes})
    assert (refused(plan), counts(plan)) == ({}, {"new": 2})
    (answered,) = whom(staffed, plan)
    assert answered.answer == yes
    staffed.imports.apply(plan)
    assert attended(staffed) == [SITI, SITI]
    assert (no, refused(window_plan(staffed, path, {question.spellings[0]: no}))) == (
        LEAVE,
        dict.fromkeys((2, 3), "nip.damaged"),
    )
    assert refused(window_plan(staffed, path)) == dict.fromkeys((2, 3), "nip.damaged")


def test_a_mended_row_stays_out_where_something_else_is_wrong(staffed: App, sheet: SheetWriter) -> None:
    row = course(DAMAGED, "Siti Aminah")
    row[3] = "31/02/2026"
    assert refused(imported(staffed, sheet([HEADING, row]), repair_ids=True)) == {2: "date.unreadable"}


def test_the_same_training_mended_twice_is_one(staffed: App, sheet: SheetWriter) -> None:
    rows = [course(DAMAGED, "Siti Aminah"), course(SITI, "Siti Aminah")]
    plan = imported(staffed, sheet([HEADING, *rows]), repair_ids=True)
    assert (refused(plan), counts(plan)) == ({3: "row.duplicate"}, {"new": 1, "rejected": 1})


def test_employees_are_mended_alike_and_a_person_twice_is_a_duplicate(staffed: App, sheet: SheetWriter) -> None:
    path = sheet([["NIP", "Nama", "HP"], [DAMAGED, "Siti Aminah", "0812"], [SITI, "Siti Aminah", "0813"]])
    assert refused(staffed.imports.plan(path)) == {2: "nip.damaged"}
    plan = imported(staffed, path, repair_ids=True)
    assert (refused(plan), counts(plan)) == ({3: "row.duplicate"}, {"changed": 1, "rejected": 1})
    assert employee(staffed, SITI)["phone"] == "0812"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        # A float of 18 digits: the whole column went through one.
        (
            [int(float(nip(number, born=f"198{number}0312"))) for number in (3, 5, 6)],
            dict.fromkeys((2, 3, 4), "nip.damaged"),
        ),
        # Alone it may be chance.
        ([int(nip(32))], {}),
        ([int(nip(3)), int(nip(4)), int(nip(5))], {}),
    ],
)
def test_nips_that_went_through_floats_are_noticed(
    app: App, sheet: SheetWriter, numbers: Sequence[int], expected: dict[int, str]
) -> None:
    rows: list[list[Cell]] = [[str(number), f"Pegawai {number % 7}"] for number in numbers]
    assert refused(imported(app, sheet([["NIP", "Nama"], *rows]))) == expected


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (course(None, "Siapa Saja", nik=RINA_NIK), RINA),
        (course(None, "Rina", nik=f"'{RINA_NIK[:6]} {RINA_NIK[6:]}"), RINA),
        (course(None, "SITI AMINAH", born=date(1985, 3, 12)), SITI),
        (course(None, "Hj. Siti Aminah, S.E., M.Si.", born="12 Maret 1985"), SITI),
    ],
)
def test_who_has_no_nip_is_found_by_nik_else_by_name_and_birth_date(
    staffed: App, sheet: SheetWriter, row: list[Cell], found: str
) -> None:
    plan = imported(staffed, sheet([HEADING, row]))
    assert (refused(plan), attended(staffed)) == ({}, [found])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (course(None, "Siti Aminah"), "nip.not_18_digits"),
        (course(None, "Siti Aminah", born=date(1985, 3, 13)), "nip.not_18_digits"),
        (course(None, None), "nip.not_18_digits"),
        (course(nip(9), "Tidak Dikenal"), "person.unknown"),
    ],
)
def test_a_name_alone_is_never_enough(staffed: App, sheet: SheetWriter, row: list[Cell], code: str) -> None:
    assert refused(imported(staffed, sheet([HEADING, row]))) == {2: code}


def test_a_name_alone_is_asked_about(staffed: App, sheet: SheetWriter) -> None:
    path = sheet([HEADING, course(None, "Siti Aminnah")])
    (question,) = whom(staffed, window_plan(staffed, path))
    assert (question.code, people_in(question)) == ("whom.unknown", [SITI])
    plan = window_plan(staffed, path, {question.spellings[0]: question.proposals[0].answer})
    assert (refused(plan), warned(plan)) == ({}, [(2, "person.told")])


def test_namesakes_are_ambiguous(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet([["NIP", "Nama"], [SITI, "Siti Aminah"], [RINA, "Siti Aminah"]], "people.xlsx"))
    plan = app.imports.plan(sheet([HEADING, course(None, "Siti Aminah")]))
    assert refused(plan) == {2: "person.ambiguous"}


def test_a_rounded_nip_of_somebody_known_is_no_new_person(staffed: App, sheet: SheetWriter) -> None:
    plan = staffed.imports.plan(sheet([["NIP", "Nama"], [str(int(float(SITI))), "Siti Aminah"]]))
    assert refused(plan) == {2: "nip.damaged"}


def test_a_nip_with_a_slip_is_refused_and_told_whose_it_may_be(staffed: App, sheet: SheetWriter) -> None:
    slip = RINA[:-1] + "9"
    plan = staffed.imports.plan(sheet([HEADING, course(slip, "Rina Wati")]))
    assert refused(plan) == {2: "person.unknown"}
    assert plan.problems[0].facts["proposal"] == f"{RINA} Rina Wati"


def test_a_nip_beside_the_name_of_its_neighbour_says_so(staffed: App, sheet: SheetWriter) -> None:
    plan = staffed.imports.plan(sheet([HEADING, course(SITI, "Budi Santoso")]))
    (problem,) = plan.problems
    assert (problem.code, problem.facts["proposal"]) == ("person.name_differs", f"{BUDI} Budi Santoso")


def test_employees_without_nips_are_known_by_nik(staffed: App, sheet: SheetWriter) -> None:
    heading, known = ["NIP", "NIK", "Nama", "HP"], [None, SITI_NIK, "Siti Aminah", "0812"]
    plan = imported(staffed, sheet([heading, known, [None, "6474035203850009", "Orang Baru", "0813"]]))
    assert (refused(plan), counts(plan)) == ({3: "nip.not_18_digits"}, {"changed": 1, "rejected": 1})
    assert employee(staffed, SITI)["phone"] == "0812"


COURSES: list[Cell] = ["NIK", "Nama Peserta", "Nama Pelatihan", "JP"]
BIRTHS: list[Cell] = ["Nama Peserta", "Tgl Lahir", "Nama Pelatihan", "JP"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["NIK", "Nama", "HP"], [SITI_NIK, "Siti Aminah", "0812"], ["", "Budi", "0813"]], {3: "nip.not_18_digits"}),
        ([COURSES, [RINA_NIK, "Rina", "PBJ", "20"], ["6474035203850009", "X", "PBJ", "2"]], {3: "person.unknown"}),
        (
            [BIRTHS, ["Rina Wati", "17-04-1990", "PBJ", "20"], ["Rina Wati", "18-04-1990", "PBJ", "2"]],
            {3: "person.unknown"},
        ),
    ],
)
def test_a_sheet_needs_no_nips_where_something_else_tells_its_people(
    staffed: App, sheet: SheetWriter, rows: list[list[Cell]], expected: dict[int, str]
) -> None:
    plan = imported(staffed, sheet(rows))
    assert (refused(plan), plan.judgement.new + plan.judgement.changed) == (expected, 1)
