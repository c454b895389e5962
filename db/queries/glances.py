"""Statements on a store that may be of an older revision: only what is there is asked."""

from __future__ import annotations

from sqlalchemy import Table, func, inspect, select

from db.database import Reader
from db.tables.attachments import attachments
from db.tables.employees import employees


def people(reader: Reader) -> int:
    """How many employees a store holds."""
    if not _has(reader, employees):
        return 0
    return int(reader.connection.execute(select(func.count()).select_from(employees)).scalar_one())


def contents(reader: Reader) -> set[str]:
    """Digests of the contents of all attached files."""
    if not _has(reader, attachments):
        return set()
    return set(reader.connection.execute(select(attachments.c.sha256)).scalars())


def _has(reader: Reader, table: Table) -> bool:
    return inspect(reader.connection).has_table(table.name)
