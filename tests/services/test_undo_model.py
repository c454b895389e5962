"""Undo and redo in any order, held against a model that knows no journal: snapshots of rows before and after."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import ChangeSetHeader, Database, Writer, journal
from db.queries import writing
from db.tables import metadata
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.undo import UndoService

Key = tuple[str, int]
Rows = dict[Key, dict[str, Any]]
Act = tuple[str, str, int, int]

TABLES = ("agencies", "employees", "post_history")
REFERENCES = {
    "agencies": {"parent_id": "agencies"},
    "employees": {},
    "post_history": {"employee_id": "employees", "agency_id": "agencies"},
}
UNIQUE = {"agencies": ("code",), "employees": ("nip",), "post_history": ("employee_id", "effective_date")}


def subject_of(key: Key, row: dict[str, Any]) -> Key:
    return ("employees", row["employee_id"]) if key[0] == "post_history" else key


def dangling(rows: Rows) -> list[tuple[Key, Key]]:
    """Rows that point at nothing, each with what it points at."""
    return [
        (key, (parent, row[column]))
        for key, row in rows.items()
        for column, parent in REFERENCES[key[0]].items()
        if row[column] is not None and (parent, row[column]) not in rows
    ]


def clashing(rows: Rows) -> set[Key]:
    """Rows that share what must be unique."""
    values = {key: (key[0], *(row[name] for name in UNIQUE[key[0]])) for key, row in rows.items()}
    often = Counter(value for value in values.values() if None not in value)
    return {key for key, value in values.items() if often[value] > 1}


@dataclass
class Change:
    """One change set: each touched row before and after, `None` where there was or is none."""

    number: int
    whole: bool
    rows: dict[Key, tuple[dict[str, Any] | None, dict[str, Any] | None]] = field(default_factory=dict)

    @property
    def subjects(self) -> set[Key]:
        return {subject_of(key, before or after or {}) for key, (before, after) in self.rows.items()}


class Office:
    """A store, and beside it what should stand in it; `log` says which change touched what, in order."""

    def __init__(self, database: Database) -> None:
        self.database, self.service = database, UndoService(database, "penguji")
        self.rows: Rows = {}
        self.changes: list[Change] = []
        self.log: list[tuple[int, set[Key]]] = []
        self.ids: Counter[str] = Counter()

    def stored(self) -> Rows:
        with self.database.read() as reader:
            assert journal.verify(reader.connection) == []
            return {
                (name, row.id): dict(row._mapping)
                for name in TABLES
                for row in reader.connection.execute(select(metadata.tables[name]))
            }

    def change(self, kind: str, acts: list[Act]) -> None:
        with self.database.write(ChangeSetHeader(kind, "penguji", "Uji")) as writer:
            change = Change(writer.change_set_id, whole=kind == "edit")
            before = dict(self.rows)
            for act in acts:
                self._act(writer, change, *act)
        now = self.stored()
        change.rows = {key: (before.get(key), now.get(key)) for key in change.rows}
        self.rows = now
        self.changes.append(change)
        self.log.append((change.number, change.subjects))

    def _act(self, writer: Writer, change: Change, operation: str, table: str, pick: int, value: int) -> None:
        """Carry one act out where the store's rules allow it; a row is touched once in a change set."""
        rows = dict(self.rows)
        if operation == "insert":
            row = self._new_row(table, pick, value)
            key = (table, -1)
            if row is None or not self._sound({**rows, key: row}):
                return
            number = writing.insert_one(writer, table, row)
            assert number > self.ids[table], "an id was given out twice"
            self.ids[table], key = number, (table, number)
            self.rows[key] = {"id": number, **row}
        else:
            keys = [key for key in rows if key[0] == table and key not in change.rows]
            if not keys:
                return
            key = keys[pick % len(keys)]
            if not self._touch(writer, key, operation, value):
                return
        change.rows[key] = (None, None)

    def _touch(self, writer: Writer, key: Key, operation: str, value: int) -> bool:
        rows = dict(self.rows)
        row = rows.pop(key)
        if operation == "delete":
            if not self._sound(rows):
                return False
            writing.delete_rows(writer, key[0], [key[1]])
        else:
            new = self._new_values(key[0], value)
            if all(row[name] == it for name, it in new.items()) or not self._sound({**rows, key: {**row, **new}}):
                return False
            writing.update_rows(writer, key[0], [(key[1], new)])
            rows[key] = {**row, **new}
        self.rows = rows
        return True

    @staticmethod
    def _sound(rows: Rows) -> bool:
        return not dangling(rows) and not clashing(rows)

    def _pick(self, table: str, number: int) -> int | None:
        keys = [key for name, key in self.rows if name == table]
        return keys[number % len(keys)] if keys else None

    def _new_row(self, table: str, pick: int, value: int) -> dict[str, Any] | None:
        if table == "agencies":
            return {"name_key": "n", "kind": "agency", **self._new_values(table, value)}
        if table == "employees":
            return {"kind": "PNS", **self._new_values(table, value)}
        employee = self._pick("employees", pick)
        return None if employee is None else {"employee_id": employee, **self._new_values(table, value)}

    def _new_values(self, table: str, value: int) -> dict[str, Any]:
        if table == "agencies":
            parent = self._pick("agencies", value) if value % 2 else None
            return {"name": f"n{value}", "code": [None, "1", "2"][value % 3], "parent_id": parent}
        if table == "employees":
            return {"nip": str(value % 4), "name": f"p{value}"}
        return {"effective_date": date(2020, 1, 1 + value % 3), "agency_id": self._pick("agencies", value)}

    def turn(self, kind: str, change: Change) -> bool:
        """Undo or redo as the service does it; True where it was done, and done as the model says."""
        going, rows = self._expected(kind, change)
        turn = self.service.undo if kind == "undo" else self.service.redo
        if not going:
            with pytest.raises(CannotDo):
                turn(change.number)
            assert self.stored() == self.rows
            return False
        result = turn(change.number)
        assert self.stored() == rows
        assert result.reverted == len(going)
        self.rows = rows
        self.log.append((change.number, going))
        return True

    def _expected(self, kind: str, change: Change) -> tuple[set[Key], Rows]:
        """The things that should turn and the rows afterwards."""
        wanted = self.wanted(kind, change)
        going = {it for it in wanted if not self._changed_since(change, it)}
        while True:
            rows = self._turned(kind, change, going)
            held = self._held(rows, change, going)
            if not held:
                break
            going -= held
        if change.whole and going != wanted:
            return set(), self.rows
        return going, rows

    def wanted(self, kind: str, change: Change) -> set[Key]:
        """Things that the change touched and whose turn it is to be undone (or redone)."""
        return {it for it in change.subjects if len(self._turns(change, it)) % 2 == (kind == "undo")}

    def _turns(self, change: Change, subject: Key) -> list[int]:
        return [place for place, (number, them) in enumerate(self.log) if number == change.number and subject in them]

    def _changed_since(self, change: Change, subject: Key) -> bool:
        """Whether a change of someone else, net of its undoing, touched the thing since."""
        since = self.log[self._turns(change, subject)[-1] + 1 :]
        others = Counter(number for number, them in since if subject in them)
        return any(often % 2 for often in others.values())

    def _turned(self, kind: str, change: Change, going: set[Key]) -> Rows:
        rows = dict(self.rows)
        for key, (before, after) in change.rows.items():
            if subject_of(key, before or after or {}) in going:
                image = before if kind == "undo" else after
                rows.pop(key, None)
                if image is not None:
                    rows[key] = image
        return rows

    def _held(self, rows: Rows, change: Change, going: set[Key]) -> set[Key]:
        """Things that must stay because something would point at nothing, or twice stand what is unique."""
        held = set()
        for key, target in dangling(rows):
            lost = self.rows.get(target)
            held.add(subject_of(target, lost) if lost else subject_of(key, rows[key]))
        if not held:
            held = {subject_of(key, rows[key]) for key in clashing(rows) if key in change.rows} & going
        return held


