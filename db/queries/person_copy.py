"""Statements that find everything stored about one person, read off the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table, func, select

from db.database import Reader
from db.queries.belongings import belongings, fields_of, rows_of
from db.tables import metadata

DERIVED = frozenset({"employee_current"})
"""Tables that only repeat what stands in others, to be read quickly."""

_OWNER = "employee_id"
"""The column of a table whose rows are a person's own."""

Image = dict[str, Any]
"""A row by column: its `id` and what it tells."""

_UNTOLD = frozenset({_OWNER, "name_key", "search_text", "sha256", "subject", "subject_id", "code", "key"})
"""Columns that say whose a row is, or that only the store needs; the copy for programs has them."""


def rows_about(reader: Reader, employee_key: int) -> dict[str, list[Image]]:
    """A person's rows by table, and the rows that belong to those; tables without any are told too.

    What only names the person (an agency its head) is told without what else belongs to it.
    """
    found: dict[str, dict[int, Image]] = {"employees": {it["id"]: it for it in _own(reader, employee_key)}}
    waiting = [("employees", key) for key in found["employees"]]
    for table, key in waiting:
        for belonging in belongings(table):
            rows = found.setdefault(belonging.table, {})
            for row in rows_of(reader, belonging, key):
                if row["id"] not in rows:
                    rows[row["id"]] = {**row, belonging.owner: key}
                    if belonging.owner == _OWNER:
                        waiting.append((belonging.table, row["id"]))
    for name in unjournalled():
        column = _owner(metadata.tables[name])
        statement = select(metadata.tables[name]).where(column == employee_key)
        found[name] = {place: dict(row._mapping) for place, row in enumerate(reader.connection.execute(statement))}
    return {name: list(rows.values()) for name, rows in found.items()}


def unjournalled() -> tuple[str, ...]:
    """Tables outside the journal whose rows tell of a person, but for those that are derived."""
    known = {"employees", *DERIVED, *(it.table for it in belongings("employees"))}
    return tuple(table.name for table in metadata.sorted_tables if table.name not in known and points_at_person(table))


def points_at_person(table: Table) -> bool:
    """Whether rows of a table tell of a person: by a reference, or by a column of that name."""
    refers = any(it.column.table.name == "employees" for it in table.foreign_keys)
    return refers or _OWNER in table.c


def fields_told(table: str) -> tuple[str, ...]:
    """The columns of a table that a reader wants to see."""
    return tuple(name for name in fields_of(table) if name not in _UNTOLD)


def mentions(reader: Reader, nips: Sequence[str], own: Mapping[str, Sequence[Image]]) -> Iterator[tuple[str, str, int]]:
    """Table, column and number of rows, not the person's own, that name one of the NIPs."""
    for table in (it for it in metadata.sorted_tables if it.name not in DERIVED):
        for column in table.c:
            if column.name == "nip" or column.name.endswith("_nip"):
                count = _count(reader, column, nips, [row["id"] for row in own.get(table.name, ())])
                if count:
                    yield table.name, column.name, count


def _count(reader: Reader, column: Column[Any], nips: Sequence[str], own: Sequence[int]) -> int:
    statement = select(func.count()).select_from(column.table).where(column.in_(nips))
    if own and "id" in column.table.c:
        statement = statement.where(column.table.c.id.not_in(own))
    return int(reader.connection.execute(statement).scalar_one())


def _own(reader: Reader, employee_key: int) -> Iterator[Image]:
    table = metadata.tables["employees"]
    columns = [table.c[name] for name in ("id", *fields_of("employees"))]
    for row in reader.connection.execute(select(*columns).where(table.c.id == employee_key)):
        yield dict(row._mapping)


def _owner(table: Table) -> Column[Any]:
    refers = (it.parent for it in table.foreign_keys if it.column.table.name == "employees")
    return next(refers, table.c.get(_OWNER))  # type: ignore[arg-type]
