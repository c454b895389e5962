"""Statements on a year's JP of everybody at once, summed up where the store can do it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from db.database import Reader
from db.queries.employment import staff
from db.queries.trainings import hours_of_year


def headcounts(reader: Reader, on: date) -> list[Any]:
    """How many `people` of each kind in service have their post of a day in each agency or unit (`None`: in none)."""
    people = staff(reader, on).subquery("people").c
    columns = (people.agency_id, people.kind, func.count().label("people"))
    statement = select(*columns).group_by(people.agency_id, people.kind)
    return list(reader.connection.execute(statement))


def credited(
    reader: Reader, year: int, on: date, minimums: Mapping[str, float], until: date | None = None
) -> list[Any]:
    """JP of a year (of trainings that ended `until` a day) in each agency or unit where somebody was in a training.

    Rows are agency_id, the JP `counted`, how many people have any (`some`), and how many reached the minimum
    of their kind (`met`).
    """
    hours = hours_of_year(year, "jp_counted", until=until).subquery("hours")
    people, counted = staff(reader, on).subquery("people"), hours.c.jp_counted
    columns = (
        people.c.agency_id,
        func.coalesce(func.sum(counted), 0.0).label("counted"),
        func.count(case((counted > 0, 1))).label("some"),
        func.count(case((_reached(counted, people.c.kind, minimums), 1))).label("met"),
    )
    statement = select(*columns).select_from(people.join(hours, hours.c.employee_id == people.c.id))
    return list(reader.connection.execute(statement.group_by(people.c.agency_id)))


def claimed(reader: Reader, year: int, on: date, until: date | None = None) -> list[Any]:
    """JP `claimed`, and JP credited of `verified` trainings, of a year in each agency or unit (agency_id)."""
    hours = hours_of_year(year, "jp", "jp_verified", until=until).subquery("hours")
    people = staff(reader, on).subquery("people")
    columns = (
        people.c.agency_id,
        func.coalesce(func.sum(hours.c.jp), 0.0).label("claimed"),
        func.coalesce(func.sum(hours.c.jp_verified), 0.0).label("verified"),
    )
    statement = select(*columns).select_from(people.join(hours, hours.c.employee_id == people.c.id))
    return list(reader.connection.execute(statement.group_by(people.c.agency_id)))


def _reached(
    counted: ColumnElement[Any], kind: ColumnElement[str], minimums: Mapping[str, float]
) -> ColumnElement[bool]:
    """Never true of a kind without a minimum: nothing is greater than nothing."""
    if not minimums:
        return counted < 0
    return counted >= case(dict(minimums), value=kind)
