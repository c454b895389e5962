"""Statements on what frames a person's life: birth, first days in service, standings in the order of their days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select, union_all

from db.database import Reader
from db.queries.writing import where_in
from db.tables import metadata
from db.tables.employees import employees, grade_history, post_history, standing_history
from db.tables.records import contracts
from db.tables.types import SINCE_UNKNOWN, IsoDate


def masters(reader: Reader, keys: Sequence[int]) -> Iterator[Any]:
    """Id, nip, birth_date and cpns_date of these people (at least: a superset may come)."""
    columns = (employees.c.id, employees.c.nip, employees.c.birth_date, employees.c.cpns_date)
    return where_in(reader, select(*columns), employees.c.id, keys)


def first_days(reader: Reader, keys: Sequence[int]) -> Iterator[Any]:
    """employee_id and the day `entered` of each one's earliest grade, post or contract (at least: a superset)."""
    rows = union_all(
        *(
            select(table.c.employee_id, table.c.effective_date.label("day"))
            for table in (grade_history, post_history, contracts)
        )
    ).subquery()
    first = func.min(rows.c.day, type_=IsoDate()).label("entered")
    statement = select(rows.c.employee_id, first).where(rows.c.day != SINCE_UNKNOWN).group_by(rows.c.employee_id)
    return where_in(reader, statement, rows.c.employee_id, keys)


def earliest(reader: Reader, table: str, key: int) -> Any | None:
    """The earliest dated row of somebody in a history, `None` where there is none; of grades no contract's."""
    own = metadata.tables[table]
    statement = select(own).where(own.c.employee_id == key, own.c.effective_date != SINCE_UNKNOWN)
    if table == "grade_history":
        statement = statement.where(own.c.grade_code.not_like("P%"))
    return reader.connection.execute(statement.order_by(own.c.effective_date).limit(1)).one_or_none()


def standings(reader: Reader, keys: Sequence[int]) -> Iterator[Any]:
    """id, employee_id, effective_date and code of these people's standings, the first of each first (at least)."""
    own = standing_history.c
    statement = select(own.id, own.employee_id, own.effective_date, own.code)
    return where_in(reader, statement.order_by(own.employee_id, own.effective_date), own.employee_id, keys)
