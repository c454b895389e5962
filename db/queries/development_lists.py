"""Trainings and study needs as lists."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from sqlalchemy import CTE, ColumnElement, FromClause, Text, cast, func, literal, select

from db.database import Reader
from db.queries.agency_roots import places, roots
from db.queries.employee_list import People, people_of
from db.queries.facets import newest_first
from db.queries.listing import Counted, Join, Listing, View
from db.queries.training_words import said
from db.queries.trainings import known_by
from db.tables import reference
from db.tables.employees import employees
from db.tables.organisation import positions, study_programmes
from db.tables.study_needs import study_need_heads, study_needs, study_plans
from db.tables.training_counts import training_facets
from db.tables.trainings import trainings


def trainings_listing(view: View) -> Listing:
    """Everybody's trainings, by person; as of a day those that had ended by then."""
    people, form = people_of(view), _newest_forms()
    tops = roots(people.places)
    top = Join(tops, tops.c.agency_id == people.agency_id)
    # Beginning with the people in their order spares sorting a million trainings.
    joins = [Join(people.base, people.key == trainings.c.employee_id, always=True), *people.joins]
    return Listing(
        base=trainings,
        joins=[*joins, Join(form, form.c.code == trainings.c.form_code), top],
        key=trainings.c.id,
        fields=_fields(people, form, tops),
        searched=(trainings.c.name, trainings.c.certificate_number, employees.c.search_text),
        order=(people.name, people.nip, trainings.c.start_date, trainings.c.id),
        where=[known_by(view.on)] if view.as_of else [],
        natural={"year": newest_first},
        kept=_counts(training_facets) if view.counted and not view.as_of else None,
        counted=Counted([trainings.c[name] for name in _COUNTED], "trainings", _counts),
        owner=(trainings.c.employee_id, Listing(people.base, people.key, {}, (), (), [*people.joins, top])),
        said=said,
    )


def _fields(people: People, form: CTE, tops: CTE) -> dict[str, ColumnElement[Any]]:
    """What a training and its person tell by code name."""
    return {
        "nip": people.nip,
        "person": people.name,
        "name": trainings.c.name,
        "form": form.c.name,
        "form_code": trainings.c.form_code,
        "organiser": trainings.c.organiser,
        "start": trainings.c.start_date,
        "end": trainings.c.end_date,
        "year": trainings.c.year,
        "jp": trainings.c.jp,
        "jp_counted": trainings.c.jp_counted,
        "certificate": trainings.c.certificate_number,
        "certificate_date": trainings.c.certificate_date,
        "source": trainings.c.source,
        "verified": trainings.c.verified,
        "note": trainings.c.note,
        "root_agency": tops.c.name,
        "root_agency_short": tops.c.short_name,
    }


_COUNTED = ("year", "verified", "form_code", "source")
"""What trainings are narrowed by most."""


def _counts(rows: FromClause) -> Listing:
    """How many trainings there are with each set of that, out of rows of such numbers."""
    form, told = _newest_forms(), {name: rows.c[name] for name in _COUNTED}
    return Listing(
        base=rows,
        joins=[Join(form, form.c.code == rows.c.form_code)],
        key=rows.c.trainings,
        fields={**told, "form": form.c.name},
        searched=(),
        order=(),
        natural={"year": newest_first},
        weight=rows.c.trainings,
    )


def _newest_forms() -> CTE:
    """Code and newest name of each form of training."""
    forms = reference.training_forms
    newest = select(forms.c.code, func.max(forms.c.effective_from).label("since")).group_by(forms.c.code).subquery()
    both = (newest.c.code == forms.c.code) & (newest.c.since == forms.c.effective_from)
    return select(forms.c.code, forms.c.name).join(newest, both).cte("form")


def study_needs_listing(view: View) -> Listing:
    """The lines of the agencies' plans."""
    levels, units = reference.education_levels, places(view.on if view.as_of else None)
    period = cast(study_plans.c.first_year, Text) + literal("-") + cast(study_plans.c.last_year, Text)
    amounts = {name: study_needs.c[name] for name in ("amount_apbn", "amount_apbd", "amount_sponsor", "amount_self")}
    return Listing(
        base=study_needs,
        joins=[
            Join(study_plans, study_plans.c.id == study_needs.c.plan_id, always=True),
            Join(units, units.c.id == study_plans.c.agency_id, always=True),
            Join(study_programmes, study_programmes.c.id == study_needs.c.programme_id, always=True),
            Join(levels, levels.c.code == study_needs.c.level_code),
            Join(positions, positions.c.id == study_needs.c.position_id),
        ],
        key=study_needs.c.id,
        fields={
            "agency": units.c.name,
            "agency_short": func.coalesce(units.c.short_name, units.c.name),
            "agency_code": units.c.code,
            "period": period,
            "plan_status": study_plans.c.state,
            "level": levels.c.name,
            "programme": study_programmes.c.name,
            "field": study_needs.c.field,
            "post": positions.c.name,
            "funding": study_needs.c.funding,
            **amounts,
            "basis": study_needs.c.basis,
            "status": study_needs.c.state,
            "note": study_needs.c.note,
        },
        searched=(study_programmes.c.name, units.c.name, study_needs.c.field),
        order=(units.c.name, levels.c.ordering.desc(), study_programmes.c.name, study_needs.c.id),
        enrich=_add_heads,
        ranks={"level": levels.c.ordering},
        natural={"period": newest_first},
        asked=_asked_of_needs,
    )


_HEADS = re.compile(r"heads(?:_(\d{4}))?")


def _asked_of_needs(name: str) -> ColumnElement[Any] | None:
    """The agency's key; the people of all years (`heads`) or of one (`heads_2027`), none where nobody is asked for."""
    if name == "agency_id":
        return study_plans.c.agency_id
    told = _HEADS.fullmatch(name)
    if told is None:
        return None
    people = select(func.sum(study_need_heads.c.heads)).where(study_need_heads.c.need_id == study_needs.c.id)
    if told[1]:
        people = people.where(study_need_heads.c.year == int(told[1]))
    return people.correlate(study_needs).scalar_subquery()


def _add_heads(reader: Reader, rows: list[dict[str, Any]], keys: list[int]) -> None:
    heads: dict[int, dict[str, int]] = defaultdict(dict)
    statement = select(study_need_heads).where(study_need_heads.c.need_id.in_(keys))
    for row in reader.connection.execute(statement.order_by(study_need_heads.c.year)):
        heads[row.need_id][str(row.year)] = row.heads
    for record, key in zip(rows, keys, strict=True):
        record["heads"] = heads.get(key, {})
