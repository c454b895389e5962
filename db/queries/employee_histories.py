"""Statements on the dated histories of one employee, newest row first, with the names that people read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import FromClause, Select, Table, select

from db.database import Reader
from db.tables import metadata
from db.tables.employees import education_history, grade_history, post_history, standing_history
from db.tables.organisation import agencies, positions, study_programmes
from db.tables.reference import education_levels, grades


def grades_of(reader: Reader, employee_key: int) -> list[Any]:
    """Rows with key, effective, the table's own fields, and name and rank of the grade."""
    names = (grades.c.name.label("grade"), grades.c.rank)
    return _rows(reader, grade_history, employee_key, grade_history.outerjoin(grades), *names)


def posts_of(reader: Reader, employee_key: int) -> list[Any]:
    """Rows with key, effective, the table's own fields, and the names of post and agency."""
    source = post_history.outerjoin(positions).outerjoin(agencies)
    names = (positions.c.name.label("post"), agencies.c.name.label("agency"))
    return _rows(reader, post_history, employee_key, source, *names)


def educations_of(reader: Reader, employee_key: int) -> list[Any]:
    """Rows with key, effective, the table's own fields, and the names of level and programme."""
    source = education_history.outerjoin(
        education_levels, education_levels.c.code == education_history.c.level_code
    ).outerjoin(study_programmes, study_programmes.c.id == education_history.c.programme_id)
    names = (education_levels.c.name.label("level"), study_programmes.c.name.label("programme"))
    return _rows(reader, education_history, employee_key, source, *names)


def standings_of(reader: Reader, employee_key: int) -> list[Any]:
    """Rows with key, effective and the table's own fields."""
    return _rows(reader, standing_history, employee_key, standing_history)


def row_of(reader: Reader, table: str, key: int) -> Any | None:
    """One row of a history, `None` where there is none."""
    history = metadata.tables[table]
    return reader.connection.execute(select(history).where(history.c.id == key)).one_or_none()


def _rows(reader: Reader, history: Table, employee_key: int, source: FromClause, *names: Any) -> list[Any]:
    own = [column for column in history.c if column.name not in ("id", "uuid", "employee_id", "effective_date")]
    columns = (history.c.id.label("key"), history.c.effective_date.label("effective"), *own, *names)
    statement: Select[Any] = select(*columns).select_from(source).where(history.c.employee_id == employee_key)
    newest_first = (history.c.effective_date.desc(), history.c.id.desc())
    return list(reader.connection.execute(statement.order_by(*newest_first)))
