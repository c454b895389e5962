"""Statements behind the reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.queries.employees import in_force
from db.queries.employment import staff
from db.tables.employees import employees, grade_history


def people(reader: Reader, on: date) -> Iterator[Any]:
    """One row for each person in service on a day: id, kind, sex, agency_id and grade_code of that day."""
    here = staff(reader, on).subquery("here")
    source = here.join(employees, employees.c.id == here.c.id)
    source = source.outerjoin(grade_history, grade_history.c.id == in_force(grade_history, on))
    columns = (here.c.id, here.c.kind, employees.c.sex, here.c.agency_id, grade_history.c.grade_code)
    return iter(reader.connection.execute(select(*columns).select_from(source)))
