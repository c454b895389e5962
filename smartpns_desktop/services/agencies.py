"""Use-cases on agencies and units: their tree, and adding, renaming, moving, closing, merging and removing one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db import Database, Reader
from db.queries import employees, organisation
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services import agency_edits
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import Editor


@dataclass(frozen=True, slots=True)
class AgencyNode:
    """An agency or unit with those below it; `people` have their post here, `people_in_all` here or below."""

    key: int
    parent_id: int | None
    code: str | None
    name: str
    short_name: str | None
    kind: str
    closed_on: date | None
    former_names: tuple[str, ...]
    people: int
    people_in_all: int
    units: tuple[AgencyNode, ...]


class AgencyService:
    """The tree of agencies and units, and what may be done to one of them.

    A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then.
    All raise `record.missing` for a key that is gone.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def tree(self, on: date | None = None) -> tuple[AgencyNode, ...]:
        """All agencies by name, each with its units; headcounts are those of a day, today's where none is given."""
        with self._database.read() as reader:
            return _Tree(reader, on or date.today()).nodes()

    def problems(self, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with the fields of an agency or unit while it is typed; `column` is the field.

        With `key`, fields that `values` leaves out are those of that agency. Told are all that `add`, `change`,
        `rename` and `move` would refuse.
        """
        with self._database.read() as reader:
            return agency_edits.problems(reader, values, key)

    def merge_problems(self, key: int, into: int | None) -> tuple[Problem, ...]:
        """What `merge` would refuse; `column` is `into`."""
        with self._database.read() as reader:
            return agency_edits.merge_problems(reader, key, into)

    def add(self, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Add an agency or unit; returns its key.

        `values` are `name` and, where told, `parent_id`, `code`, `short_name` and `kind` (agency or unit; without
        it an agency at the top, else a unit). Raises `record.rejected`, `agency.name_taken`, `agency.code_taken`,
        `agency.closed`.
        """
        return self._editor.add("agencies", lambda reader: agency_edits.add(reader, values))

    def change(self, key: int, values: Mapping[str, object]) -> Changes:
        """Change `code`, `short_name` or `kind`, whichever are told. Raises `record.rejected`, `agency.code_taken`."""
        return self._editor.carry_out(lambda reader: agency_edits.change(reader, key, values))

    def rename(self, key: int, new_name: str, on: date) -> Changes:
        """Give a new name; the old one, used until that day, stays among the former names (M3).

        A spelling that is the same name leaves none behind. Raises `record.rejected`, `agency.name_taken`.
        """
        return self._editor.carry_out(lambda reader: agency_edits.rename(reader, key, new_name, on))

    def move(self, key: int, parent: int | None) -> Changes:
        """Hang an agency or unit below another, or at the top.

        Raises `agency.own_ancestor`, `agency.closed`, `agency.name_taken`.
        """
        return self._editor.carry_out(lambda reader: agency_edits.move(reader, key, parent))

    def close(self, key: int, on: date) -> Changes:
        """Close an agency or unit from a day on; its people and plans stay as they are."""
        return self._editor.carry_out(lambda reader: agency_edits.close(reader, key, on))

    def reopen(self, key: int) -> Changes:
        """Take a closing back."""
        return self._editor.carry_out(lambda reader: agency_edits.close(reader, key, None))

    def delete(self, key: int) -> Changes:
        """Remove an agency or unit that nothing refers to.

        Raises `agency.in_use` with the numbers of `people` (present or past), `plans` and `units`.
        """
        return self._editor.carry_out(lambda reader: agency_edits.delete(reader, key))

    def merge(self, key: int, into: int, on: date) -> Changes:
        """Let one agency go into another from a day on.

        Whoever has a post here on that day gets the same post there from that day; posts that begin later, and
        open units, are moved over; plans stay where they were made. The old agency is closed, its names become
        former names of the other (M3). Raises `agency.merge_inside`, `agency.closed`.
        """
        return self._editor.carry_out(lambda reader: agency_edits.merge(reader, key, into, on))


class _Tree:
    """The rows of the store on their way into nodes."""

    def __init__(self, reader: Reader, on: date) -> None:
        self._rows = {row.id: row for row in organisation.all_agencies(reader)}
        self._people = employees.headcounts(reader, on)
        self._below: dict[int | None, list[int]] = defaultdict(list)
        for row in sorted(self._rows.values(), key=lambda it: (it.name_key, it.id)):
            self._below[row.parent_id].append(row.id)
        self._former: dict[int, list[str]] = defaultdict(list)
        for row in organisation.former_names(reader):
            self._former[row.agency_id].append(row.name)
        self._left = set(self._rows)

    def nodes(self) -> tuple[AgencyNode, ...]:
        """All nodes below the top; of agencies that hang below each other the first stands at the top."""
        found = [self._node(key) for key in self._below[None]]
        while self._left:
            found.append(self._node(min(self._left)))
        return tuple(found)

    def _node(self, key: int) -> AgencyNode:
        self._left.discard(key)
        units = tuple(self._node(below) for below in self._below[key] if below in self._left)
        row, people = self._rows[key], self._people.get(key, 0)
        return AgencyNode(
            key=key,
            parent_id=row.parent_id,
            code=row.code,
            name=row.name,
            short_name=row.short_name,
            kind=row.kind,
            closed_on=row.closed_on,
            former_names=tuple(self._former[key]),
            people=people,
            people_in_all=people + sum(unit.people_in_all for unit in units),
            units=units,
        )
