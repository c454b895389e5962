"""New and changed rows of several tables, written together; new rows refer to each other before they have keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, func, select

from db.database import Writer
from db.queries import writing
from db.tables import metadata

Row = dict[str, Any]


@dataclass(slots=True)
class Bundle:
    """What one use-case wants written.

    `inserts[table]` are new rows with equal fields; another new row refers to the one at place `i` by the
    negative key `-(i + 1)`. `updates[table]` are pairs of key and changed fields.
    """

    inserts: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    updates: dict[str, list[tuple[int, Row]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, row: Row) -> int:
        """Add a new row; the result stands for its key in other rows of this bundle."""
        rows = self.inserts[table]
        rows.append(row)
        return -len(rows)

    def change(self, table: str, key: int, values: Row) -> None:
        """Change fields of a row; a negative key changes a row that this bundle adds."""
        if key < 0:
            self.inserts[table][-key - 1].update(values)
        elif values:
            self.updates[table].append((key, values))

    @property
    def size(self) -> int:
        """How many rows will be written."""
        return sum(map(len, self.inserts.values())) + sum(map(len, self.updates.values()))


def write_bundle(writer: Writer, bundle: Bundle, step: Callable[[int, int], None]) -> dict[str, list[int]]:
    """Write everything, parents before children; returns the keys of the new rows by table.

    `step(done, total)` is told after each table and may raise to cancel.
    """
    keys: dict[str, list[int]] = {}
    total, done = bundle.size, 0
    for table in metadata.sorted_tables:
        rows = bundle.inserts.get(table.name, [])
        if rows:
            keys[table.name] = _insert(writer, table, rows, keys)
            done += len(rows)
            step(done, total)
    for name, changes in bundle.updates.items():
        target = metadata.tables[name]
        for _, values in changes:
            _resolve(target, values, keys)
        done += writing.update_rows(writer, name, changes)
        step(done, total)
    return keys


def _insert(writer: Writer, table: Table, rows: list[Row], keys: dict[str, list[int]]) -> list[int]:
    if any(_refers_to_itself(table, row) for row in rows):
        return _insert_in_turn(writer, table, rows, keys)
    for row in rows:
        _resolve(table, row, keys)
    before = writer.connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    writing.insert_rows(writer, table.name, rows)
    # One writer, one statement: keys rise in the order of the rows.
    return list(writer.connection.execute(select(table.c.id).where(table.c.id > before).order_by(table.c.id)).scalars())


def _insert_in_turn(writer: Writer, table: Table, rows: list[Row], keys: dict[str, list[int]]) -> list[int]:
    """A tree's rows one by one, so that each finds the key of the parent added before it."""
    made = keys.setdefault(table.name, [])
    for row in rows:
        _resolve(table, row, keys)
        made.append(writing.insert_one(writer, table.name, row))
    return made


def _references(table: Table) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] | None = table.info.get("references")
    if found is None:
        found = [(key.parent.name, key.column.table.name) for key in table.foreign_keys if key.column.name == "id"]
        table.info["references"] = found
    return found


def _refers_to_itself(table: Table, row: Row) -> bool:
    return any(parent == table.name and (row.get(name) or 0) < 0 for name, parent in _references(table))


def _resolve(table: Table, row: Row, keys: dict[str, list[int]]) -> None:
    for name, parent in _references(table):
        value = row.get(name)
        if value is not None and value < 0:
            row[name] = keys[parent][-value - 1]
