"""Adding and changing rows of any journalled table, many at once; SQL's order is the tables' own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Select, Table, bindparam, delete, insert, select, update

from db import keys
from db.database import Reader, Writer
from db.queries import staging

_FEW = 20
"""Fewer new rows than that go in one by one."""

_CHANGED_AT_ONCE = 2_000
_IN_LIST = 900
_WHOLE_TABLE_FROM = 3_000

Values = Mapping[str, Any]
Told = Callable[[int], None]
"""Hears now and then how many rows are written, and may raise to stop."""


def _nobody(_count: int) -> None:
    pass


def table_named(name: str) -> Table:
    """The table of that name; KeyError for a name we do not have."""
    from db.tables import metadata  # loads every table: a start asks for none by its name

    return metadata.tables[name]


def insert_rows(writer: Writer, table: str, rows: Sequence[Values], told: Told = _nobody) -> int:
    """Add rows (all with the same fields), each with a new UUID; returns how many."""
    target = table_named(table)
    if len(rows) >= _FEW:
        return staging.insert_many(writer.connection, target, rows, told)
    if rows:
        uuids = keys.new_uuids(len(rows))
        writer.connection.execute(insert(target), [{"uuid": next(uuids), **row} for row in rows])
    return len(rows)


def insert_one(writer: Writer, table: str, row: Values) -> int:
    """Add one row and return its key."""
    target = table_named(table)
    statement = insert(target).values(uuid=keys.new_uuid(), **row).returning(target.c.id)
    return int(writer.connection.execute(statement).scalar_one())


def update_rows(writer: Writer, table: str, changes: Iterable[tuple[int, Values]], told: Told = _nobody) -> int:
    """Change fields of rows by key; rows with the same fields go to the driver together. Returns how many."""
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for key, values in changes:
        if values:
            groups[tuple(values)].append({"row_key": key, **{f"new_{name}": new for name, new in values.items()}})
    target, count = table_named(table), 0
    for fields, rows in groups.items():
        found = update(target).where(target.c.id == bindparam("row_key"))
        statement = found.values({name: bindparam(f"new_{name}") for name in fields})
        for start in range(0, len(rows), _CHANGED_AT_ONCE):
            part = rows[start : start + _CHANGED_AT_ONCE]
            writer.connection.execute(statement, part)
            count += len(part)
            told(count)
    return count


def delete_rows(writer: Writer, table: str, row_keys: Iterable[int]) -> int:
    """Remove rows by key; returns how many were asked for."""
    target, rows = table_named(table), [{"row_key": key} for key in row_keys]
    if rows:
        writer.connection.execute(delete(target).where(target.c.id == bindparam("row_key")), rows)
    return len(rows)


def where_in(reader: Reader, statement: Select[Any], column: Any, values: Sequence[Any] | None) -> Iterator[Any]:
    """Rows of a statement whose column is among the values (`None`: all rows).

    A long list reads the whole table and leaves the choosing to the caller: one pass is cheaper than
    thousands of look-ups, and the callers look rows up by key anyway.
    """
    if values is None or len(values) > _WHOLE_TABLE_FROM:
        found = reader.connection.execute(statement.execution_options(yield_per=5_000))
        yield from chain.from_iterable(found.partitions())
        return
    for start in range(0, len(values), _IN_LIST):
        yield from reader.connection.execute(statement.where(column.in_(values[start : start + _IN_LIST])))


def rows_by_key(reader: Reader, table: str, row_keys: Sequence[int]) -> Iterator[Any]:
    """Whole rows of a table by key, in no order (at least: a superset may come)."""
    target = table_named(table)
    return where_in(reader, select(target), target.c.id, row_keys)
