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
    grade, post, education, standing = grade_history, post_history, education_history, standing_history
    source: FromClause = employees
    for history in (grade, post, education, standing):
        source = source.outerjoin(history, history.c.id == in_force(history, on))
    source = (
        source.outerjoin(grades, grades.c.code == grade.c.grade_code)
        .outerjoin(positions, positions.c.id == post.c.position_id)
        .outerjoin(position_kinds, position_kinds.c.code == positions.c.kind_code)
        .outerjoin(agencies, agencies.c.id == post.c.agency_id)
        .outerjoin(education_levels, education_levels.c.code == education.c.level_code)
        .outerjoin(study_programmes, study_programmes.c.id == education.c.programme_id)
    )
    master = {column.name: column for column in employees.c if column.name not in ("id", "uuid", "search_text", "kind")}
    fields: dict[str, ColumnElement[Any]] = {
        **master,
        "kind": _kind(on) if as_of else employees.c.kind,
        "status": case((employees.c.kind == "PNS", "P"), (employees.c.kind == "CPNS", "C"), else_="PPPK"),
        "standing": standing.c.standing,
        "standing_date": standing.c.effective_date,
        "grade_code": grade.c.grade_code,
        "grade": grades.c.name,
        "rank": grades.c.rank,
        "grade_date": grade.c.effective_date,
        "service_years": grade.c.service_years,
        "service_months": grade.c.service_months,
        "position_kind": positions.c.kind_code,
        "position_kind_name": position_kinds.c.name,
        "echelon": positions.c.echelon_code,
        "post": positions.c.name,
        "post_date": post.c.effective_date,
        "education_code": education.c.level_code,
        "education_level": education_levels.c.name,
        "education": study_programmes.c.name,
        "school": education.c.school,
        "graduation_date": _exact_day(education.c.effective_date),
        "graduation_year": education.c.graduation_year,
        "agency_code": agencies.c.code,
        "agency": agencies.c.name,
    }
    where = [or_(employees.c.cpns_date.is_(None), employees.c.cpns_date <= on)] if as_of else []
    return Listing(
        source=source,
        key=employees.c.id,
        fields=fields,
        searched=(),
        base=employees,
        indexed=employees.c.search_text,
        order=(employees.c.name, employees.c.nip),
        where=where,
    )


def _kind(on: date) -> ColumnElement[Any]:
    """Before the TMT PNS a civil servant was still a candidate."""
    return case(((employees.c.kind == "PNS") & (employees.c.pns_date > on), "CPNS"), else_=employees.c.kind)


def _exact_day(day: ColumnElement[Any]) -> ColumnElement[Any]:
    """A graduation date; the first of January stands for "only the year is known"."""
    return case((cast(day, Text).like("%-01-01"), None), else_=day)
