"""What points at a row, what a row points at in vain, and taking a thing out with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table, distinct, func, select

from db.database import Reader, Writer
from db.queries import writing
from db.tables import journal_of, metadata


def pointing_at(reader: Reader, table: str, key: int) -> dict[str, int]:
    """How many things point at a row, by the table of those things; what belongs to the row is left out."""
    counts: dict[str, int] = {}
    for child, column in _references_to(table):
        shape = journal_of(child)
        if shape is None or (shape.subject == table and child.name != table and column.name == shape.subject_column):
            continue
        owner = child.c[shape.subject_column]
        found = reader.connection.execute(select(func.count(distinct(owner))).where(column == key)).scalar_one()
        if found:
            counts[shape.subject] = counts.get(shape.subject, 0) + int(found)
    return counts


def dangling(
    reader: Reader, table: str, row: Mapping[str, Any], seen: set[tuple[str, object]] | None = None
) -> list[str]:
    """Fields of a row about to be written that point at nothing.

    Negative keys stand for rows written with it. What points at something is noted in `seen`, and not asked twice.
    """
    found, seen = [], set() if seen is None else seen
    for reference in writing.table_named(table).foreign_keys:
        value = row.get(reference.parent.name)
        if value is None or (isinstance(value, int) and value < 0):
            continue
        target = reference.column
        if (target.table.name, value) in seen:
            continue
        if reader.connection.execute(select(target).where(target == value)).first() is None:
            found.append(reference.parent.name)
        seen.add((target.table.name, value))
    return found


def remove(writer: Writer, table: str, keys: Sequence[int]) -> None:
    """Remove things by key, each with the rows that belong to it (an employee's histories, a need's heads)."""
    for child in reversed(metadata.sorted_tables):
        shape = journal_of(child)
        if shape is not None and shape.subject == table and child.name != table:
            statement = select(child.c.id).where(child.c[shape.subject_column].in_(keys))
            writing.delete_rows(writer, child.name, list(writer.connection.execute(statement).scalars()))
    writing.delete_rows(writer, table, keys)


def _references_to(table: str) -> Iterator[tuple[Table, Column[Any]]]:
    for child in metadata.sorted_tables:
        for reference in child.foreign_keys:
            if reference.column.table.name == table and reference.column.name == "id":
                yield child, reference.parent
