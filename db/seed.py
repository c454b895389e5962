"""Filling reference tables: rows as they ship are compared with the store and only differences are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.queries.bundle import Bundle
from db.queries.writing import table_named

Rows = Sequence[Mapping[str, Any]]


def differences(reader: Reader, tables: Mapping[str, tuple[tuple[str, ...], Rows]]) -> Bundle:
    """What must be written so that every given row stands in its table.

    `tables` gives for each table the columns that name a row and the rows. A stored row that no longer
    ships is left alone: records may refer to it.
    """
    bundle = Bundle()
    for name, (key, rows) in tables.items():
        table = table_named(name)
        stored = {
            tuple(getattr(row, column) for column in key): row for row in reader.connection.execute(select(table)).all()
        }
        for row in rows:
            known = stored.get(tuple(row[column] for column in key))
            if known is None:
                bundle.add(name, dict(row))
            else:
                changed = {column: value for column, value in row.items() if getattr(known, column) != value}
                bundle.change(name, known.id, changed)
    return bundle
