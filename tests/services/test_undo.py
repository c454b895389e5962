"""Taking imports and edits back: whole where nothing stands against it, else with what stays and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db import ChangeSetHeader
from db.queries import writing
from db.tables.journal import journalled_tables_table
from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.undo import UndoResult
from tests.conftest import Cell, SheetWriter
from tests.services.edit_checks import snapshot
from tests.services.imports.outcomes import employee, imported, listed, nip

SITI, BUDI, WATI = nip(1), nip(2), nip(3)
SAMPLES = (
    "siasn_profil_asn.xlsx",
    "riwayat_kursus_siasn.csv",
    "usulan_kebutuhan_tb_diskominfo.xlsx",
    "usulan_kebutuhan_tb_dpuprk.xlsx",
)


def people(*rows: list[Cell]) -> list[list[Cell]]:
    return [["NIP", "Nama", "Golongan", "TMT Golongan", "Unit Kerja"], *rows]


def newest(app: App) -> int:
    return int(listed(app, "changes")[0]["change_set"])


def kept(result: UndoResult) -> list[tuple[str, str, str]]:
    return [(it.kind, it.label, it.reason) for it in result.kept]


def key_of(app: App, kind: str, **where: str) -> int:
    (key,) = app.lists.keys(kind, ListQuery(where=tuple(where.items())))
    return key


def edit(app: App, table: str, key: int, **values: object) -> int:
    """One edit by a person; the number of its change set."""
    with app.database.write(ChangeSetHeader("edit", "penguji", "Uji")) as writer:
        writing.update_rows(writer, table, [(key, values)])
    return writer.change_set_id


def refusal(turn: Callable[[int], UndoResult], number: int) -> CannotDo:
    with pytest.raises(CannotDo) as raised:
        turn(number)
    return raised.value


@pytest.mark.parametrize("last", range(len(SAMPLES)))
def test_an_import_goes_back_and_forth_whole(app: App, samples: Path, last: int) -> None:
    for name in SAMPLES[:last]:
        imported(app, samples / name)
    before = snapshot(app)
    imported(app, samples / SAMPLES[last])
    after, batch = snapshot(app), newest(app)
    for turn, state in (
        (app.undo.undo, before),
        (app.undo.redo, after),
        (app.undo.undo, before),
        (app.undo.redo, after),
    ):
        result = turn(batch)
        assert (result.kept, snapshot(app)) == ((), state)
        assert result.batch == batch
        assert result.change_set == newest(app)
    assert app.health.check().sound


def test_an_undone_import_is_shown_as_such(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(people([SITI, "Siti", "III/a", None, None])))
    batch = newest(app)
    told = []
    for turn in (app.undo.undo, app.undo.redo, app.undo.undo):
        turn(batch)
        told.append([bool(row["undone"]) for row in listed(app, "batches")])
    assert told == [[True], [False], [True]]
    assert [row["kind"] for row in listed(app, "changes")] == ["undo", "redo", "undo", "import", "reference"]


def test_what_an_undo_touched_is_told(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(people([SITI, "Siti", "III/a", None, "Dinas A"])))
    changes = app.undo.undo(newest(app)).changes
    assert (changes.employees, changes.agencies, changes.trainings, changes.study_needs) == (True, True, False, False)
    assert changes.change_set == newest(app)


def test_of_the_first_of_two_imports_what_the_second_touched_stays_whole(app: App, sheet: SheetWriter) -> None:
    """Siti was promoted by the second list, Budi stands in it unchanged, Wati does not stand in it."""
    first: list[list[Cell]] = [
        [SITI, "Siti", "III/a", date(2018, 4, 1), "Dinas A"],
        [BUDI, "Budi", "III/b", date(2018, 4, 1), "Dinas A"],
        [WATI, "Wati", "III/c", date(2018, 4, 1), "Dinas B"],
    ]
    imported(app, sheet(people(*first)))
    batch = newest(app)
    imported(app, sheet(people([SITI, "Siti", "III/b", date(2022, 4, 1), "Dinas A"], first[1])))
    stays = employee(app, SITI)
    result = app.undo.undo(batch)
    assert kept(result) == [("agencies", "Dinas A", "referred"), ("employees", f"{SITI} Siti", "edited")]
    assert result.reverted == 3
    assert listed(app, "employees") == [stays]
    assert [employee(app, SITI, date(year, 6, 1))["grade"] for year in (2019, 2023)] == ["III/a", "III/b"]
    assert [row["name"] for row in listed(app, "agencies")] == ["Dinas A"]
    assert app.health.check().sound


def test_what_is_referred_to_stays(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(people([SITI, "Siti", None, None, None], [BUDI, "Budi", None, None, None])))
    batch = newest(app)
    imported(app, sheet([["NIP", "Nama Pelatihan", "JP"], [BUDI, "Seminar", 20]], "trainings.xlsx"))
    result = app.undo.undo(batch)
    assert kept(result) == [("employees", f"{BUDI} Budi", "referred")]
    assert [row["nip"] for row in listed(app, "employees")] == [BUDI]


def test_after_the_obstacle_is_undone_the_rest_goes_too(app: App, sheet: SheetWriter) -> None:
    before = snapshot(app)
    imported(app, sheet(people([SITI, "Siti", "III/a", None, "Dinas A"], [BUDI, "Budi", "III/a", None, "Dinas B"])))
    batch, after = newest(app), snapshot(app)
    obstacle = edit(app, "employees", key_of(app, "employees", nip=SITI), phone="0812")
    assert len(app.undo.undo(batch).kept) == 2
    assert refusal(app.undo.undo, batch).code == "undo.blocked"
    app.undo.undo(obstacle)
    assert app.undo.undo(batch).kept == ()
    assert snapshot(app) == before
    assert app.undo.redo(batch).kept == ()
    assert snapshot(app) == after


def test_an_edit_in_between_blocks_an_edit_and_is_named(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(people([SITI, "Siti", None, None, None])))
    key = key_of(app, "employees", nip=SITI)
    first, second = edit(app, "employees", key, phone="1"), edit(app, "employees", key, email="a@b.go.id")
    before = snapshot(app)
    error = refusal(app.undo.undo, first)
    assert (error.code, error.facts) == ("undo.blocked", {"names": f"{SITI} Siti"})
    assert snapshot(app) == before
    app.undo.undo(second)
    app.undo.undo(first)
    assert (employee(app, SITI)["phone"], employee(app, SITI)["email"]) == (None, None)


def test_a_change_that_was_undone_stands_in_nobodys_way(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(people([SITI, "Siti", None, None, None])))
    key = key_of(app, "employees", nip=SITI)
    first, second = edit(app, "employees", key, phone="1"), edit(app, "employees", key, phone="2")
    app.undo.undo(second)
    app.undo.redo(second)
    assert refusal(app.undo.undo, first).code == "undo.blocked"
    app.undo.undo(second)
    assert app.undo.undo(first).kept == ()
    assert employee(app, SITI)["phone"] is None
    assert refusal(app.undo.redo, second).code == "undo.blocked"


def test_deleted_rows_come_back_with_their_keys_and_uuids(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(people([SITI, "Siti", "III/a", date(2018, 4, 1), "Dinas A"])))
    before = snapshot(app)
    with app.database.write(ChangeSetHeader("edit", "penguji", "Hapus")) as writer:
        for table in ("post_history", "grade_history", "employees"):
            writing.delete_rows(writer, table, [row[0] for row in before[table]])
    assert listed(app, "employees") == []
    app.undo.undo(newest(app))
    assert snapshot(app) == before


def test_a_nip_that_was_taken_since_keeps_its_owner_out(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(people([SITI, "Siti", "III/a", None, "Dinas A"], [BUDI, "Budi", "III/a", None, "Dinas B"])))
    batch = newest(app)
    app.undo.undo(batch)
    imported(app, sheet(people([SITI, "Siti Baru", None, None, None])))
    result = app.undo.redo(batch)
    assert kept(result) == [("employees", f"{SITI} Siti", "conflict")]
    assert [row["name"] for row in listed(app, "employees")] == ["Budi", "Siti Baru"]
    assert app.health.check().sound


def test_a_code_that_was_taken_since_keeps_out_its_agency_and_who_is_in_it(app: App, sheet: SheetWriter) -> None:
    heading = ["NIP", "Nama", "Unor ID", "Unor Nama"]
    imported(app, sheet([heading, [SITI, "Siti", "1", "Dinas A"], [BUDI, "Budi", "2", "Dinas B"]]))
    batch = newest(app)
    app.undo.undo(batch)
    imported(app, sheet([["Kode", "Nama Unit"], ["1", "Dinas Lain"]], "units.xlsx"))
    result = app.undo.redo(batch)
    assert kept(result) == [("agencies", "Dinas A", "conflict"), ("employees", f"{SITI} Siti", "referred")]
    assert [row["nip"] for row in listed(app, "employees")] == [BUDI]
    assert app.health.check().sound


def test_what_would_point_at_something_gone_stays_out(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(people([SITI, "Siti", None, None, None], [BUDI, "Budi", None, None, None])))
    everyone = newest(app)
    imported(app, sheet([["NIP", "Nama Pelatihan", "JP"], [SITI, "A", 1], [BUDI, "B", 1]], "trainings.xlsx"))
    courses = newest(app)
    app.undo.undo(courses)
    app.undo.undo(everyone)
    imported(app, sheet(people([SITI, "Siti", None, None, None])))
    assert refusal(app.undo.redo, courses).code == "undo.blocked"
    app.undo.undo(newest(app))
    app.undo.redo(everyone)
    assert app.undo.redo(courses).kept == ()


@pytest.mark.parametrize("turn", ["undo", "redo"])
def test_what_cannot_be_turned_is_refused_without_a_trace(app: App, sheet: SheetWriter, turn: str) -> None:
    imported(app, sheet(people([SITI, "Siti", None, None, None])))
    batch = newest(app)
    codes = {1: "batch.not_undoable", 99: "batch.unknown"}
    if turn == "undo":
        app.undo.undo(batch)
        codes |= {batch: "batch.already_undone", newest(app): "batch.not_undoable"}
    else:
        codes |= {batch: "batch.not_undone"}
    before, last = snapshot(app), newest(app)
    for number, code in codes.items():
        error = refusal(getattr(app.undo, turn), number)
        assert (error.code, error.facts) == (code, {"batch": str(number)})
    assert (snapshot(app), newest(app)) == (before, last)


def test_what_is_older_than_a_migration_of_its_tables_can_be_read_not_undone(app: App, sheet: SheetWriter) -> None:
    imported(app, sheet(people([SITI, "Siti", None, None, None])))
    old = newest(app)
    with app.database.maintain() as writer:
        reshaped = journalled_tables_table.update().where(journalled_tables_table.c.name == "employees")
        writer.connection.execute(reshaped.values(reshaped_after=old))
    imported(app, sheet(people([BUDI, "Budi", None, None, None])))
    assert refusal(app.undo.undo, old).code == "batch.older_than_migration"
    assert app.undo.undo(newest(app)).kept == ()
