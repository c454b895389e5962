"""What is recorded of people as lists: performance ratings, disciplinary actions, the index of professionalism."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, Table, cast, func, literal, select

from db.queries.agency_roots import roots
from db.queries.employee_list import names_beside, people_of
from db.queries.facets import newest_first
from db.queries.listing import Join, Listing, View
from db.tables.employees import employees
from db.tables.organisation import agencies, positions
from db.tables.records import disciplinary_actions, performance_ratings, professionalism_index
from db.tables.reference import grades, index_categories


def _index(view: View) -> Listing:
    """Everybody's IP ASN, by person and year, with the category of the regulation that held in that year."""
    own = professionalism_index.c
    fields = {
        "year": own.year,
        "qualification": own.qualification,
        "competence": own.competence,
        "performance": own.performance,
        "discipline": own.discipline,
        "total": own.total,
        "category": _category(),
        "source": own.source,
        "updated": own.updated_on,
    }
    return _listing(view, professionalism_index, fields, (own.year.desc(), own.source), (own.source,))


def _category() -> ColumnElement[Any]:
    """The name of the highest band that a total reaches."""
    own, bands = professionalism_index.c, index_categories.c
    year_end = cast(own.year, String) + literal("-12-31")
    return (
        select(bands.name)
        .where(bands.lowest_score <= own.total, cast(bands.effective_from, String) <= year_end)
        .order_by(bands.lowest_score.desc(), bands.effective_from.desc())
        .limit(1)
        .correlate(professionalism_index)
        .scalar_subquery()
    )


def _ratings(view: View) -> Listing:
    """Everybody's performance ratings, by person and year."""
    own = performance_ratings.c
    names = ("year", "rating", "value", "result", "behaviour", "assessor_nip", "assessor")
    fields = {name: own[name] for name in names}
    return _listing(view, performance_ratings, fields, (own.year.desc(),), (own.rating,))


def _actions(view: View) -> Listing:
    """Everybody's disciplinary actions; `state` tells whether one holds on the day of the view."""
    own = disciplinary_actions.c
    names = ("level", "measure", "effective_date", "until", "decree_number", "decree_date", "reason")
    holds = (own.effective_date <= view.on) & (own.until >= view.on)
    fields = {**{name: own[name] for name in names}, "in_force": func.coalesce(holds, False)}
    return _listing(view, disciplinary_actions, fields, (own.effective_date.desc(),), (own.measure, own.decree_number))


def _listing(
    view: View,
    table: Table,
    own: Mapping[str, ColumnElement[Any]],
    order: Sequence[ColumnElement[Any]],
    searched: Sequence[ColumnElement[Any]],
) -> Listing:
    people, tops = people_of(view), roots()
    beside = {
        "agency": agencies.c.name,
        "agency_code": agencies.c.code,
        "post": positions.c.name,
        "grade": grades.c.name,
    }
    return Listing(
        base=table,
        joins=[
            Join(people.base, people.key == table.c.employee_id, always=True),
            *people.joins,
            *names_beside(people),
            Join(tops, tops.c.agency_id == people.agency_id),
        ],
        key=table.c.id,
        fields={
            "nip": people.nip,
            "person": people.name,
            **own,
            **beside,
            "root_agency": tops.c.name,
            "root_agency_short": tops.c.short_name,
        },
        searched=(*searched, employees.c.search_text),
        order=(people.name, people.nip, *order, table.c.id),
        natural={"year": newest_first} if "year" in own else {},
    )


LISTINGS: Mapping[str, Callable[[View], Listing]] = {
    "ip-asn": _index,
    "performance-ratings": _ratings,
    "disciplinary-actions": _actions,
}
"""How the list of each kind is made."""

TABLES: Mapping[str, Table] = {
    "ip-asn": professionalism_index,
    "performance-ratings": performance_ratings,
    "disciplinary-actions": disciplinary_actions,
}
"""The table that holds the rows of each kind."""
