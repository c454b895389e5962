"""Merging two records of one person: everything that refers to one comes to the other, nothing is lost untold."""

from __future__ import annotations

from datetime import date

import pytest

from db import ChangeSetHeader
from db.queries import belongings, writing
from db.tables import journal_of, metadata
from smartpns_desktop.app import App
from smartpns_desktop.domain.people_merging import Side
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.people_merging import MergePlan, MergeResult
from tests.services.edit_checks import reasons, refused, snapshot
from tests.services.imports.outcomes import employee, listed

SITI, SITTI = "198503122010012001", "198503122021212001"
WHEN = "2020-04-01"


@pytest.fixture
def pair(app: App) -> App:
    """One person twice: as PNS, and before that as PPPK, with histories and trainings that overlap."""
    with app.database.write(ChangeSetHeader("edit", "penguji", "Dua catatan")) as writer:

        def add(table: str, **row: object) -> int:
            return writing.insert_one(writer, table, row)

        agency = add("agencies", name="Dinas", name_key="dinas", kind="agency")
        keep = add("employees", nip=SITI, name="Siti Aminah", kind="PNS", phone="0811", birth_date="1985-03-12")
        other = add("employees", nip=SITTI, name="Sitti Aminah", kind="PPPK", email="siti@contoh.id")
        for who, grade, decree in ((keep, "33", None), (other, "34", "SK-1")):
            add("grade_history", employee_id=who, effective_date=WHEN, grade_code=grade, decree_number=decree)
        add("grade_history", employee_id=other, effective_date="2018-04-01", grade_code="32")
        add("post_history", employee_id=other, effective_date=WHEN, agency_id=agency)
        course = {"name": "Bimtek", "name_key": "bimtek", "start_date": "2025-02-01", "end_date": "2025-02-02"}
        add("trainings", employee_id=keep, **course, verified=False, year=2025)
        add("trainings", employee_id=other, **course, verified=True, year=2025, jp=12, form_code=None)
        add("trainings", employee_id=other, name="Seminar", name_key="seminar", verified=False)
    return app


def key(app: App, number: str) -> int:
    (found,) = app.lists.keys("employees", ListQuery(where=(("nip", number),)))
    return found


def merged(app: App, **take: Side) -> MergeResult:
    return app.merging.merge(SITI, SITTI, take)


def told(plan: MergePlan) -> list[tuple[str, list[tuple[str, str, str]], list[tuple[str, str, str]]]]:
    return [
        (it.thing, *([(one.name, one.before, one.after) for one in which] for which in (it.filled, it.dropped)))
        for it in plan.united
    ]


def test_a_plan_tells_what_moves_what_is_united_and_what_is_lost(pair: App) -> None:
    before = snapshot(pair)
    plan = pair.merging.plan(SITI, SITTI)
    assert snapshot(pair) == before
    assert dict(plan.moved) == {"grade_history": 1, "post_history": 1, "trainings": 1}
    assert told(plan) == [
        ("Riwayat golongan III/c, 1 Apr 2020", [("decree_number", "", "SK-1")], [("grade_code", "III/d", "III/c")]),
        ("Pelatihan Bimtek, 1 Feb 2025", [("jp", "", "12"), ("verified", "tidak", "ya")], []),
    ]
    taken = {it.field: it.taken.value for it in plan.fields}
    assert taken == {"name": "keep", "birth_date": "keep", "phone": "keep", "email": "other", "kind": "keep"}


def test_the_one_who_stays_has_everything_and_the_other_is_gone(pair: App) -> None:
    pair.merging.merge(SITI, SITTI, {"name": Side.OTHER})
    assert [it["nip"] for it in listed(pair, "employees")] == [SITI]
    record = pair.employees.by_nip(SITI)
    assert (record.name, record.phone, record.email) == ("Sitti Aminah", "0811", "siti@contoh.id")
    assert [(it.effective, it.grade) for it in record.grades] == [
        (date(2020, 4, 1), "III/c"), (date(2018, 4, 1), "III/b"),
    ]  # fmt: skip
    assert employee(pair, SITI)["agency"] == "Dinas"
    rows = {it["name"]: it for it in listed(pair, "trainings", nip=SITI)}
    assert set(rows) == {"Bimtek", "Seminar"}
    assert (rows["Bimtek"]["jp"], rows["Bimtek"]["jp_counted"], rows["Bimtek"]["verified"]) == (12, 12, True)


