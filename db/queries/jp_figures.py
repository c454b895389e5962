"""Statements on a year's JP of everybody at once, summed up where the store can do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, case, func, select

from db.database import Reader
from db.queries import employee_current
from db.queries.employees import in_force
from db.queries.trainings import hours_of_year
from db.tables.employees import employee_current as current
from db.tables.employees import employees, post_history


def headcounts(reader: Reader, on: date) -> list[Any]:
    """How many `people` of each kind have their post of a day in each agency or unit (agency_id `None`: in none)."""
    people = _people(reader, on)
    columns = (people.agency_id.label("agency_id"), people.kind.label("kind"), func.count().label("people"))
    statement = select(*columns).select_from(people.source).group_by(people.agency_id, people.kind)
    return list(reader.connection.execute(statement))


def credited(reader: Reader, year: int, on: date, minimums: Mapping[str, float]) -> list[Any]:
    """JP of a year in each agency or unit where somebody was in a training.

    Rows are agency_id, the JP `counted`, how many people have any (`some`), and how many reached the minimum
    of their kind (`met`).
    """
    hours = hours_of_year(year, "jp_counted").subquery("hours")
    people, counted = _people(reader, on), hours.c.jp_counted
    columns = (
        people.agency_id.label("agency_id"),
        func.coalesce(func.sum(counted), 0.0).label("counted"),
        func.count(case((counted > 0, 1))).label("some"),
        func.count(case((_reached(counted, people.kind, minimums), 1))).label("met"),
    )
    statement = select(*columns).select_from(people.source.join(hours, hours.c.employee_id == people.key))
    return list(reader.connection.execute(statement.group_by(people.agency_id)))


def claimed(reader: Reader, year: int, on: date) -> list[Any]:
    """JP `claimed`, and JP credited of `verified` trainings, of a year in each agency or unit (agency_id)."""
    hours = hours_of_year(year, "jp", "jp_verified").subquery("hours")
    people = _people(reader, on)
    columns = (
        people.agency_id.label("agency_id"),
        func.coalesce(func.sum(hours.c.jp), 0.0).label("claimed"),
        func.coalesce(func.sum(hours.c.jp_verified), 0.0).label("verified"),
    )
    statement = select(*columns).select_from(people.source.join(hours, hours.c.employee_id == people.key))
    return list(reader.connection.execute(statement.group_by(people.agency_id)))


@dataclass(frozen=True, slots=True)
class _People:
    """Everybody on a day: where they are read, and the columns that tell them apart."""

    source: FromClause
    key: ColumnElement[int]
    kind: ColumnElement[str]
    agency_id: ColumnElement[int | None]


def _people(reader: Reader, on: date) -> _People:
    """What stands derived if it holds, else the histories."""
    if employee_current.holds(reader, on):
        return _People(current, current.c.employee_id, current.c.kind, current.c.agency_id)
    posts = employees.outerjoin(post_history, post_history.c.id == in_force(post_history, on))
    return _People(posts, employees.c.id, employees.c.kind, post_history.c.agency_id)


def _reached(
    counted: ColumnElement[Any], kind: ColumnElement[str], minimums: Mapping[str, float]
) -> ColumnElement[bool]:
    """Never true of a kind without a minimum: nothing is greater than nothing."""
    if not minimums:
        return counted < 0
    return counted >= case(dict(minimums), value=kind)
