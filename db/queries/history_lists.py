"""The dated histories of all people as lists, a row for each person and event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table
from sqlalchemy.sql.selectable import NamedFromClause

from db.queries.agency_roots import places, roots
from db.queries.employee_list import exact_day, people_of
from db.queries.facets import newest_first
from db.queries.listing import Join, Listing, View
from db.tables.employees import education_history, employees, grade_history, post_history, standing_history
from db.tables.organisation import positions, study_programmes
from db.tables.reference import education_levels, grades, position_kinds

Fields = dict[str, ColumnElement[Any]]
_SEARCHED = ("grade", "post", "agency", "education", "school", "certificate_number", "standing")
"""Fields that a search looks into besides the person and the decree."""


def _listing(view: View, own: NamedFromClause, fields: Fields, joins: list[Join], ranks: Fields) -> Listing:
    """A history of everybody, by person and from the first event on (as of a day up to then); `own` are its rows.

    People are joined with the rows in force today, hence rows of the history under a name of their own.
    """
    people = people_of(view)
    tops = roots(people.places)
    who: Fields = {
        "nip": people.nip,
        "person": people.name,
        "nik": employees.c.nik,
        "birth_date": employees.c.birth_date,
    }
    decree = {name: own.c[name] for name in ("decree_number", "decree_date") if name in own.c}
    where: Fields = {"root_agency": tops.c.name, "root_agency_short": tops.c.short_name}
    return Listing(
        base=own,
        key=own.c.id,
        fields={**who, **fields, **decree, **where},
        searched=(employees.c.search_text, *(fields[name] for name in _SEARCHED if name in fields), *decree.values()),
        order=(people.name, people.nip, own.c.effective_date, own.c.id),
        where=[own.c.effective_date <= view.on] if view.as_of else [],
        joins=[
            Join(people.base, people.key == own.c.employee_id, always=True),
            *people.joins,
            *joins,
            Join(tops, tops.c.agency_id == people.agency_id),
        ],
        ranks=ranks,
        natural={"graduation_year": newest_first},
    )


def _grades(view: View) -> Listing:
    own = grade_history.alias("grade_event")
    fields: Fields = {
        "grade": grades.c.name,
        "rank": grades.c.rank,
        "grade_code": own.c.grade_code,
        "grade_date": own.c.effective_date,
        "service_years": own.c.service_years,
        "service_months": own.c.service_months,
    }
    joins = [Join(grades, grades.c.code == own.c.grade_code)]
    return _listing(view, own, fields, joins, {"grade": grades.c.ordering, "rank": grades.c.ordering})


def _posts(view: View) -> Listing:
    own, units = post_history.alias("post_event"), places(view.on if view.as_of else None)
    where = units.alias("held_in")
    fields: Fields = {
        "position_kind": positions.c.kind_code,
        "position_kind_name": position_kinds.c.name,
        "echelon": positions.c.echelon_code,
        "post": positions.c.name,
        "post_date": own.c.effective_date,
        "appointment": own.c.appointment,
        "until": own.c.until,
        "agency_code": where.c.code,
        "agency": where.c.name,
    }
    joins = [
        Join(positions, positions.c.id == own.c.position_id),
        Join(position_kinds, position_kinds.c.code == positions.c.kind_code),
        Join(where, where.c.id == own.c.agency_id),
    ]
    return _listing(view, own, fields, joins, {})


def _educations(view: View) -> Listing:
    own = education_history.alias("education_event")
    fields: Fields = {
        "education_code": own.c.level_code,
        "education_level": education_levels.c.name,
        "education": study_programmes.c.name,
        "school": own.c.school,
        "certificate_number": own.c.certificate_number,
        "graduation_date": exact_day(own.c.effective_date),
        "graduation_year": own.c.graduation_year,
    }
    joins = [
        Join(education_levels, education_levels.c.code == own.c.level_code),
        Join(study_programmes, study_programmes.c.id == own.c.programme_id),
    ]
    return _listing(view, own, fields, joins, {"education_level": education_levels.c.ordering})


def _standings(view: View) -> Listing:
    own = standing_history.alias("standing_event")
    fields: Fields = {
        "standing": own.c.standing,
        "standing_date": own.c.effective_date,
        "until": own.c.until,
    }
    return _listing(view, own, fields, [], {})


LISTINGS: Mapping[str, Callable[[View], Listing]] = {
    "grade-history": _grades,
    "post-history": _posts,
    "education-history": _educations,
    "standing-history": _standings,
}
"""How the list of each kind is made."""

TABLES: Mapping[str, Table] = {
    "grade-history": grade_history,
    "post-history": post_history,
    "education-history": education_history,
    "standing-history": standing_history,
}
"""The table that holds the rows of each kind."""
