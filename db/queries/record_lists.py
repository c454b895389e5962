"""What is recorded of people as lists: ratings, disciplinary actions, the index, certificates and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, Table, case, cast, func, literal, select

from db.queries.agency_roots import roots
from db.queries.employee_list import joins_of, people_of
from db.queries.facets import newest_first
from db.queries.listing import Join, Listing, View
from db.tables.employees import employees
from db.tables.organisation import positions
from db.tables.records import (
    certificates,
    competency_assessments,
    contracts,
    disciplinary_actions,
    performance_ratings,
    professionalism_index,
)
from db.tables.reference import grades, index_categories
from db.tables.trainings import trainings


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
    known = own.year <= view.on.year
    return _listing(view, professionalism_index, fields, (own.year.desc(), own.source), (own.source,), known)


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
    # A year is rated when it is over.
    known = own.year <= (view.on + timedelta(days=1)).year - 1
    return _listing(view, performance_ratings, fields, (own.year.desc(),), (own.rating,), known)


def _actions(view: View) -> Listing:
    """Everybody's disciplinary actions; `state` tells whether one holds on the day of the view."""
    own = disciplinary_actions.c
    names = ("level", "measure", "effective_date", "until", "decree_number", "decree_date", "reason")
    holds = (own.effective_date <= view.on) & (own.until >= view.on)
    fields = {**{name: own[name] for name in names}, "in_force": func.coalesce(holds, False)}
    searched, known = (own.measure, own.decree_number), own.effective_date <= view.on
    return _listing(view, disciplinary_actions, fields, (own.effective_date.desc(),), searched, known)


def _certificates(view: View) -> Listing:
    """Everybody's certificates; `validity` tells whether one holds on the day of the view, its last one included."""
    own = certificates.c
    names = ("name", "number", "issuer", "issued_on", "valid_until", "field")
    validity = case((own.valid_until < view.on, "expired"), else_="valid")
    fields = {**{name: own[name] for name in names}, "validity": validity, "training": trainings.c.name}
    known = own.issued_on.is_(None) | (own.issued_on <= view.on)
    found = _listing(
        view, certificates, fields, (own.valid_until, own.name), (own.name, own.number, own.issuer, own.field), known
    )
    return replace(found, joins=[*found.joins, Join(trainings, trainings.c.id == own.training_id)])


def _assessments(view: View) -> Listing:
    """Everybody's assessed competencies, the newest first."""
    own = competency_assessments.c
    fields = {name: own[name] for name in ("competency", "level", "assessed_on", "assessor", "number")}
    order, searched = (own.assessed_on.desc(), own.competency), (own.competency, own.assessor, own.number)
    return _listing(view, competency_assessments, fields, order, searched, own.assessed_on <= view.on)


def _contracts(view: View) -> Listing:
    """Everybody's contracts, the newest of each first; `in_force` tells whether one holds on the day of the view."""
    own = contracts.c
    names = ("effective_date", "until", "number", "decree_number", "decree_date")
    holds = (own.effective_date <= view.on) & (own.until >= view.on)
    fields = {**{name: own[name] for name in names}, "in_force": holds}
    searched, known = (own.number, own.decree_number), own.effective_date <= view.on
    return _listing(view, contracts, fields, (own.effective_date.desc(),), searched, known)


def _listing(
    view: View,
    table: Table,
    own: Mapping[str, ColumnElement[Any]],
    order: Sequence[ColumnElement[Any]],
    searched: Sequence[ColumnElement[Any]],
    known: ColumnElement[bool],
) -> Listing:
    """The records of everybody; `known` says which there were on the day that is asked for."""
    people = people_of(view)
    tops = roots(people.places)
    beside = {
        "agency": people.places.c.name,
        "agency_code": people.places.c.code,
        "post": positions.c.name,
        "grade": grades.c.name,
    }
    return Listing(
        base=table,
        joins=joins_of(table.c.employee_id, people, tops),
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
        where=[known] if view.as_of else [],
        natural={"year": newest_first} if "year" in own else {},
    )


LISTINGS: Mapping[str, Callable[[View], Listing]] = {
    "ip-asn": _index,
    "performance-ratings": _ratings,
    "disciplinary-actions": _actions,
    "certificates": _certificates,
    "competency-assessments": _assessments,
    "contracts": _contracts,
}
"""How the list of each kind is made."""

TABLES: Mapping[str, Table] = {
    "ip-asn": professionalism_index,
    "performance-ratings": performance_ratings,
    "disciplinary-actions": disciplinary_actions,
    "certificates": certificates,
    "competency-assessments": competency_assessments,
    "contracts": contracts,
}
"""The table that holds the rows of each kind."""
