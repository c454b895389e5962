"""Agencies and units as part of a statement: what each was on a day, and which agency at the top stood above it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CTE, Column, ColumnElement, FromClause, Table, case, func, select

from db.tables.organisation import agencies, agency_codes, agency_names, agency_parents


def places(on: date | None) -> FromClause:
    """All agencies and units with their columns; `on` a day with the name, code and place of that day."""
    if on is None:
        return agencies
    told: dict[str, ColumnElement[Any]] = {
        "name": _then(agency_names, agency_names.c.name, agencies.c.name, on),
        "code": _then(agency_codes, agency_codes.c.code, agencies.c.code, on),
        "parent_id": _then(agency_parents, agency_parents.c.parent_id, agencies.c.parent_id, on),
        # One that was closed later still stood.
        "closed_on": case((agencies.c.closed_on <= on, agencies.c.closed_on)),
    }
    return select(*(told.get(it.name, it).label(it.name) for it in agencies.c)).cte()


def _then(pasts: Table, value: Column[Any], now: Column[Any], on: date) -> ColumnElement[Any]:
    """What held on a day: the past value that was left first after it, the present one where none was."""
    own = (pasts.c.agency_id == agencies.c.id, pasts.c.used_until > on)
    held = select(value).where(*own).order_by(pasts.c.used_until, pasts.c.id).limit(1).correlate(agencies)
    return case((select(pasts.c.id).where(*own).correlate(agencies).exists(), held.scalar_subquery()), else_=now)


def roots(of: FromClause = agencies) -> CTE:
    """Rows of agency_id, and name and short_name (else the name) of the topmost agency above it, or of itself.

    `of` are the `places` of the day that is meant.
    """
    short = func.coalesce(func.nullif(of.c.short_name, ""), of.c.name)
    top = select(of.c.id.label("agency_id"), of.c.name.label("name"), short.label("short_name"))
    found = top.where(of.c.parent_id.is_(None)).cte("roots", recursive=True)
    below = select(of.c.id, found.c.name, found.c.short_name).join(found, found.c.agency_id == of.c.parent_id)
    return found.union_all(below)
