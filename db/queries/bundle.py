"""New and changed rows of several tables, written together; new rows refer to each other before they have keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import Table, func, select

from db.database import Writer
from db.queries import writing
from db.tables import metadata

_FREED_AT_ONCE = 500

Row = dict[str, Any]
RowsMaker = Callable[[], Iterable[Row]]
_Later = tuple[int, int, RowsMaker, tuple[list[Any], ...]]
_MADE_LATER = cast(Row, MappingProxyType({}))
"""Keeps the place of a new row that is only made when it is written; nothing can be changed in it."""


@dataclass(slots=True)
class Bundle:
    """What one use-case wants written.

    `inserts[table]` are new rows with equal fields; another new row refers to the one at place `i` by the
    negative key `-(i + 1)`. `updates[table]` are pairs of key and changed fields. `later[table]` tells of rows that
    are made when they are written, from which place on, and the lists of what they are made of: a plan of many people
    holds these, and no more.
    """

    inserts: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    updates: dict[str, list[tuple[int, Row]]] = field(default_factory=lambda: defaultdict(list))
    later: dict[str, list[_Later]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, row: Row) -> int:
        """Add a new row; the result stands for its key in other rows of this bundle."""
        rows = self.inserts[table]
        rows.append(row)
        return -len(rows)

    def add_later(self, table: str, count: int, rows: RowsMaker, *made_of: list[Any]) -> range:
        """Add so many new rows that are made when they are written; the result stands for their keys.

        The lists that they are `made_of` are the bundle's from now on, and emptied with it.
        """
        if not count:
            return range(0)
        first = len(self.inserts[table])
        self.inserts[table] += repeat(_MADE_LATER, count)
        self.later[table].append((first, count, rows, made_of))
        return range(-first - 1, -first - count - 1, -1)

    @property
    def tables(self) -> set[str]:
        """The tables that will be written to."""
        return {*self.inserts, *self.updates}

    def new_rows(self, table: str) -> list[Row]:
        """The new rows of a table, with those that are only made now."""
        rows = list(self.inserts.get(table, ()))
        for first, count, make, _ in self.later.get(table, ()):
            rows[first : first + count] = make()
        return rows

    def change(self, table: str, key: int, values: Row) -> None:
        """Change fields of a row; a negative key changes a row that this bundle adds."""
        if key < 0:
            self.inserts[table][-key - 1].update(values)
        elif values:
            self.updates[table].append((key, values))

    def let_go(self) -> None:
        """Forget all rows and what they would be made of."""
        made_of = chain.from_iterable(parts for later in self.later.values() for *_, parts in later)
        for rows in chain(made_of, self.inserts.values(), self.updates.values()):
            _free(rows)
        self.later.clear()

    @property
    def size(self) -> int:
        """How many rows will be written."""
        return sum(map(len, self.inserts.values())) + sum(map(len, self.updates.values()))


def _free(rows: list[Any]) -> None:
    """Forget rows, some at a time: while a list of them is freed, no other thread goes on."""
    while rows:
        del rows[-_FREED_AT_ONCE:]


def write_bundle(writer: Writer, bundle: Bundle, step: Callable[[int, int], None]) -> dict[str, list[int]]:
    """Write everything, parents before children; returns the keys of the new rows by table.

    `step(done, total)` is told now and then, after each table at least, and may raise to cancel.
    """
    keys: dict[str, list[int]] = {}
    total, done = bundle.size, 0

    def told(count: int) -> None:
        step(done + count, total)

    for table in metadata.sorted_tables:
        rows = bundle.new_rows(table.name)
        if rows:
            keys[table.name] = _insert(writer, table, rows, keys, told)
            done += len(rows)
            _free(rows)
            step(done, total)
    for name, changes in bundle.updates.items():
        target = metadata.tables[name]
        _resolve(target, [values for _, values in changes], keys)
        done += writing.update_rows(writer, name, changes, told)
        step(done, total)
    return keys


def _insert(writer: Writer, table: Table, rows: list[Row], keys: dict[str, list[int]], told: writing.Told) -> list[int]:
    if _refer_to_each_other(table, rows):
        return _insert_in_turn(writer, table, rows, keys)
    _resolve(table, rows, keys)
    before = writer.connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    writing.insert_rows(writer, table.name, rows, told)
    return _keys_above(writer, table, before)


def _keys_above(writer: Writer, table: Table, before: int) -> list[int]:
    """Keys of the rows just added, in their order: there is one writer, so they rise, and as a rule without gaps."""
    bounds = select(func.count(), func.min(table.c.id), func.max(table.c.id)).where(table.c.id > before)
    count, first, last = writer.connection.execute(bounds).one()
    if count == last - first + 1:
        return list(range(first, last + 1))
    added = select(table.c.id).where(table.c.id > before).order_by(table.c.id)
    return list(writer.connection.execute(added).scalars())


def _insert_in_turn(writer: Writer, table: Table, rows: list[Row], keys: dict[str, list[int]]) -> list[int]:
    """A tree's rows one by one, each behind the row that it refers to, wherever that stands."""
    made = keys.setdefault(table.name, [0] * len(rows))
    for place in _parents_first(table, rows):
        _resolve(table, [rows[place]], keys)
        made[place] = writing.insert_one(writer, table.name, rows[place])
    return made


def _parents_first(table: Table, rows: list[Row]) -> Iterator[int]:
    own = [name for name, parent in _references(table) if parent == table.name]
    done: set[int] = set()
    for start in range(len(rows)):
        waiting = [start]
        while waiting:
            place = waiting[-1]
            above = [-rows[place][name] - 1 for name in own if (rows[place].get(name) or 0) < 0]
            missing = [it for it in above if it not in done and it not in waiting]
            if missing and place not in done:
                waiting += missing
                continue
            waiting.pop()
            if place not in done:
                done.add(place)
                yield place


def _references(table: Table) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] | None = table.info.get("references")
    if found is None:
        found = [(key.parent.name, key.column.table.name) for key in table.foreign_keys if key.column.name == "id"]
        table.info["references"] = found
    return found


def _refer_to_each_other(table: Table, rows: list[Row]) -> bool:
    own = [name for name, parent in _references(table) if parent == table.name]
    return any((row.get(name) or 0) < 0 for name in own for row in rows)


def _resolve(table: Table, rows: list[Row], keys: dict[str, list[int]]) -> None:
    """Put the keys of rows that were just added where other rows refer to them."""
    for name, parent in _references(table):
        for row in rows:
            value = row.get(name)
            if value is not None and value < 0:
                row[name] = keys[parent][-value - 1]
