"""Employees as a list: the state in force on a day, derived from the histories."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Text, case, cast, or_

from db.queries.employees import in_force
from db.queries.listing import Listing
from db.tables.employees import education_history, employees, grade_history, post_history, standing_history
from db.tables.organisation import agencies, positions, study_programmes
from db.tables.reference import education_levels, grades, position_kinds


def listing(on: date, *, as_of: bool = False) -> Listing:
    """All employees with what holds on a day; `as_of` leaves out who was not yet appointed then."""
    return Listing(
        source=_source(on),
        key=employees.c.id,
        fields={**_MASTER, "kind": _kind(on) if as_of else employees.c.kind, **_STATE},
        searched=(),
        base=employees,
        indexed=employees.c.search_text,
        order=(employees.c.name, employees.c.nip),
        where=[or_(employees.c.cpns_date.is_(None), employees.c.cpns_date <= on)] if as_of else [],
    )


def _source(on: date) -> FromClause:
    """Each employee beside the rows of the histories in force on the day, and what their codes and keys stand for."""
    source: FromClause = employees
    for history in (grade_history, post_history, education_history, standing_history):
        source = source.outerjoin(history, history.c.id == in_force(history, on))
    return (
        source.outerjoin(grades, grades.c.code == grade_history.c.grade_code)
        .outerjoin(positions, positions.c.id == post_history.c.position_id)
        .outerjoin(position_kinds, position_kinds.c.code == positions.c.kind_code)
        .outerjoin(agencies, agencies.c.id == post_history.c.agency_id)
        .outerjoin(education_levels, education_levels.c.code == education_history.c.level_code)
        .outerjoin(study_programmes, study_programmes.c.id == education_history.c.programme_id)
    )


def _kind(on: date) -> ColumnElement[Any]:
    """Before the TMT PNS a civil servant was still a candidate."""
    return case(((employees.c.kind == "PNS") & (employees.c.pns_date > on), "CPNS"), else_=employees.c.kind)


def _exact_day(day: ColumnElement[Any]) -> ColumnElement[Any]:
    """A graduation date; the first of January stands for "only the year is known"."""
    return case((cast(day, Text).like("%-01-01"), None), else_=day)


_MASTER: dict[str, ColumnElement[Any]] = {
    column.name: column for column in employees.c if column.name not in ("id", "uuid", "search_text", "kind")
}
"""Fields of the employee itself by code name."""

_STATE: dict[str, ColumnElement[Any]] = {
    "status": case((employees.c.kind == "PNS", "P"), (employees.c.kind == "CPNS", "C"), else_="PPPK"),
    "standing": standing_history.c.standing,
    "standing_date": standing_history.c.effective_date,
    "grade_code": grade_history.c.grade_code,
    "grade": grades.c.name,
    "rank": grades.c.rank,
    "grade_date": grade_history.c.effective_date,
    "service_years": grade_history.c.service_years,
    "service_months": grade_history.c.service_months,
    "position_kind": positions.c.kind_code,
    "position_kind_name": position_kinds.c.name,
    "echelon": positions.c.echelon_code,
    "post": positions.c.name,
    "post_date": post_history.c.effective_date,
    "education_code": education_history.c.level_code,
    "education_level": education_levels.c.name,
    "education": study_programmes.c.name,
    "school": education_history.c.school,
    "graduation_date": _exact_day(education_history.c.effective_date),
    "graduation_year": education_history.c.graduation_year,
    "agency_code": agencies.c.code,
    "agency": agencies.c.name,
}
"""What the histories tell by code name."""
