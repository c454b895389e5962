"""Statements on trainings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from db.database import Reader
from db.queries.writing import where_in
from db.tables.employees import employees
from db.tables.reference import training_forms
from db.tables.trainings import trainings


def of_employees(reader: Reader, fields: Sequence[str], employee_keys: Sequence[int] | None) -> Iterator[Any]:
    """Key, employee and the asked fields of these people's trainings."""
    columns = [trainings.c.id, trainings.c.employee_id, *(trainings.c[name] for name in fields)]
    return where_in(reader, select(*columns), trainings.c.employee_id, employee_keys)


def known_by(day: date) -> ColumnElement[bool]:
    """Whether a training had ended by a day (begun, where no more is known); one without days by its year.

    A year that is over has all its trainings, whatever their days say.
    """
    told = func.coalesce(trainings.c.end_date, trainings.c.start_date)
    over = (day + timedelta(days=1)).year - 1
    return func.coalesce((trainings.c.year <= over) | (told <= day), trainings.c.year <= day.year, True)


def hours_of_year(year: int, *names: str, until: date | None = None) -> Select[Any]:
    """Statement with a row for each person in a training of the year (that ended `until` a day): key and the sums.

    `jp` are the hours claimed, `jp_counted` those credited, `jp_verified` those credited of verified trainings.
    """
    sums = {
        "jp": func.sum(trainings.c.jp),
        "jp_counted": func.sum(trainings.c.jp_counted),
        "jp_verified": func.sum(trainings.c.jp_counted).filter(trainings.c.verified == True),  # noqa: E712
    }
    columns = (sums[name].label(name) for name in names)
    statement = select(trainings.c.employee_id, *columns).where(trainings.c.year == year)
    # The index covers a whole year; days stand in the rows alone.
    narrowed = statement if until is None else statement.where(known_by(until))
    return narrowed.group_by(trainings.c.employee_id)


def jp_of_year(reader: Reader, year: int) -> Iterator[Any]:
    """Employee key, JP claimed, JP counted and JP counted of verified trainings of one year, one row a person."""
    return iter(reader.connection.execute(hours_of_year(year, "jp", "jp_counted", "jp_verified")))


def jp_of_person(reader: Reader, employee_key: int, year: int) -> tuple[float, float]:
    """JP claimed and JP counted of one person's year; 0 where there is nothing."""
    columns = (func.coalesce(func.sum(trainings.c.jp), 0.0), func.coalesce(func.sum(trainings.c.jp_counted), 0.0))
    statement = select(*columns).where(trainings.c.year == year, trainings.c.employee_id == employee_key)
    claimed, counted = reader.connection.execute(statement).one()
    return float(claimed), float(counted)


def by_key(reader: Reader, key: int) -> Any | None:
    """A training with its person's `nip` and name (`person`) and the newest name of its `form`."""
    form = (
        select(training_forms.c.name)
        .where(training_forms.c.code == trainings.c.form_code)
        .order_by(training_forms.c.effective_from.desc())
        .limit(1)
        .scalar_subquery()
    )
    columns = (trainings, employees.c.nip, employees.c.name.label("person"), form.label("form"))
    statement = select(*columns).join(employees, employees.c.id == trainings.c.employee_id)
    return reader.connection.execute(statement.where(trainings.c.id == key)).one_or_none()


def namesakes(reader: Reader, employee_key: int, name_key: str, start: date | None) -> list[int]:
    """Keys of a person's trainings of that name and first day."""
    same = (trainings.c.employee_id == employee_key, trainings.c.name_key == name_key)
    day = trainings.c.start_date.is_(None) if start is None else trainings.c.start_date == start
    return list(reader.connection.execute(select(trainings.c.id).where(*same, day)).scalars())
