"""Statements on the rows of what agencies answer for, and on the places that their plans of study need in a year."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, func, select

from db.database import Reader
from db.tables import metadata
from db.tables.study_needs import study_need_heads, study_needs, study_plans


def rows(reader: Reader, table: str, **equal: object) -> list[Any]:
    """The rows of a table whose columns have these values, oldest first."""
    target = _table(table)
    conditions = [target.c[name] == value for name, value in equal.items()]
    return list(reader.connection.execute(select(target).where(*conditions).order_by(target.c.id)))


def study_places(reader: Reader, year: int) -> dict[int, int]:
    """How many people each agency's plans ask for in a year; lines that were refused do not count."""
    source = study_need_heads.join(study_needs).join(study_plans)
    statement = (
        select(study_plans.c.agency_id, func.sum(study_need_heads.c.heads))
        .select_from(source)
        .where(study_need_heads.c.year == year, study_needs.c.state != "DITOLAK")
        .group_by(study_plans.c.agency_id)
    )
    return {row[0]: int(row[1]) for row in reader.connection.execute(statement)}


def _table(name: str) -> Table:
    return metadata.tables[name]
