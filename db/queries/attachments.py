"""Statements on attached files: which rows have which, and which contents anything may still ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select, union_all

from db.database import Reader
from db.migrate import table_ids
from db.tables import journal_of, journalled_tables, metadata
from db.tables.attachments import attachments
from db.tables.journal import journal

_OWN = tuple(column for column in attachments.c if column.name != "uuid")


def of_row(reader: Reader, subject: str, key: int) -> list[Any]:
    """The files of one row of a table, in the order in which they were attached."""
    statement = select(*_OWN).where(attachments.c.subject == subject, attachments.c.subject_id == key)
    return list(reader.connection.execute(statement.order_by(attachments.c.id)))


def by_key(reader: Reader, key: int) -> Any | None:
    """One attached file, `None` where there is none."""
    return reader.connection.execute(select(*_OWN).where(attachments.c.id == key)).one_or_none()


def all_files(reader: Reader) -> Iterator[Any]:
    """Every attached file."""
    return iter(reader.connection.execute(select(*_OWN).order_by(attachments.c.id)))


def subject_row(reader: Reader, subject: str, key: int) -> Any | None:
    """The row to which a file is to be attached; `None` for a table that the journal does not know, or no such row."""
    table = metadata.tables.get(subject)
    if table is None or journal_of(table) is None:
        return None
    return reader.connection.execute(select(table).where(table.c.id == key)).one_or_none()


def counts_of(reader: Reader, employee_key: int) -> dict[tuple[str, int], int]:
    """How many files the rows that belong to an employee have, by table and key; rows without one are left out."""
    columns = (attachments.c.subject, attachments.c.subject_id)
    statement = union_all(
        *(
            select(*columns).where(
                attachments.c.subject == table.name,
                attachments.c.subject_id.in_(select(table.c.id).where(table.c.employee_id == employee_key)),
            )
            for table in journalled_tables()
            if "employee_id" in table.c
        )
    )
    return Counter((row.subject, row.subject_id) for row in reader.connection.execute(statement))


def kept_contents(reader: Reader) -> set[str]:
    """Digests of all contents that a row names, or that undoing could bring back."""
    number = table_ids(reader.connection)["attachments"]
    told = func.json_extract(journal.c.before, "$.sha256")
    gone = select(told).where(journal.c.table_id == number, told.is_not(None))
    named = reader.connection.execute(select(attachments.c.sha256).union(gone)).scalars()
    return set(named)