def test_it_is_one_change_set_which_undo_and_redo_carry_back_and_forth(pair: App) -> None:
    before = snapshot(pair)
    result = merged(pair)
    after = snapshot(pair)
    assert reasons(pair)[0] == f"Gabungkan Sitti Aminah {SITTI} ke Siti Aminah {SITI}"
    assert listed(pair, "changes")[0]["kind"] == "merge"
    assert (result.changes.employees, result.changes.trainings) == (True, True)
    pair.undo.undo(result.change_set)
    assert snapshot(pair) == before
    assert employee(pair, SITI)["agency"] is None
    pair.undo.redo(result.change_set)
    assert snapshot(pair) == after
    assert pair.health.check().sound


def test_the_nip_that_went_finds_the_one_who_stays(pair: App) -> None:
    keep = key(pair, SITI)
    merged(pair)
    assert pair.employees.by_nip(SITTI).key == keep
    (problem,) = (
        it for it in pair.employees.problems({"nip": SITTI, "name": "X", "kind": "PPPK"}) if "taken" in it.code
    )
    assert problem.facts == {"stored": "Siti Aminah"}
    refused(pair, "merge.same_person", lambda: pair.merging.merge(SITI, SITTI), name="Siti Aminah")


def test_former_nips_go_along_when_the_one_who_stayed_is_merged_too(pair: App) -> None:
    merged(pair)
    third, _ = pair.employees.add({"nip": "198503122019032001", "name": "Siti A", "kind": "PNS"})
    pair.merging.merge("198503122019032001", SITI)
    assert {pair.employees.by_nip(number).key for number in (SITI, SITTI)} == {third}


@pytest.mark.parametrize(
    ("keep", "other", "take", "code"),
    [
        (SITI, SITI, {}, "merge.same_person"),
        (SITI, "198503122010012999", {}, "employee.unknown"),
        ("198503122010012999", SITI, {}, "employee.unknown"),
        (SITI, SITTI, {"nip": Side.OTHER}, "argument.unknown_field"),
        (SITI, SITTI, {"uuid": Side.OTHER}, "argument.unknown_field"),
    ],
)
def test_what_cannot_be_merged_is_refused(pair: App, keep: str, other: str, take: dict[str, Side], code: str) -> None:
    refused(pair, code, lambda: pair.merging.merge(keep, other, take))
    refused(pair, code, lambda: pair.merging.plan(keep, other, take))


def test_whatever_refers_to_a_person_is_journalled_so_that_it_comes_along() -> None:
    referring = {
        table.name
        for table in metadata.sorted_tables
        for reference in table.foreign_keys
        if reference.column.table.name == "employees"
    }
    # A file can be attached to anything.
    referring.add("attachments")
    assert referring == {it.table for it in belongings.belongings("employees")}
    assert all(journal_of(metadata.tables[name]) for name in referring)


def test_two_courses_with_two_certificates_stay_two(pair: App) -> None:
    for number, certificate in ((SITI, "A-1"), (SITTI, "B-2")):
        row = {
            "employee_id": key(pair, number),
            "name": "Kursus",
            "start_date": date(2025, 5, 1),
            "certificate_number": certificate,
        }
        pair.trainings.add({**row, "end_date": row["start_date"]})
    merged(pair)
    courses = [it["certificate"] for it in listed(pair, "trainings", nip=SITI) if it["name"] == "Kursus"]
    assert sorted(courses) == ["A-1", "B-2"]
