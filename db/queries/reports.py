"""Statements behind the reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.queries.employees import in_force
from db.tables.employees import employees, grade_history, post_history


def people(reader: Reader, on: date) -> Iterator[Any]:
    """One row a person: id, kind, sex, agency_id and grade_code in force on a day."""
    source = employees.outerjoin(post_history, post_history.c.id == in_force(post_history, on)).outerjoin(
        grade_history, grade_history.c.id == in_force(grade_history, on)
    )
    columns = (
        employees.c.id,
        employees.c.kind,
        employees.c.sex,
        post_history.c.agency_id,
        grade_history.c.grade_code,
    )
    return iter(reader.connection.execute(select(*columns).select_from(source)))
