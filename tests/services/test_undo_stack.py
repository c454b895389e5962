"""What Ctrl+Z and Ctrl+Y turn next, held against two plain stacks; refused turns and empty change sets move nothing."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, update

from db import ChangeSetHeader, Database
from db.queries import writing
from db.tables.journal import change_sets, journalled_tables_table
from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.undo import Turn, UndoService

FIELDS = ("phone", "email", "address")


class Desk:
    """Two people whose fields are edited, and beside the store the stacks that a textbook would keep."""

    def __init__(self, database: Database) -> None:
        self.database, self.service = database, UndoService(database, "penguji")
        self.undoable: list[int] = []
        self.redoable: list[int] = []
        self.away: list[int] = []
        with database.write(ChangeSetHeader("reference", "penguji", "Dua orang")) as writer:
            self.people = [
                writing.insert_one(writer, "employees", {"nip": str(number), "name": "A", "kind": "PNS"})
                for number in range(2)
            ]

    def change(self, kind: str, person: int, field: int) -> None:
        """A change that leaves a trace; it makes what was taken back unreachable."""
        with self.database.write(ChangeSetHeader(kind, "penguji", f"Ubah {person}")) as writer:
            value = {FIELDS[field]: str(writer.change_set_id)}
            writing.update_rows(writer, "employees", [(self.people[person], value)])
        self.undoable.append(writer.change_set_id)
        self.away += self.redoable
        self.redoable = []

    def idle(self, kind: str) -> None:
        """A change set that changes nothing: no press of a key can take it back."""
        with self.database.write(ChangeSetHeader(kind, "penguji", "Tanpa isi")):
            pass

    def press(self, undo: bool) -> None:
        """Ctrl+Z or Ctrl+Y: the top of one stack goes to the other."""
        turn = self.service.next_undo() if undo else self.service.next_redo()
        source, target = (self.undoable, self.redoable) if undo else (self.redoable, self.undoable)
        assert (turn.number if turn else None) == (source[-1] if source else None)
        if turn is not None:
            (self.service.undo if undo else self.service.redo)(turn.number)
            target.append(source.pop())

    def pick(self, undo: bool, place: int) -> None:
        """A change set chosen from the list, wherever it stands; the service may refuse it."""
        choice = self.undoable if undo else [*self.away, *self.redoable]
        if not choice:
            return
        number = choice[place % len(choice)]
        try:
            (self.service.undo if undo else self.service.redo)(number)
        except CannotDo:
            return
        for stack in (self.undoable, self.redoable, self.away):
            if number in stack:
                stack.remove(number)
        (self.redoable if undo else self.undoable).append(number)

    def agrees(self) -> None:
        turn = self.service.next_undo(), self.service.next_redo()
        assert [it and it.number for it in turn] == [(it or [None])[-1] for it in (self.undoable, self.redoable)]
        assert [it.number for it in self.service.turns()] == self.undoable[::-1][:20]


@pytest.fixture
def desk_of(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Desk]]:
    """Makes a desk on a store of its own, once per example; one is open at a time."""
    open_ones: list[Database] = []

    def make() -> Desk:
        while open_ones:
            open_ones.pop().close()
        path = tmp_path_factory.mktemp("stack") / "data.smartpns"
        shutil.copyfile(fresh_store, path)
        open_ones.append(Database(path))
        return Desk(open_ones[-1])

    yield make
    open_ones.pop().close()


SMALL = st.integers(0, 7)
MOVES = st.one_of(
    st.tuples(st.just("change"), st.sampled_from(["edit", "import"]), st.integers(0, 1), st.integers(0, 2)),
    st.tuples(st.just("press"), st.booleans()),
    st.tuples(st.just("press"), st.booleans()),
    st.tuples(st.just("pick"), st.booleans(), SMALL),
    st.tuples(st.just("idle"), st.sampled_from(["import", "reference"])),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MOVES, min_size=5, max_size=25))
def test_next_turns_are_those_of_two_plain_stacks(desk_of: Callable[[], Desk], moves: list[tuple[Any, ...]]) -> None:
    desk = desk_of()
    for name, *how in moves:
        getattr(desk, name)(*how)
        desk.agrees()


def edits(app: App, count: int) -> list[int]:
    """Changes of one person's phone, one change set each."""
    numbers = []
    with app.database.write(ChangeSetHeader("edit", "penguji", "Tambah pegawai A")) as writer:
        key = writing.insert_one(writer, "employees", {"nip": "1", "name": "A", "kind": "PNS"})
    for phone in range(count):
        with app.database.write(ChangeSetHeader("edit", "Siti", f"Ubah A: nomor HP {phone}")) as writer:
            writing.update_rows(writer, "employees", [(key, {"phone": str(phone)})])
        numbers.append(writer.change_set_id)
    return numbers


def number(turn: Turn | None) -> int | None:
    return turn.number if turn else None


def test_three_presses_back_and_three_forth(app: App) -> None:
    numbers, walked = edits(app, 3), []
    for _ in range(3):
        turn = app.undo.next_undo()
        assert turn is not None
        app.undo.undo(turn.number)
        walked.append(turn.number)
    assert walked == numbers[::-1]
    for expected in numbers:
        assert number(app.undo.next_redo()) == expected
        app.undo.redo(expected)
    assert app.undo.next_redo() is None


def test_a_turn_tells_who_did_what(app: App) -> None:
    (made,) = edits(app, 1)
    turn = app.undo.next_undo()
    assert turn is not None
    assert (turn.number, turn.kind, turn.reason, turn.actor) == (made, "edit", "Ubah A: nomor HP 0", "Siti")
    assert abs(turn.at.timestamp() - time.time()) < 60


def test_in_an_empty_store_there_is_nothing_to_turn(app: App) -> None:
    """The reference data are a change set too, but nobody's."""
    assert (app.undo.next_undo(), app.undo.next_redo(), app.undo.turns()) == (None, None, ())


def test_what_a_migration_has_reshaped_is_not_offered(app: App) -> None:
    first, second, third = edits(app, 3)
    app.undo.undo(third)
    with app.database.maintain() as writer:
        reshaped = update(journalled_tables_table).where(journalled_tables_table.c.name == "employees")
        writer.connection.execute(reshaped.values(reshaped_after=first))
    assert [it.number for it in app.undo.turns()] == [second]
    with app.database.maintain() as writer:
        writer.connection.execute(reshaped.values(reshaped_after=third))
    assert (app.undo.next_undo(), app.undo.next_redo()) == (None, None)


def test_ten_thousand_change_sets_make_no_difference(app: App) -> None:
    """Nothing is read beyond the turns that are asked for."""
    (newest,) = edits(app, 1)
    filler = {"kind": "edit", "actor": "", "reason": "", "started_at": "2026-01-01T00:00:00+00:00", "link": ""}
    with app.database.maintain() as writer:
        rows = [
            {**filler, "id": newest + place, "uuid": str(place), "first_entry": 1, "last_entry": 1, "entry_marks": b""}
            for place in range(1, 10_001)
        ]
        writer.connection.execute(insert(change_sets), rows)
    before = time.process_time()
    assert number(app.undo.next_undo()) == newest + 10_000
    assert app.undo.next_redo() is None
    assert len(app.undo.turns(limit=7)) == 7
    assert time.process_time() - before < 0.1
