"""Dated figures of the health of the data, kept for the trend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, func, insert, select

from db.database import Reader
from db.tables.data_quality import health_figures
from db.tables.journal import change_sets, import_batches


def keep(reader: Reader, on: date, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put the figures of a day in the place of those it had, in a writing transaction."""
    reader.connection.execute(delete(health_figures).where(health_figures.c.day == on))
    if rows:
        reader.connection.execute(insert(health_figures), [{"day": on, **row} for row in rows])


def last_day(reader: Reader, by: date) -> date | None:
    """The newest day up to `by` of which figures are kept."""
    newest = select(func.max(health_figures.c.day, type_=health_figures.c.day.type))
    found: date | None = reader.connection.execute(newest.where(health_figures.c.day <= by)).scalar()
    return found


def all_of(reader: Reader, first: date | None = None) -> Sequence[Any]:
    """All figures from a day on, in the order of their days."""
    statement = select(health_figures).order_by(health_figures.c.day, health_figures.c.id)
    if first is not None:
        statement = statement.where(health_figures.c.day >= first)
    return reader.connection.execute(statement).all()


def last_import(reader: Reader) -> Any | None:
    """When the newest import was made, `None` where there was none."""
    newest = select(func.max(change_sets.c.started_at, type_=change_sets.c.started_at.type))
    return reader.connection.execute(newest.join(import_batches)).scalar()
