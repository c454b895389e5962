"""What refers to a row, read off the tables themselves, so that no new table is forgotten when rows become one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnCollection, Table, UniqueConstraint, select

from db.database import Reader
from db.tables import journal_of, metadata
from db.tables.attachments import attachments
from db.tables.base import OnePer
from db.tables.types import Flag

_KEYS = frozenset({"id", "uuid"})

Image = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Belonging:
    """Rows of a table that refer to a row of another by one column, the `owner`.

    Each of `one_per` tells an owner's rows apart; `fields` are all that a row tells besides, `flags` those that say yes
    or no. `among` narrows the rows where the owner can be of several tables: a column and its value.
    """

    table: str
    owner: str
    one_per: tuple[OnePer, ...]
    fields: tuple[str, ...]
    flags: frozenset[str]
    among: tuple[str, str] | None = None


def belongings(table: str) -> Iterator[Belonging]:
    """What refers to rows of a table, in the order in which tables refer to each other."""
    for child in metadata.sorted_tables:
        for reference in child.foreign_keys if journal_of(child) else ():
            if reference.column.table.name == table and reference.column.name == "id":
                yield _belonging(child, reference.parent.name)
    # A file's row points at any table.
    yield replace(_belonging(attachments, "subject_id"), among=("subject", table))


def fields_of(table: str) -> tuple[str, ...]:
    """What a row of a table tells: no key, nothing that the store computes."""
    columns = metadata.tables[table].columns
    return tuple(column.name for column in columns if column.name not in _KEYS and column.computed is None)


def rows_of(reader: Reader, belonging: Belonging, key: int) -> list[Image]:
    """The rows that refer to a row, oldest first: id and the fields."""
    table = metadata.tables[belonging.table]
    columns = [table.c[name] for name in ("id", *belonging.fields)]
    statement = select(*columns).where(table.c[belonging.owner] == key).order_by(table.c.id)
    if belonging.among:
        name, value = belonging.among
        statement = statement.where(table.c[name] == value)
    return [dict(row._mapping) for row in reader.connection.execute(statement)]


def _belonging(child: Table, owner: str) -> Belonging:
    fields = tuple(name for name in fields_of(child.name) if name != owner)
    unique = (OnePer(tuple(name for name in it.keys() if name != owner)) for it in _unique(child) if owner in it)  # noqa: SIM118
    shape = journal_of(child)
    told = shape.one_per if shape else ()
    # Where nothing tells rows apart, only rows that say the same in every field are one.
    one_per = (*unique, *told) or (OnePer(fields),)
    flags = frozenset(name for name in fields if isinstance(child.c[name].type, Flag))
    return Belonging(child.name, owner, one_per, fields, flags)


def _unique(table: Table) -> Iterator[ColumnCollection[str, Any]]:
    yield from (it.columns for it in table.constraints if isinstance(it, UniqueConstraint))
    yield from (it.columns for it in table.indexes if it.unique)
