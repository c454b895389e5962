"""Statements on employees and their dated histories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select

from db.database import Reader
from db.queries.writing import where_in
from db.tables import metadata
from db.tables.employees import employees, post_history
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
    """Rows of one history: id, employee_id, effective_date and the asked fields."""
    target = metadata.tables[table]
    columns = [
        target.c.id,
        target.c.employee_id,
        target.c.effective_date,
        *(target.c[name] for name in fields),
    ]
    return where_in(reader, select(*columns), target.c.employee_id, employee_keys)


def in_force(history: Table, on: date) -> ColumnElement[int]:
    """Key of an employee's newest row of a history that began by that day, as part of a statement on employees."""
    rows = history.alias()
    return (
        select(rows.c.id)
        .where(rows.c.employee_id == employees.c.id, rows.c.effective_date <= on)
        .order_by(rows.c.effective_date.desc(), rows.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def staff_of(reader: Reader, agency_keys: Sequence[int], on: date) -> list[Any]:
    """Id, NIP, name and agency_id of the people whose post on that day is in one of the agencies."""
    joined = employees.join(post_history, post_history.c.id == in_force(post_history, on))
    statement = select(employees.c.id, employees.c.nip, employees.c.name, post_history.c.agency_id)
    statement = statement.select_from(joined).order_by(employees.c.name)
    wanted = set(agency_keys)
    rows = where_in(reader, statement, post_history.c.agency_id, list(agency_keys))
    return [row for row in rows if row.agency_id in wanted]


def by_key(reader: Reader, key: int) -> Any | None:
    """Everything that the master row of an employee tells, `None` where there is none."""
    columns = [column for column in employees.c if column.computed is None]
    return reader.connection.execute(select(*columns).where(employees.c.id == key)).one_or_none()


def posts_since(reader: Reader, agency_key: int, on: date) -> list[Any]:
    """Rows of the post history in an agency that are in force on a day or begin later.

    Each is id, employee_id, effective_date and position_id.
    """
    columns = [post_history.c[name] for name in ("id", "employee_id", "effective_date", "position_id")]
    current = post_history.c.id == in_force(post_history, on)
    statement = select(*columns).join(employees, employees.c.id == post_history.c.employee_id)
    statement = statement.where(post_history.c.agency_id == agency_key, current | (post_history.c.effective_date > on))
    return list(reader.connection.execute(statement.order_by(post_history.c.id)))


def headcounts(reader: Reader, on: date) -> dict[int, int]:
    """How many people have their post of that day in each agency or unit; people without one are left out."""
    joined = employees.join(post_history, post_history.c.id == in_force(post_history, on))
    statement = select(post_history.c.agency_id, func.count()).select_from(joined).group_by(post_history.c.agency_id)
    return {row[0]: row[1] for row in reader.connection.execute(statement) if row[0] is not None}
