"""What is kept of trainings to be counted and found by quickly, brought up to date from the journal when it is read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Insert, Select, Table, delete, func, insert, literal, select, update

from db import journal as chain
from db.database import Reader
from db.queries import settings
from db.tables.journal import change_sets, journal, journalled_tables_table
from db.tables.training_counts import training_facets, training_numbers, training_titles
from db.tables.trainings import trainings

_MOST_EDITED = 50_000
"""So many edits since are taken in one by one; more are counted anew, which then is quicker."""
_SEPARATORS = " /.-"
KEPT = (training_facets, training_titles, training_numbers)
FACETS = training_facets

Image = Mapping[str, Any]


def holds(reader: Reader, table: Table) -> bool:
    """Whether one of the tables tells what the trainings are, up to the newest change set."""
    return settings.get(reader, _stamp(table)) == str(chain.head(reader.connection)[0])


def refresh(writer: Reader, table: Table) -> None:
    """Take in what change sets have altered since, or make the table anew where that cannot be told."""
    if holds(writer, table):
        return
    since = _last_entry(writer, table)
    before = None if since is None else _images_before(writer, since)
    if since is None or before is None:
        writer.connection.execute(delete(table))
        writer.connection.execute(_made_of(table))
    else:
        _take_in(writer, table, since, before)
    settings.put(writer, _stamp(table), str(chain.head(writer.connection)[0]))


def _stamp(table: Table) -> str:
    return f"kept.{table.name}"


def bare(number: ColumnElement[Any]) -> ColumnElement[str]:
    """A number as `training_numbers` keeps it (`domain.searching.bare`): small letters, no separators."""
    for sign in _SEPARATORS:
        number = func.replace(number, sign, "")
    return func.lower(number)


def without_separators(text: str) -> str:
    """A text as far as a bare number can have it."""
    return text.translate(dict.fromkeys(map(ord, _SEPARATORS)))


def _last_entry(reader: Reader, table: Table) -> int | None:
    """The last entry of the journal that was taken in; `None` where nothing is known."""
    stamp = settings.get(reader, _stamp(table))
    if stamp is None:
        return None
    last = select(change_sets.c.last_entry).where(change_sets.c.id == int(stamp))
    entry = reader.connection.execute(last).scalar()
    return None if entry is None else int(entry)


def _entries(since: int) -> tuple[ColumnElement[bool], ...]:
    own = select(journalled_tables_table.c.id).where(journalled_tables_table.c.name == trainings.name)
    return journal.c.id > since, journal.c.table_id == own.scalar_subquery()


def _images_before(reader: Reader, since: int) -> dict[int, dict[str, Any]] | None:
    """The old fields, as far as they are others now, of all rows that stood then and were touched since.

    `None` where they are too many, or where the journal no longer tells.
    """
    edited = select(journal.c.row_id).where(*_entries(since), journal.c.operation != "insert")
    statement = select(journal.c.row_id, journal.c.operation, journal.c.before).where(*_entries(since))
    rows = reader.connection.execute(
        statement.where(journal.c.row_id.in_(edited)).order_by(journal.c.id).limit(_MOST_EDITED + 1)
    ).all()
    images: dict[int, dict[str, Any]] = {}
    made: set[int] = set()
    for row_id, operation, before in rows:
        if row_id not in images and operation == "insert":
            made.add(row_id)
        if row_id in made or operation == "insert":
            continue
        if before is None:
            return None
        # The oldest image counts; later ones tell what came in between.
        images[row_id] = json.loads(before) | images.get(row_id, {})
    return None if len(rows) > _MOST_EDITED else images


def _made_of(table: Table, *chosen: ColumnElement[bool]) -> Insert:
    """The rows of a table as all trainings, or the chosen ones, make them."""
    rows = _numbers(*chosen) if table is training_numbers else _grouped(table).where(*chosen)
    return insert(table).from_select([column.name for column in table.c], rows)


def _grouped(table: Table) -> Select[Any]:
    fields = [trainings.c[name] for name in _fields(table)]
    return select(*fields, func.count().label("trainings")).group_by(*fields)


def _fields(table: Table) -> list[str]:
    return [column.name for column in table.c if column.name != "trainings"]


def _numbers(*chosen: ColumnElement[bool]) -> Select[Any]:
    number = bare(trainings.c.certificate_number).label("number")
    return select(number, trainings.c.id).where(trainings.c.certificate_number != "", *chosen).order_by(number)


def _take_in(writer: Reader, table: Table, since: int, before: dict[int, dict[str, Any]]) -> None:
    touched = trainings.c.id.in_(select(journal.c.row_id).where(*_entries(since)))
    images = list(_whole(writer, before))
    if table is training_numbers:
        for image in images:
            writer.connection.execute(delete(table).where(*_number_of(image)))
        writer.connection.execute(_made_of(table, touched))
        return
    counts: Counter[tuple[Any, ...]] = Counter()
    for *values, count in writer.connection.execute(_grouped(table).where(touched)):
        counts[tuple(values)] += count
    counts.subtract(Counter(tuple(image[name] for name in _fields(table)) for image in images))
    _add(writer, table, counts)


def _number_of(image: Image) -> tuple[ColumnElement[bool], ...]:
    number = bare(literal(image["certificate_number"]))
    return training_numbers.c.number == number, training_numbers.c.training_id == image["id"]


def _whole(reader: Reader, before: dict[int, dict[str, Any]]) -> Iterator[Image]:
    """The old rows: what was changed since as it was, the rest as it stands."""
    keys = list(before)
    for start in range(0, len(keys), 5_000):
        part = keys[start : start + 5_000]
        found = reader.connection.execute(select(trainings).where(trainings.c.id.in_(part)))
        stored = {row.id: dict(row._mapping) for row in found}
        for key in part:
            yield stored.get(key, {}) | before[key] | {"id": key}


def _add(writer: Reader, table: Table, counts: Counter[tuple[Any, ...]]) -> None:
    for values, count in counts.items():
        if not count:
            continue
        told = dict(zip(_fields(table), values, strict=True))
        same = [table.c[name].is_not_distinct_from(value) for name, value in told.items()]
        raised = update(table).where(*same).values(trainings=table.c.trainings + count)
        if not writer.connection.execute(raised).rowcount:
            writer.connection.execute(insert(table).values(**told, trainings=count))
    writer.connection.execute(delete(table).where(table.c.trainings == 0))
