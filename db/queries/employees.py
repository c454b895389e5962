"""Statements on employees and their dated histories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, select

from db.database import Reader
from db.queries.writing import where_in
from db.tables import metadata
from db.tables.employees import OWN_POST, employees, post_history
from db.tables.people_merging import former_nips


def masters(reader: Reader, fields: Sequence[str], nips: Sequence[str] | None) -> Iterator[Any]:
    """Key, NIP and the asked fields of the employees with these NIPs (at least: a superset may come)."""
    columns = [employees.c.id, employees.c.nip, *(employees.c[name] for name in fields)]
    return where_in(reader, select(*columns), employees.c.nip, nips)


def names_by_nip(reader: Reader, nips: Sequence[str] | None) -> dict[str, tuple[int, str]]:
    """Key and name of the employees who have these NIPs, or had them before two records were merged."""
    former = {row.nip: (row.id, row.name) for row in _formerly(reader, nips)}
    return former | {row.nip: (row.id, row.name) for row in masters(reader, ("name",), nips)}


def present_nips(reader: Reader, nips: Sequence[str] | None) -> dict[str, str]:
    """The present NIP for each of these that is a former one."""
    return {row.nip: row.present for row in _formerly(reader, nips)}


def _formerly(reader: Reader, nips: Sequence[str] | None) -> Iterator[Any]:
    columns = (former_nips.c.nip, employees.c.id, employees.c.name, employees.c.nip.label("present"))
    return where_in(reader, select(*columns).join(employees), former_nips.c.nip, nips)


def history(reader: Reader, table: str, fields: Sequence[str], employee_keys: Sequence[int] | None) -> Iterator[Any]:
    """Rows of one history: id, employee_id, effective_date and the asked fields; of posts the own ones alone."""
    target = metadata.tables[table]
    columns = [
        target.c.id,
        target.c.employee_id,
        target.c.effective_date,
        *(target.c[name] for name in fields),
    ]
    statement = select(*columns)
    if "appointment" in target.c:
        statement = statement.where(target.c.appointment == OWN_POST)
    return where_in(reader, statement, target.c.employee_id, employee_keys)


def acting_posts(reader: Reader, fields: Sequence[str], employee_keys: Sequence[int]) -> Iterator[Any]:
    """Rows of posts held for a time: id, employee_id, effective_date, appointment and the asked fields."""
    own = post_history.c
    columns = (own.id, own.employee_id, own.effective_date, own.appointment, *(own[name] for name in fields))
    statement = select(*columns).where(own.appointment != OWN_POST)
    return where_in(reader, statement, own.employee_id, employee_keys) if employee_keys else iter(())


def in_force(history: Table, on: date) -> ColumnElement[int]:
    """Key of an employee's newest row of a history that holds on that day, as part of a statement on employees.

    A standing that has ended holds no longer (what held before does); a post held for a time is not the own one.
    """
    rows = history.alias()
    return (
        select(rows.c.id)
        .where(rows.c.employee_id == employees.c.id, rows.c.effective_date <= on, *_holding(rows, on))
        .order_by(rows.c.effective_date.desc(), rows.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _holding(rows: FromClause, on: date) -> Iterator[ColumnElement[bool]]:
    if "appointment" in rows.c:
        yield rows.c.appointment == OWN_POST
    elif "until" in rows.c:
        yield rows.c.until.is_(None) | (rows.c.until >= on)


def by_key(reader: Reader, key: int) -> Any | None:
    """Everything that the master row of an employee tells, `None` where there is none."""
    columns = [column for column in employees.c if column.computed is None]
    return reader.connection.execute(select(*columns).where(employees.c.id == key)).one_or_none()


def posts_since(reader: Reader, agency_key: int, on: date) -> list[Any]:
    """Rows of the post history in an agency that are in force on a day or begin later, posts held for a time included.

    Each is id, employee_id, effective_date, position_id, appointment and until.
    """
    names = ("id", "employee_id", "effective_date", "position_id", "appointment", "until")
    rows = post_history.c
    goes_on = rows.until.is_(None) | (rows.until >= on)
    held = (rows.id == in_force(post_history, on)) | ((rows.appointment != OWN_POST) & goes_on)
    statement = select(*(rows[name] for name in names)).join(employees, employees.c.id == rows.employee_id)
    statement = statement.where(rows.agency_id == agency_key, held | (rows.effective_date > on))
    return list(reader.connection.execute(statement.order_by(rows.id)))
