"""Employees as a list: the state in force on a day, derived from the histories or read where it stands derived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, FromClause, Integer, Text, case, cast, func, null, select

from db.queries import employment
from db.queries.agency_roots import places, roots
from db.queries.employees import in_force
from db.queries.facets import in_order_of, newest_first
from db.queries.listing import Join, Listing, View
from db.queries.trainings import known_by
from db.tables.employees import (
    SERVICES,
    education_history,
    employee_current,
    employees,
    grade_history,
    post_history,
    standing_history,
)
from db.tables.organisation import positions, study_programmes
from db.tables.people_merging import former_nips
from db.tables.reference import education_levels, grades, position_kinds
from db.tables.trainings import trainings
from db.tables.types import Number

GRADE_GROUPS = ("I", "II", "III", "IV", "PPPK")
JP_BANDS = ("none", "below", "met")
AGE_BANDS = ("<30", "30-39", "40-49", "50+")


@dataclass(frozen=True, slots=True)
class People:
    """Where a list of people begins, and what it needs of them to find everything else."""

    base: FromClause
    key: ColumnElement[Any]
    name: ColumnElement[Any]
    nip: ColumnElement[Any]
    kind: ColumnElement[Any]
    sex: ColumnElement[Any]
    grade_code: ColumnElement[Any]
    agency_id: ColumnElement[Any]
    standing_code: ColumnElement[Any]
    places: FromClause
    joins: Sequence[Join]


def listing(view: View) -> Listing:
    """All employees with what holds on a day."""
    people = people_of(view)
    tops = roots(people.places)
    fields = _fields(view, people, tops)
    bands = {name: place for place, name in enumerate(JP_BANDS)}
    return Listing(
        base=people.base,
        key=people.key,
        fields=fields,
        searched=(),
        indexed=employees.c.search_text,
        aliases=(former_nips.c.employee_id, former_nips.c.nip),
        joins=[*people.joins, *names_beside(people), Join(tops, tops.c.agency_id == people.agency_id)],
        order=(people.name, people.nip),
        where=employment.there(view.on) if view.as_of else [],
        ranks={
            "grade": grades.c.ordering,
            "rank": grades.c.ordering,
            "education_level": education_levels.c.ordering,
            "age_band": fields["age"],
            "jp_band": case(bands, value=fields["jp_band"]),
        },
        natural={
            "grade_group": in_order_of(GRADE_GROUPS),
            "service": in_order_of(SERVICES),
            "jp_band": in_order_of(JP_BANDS),
            "age_band": in_order_of(AGE_BANDS),
            "graduation_year": newest_first,
        },
        asked=_asked,
    )


def _asked(name: str) -> ColumnElement[Any] | None:
    """The key of the post that somebody holds."""
    return post_history.c.position_id if name == "position_id" else None


def _fields(view: View, people: People, tops: CTE) -> dict[str, ColumnElement[Any]]:
    years = _age(view.on)
    return {
        **_MASTER,
        "name": people.name,
        "nip": people.nip,
        "kind": people.kind,
        "sex": people.sex,
        "age": years,
        "age_band": case((years < 30, "<30"), (years < 40, "30-39"), (years < 50, "40-49"), (years >= 50, "50+")),
        **_STATE,
        "service": employment.service(people.standing_code),
        "status": case((people.kind == "PNS", "P"), (people.kind == "CPNS", "C"), else_="PPPK"),
        "grade_code": people.grade_code,
        "grade_group": _grade_group(people),
        "agency_code": people.places.c.code,
        "agency": people.places.c.name,
        "root_agency": tops.c.name,
        "root_agency_short": tops.c.short_name,
        "jp": _jp_of_year(view, people, "jp"),
        "jp_counted": _jp_of_year(view, people, "jp_counted"),
        "jp_band": _jp_band(view, people),
    }


def people_of(view: View) -> People:
    """Where a list of people begins: at what stands derived if it holds, else at the histories."""
    return _current() if view.current else _derived(view)


def _derived(view: View) -> People:
    """The state of any day: the rows of the histories in force are looked for."""
    histories = (grade_history, post_history, education_history, standing_history)
    return People(
        base=employees,
        key=employees.c.id,
        name=employees.c.name,
        nip=employees.c.nip,
        kind=employment.kind_on(view.on) if view.as_of else employees.c.kind,
        sex=employees.c.sex,
        grade_code=grade_history.c.grade_code,
        agency_id=post_history.c.agency_id,
        standing_code=standing_history.c.code,
        places=places(view.on if view.as_of else None),
        joins=[Join(history, history.c.id == in_force(history, view.on)) for history in histories],
    )


def _current() -> People:
    """The state of today where it stands derived."""
    now = employee_current.c
    return People(
        base=employee_current,
        key=now.employee_id,
        name=now.name,
        nip=now.nip,
        kind=now.kind,
        sex=now.sex,
        grade_code=now.grade_code,
        agency_id=now.agency_id,
        standing_code=now.standing_code,
        places=places(None),
        joins=[
            Join(employees, employees.c.id == now.employee_id, always=True),
            Join(grade_history, grade_history.c.id == now.grade_id),
            Join(post_history, post_history.c.id == now.post_id),
            Join(education_history, education_history.c.id == now.education_id),
            Join(standing_history, standing_history.c.id == now.standing_id),
        ],
    )


def names_beside(people: People) -> Sequence[Join]:
    """What the codes and keys of the histories stand for."""
    return [
        Join(grades, grades.c.code == people.grade_code),
        Join(positions, positions.c.id == post_history.c.position_id),
        Join(position_kinds, position_kinds.c.code == positions.c.kind_code),
        Join(people.places, people.places.c.id == people.agency_id),
        Join(education_levels, education_levels.c.code == education_history.c.level_code),
        Join(study_programmes, study_programmes.c.id == education_history.c.programme_id),
    ]


def joins_of(owner: ColumnElement[int], people: People, tops: CTE) -> list[Join]:
    """The joins of rows that belong to people: whose each is, what holds of that person, and the agency at the top."""
    return [
        Join(people.base, people.key == owner, always=True),
        *people.joins,
        *names_beside(people),
        Join(tops, tops.c.agency_id == people.agency_id),
    ]


def _age(on: date) -> ColumnElement[int]:
    """Completed years of life on a day."""
    born = cast(employees.c.birth_date, Text)
    to_come = case((func.substr(born, 6) > f"{on:%m-%d}", 1), else_=0)
    return on.year - cast(func.substr(born, 1, 4), Integer) - to_come


def _grade_group(people: People) -> ColumnElement[Any]:
    """I to IV of a civil servant's grade; a PPPK's grades are one group."""
    civil = {str(place): name for place, name in enumerate(GRADE_GROUPS[:4], start=1)}
    first = func.substr(people.grade_code, 1, 1)
    return case((people.kind == "PPPK", "PPPK"), else_=case(civil, value=first))


def _jp_of_year(view: View, people: People, name: str) -> ColumnElement[Any]:
    """JP of the year, 0 where there is none."""
    return _of_year(view, people, func.coalesce(func.sum(trainings.c[name], type_=Number), 0.0))


def _jp_band(view: View, people: People) -> ColumnElement[Any]:
    """How a year's JP stand to the minimum; nothing for a kind of employee of whom none is asked."""
    if not view.jp_minimum:
        return cast(null(), Text)
    counted, minimum = func.sum(trainings.c.jp_counted), case(dict(view.jp_minimum), value=people.kind)
    bands = (counted >= minimum, "met"), (minimum.is_(None), None), (counted > 0, "below")
    return _of_year(view, people, case(*bands, else_="none"))


def _of_year(view: View, people: People, told: ColumnElement[Any]) -> ColumnElement[Any]:
    statement = select(told).where(trainings.c.year == view.year, trainings.c.employee_id == people.key)
    if view.as_of:
        statement = statement.where(known_by(view.on))
    return statement.select_from(trainings).correlate(people.base).scalar_subquery()


def exact_day(day: ColumnElement[Any]) -> ColumnElement[Any]:
    """A graduation date; the first of January stands for "only the year is known"."""
    return case((cast(day, Text).like("%-01-01"), None), else_=day)


_MASTER: Mapping[str, ColumnElement[Any]] = {
    column.name: column for column in employees.c if column.name not in ("id", "uuid", "search_text")
}
"""Fields of the employee itself by code name."""

_STATE: Mapping[str, ColumnElement[Any]] = {
    "standing": standing_history.c.standing,
    "standing_date": standing_history.c.effective_date,
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
    "graduation_date": exact_day(education_history.c.effective_date),
    "graduation_year": education_history.c.graduation_year,
}
"""What the histories tell by code name."""
