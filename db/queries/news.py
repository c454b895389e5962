"""Statements on what was written to the store lately, and by whom."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.tables.journal import change_sets, journal, journalled_tables_table


def change_sets_after(reader: Reader, number: int) -> list[Any]:
    """Change sets with a higher number, oldest first: id, actor, first_entry, last_entry."""
    names = ("id", "actor", "first_entry", "last_entry")
    statement = select(*(change_sets.c[name] for name in names)).where(change_sets.c.id > number)
    return list(reader.connection.execute(statement.order_by(change_sets.c.id)))


def tables_of(reader: Reader, numbers: Collection[int], first: int, last: int) -> set[str]:
    """Tables that these change sets touched; all their entries lie between the first and the last."""
    statement = (
        select(journalled_tables_table.c.name)
        .join(journal, journal.c.table_id == journalled_tables_table.c.id)
        .where(journal.c.id.between(first, last), journal.c.change_set_id.in_(numbers))
    )
    return set(reader.connection.execute(statement.distinct()).scalars())
