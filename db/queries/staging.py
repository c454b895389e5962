"""Rows by the thousand: put down in a bare temporary table, then moved over with one statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Table, delete, insert, select

from db import keys

_BATCH = 2_000
"""Rows moved at a time; so few that those on their way never reach a temporary file."""


def insert_many(
    connection: Connection, target: Table, rows: Iterable[Mapping[str, Any]], told: Callable[[int], None]
) -> int:
    """Add rows (all with the same fields), each with a new UUID, in their order; returns how many.

    `told` hears now and then how many are there, and may raise to stop.

    A statement that fires triggers makes SQLite keep a copy of every page it touches. One statement for each
    row would spend most of its time on these copies.
    """
    source, count = iter(rows), 0
    batch = list(islice(source, _BATCH))
    if not batch:
        return 0
    fields = list(batch[0])
    staged = _bare_table(target, fields)
    names = ("uuid", *fields)
    put = str(insert(staged).values(dict.fromkeys(names)).compile(dialect=connection.dialect))
    move = insert(target).from_select(names, select(*(staged.c[name] for name in names)).order_by(staged.c.place))
    staged.create(connection)
    while batch:
        connection.exec_driver_sql(put, list(_cells(connection, target, fields, batch)))
        connection.execute(move)
        connection.execute(delete(staged))
        count += len(batch)
        told(count)
        batch = list(islice(source, _BATCH))
    staged.drop(connection)
    return count


def _bare_table(target: Table, fields: Sequence[str]) -> Table:
    """The fields alone: no keys, no checks, no triggers; `place` keeps the order."""
    columns = (Column(name, target.c[name].type) for name in ("uuid", *fields))
    return Table("staged", MetaData(), Column("place", Integer, primary_key=True), *columns, prefixes=["TEMPORARY"])


def _cells(
    connection: Connection, target: Table, fields: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Any, ...]]:
    """The rows as the driver takes them, column by column, each distinct date converted once."""
    columns: list[Iterable[Any]] = [keys.new_uuids(len(rows))]
    for name in fields:
        values = [row[name] for row in rows]
        convert = target.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
        if convert is None:
            columns.append(values)
        else:
            known = {value: convert(value) for value in set(values)}
            columns.append(map(known.__getitem__, values))
    return zip(*columns, strict=True)
