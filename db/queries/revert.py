"""Taking the effect of one change set back out of the tables, from its journal entries alone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import Table, insert, select
from sqlalchemy.exc import IntegrityError

from db.database import Reader, Writer
from db.queries import writing
from db.sqlite.connection import defer_references
from db.tables import journal_of, metadata

Subject = tuple[str, int]
"""Table and key of the thing a row belongs to."""


@dataclass(slots=True)
class Reversal:
    """What must be done to one row so that it is as before: `image` is the whole old row or the old fields."""

    table: str
    row_id: int
    subject: Subject
    operation: str
    image: dict[str, Any] = field(default_factory=dict)


def subject_of(table: str, subject_id: int) -> Subject:
    """The thing to which a journal entry of this table belongs."""
    shape = journal_of(metadata.tables[table])
    return (shape.subject if shape else table), subject_id


def reversals(entries: Iterable[Any]) -> list[Reversal]:
    """One reversal per row out of a change set's entries in their order; a row made and unmade needs none."""
    first: dict[tuple[str, int], str] = {}
    last: dict[tuple[str, int], str] = {}
    images: dict[tuple[str, int], dict[str, Any]] = defaultdict(dict)
    subjects: dict[tuple[str, int], Subject] = {}
    for entry in entries:
        key = (entry.table, entry.row_id)
        first.setdefault(key, entry.operation)
        last[key] = entry.operation
        subjects.setdefault(key, subject_of(entry.table, entry.subject_id))
        if entry.before is not None:
            # The earliest value of each field is the one to go back to.
            images[key] = {**json.loads(entry.before), **images[key]}
    found = (_reversal(key, first[key], last[key], images.get(key, {}), subjects[key]) for key in first)
    return [reversal for reversal in found if reversal is not None]


def _reversal(key: tuple[str, int], first: str, last: str, image: dict[str, Any], subject: Subject) -> Reversal | None:
    if first == "insert":
        return None if last == "delete" else Reversal(*key, subject, "delete")
    return Reversal(*key, subject, "insert" if last == "delete" else "update", image)


@dataclass(frozen=True, slots=True)
class Reference:
    """A row that points at a row about to go: what is pointed at, and the pointing row and column."""

    target: Subject
    target_key: int
    table: str
    row_id: int
    column: str


def referring(reader: Reader, doomed: Mapping[str, set[int]]) -> Iterator[Reference]:
    """Rows that point at rows about to go; those that go themselves are not told."""
    for child in metadata.sorted_tables:
        for key in child.foreign_keys if journal_of(child) else ():
            parent = key.column.table.name
            if key.column.name != "id" or not doomed.get(parent):
                continue
            statement = select(child.c.id, key.parent.label("target"))
            for row in writing.where_in(reader, statement, key.parent, sorted(doomed[parent])):
                if row.target in doomed[parent] and row.id not in doomed.get(child.name, ()):
                    target = subject_of(parent, _owner_key(reader, parent, row.target))
                    yield Reference(target, row.target, child.name, row.id, key.parent.name)


def orphans(reader: Reader, wanted: Iterable[Reversal]) -> set[Subject]:
    """Subjects whose old rows point at something that is gone and does not come back with them."""
    returning: dict[str, set[int]] = defaultdict(set)
    needs: list[tuple[str, int, Subject]] = []
    for reversal in wanted:
        if reversal.operation == "insert":
            returning[reversal.table].add(reversal.row_id)
        for key in metadata.tables[reversal.table].foreign_keys if reversal.image else ():
            value = reversal.image.get(key.parent.name)
            if key.column.name == "id" and value is not None:
                needs.append((key.column.table.name, value, reversal.subject))
    missing: dict[str, set[int]] = defaultdict(set)
    for parent, needed, _ in needs:
        if needed not in returning[parent]:
            missing[parent].add(needed)
    for parent, keys in missing.items():
        target = metadata.tables[parent]
        standing = writing.where_in(reader, select(target.c.id), target.c.id, sorted(keys))
        missing[parent] = keys - {row.id for row in standing}
    return {subject for parent, key, subject in needs if key in missing[parent]}


def _owner_key(reader: Reader, table: str, key: int) -> int:
    target = metadata.tables[table]
    shape = journal_of(target)
    if shape is None or shape.subject_column == "id":
        return key
    return int(reader.connection.execute(select(target.c[shape.subject_column]).where(target.c.id == key)).scalar_one())


def revert(writer: Writer, wanted: list[Reversal]) -> set[Subject]:
    """Carry reversals out, all or none; the subjects that the store's rules hold back (a NIP taken since, say).

    Nothing was changed where the result is not empty.
    """
    defer_references(writer.connection)
    if _try(writer, wanted):
        return set()
    groups: dict[Subject, list[Reversal]] = defaultdict(list)
    for reversal in wanted:
        groups[reversal.subject].append(reversal)
    trial = writer.connection.begin_nested()
    held = {subject for subject, group in reversed(groups.items()) if not _try(writer, group)}
    trial.rollback()
    return held or set(groups)


def _try(writer: Writer, wanted: list[Reversal]) -> bool:
    try:
        with writer.connection.begin_nested():
            _carry_out(writer, wanted)
    except IntegrityError:
        return False
    return True


def _carry_out(writer: Writer, wanted: list[Reversal]) -> None:
    """In the reverse order of the journal, so that unique values are free again for what comes back."""
    for (operation, name, _), run in groupby(reversed(wanted), key=_manner):
        table, rows = metadata.tables[name], list(run)
        if operation == "delete":
            writing.delete_rows(writer, name, [it.row_id for it in rows])
        elif operation == "insert":
            _put_back(writer, table, [it.image for it in rows])
        else:
            writing.update_rows(writer, name, ((it.row_id, _raw(table, it.image)) for it in rows))


def _manner(reversal: Reversal) -> tuple[str, str, tuple[str, ...]]:
    """What neighbouring reversals must share to go to the driver together."""
    fields = tuple(reversal.image) if reversal.operation == "update" else ()
    return reversal.operation, reversal.table, fields


def _put_back(writer: Writer, table: Table, images: list[dict[str, Any]]) -> None:
    """Old rows with their old keys and UUIDs."""
    writer.connection.execute(insert(table), [_raw(table, image) for image in images])


def _raw(table: Table, image: dict[str, Any]) -> dict[str, Any]:
    """Journal images hold what SQLite stores; our column types let ISO text, numbers and 0/1 through unchanged."""
    return {name: value for name, value in image.items() if name in table.c}
