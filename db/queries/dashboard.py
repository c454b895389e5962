"""Statements that count what the first page shows: trainings of a year, plans of a period, gaps in the data."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Integer, Select, Text, and_, case, cast, func, select

from db.database import Reader
from db.queries import employee_current
from db.queries.employees import in_force
from db.queries.employment import staff
from db.tables import employees as tables
from db.tables.employees import employees, grade_history
from db.tables.organisation import agencies
from db.tables.study_needs import study_need_heads, study_needs, study_plans
from db.tables.trainings import trainings


def trainings_of_year(reader: Reader, year: int) -> tuple[int, int]:
    """How many trainings a year has, and how many of them nobody has verified."""
    unverified = func.count(case((trainings.c.verified == False, 1)))  # noqa: E712
    statement = select(func.count(), unverified).where(trainings.c.year == year)
    total, open_ones = reader.connection.execute(statement).one()
    return total, open_ones


def jp_by_month(reader: Reader, year: int) -> dict[int, float]:
    """JP credited for trainings of a year by the month in which they ended (began, where no more is known)."""
    day = func.coalesce(trainings.c.end_date, trainings.c.start_date, type_=Text)
    month = cast(func.substr(day, 6, 2), Integer)
    statement = select(month, func.coalesce(func.sum(trainings.c.jp_counted), 0.0))
    statement = statement.where(trainings.c.year == year).group_by(month)
    return {row[0]: row[1] for row in reader.connection.execute(statement)}


def newest_period(reader: Reader, latest: int) -> tuple[int, int] | None:
    """First and last year of the newest plans that begin no later than a year."""
    years = (study_plans.c.first_year, study_plans.c.last_year)
    statement = select(*years).where(study_plans.c.first_year <= latest).order_by(*(it.desc() for it in years)).limit(1)
    found = reader.connection.execute(statement).first()
    return None if found is None else (found.first_year, found.last_year)


def plans_by_state(reader: Reader, period: tuple[int, int]) -> dict[str, int]:
    """How many plans of a period are in each state."""
    statement = select(study_plans.c.state, func.count()).where(_in(period)).group_by(study_plans.c.state)
    return {row[0]: row[1] for row in reader.connection.execute(statement)}


def lines_and_heads(reader: Reader, period: tuple[int, int]) -> tuple[int, int]:
    """How many lines the plans of a period have, and how many people they ask for."""
    lines = select(func.count()).select_from(study_needs.join(study_plans)).where(_in(period))
    source = study_need_heads.join(study_needs).join(study_plans)
    heads = select(func.coalesce(func.sum(study_need_heads.c.heads), 0)).select_from(source).where(_in(period))
    return reader.connection.execute(lines).scalar_one(), reader.connection.execute(heads).scalar_one()


def unplanned_agencies(reader: Reader, period: tuple[int, int] | None) -> int:
    """How many open agencies at the top of the tree have no plan for a period (`None`: none at all)."""
    plan = select(study_plans.c.id).where(study_plans.c.agency_id == agencies.c.id)
    has_plan = (plan if period is None else plan.where(_in(period))).exists()
    top = and_(agencies.c.parent_id.is_(None), agencies.c.kind == "agency", agencies.c.closed_on.is_(None))
    return _count(reader, select(func.count()).select_from(agencies).where(top, ~has_plan))


def without_birth_date(reader: Reader, on: date) -> int:
    """How many employees in service on a day have no birth date."""
    lacking = select(employees.c.id).where(employees.c.birth_date.is_(None))
    return _lacking(reader, on, lacking)


def without_grade(reader: Reader, on: date) -> int:
    """How many employees in service on a day have no grade then."""
    if employee_current.holds(reader, on):
        current = tables.employee_current
        return _lacking(reader, on, select(current.c.employee_id).where(current.c.grade_code.is_(None)))
    return _lacking(reader, on, select(employees.c.id).where(in_force(grade_history, on).is_(None)))


def _lacking(reader: Reader, on: date, lacking: Select[tuple[int]]) -> int:
    people = staff(reader, on).subquery("people")
    return _count(reader, select(func.count()).select_from(people).where(people.c.id.in_(lacking)))


def _in(period: tuple[int, int]) -> Any:
    return and_(study_plans.c.first_year == period[0], study_plans.c.last_year == period[1])


def _count(reader: Reader, statement: Select[Any]) -> int:
    return int(reader.connection.execute(statement).scalar_one())
