"""Statements on the history of one thing: the rows it has and had, what the journal tells of them, their names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, func, literal, literal_column, or_, select

from db.database import Reader
from db.migrate import table_ids
from db.queries.labels import labels_of
from db.tables import journal_of, metadata
from db.tables.attachments import attachments
from db.tables.journal import DELETED, DELETED_OWNER, change_sets, journal
from db.tables.reference import training_forms

Rows = dict[str, list[int]]
"""Keys of rows by their table."""

_PARTS = {"employees": ("trainings", "employee_id"), "study_plans": ("study_needs", "plan_id")}
"""Things of their own that a thing's history tells too, and their column that points at it."""


def is_journalled(table: str) -> bool:
    """Whether the journal captures a table of that name."""
    return table in metadata.tables and journal_of(metadata.tables[table]) is not None


def rows_of(reader: Reader, table: str, key: int) -> Rows:
    """The rows that belong to a thing, those that are gone included."""
    numbers, found, waiting = table_ids(reader.connection), {table: [key]}, [table]
    for name in waiting:
        for child, column in _belonging(name):
            keys = _standing_and_gone(reader, child, column, numbers[child.name], found[name])
            if keys:
                found[child.name] = keys
                waiting.append(child.name)
    files = _files(reader, numbers[attachments.name], found)
    return {**found, attachments.name: files} if files else found


def _files(reader: Reader, number: int, found: Rows) -> list[int]:
    """Files attached to these rows, those that were taken off included."""
    named = ((attachments.c.subject == name) & attachments.c.subject_id.in_(keys) for name, keys in found.items())
    subject, key = (func.json_extract(journal.c.before, f"$.{name}") for name in ("subject", "subject_id"))
    once = ((subject == name) & key.in_(keys) for name, keys in found.items())
    standing = select(attachments.c.id).where(or_(*named))
    gone = select(journal.c.row_id).where(journal.c.table_id == number, literal_column(DELETED), or_(*once))
    return sorted({key for statement in (standing, gone) for key in reader.connection.execute(statement).scalars()})


def _belonging(table: str) -> Iterator[tuple[Table, Column[Any]]]:
    for child in metadata.sorted_tables:
        shape = journal_of(child)
        if shape is not None and shape.subject == table and child.name != table:
            yield child, child.c[shape.subject_column]
    if table in _PARTS:
        name, column = _PARTS[table]
        yield metadata.tables[name], metadata.tables[name].c[column]


def _standing_and_gone(reader: Reader, child: Table, column: Column[Any], number: int, owners: list[int]) -> list[int]:
    standing = select(child.c.id).where(column.in_(owners))
    owner: ColumnElement[Any] = literal_column(DELETED_OWNER)
    gone = select(journal.c.row_id).where(journal.c.table_id == number, literal_column(DELETED), owner.in_(owners))
    shape = journal_of(child)
    if shape is not None and shape.subject == child.name:
        # Only the payload knows whose it was; where that was destroyed nobody does.
        gone = gone.where(journal.c.before.isnot(None))
    return sorted({key for statement in (standing, gone) for key in reader.connection.execute(statement).scalars()})


def entries_of(reader: Reader, rows: Rows) -> Iterator[Any]:
    """Journal entries of rows: id, table, row_id, operation, before, digest and the head of their change set."""
    heads = ("kind", "actor", "reason", "started_at", "file_name")
    own = ("id", "change_set_id", "row_id", "operation", "before", "digest")
    root = func.coalesce(change_sets.c.undoes_id, change_sets.c.id).label("root")
    numbers = table_ids(reader.connection)
    for table, keys in rows.items():
        columns = (*(journal.c[name] for name in own), *(change_sets.c[name] for name in heads), root)
        statement = select(literal(table).label("table"), *columns).join(change_sets)
        wanted = (journal.c.table_id == numbers[table], journal.c.row_id.in_(keys))
        yield from reader.connection.execute(statement.where(*wanted))


def standing(reader: Reader, rows: Rows) -> dict[tuple[str, int], dict[str, Any]]:
    """The rows that stand, by table and key."""
    found = {}
    for name, keys in rows.items():
        table = metadata.tables[name]
        for row in reader.connection.execute(select(table).where(table.c.id.in_(keys))):
            found[name, row.id] = dict(row._mapping)
    return found


def image_of(reader: Reader, table: str, before: str) -> dict[str, Any]:
    """A before-image with its values as a query tells them: dates, flags, `None` for an unknown day."""
    columns, dialect = metadata.tables[table].c, reader.connection.dialect
    image = {}
    for name, value in json.loads(before).items():
        if name in columns:
            read = columns[name].type.result_processor(dialect, None)
            image[name] = read(value) if read else value
    return image


def names_of(reader: Reader, table: str, column: str, values: Iterable[Any]) -> dict[Any, str]:
    """What the keys and codes in a column stand for; those that stand for nothing any more are left out."""
    if column == "form_code":
        return _newest_names(reader, training_forms, values)
    for reference in metadata.tables[table].c[column].foreign_keys:
        target = reference.column.table
        if reference.column.name == "id":
            return {**_last_names(reader, target.name, values), **labels_of(reader, target.name, list(values))}
        return _newest_names(reader, target, values)
    if column in _UNREFERRED:
        return labels_of(reader, _UNREFERRED[column], list(values))
    return {}


_UNREFERRED = {"agency_id": "agencies", "position_id": "positions"}
"""What columns of derived tables point at, which have no foreign keys."""


def _newest_names(reader: Reader, table: Table, codes: Iterable[str]) -> dict[str, str]:
    statement = select(table.c.code, table.c.name).where(table.c.code.in_(list(codes))).order_by(table.c.id)
    return {row.code: row.name for row in reader.connection.execute(statement)}


def _last_names(reader: Reader, table: str, keys: Iterable[int]) -> dict[int, str]:
    """How rows were called when they were deleted."""
    number = table_ids(reader.connection)[table]
    statement = select(journal.c.row_id, journal.c.before).where(
        journal.c.table_id == number,
        journal.c.row_id.in_(list(keys)),
        literal_column(DELETED),
        journal.c.before.isnot(None),
    )
    deleted = reader.connection.execute(statement.order_by(journal.c.id))
    names = {row.row_id: json.loads(row.before).get("name") for row in deleted}
    return {key: name for key, name in names.items() if name}
