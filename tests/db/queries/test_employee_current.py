"""What is derived of each employee's state is what the histories tell, whatever changed since it was last derived."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from db import ChangeSetHeader, Database, Reader, Writer
from db.queries import employee_current, listing, writing
from db.queries.listing import Filter, View
from db.queries.lists import listing_of
from db.tables import metadata
from db.tables.employees import employee_current as table
from db.tables.types import SINCE_UNKNOWN
from smartpns_desktop.services.undo import UndoService

TODAY = date(2026, 6, 1)
HISTORIES = ("grade_history", "post_history", "education_history", "standing_history")
CODES = {"grade_history": ("grade_code", "33", "34"), "education_history": ("level_code", "40", "45"),
         "standing_history": ("standing", "Aktif", "Pensiun")}  # fmt: skip

numbers = st.integers(0, 5)
acts = st.one_of(
    st.tuples(st.sampled_from(("hire", "rename", "leave")), numbers, numbers),
    st.tuples(st.sampled_from(HISTORIES), numbers, numbers),
    st.tuples(st.sampled_from(("alter", "drop")), numbers, numbers),
    st.tuples(st.sampled_from(("undo", "redo", "look", "wait", "go back")), numbers, numbers),
)


class Office:
    """A store that changes, and a day that passes."""

    def __init__(self, database: Database) -> None:
        self.database, self.day, self.made = database, TODAY, 0
        self.undo = UndoService(database, "penguji")
        self._write(
            lambda writer: writing.insert_one(
                writer, "agencies", {"name": "Dinas", "name_key": "dinas", "kind": "agency"}
            )
        )

    def act(self, name: str, who: int, what: int) -> None:
        if name in ("undo", "redo"):
            turn = self.undo.next_undo() if name == "undo" else self.undo.next_redo()
            if turn is not None:
                getattr(self.undo, name)(turn.number)
        elif name in ("wait", "go back"):
            self.day += timedelta(days=what if name == "wait" else -what)
        elif name == "look":
            self.compare()
        else:
            self._write(lambda writer: self._change(writer, name, who, what))

    def _write(self, change: Callable[[Writer], object]) -> None:
        with self.database.write(ChangeSetHeader("edit", "penguji", "Uji")) as writer:
            change(writer)

    def _change(self, writer: Writer, name: str, who: int, what: int) -> None:
        people = self._keys(writer, "employees")
        if name == "hire":
            self.made += 1
            writing.insert_one(writer, "employees", {"nip": f"{self.made:018}", "name": f"P{what}", "kind": "PNS"})
        elif people and name == "rename":
            change = {"name": f"Q{what}", "sex": "MF"[what % 2], "kind": ("PNS", "CPNS", "PPPK")[what % 3]}
            writing.update_rows(writer, "employees", [(people[who % len(people)], change)])
        elif people and name == "leave":
            gone = people[who % len(people)]
            for history in HISTORIES:
                writing.delete_rows(writer, history, self._keys(writer, history, gone))
            writing.delete_rows(writer, "employees", [gone])
        elif people and name in HISTORIES:
            self._state(writer, name, people[who % len(people)], what)
        elif name in ("alter", "drop"):
            self._touch_state(writer, name, HISTORIES[who % len(HISTORIES)], what)

    def _keys(self, reader: Reader, name: str, owner: int | None = None) -> list[int]:
        rows = metadata.tables[name]
        statement = select(rows.c.id) if owner is None else select(rows.c.id).where(rows.c.employee_id == owner)
        return list(reader.connection.execute(statement).scalars())

    def _state(self, writer: Writer, history: str, owner: int, what: int) -> None:
        day = TODAY + timedelta(days=3 * what - 6) if what else None
        rows = metadata.tables[history]
        same = select(rows.c.id).where(rows.c.employee_id == owner, rows.c.effective_date == (day or SINCE_UNKNOWN))
        if not writer.connection.execute(same).first():
            row = {"employee_id": owner, "effective_date": day, **self._values(history, what)}
            writing.insert_one(writer, history, row)

    def _touch_state(self, writer: Writer, name: str, history: str, what: int) -> None:
        keys = self._keys(writer, history)
        if keys and name == "alter":
            writing.update_rows(writer, history, [(keys[what % len(keys)], self._values(history, what))])
        elif keys:
            writing.delete_rows(writer, history, [keys[what % len(keys)]])

    @staticmethod
    def _values(history: str, what: int) -> dict[str, Any]:
        if history == "post_history":
            return {"agency_id": 1 if what % 2 else None}
        column, *codes = CODES[history]
        return {column: codes[what % 2]}

    def compare(self) -> None:
        """Bring up to date, and hold every field of every row against the histories."""
        with self.database.maintain() as writer:
            employee_current.refresh(writer, self.day)
        with self.database.read() as reader:
            assert employee_current.holds(reader, self.day)
            assert told(reader, self.day, current=True) == told(reader, self.day, current=False)


def told(reader: Reader, on: date, *, current: bool) -> list[dict[str, Any]]:
    found = listing_of("employees", View(on, on.year, current=current, jp_minimum=(("PNS", 20.0),)))
    assert found is not None
    return list(listing.records(reader, found, listing.keys(reader, found, Filter()), keyed=True))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(acts, min_size=4, max_size=25))
def test_it_tells_what_the_histories_tell(
    fresh_store: Path, tmp_path_factory: pytest.TempPathFactory, chosen: list[tuple[str, int, int]]
) -> None:
    path = tmp_path_factory.mktemp("office") / "data.smartpns"
    shutil.copyfile(fresh_store, path)
    database = Database(path)
    try:
        office = Office(database)
        for act in (("hire", 0, 0), ("hire", 1, 1), *chosen, ("look", 0, 0)):
            office.act(*act)
    finally:
        database.close()


@pytest.fixture
def office(database: Database) -> Office:
    """Three people with a grade each, and what is derived of them."""
    made = Office(database)
    for act in (("hire", 0, 0), ("hire", 0, 1), ("hire", 0, 2), *(("grade_history", who, 1) for who in range(3))):
        made.act(*act)
    made.compare()
    return made


def test_it_holds_until_something_changes_or_a_day_passes(office: Office) -> None:
    with office.database.read() as reader:
        assert employee_current.holds(reader, TODAY)
        assert not employee_current.holds(reader, TODAY + timedelta(days=1))
    office.act("rename", 1, 1)
    with office.database.read() as reader:
        assert not employee_current.holds(reader, TODAY)
    with office.database.write(ChangeSetHeader("edit", "penguji", "Uji")) as writer:
        assert not employee_current.holds(writer, TODAY), "a change set under way is not derived yet"


def test_only_those_are_derived_anew_whom_a_change_touched(office: Office) -> None:
    with office.database.maintain() as writer:
        writer.connection.execute(table.update().values(sex="M"))
    office.act("rename", 1, 1)
    with office.database.maintain() as writer:
        employee_current.refresh(writer, TODAY)
        sexes = writer.connection.execute(select(table.c.sex).order_by(table.c.employee_id)).scalars().all()
    assert sexes == ["M", "F", "M"]


def test_where_the_journal_does_not_tell_all_is_derived_anew(office: Office) -> None:
    with office.database.maintain() as writer:
        writer.connection.execute(delete(table))
        writer.connection.execute(
            metadata.tables["settings"]
            .update()
            .where(metadata.tables["settings"].c.key == "employee_current")
            .values(value="2026-06-01 999")
        )
    office.compare()