NUMBERS = st.integers(0, 11)
ACTS = st.tuples(st.sampled_from(["insert", "update", "delete"]), st.sampled_from(TABLES), NUMBERS, NUMBERS)
CHANGES = st.tuples(st.sampled_from(["edit", "import", "import"]), st.lists(ACTS, min_size=2, max_size=8))
TURNS = st.tuples(st.sampled_from(["undo", "redo"]), NUMBERS)
BEGINNING: list[tuple[str, list[Act]]] = [
    ("import", [("insert", table, number, number) for table in TABLES for number in (0, 1, 2)]),
    ("import", [("insert", table, number, number + 2) for table in TABLES for number in (3, 4)]),
]


@pytest.fixture
def office_of(fresh_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Office]]:
    """Makes an office on a store of its own, once per example; one is open at a time."""
    open_ones: list[Database] = []

    def make() -> Office:
        while open_ones:
            open_ones.pop().close()
        path = tmp_path_factory.mktemp("model") / "data.smartpns"
        shutil.copyfile(fresh_store, path)
        open_ones.append(Database(path))
        office = Office(open_ones[-1])
        for kind, acts in BEGINNING:
            office.change(kind, acts)
        return office

    yield make
    open_ones.pop().close()


@settings(max_examples=35, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(CHANGES, TURNS, TURNS), min_size=6, max_size=18))
def test_undo_and_redo_in_any_order_do_what_the_model_says(
    office_of: Callable[[], Office], moves: list[tuple[str, Any]]
) -> None:
    office = office_of()
    for kind, what in moves:
        if kind in ("edit", "import"):
            office.change(kind, what)
        elif its_turn := [change for change in office.changes if office.wanted(kind, change)]:
            office.turn(kind, its_turn[what % len(its_turn)])


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CHANGES, min_size=2, max_size=8))
def test_undoing_everything_and_doing_it_again_passes_the_same_states(
    office_of: Callable[[], Office], changes: list[tuple[str, list[Act]]]
) -> None:
    office = office_of()
    for kind, acts in changes:
        office.change(kind, acts)
    passed: list[Rows] = []
    standing = [change for change in office.changes if change.rows]
    for change in reversed(standing):
        passed.append(office.rows)
        assert office.turn("undo", change)
    assert office.rows == {}
    for change in standing:
        assert office.turn("redo", change)
        assert office.rows == passed.pop()
