"""Taking a merge back: the other record returns with its rows, what was edited since stays and is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from db import ChangeSetHeader
from db.queries import writing
from smartpns_desktop.app import App
from smartpns_desktop.domain.people_merging import Side
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.unmerging import UnmergeResult
from tests.services.edit_checks import refused, snapshot
from tests.services.imports.outcomes import employee, listed

KEEP, OTHER = "198503122010012001", "198503122021212001"


@pytest.fixture
def pair(app: App) -> App:
    """One person twice, with one grade of one day and a training each."""
    with app.database.write(ChangeSetHeader("edit", "penguji", "Dua catatan")) as writer:
        for number, name, grade in ((KEEP, "Siti Aminah", "33"), (OTHER, "Sitti Aminah", "34")):
            row = {"nip": number, "name": name, "kind": "PNS", "address": f"Jl. {name}"}
            key = writing.insert_one(writer, "employees", row)
            state = {"employee_id": key, "effective_date": "2020-04-01", "grade_code": grade}
            writing.insert_one(writer, "grade_history", state)
            course = {"employee_id": key, "name": f"Kursus {grade}", "name_key": f"kursus {grade}", "verified": False}
            writing.insert_one(writer, "trainings", course)
    return app


def merge(app: App) -> int:
    return app.merging.merge(KEEP, OTHER, {"name": Side.OTHER, "address": Side.OTHER}).change_set


def key(app: App, number: str = KEEP) -> int:
    return app.employees.by_nip(number).key


def training(app: App, name: str) -> int:
    (found,) = app.lists.keys("trainings", ListQuery(where=(("name", name),)))
    return found


def stayed(result: UnmergeResult) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(it.thing, it.reason, it.fields) for it in result.stayed]


def exported(app: App, folder: Path) -> list[dict[str, bytes]]:
    """All parts of the workbooks of people and trainings but the one that says when they were made."""
    folder.mkdir()
    found = []
    for kind in ("employees", "trainings"):
        out = folder / f"{kind}.xlsx"
        app.exports.export(kind, out)
        with ZipFile(out) as parts:
            found.append({name: parts.read(name) for name in parts.namelist() if name != "docProps/core.xml"})
    return found


def test_nothing_is_other_than_before(pair: App, tmp_path: Path) -> None:
    before, books = snapshot(pair), exported(pair, tmp_path / "before")
    number = merge(pair)
    assert exported(pair, tmp_path / "merged") != books
    result = pair.unmerging.unmerge(number)
    assert (result.batch, result.returned, result.stayed) == (number, f"{OTHER} Sitti Aminah", ())
    assert snapshot(pair) == before
    assert exported(pair, tmp_path / "after") == books
    assert pair.health.check().sound
    assert [it["nip"] for it in pair.lists.rows("employees", ListQuery())[1]] == [KEEP, OTHER]


def test_it_is_an_undoing_which_redo_does_again(pair: App) -> None:
    number = merge(pair)
    after = snapshot(pair)
    pair.unmerging.unmerge(number)
    turn = pair.undo.next_redo()
    assert turn is not None
    assert turn.number == number
    pair.undo.redo(number)
    assert snapshot(pair) == after
    assert pair.unmerging.unmerge(number).stayed == ()


def test_fields_that_were_edited_since_stay_and_are_told(pair: App) -> None:
    number = merge(pair)
    pair.employees.change(key(pair), {"address": "Jl. Baru", "phone": "0811"})
    refused(pair, "undo.blocked", lambda: pair.undo.undo(number))
    result = pair.unmerging.unmerge(number)
    assert stayed(result) == [("Pegawai Sitti Aminah", "edited", ("Alamat",))]
    assert [it.code for it in result.notices] == ["unmerge.edited"]
    kept, returned = (pair.employees.by_nip(it) for it in (KEEP, OTHER))
    assert (kept.name, kept.address, kept.phone) == ("Siti Aminah", "Jl. Baru", "0811")
    assert (returned.name, returned.address) == ("Sitti Aminah", "Jl. Sitti Aminah")
    assert [it.grade for it in returned.grades] == ["III/d"]


def test_an_edit_that_was_undone_again_stands_in_nobodys_way(pair: App) -> None:
    before = snapshot(pair)
    number = merge(pair)
    edit = pair.employees.change(key(pair), {"address": "Jl. Baru"})
    assert edit.change_set is not None
    pair.undo.undo(edit.change_set)
    assert pair.unmerging.unmerge(number).stayed == ()
    assert snapshot(pair) == before


def test_a_moved_row_goes_back_with_what_was_edited_in_it(pair: App) -> None:
    number = merge(pair)
    pair.trainings.change(training(pair, "Kursus 34"), {"organiser": "LAN"})
    assert pair.unmerging.unmerge(number).stayed == ()
    (row,) = listed(pair, "trainings", nip=OTHER)
    assert (row["name"], row["organiser"]) == ("Kursus 34", "LAN")


def test_a_row_that_was_deleted_since_stays_deleted(pair: App) -> None:
    number = merge(pair)
    pair.trainings.delete(training(pair, "Kursus 34"))
    result = pair.unmerging.unmerge(number)
    assert [it[1] for it in stayed(result)] == ["deleted"]
    assert [it["nip"] for it in listed(pair, "trainings")] == [KEEP]


def test_what_was_recorded_since_stays_with_the_one_who_stayed(pair: App) -> None:
    number = merge(pair)
    pair.employees.add_state(key(pair), History.GRADE, date(2024, 4, 1), {"grade_code": "41"})
    result = pair.unmerging.unmerge(number)
    assert stayed(result) == [("Riwayat golongan IV/a, 1 Apr 2024", "added", ())]
    assert (employee(pair, KEEP)["grade"], employee(pair, OTHER)["grade"]) == ("IV/a", "III/d")


def test_what_cannot_be_taken_back_is_refused(pair: App) -> None:
    number = merge(pair)
    edit = pair.employees.change(key(pair), {"phone": "1"}).change_set
    refused(pair, "merge.not_one", lambda: pair.unmerging.unmerge(edit or 0))
    refused(pair, "batch.unknown", lambda: pair.unmerging.unmerge(999))
    pair.unmerging.unmerge(number)
    refused(pair, "batch.already_undone", lambda: pair.unmerging.unmerge(number))


def test_a_merge_into_one_who_was_merged_since_waits_for_the_newer_one(pair: App) -> None:
    before = snapshot(pair)
    first = merge(pair)
    pair.employees.add({"nip": "198503122019032001", "name": "Siti A", "kind": "PNS"})
    between = snapshot(pair)
    second = pair.merging.merge("198503122019032001", KEEP).change_set
    refused(pair, "unmerge.blocked", lambda: pair.unmerging.unmerge(first))
    pair.unmerging.unmerge(second)
    assert snapshot(pair) == between
    pair.unmerging.unmerge(first)
    assert {name: rows for name, rows in snapshot(pair).items() if name != "employees"} == {
        name: rows for name, rows in before.items() if name != "employees"
    }


def test_a_nip_that_was_given_to_somebody_else_is_not_taken_away(pair: App) -> None:
    number = merge(pair)
    with pair.database.write(ChangeSetHeader("edit", "penguji", "NIP dipakai lagi")) as writer:
        writing.insert_one(writer, "employees", {"nip": OTHER, "name": "Orang lain", "kind": "PNS"})
    refused(pair, "unmerge.blocked", lambda: pair.unmerging.unmerge(number))


@pytest.mark.parametrize("places", [(0, 1), (7, 3), (20, 39)])
def test_any_two_people_of_a_city_are_themselves_again(app: App, places: tuple[int, int]) -> None:
    app.demo.fill(40, today=date(2026, 3, 2))
    people = [it["nip"] for it in app.lists.rows("employees", ListQuery())[1]]
    before = snapshot(app)
    number = app.merging.merge(*(people[place] for place in places)).change_set
    assert len(app.lists.rows("employees", ListQuery())[1]) == len(people) - 1
    assert app.unmerging.unmerge(number).stayed == ()
    assert snapshot(app) == before
    assert app.health.check().sound
