"""Statements on what is recorded of people: performance ratings, disciplinary actions, the index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.queries.writing import where_in
from db.tables import metadata


def of_employees(reader: Reader, table: str, fields: Sequence[str], employee_keys: Sequence[int]) -> Iterator[Any]:
    """Key, employee and the asked fields of these people's rows (at least: a superset may come)."""
    target = metadata.tables[table]
    columns = [target.c.id, target.c.employee_id, *(target.c[name] for name in fields)]
    return where_in(reader, select(*columns), target.c.employee_id, employee_keys)
