"""Statements on posts with what they ask since when, and on how many people units need in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, select

from db.database import Reader
from db.queries.agency_roots import places
from db.queries.facets import in_order_of, newest_first
from db.queries.listing import Join, Listing, View
from db.queries.post_staffing import STAFFINGS, staffing
from db.tables.employees import post_history
from db.tables.organisation import positions
from db.tables.position_standards import position_quotas, position_standards
from db.tables.reference import education_levels, functional_levels, position_kinds


def all_posts(reader: Reader) -> Iterator[Any]:
    """Every post with all its fields."""
    return iter(reader.connection.execute(select(positions).order_by(positions.c.id)))


def all_standards(reader: Reader) -> Iterator[Any]:
    """Every version of what a post asks."""
    return iter(reader.connection.execute(select(position_standards)))


def all_quotas(reader: Reader) -> Iterator[Any]:
    """Every version of how many people a unit needs in a post."""
    return iter(reader.connection.execute(select(position_quotas)))


def posts_of(reader: Reader, agency_keys: Collection[int]) -> set[int]:
    """Keys of the posts that people of these agencies hold or held, or that the agencies say they need."""
    tables = (post_history, position_quotas)
    statements = (select(it.c.position_id).where(it.c.agency_id.in_(sorted(agency_keys))).distinct() for it in tables)
    found = (key for statement in statements for key in reader.connection.execute(statement).scalars())
    return {key for key in found if key is not None}


def posts_listing(view: View) -> Listing:
    """Posts with what they ask on the day of the view."""
    standard = position_standards.c
    asked = ("position_class", "job_family", "programmes", "trainings", "experience", "competencies")
    staff = staffing(view)
    return Listing(
        base=positions,
        joins=[
            Join(position_kinds, position_kinds.c.code == positions.c.kind_code),
            Join(functional_levels, functional_levels.c.code == positions.c.level_code),
            Join(position_standards, standard.id == _newest(view.on)),
            Join(education_levels, education_levels.c.code == standard.education_code),
            *staff.joins,
        ],
        key=positions.c.id,
        fields={
            "name": positions.c.name,
            "kind": position_kinds.c.name,
            "kind_code": positions.c.kind_code,
            "echelon": positions.c.echelon_code,
            "level": functional_levels.c.name,
            "retirement_age": positions.c.retirement_age,
            "education_level": education_levels.c.name,
            **{name: standard[name] for name in asked},
            "effective_date": standard.effective_date,
            "has_standard": case((standard.id.is_(None), False), else_=True),
            **staff.fields,
        },
        searched=(positions.c.name,),
        order=(positions.c.name, positions.c.id),
        ranks={"education_level": education_levels.c.ordering},
        natural={"staffing": in_order_of(STAFFINGS), "position_class": newest_first},
    )


def _newest(on: date) -> Any:
    """Key of the version that holds on a day."""
    rows = position_standards.alias()
    return (
        select(rows.c.id)
        .where(rows.c.position_id == positions.c.id, rows.c.effective_date <= on)
        .order_by(rows.c.effective_date.desc())
        .limit(1)
        .correlate(positions)
        .scalar_subquery()
    )


def _told_anew(on: date) -> ColumnElement[bool]:
    """Whether the same unit told something else for the same post between the row's day and this one."""
    rows, own = position_quotas.alias("later").c, position_quotas.c
    same = (rows.position_id == own.position_id, rows.agency_id == own.agency_id)
    return select(rows.id).where(*same, rows.effective_date > own.effective_date, rows.effective_date <= on).exists()


def quotas_listing(view: View) -> Listing:
    """How many people units need and have in their posts, as they told it by the day of the view.

    `in_force` is what a unit that stands told last by that day.
    """
    own, units = position_quotas.c, places(view.on if view.as_of else None)
    stands = units.c.closed_on.is_(None) | (units.c.closed_on > view.on)
    return Listing(
        base=position_quotas,
        joins=[
            Join(positions, positions.c.id == own.position_id, always=True),
            Join(units, units.c.id == own.agency_id, always=True),
        ],
        key=own.id,
        fields={
            "agency": units.c.name,
            "agency_code": units.c.code,
            "name": positions.c.name,
            "needed": own.needed,
            "filled": own.filled,
            "effective_date": own.effective_date,
            "in_force": stands & (own.effective_date <= view.on) & ~_told_anew(view.on),
        },
        searched=(positions.c.name, units.c.name),
        order=(units.c.name, positions.c.name, own.effective_date.desc(), own.id),
        where=[own.effective_date <= view.on] if view.as_of else [],
        asked={"position_id": own.position_id, "agency_id": own.agency_id}.get,
    )
