"""How many people hold each post and how many are needed in it, as parts of statements on posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, case, func, select

from db.queries import employment
from db.queries.employee_list import people_of
from db.queries.listing import Join, Listing, View
from db.tables.employees import post_history
from db.tables.organisation import positions
from db.tables.position_standards import position_quotas

STAFFINGS = ("vacant", "short", "full", "over", "unstated")
"""Nobody holds the post; fewer than needed do; as many; more; or nobody has told how many are needed."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """What a list of posts joins, and the fields that it tells of who holds them."""

    joins: Sequence[Join]
    fields: Mapping[str, ColumnElement[Any]]


def staffing(view: View) -> Staffing:
    """Holders in service and needs of the day of the view."""
    held, asked = _holders(view), _needs(view)
    holders = func.coalesce(held.c.holders, 0)
    state = case(
        (holders == 0, "vacant"),
        (asked.c.quota.is_(None), "unstated"),
        (holders < asked.c.quota, "short"),
        (holders > asked.c.quota, "over"),
        else_="full",
    )
    joins = [Join(held, held.c.position_id == positions.c.id), Join(asked, asked.c.position_id == positions.c.id)]
    return Staffing(joins, {"holders": holders, "quota": asked.c.quota, "staffing": state})


def _holders(view: View) -> CTE:
    """How many people in service have each post as their own."""
    people = people_of(view)
    shown = Listing(people.base, people.key, {}, (), (), people.joins)
    in_service = employment.service(people.standing_code) != "left"
    conditions = [in_service, *(employment.there(view.on) if view.as_of else ())]
    key = post_history.c.position_id
    source = shown.source([key, *conditions])
    counted = select(key.label("position_id"), func.count().label("holders")).select_from(source)
    return counted.where(key.is_not(None), *conditions).group_by(key).cte("post_holders")


def _needs(view: View) -> CTE:
    """How many people all units together need in each post, as each last told it."""
    own, later = position_quotas, position_quotas.alias("later")
    newer = select(later.c.id).where(
        later.c.position_id == own.c.position_id,
        later.c.agency_id == own.c.agency_id,
        later.c.effective_date > own.c.effective_date,
        later.c.effective_date <= view.on,
    )
    counted = select(own.c.position_id, func.sum(own.c.needed).label("quota"))
    return counted.where(own.c.effective_date <= view.on, ~newer.exists()).group_by(own.c.position_id).cte("post_needs")
