"""The tree of agencies and units as it stood on a day: names, codes, places and headcounts of that day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from db import Reader
from db.queries import employment
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.services.agency_pasts import AgencyPasts


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
    opened_on: date | None = None


def tree_of(reader: Reader, on: date | None) -> tuple[AgencyNode, ...]:
    """All agencies by name, each with its units: as they stand, or as they stood on a day."""
    return _Tree(reader, on).nodes()


class _Tree:
    """The rows of the store on their way into nodes; without a day names and places are the present ones."""

    def __init__(self, reader: Reader, on: date | None) -> None:
        self._pasts, self._on = AgencyPasts(reader), on
        self._former = self._pasts.former_names()
        self._people = employment.headcounts(reader, on or date.today())
        self._left = {key for key, row in self._pasts.rows.items() if self._was_there(key, row.opened_on)}
        self._below: dict[int | None, list[int]] = defaultdict(list)
        for key in sorted(self._left, key=lambda it: (fold(self._name(it)), it)):
            self._below[self._parent(key)].append(key)

    def _was_there(self, key: int, opened_on: date | None) -> bool:
        """A unit that came later is left out, unless somebody is recorded there all the same."""
        return self._on is None or opened_on is None or opened_on <= self._on or self._people.get(key, 0) > 0

    def _name(self, key: int) -> str:
        return self._pasts.rows[key].name if self._on is None else self._pasts.name(key, self._on)

    def _parent(self, key: int) -> int | None:
        return self._pasts.rows[key].parent_id if self._on is None else self._pasts.parent(key, self._on)

    def _code(self, key: int) -> str | None:
        return self._pasts.rows[key].code if self._on is None else self._pasts.code(key, self._on)

    def nodes(self) -> tuple[AgencyNode, ...]:
        """All nodes below the top; of agencies that hang below each other, or below nothing, the first stands there."""
        found = [self._node(key) for key in self._below[None]]
        while self._left:
            found.append(self._node(min(self._left)))
        return tuple(found)

    def _node(self, key: int) -> AgencyNode:
        self._left.discard(key)
        units = tuple(self._node(below) for below in self._below[key] if below in self._left)
        row, people = self._pasts.rows[key], self._people.get(key, 0)
        # One that is closed later still stood on the day.
        is_closed = row.closed_on is not None and (self._on is None or row.closed_on <= self._on)
        return AgencyNode(
            key=key,
            parent_id=self._parent(key),
            code=self._code(key),
            name=self._name(key),
            short_name=row.short_name,
            kind=row.kind,
            closed_on=row.closed_on if is_closed else None,
            former_names=self._former.get(key, ()),
            people=people,
            people_in_all=people + sum(unit.people_in_all for unit in units),
            units=units,
            opened_on=row.opened_on,
        )
