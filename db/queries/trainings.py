"""Statements on trainings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select

from db.database import Reader
from db.queries.writing import where_in
from db.tables.trainings import trainings


def of_employees(reader: Reader, fields: Sequence[str], employee_keys: Sequence[int] | None) -> Iterator[Any]:
    """Key, employee and the asked fields of these people's trainings."""
    columns = [trainings.c.id, trainings.c.employee_id, *(trainings.c[name] for name in fields)]
    return where_in(reader, select(*columns), trainings.c.employee_id, employee_keys)


def jp_of_year(reader: Reader, year: int) -> Iterator[Any]:
    """Employee key, JP claimed, JP counted and JP counted of verified trainings of one year, one row a person."""
    verified = func.sum(trainings.c.jp_counted).filter(trainings.c.verified == True)  # noqa: E712
    statement = (
        select(
            trainings.c.employee_id,
            func.sum(trainings.c.jp).label("jp"),
            func.sum(trainings.c.jp_counted).label("jp_counted"),
            verified.label("jp_verified"),
        )
        .where(trainings.c.year == year)
        .group_by(trainings.c.employee_id)
    )
    return iter(reader.connection.execute(statement))
