"""Statements on what an agency or unit is used by: the people who have or had a post in it, quotas, plans."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from sqlalchemy import func, select

from db.database import Reader
from db.tables.employees import employees, post_history
from db.tables.organisation import agencies, agency_parents, agency_successors, positions
from db.tables.position_standards import position_quotas
from db.tables.study_needs import study_needs, study_plans


def names_of_people(reader: Reader, key: int) -> list[str]:
    """NIP and name of everybody whose history of posts names the agency."""
    inside = select(post_history.c.employee_id).where(post_history.c.agency_id == key)
    statement = select(employees.c.nip, employees.c.name).where(employees.c.id.in_(inside))
    rows = reader.connection.execute(statement.order_by(employees.c.name, employees.c.nip))
    return [f"{row.name} ({row.nip})" for row in rows]


def names_of_agencies(reader: Reader, key: int) -> list[str]:
    """Agencies and units that hang or hung below it, or that went into it."""
    once = select(agency_parents.c.agency_id).where(agency_parents.c.parent_id == key)
    gone = select(agency_successors.c.agency_id).where(agency_successors.c.successor_id == key)
    below = (agencies.c.parent_id == key) | agencies.c.id.in_(once) | agencies.c.id.in_(gone)
    statement = select(agencies.c.name).where(below, agencies.c.id != key).order_by(agencies.c.name)
    return list(reader.connection.execute(statement).scalars())


def plans(reader: Reader) -> dict[int, int]:
    """How many plans of study needs each agency has."""
    statement = select(study_plans.c.agency_id, func.count()).group_by(study_plans.c.agency_id)
    return {row[0]: row[1] for row in reader.connection.execute(statement)}


def plan_lines(reader: Reader) -> dict[int, dict[str, int]]:
    """How many lines each plan of study needs has, by agency and the years of the plan."""
    lines = select(func.count()).where(study_needs.c.plan_id == study_plans.c.id).correlate(study_plans)
    columns = (study_plans.c.agency_id, study_plans.c.first_year, study_plans.c.last_year)
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for agency, first, last, count in reader.connection.execute(select(*columns, lines.scalar_subquery())):
        found[agency][f"{first}–{last}"] = count
    return found


def quotas(reader: Reader, on: date) -> dict[int, dict[str, int]]:
    """How many people each agency or unit needs in its posts, as last told by a day, by agency and name of the post."""
    own, post = position_quotas.c, positions.c.name.label("post")
    known = select(own.agency_id, own.position_id, post, own.needed).join(positions).where(own.effective_date <= on)
    newest: dict[tuple[int, int], Any] = {}
    for row in reader.connection.execute(known.order_by(own.effective_date)):
        newest[row.agency_id, row.position_id] = row
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for row in newest.values():
        found[row.agency_id][row.post] += row.needed or 0
    return dict(found)


def past_posts(reader: Reader) -> dict[int, int]:
    """How many rows of people's histories of posts each agency or unit has."""
    statement = select(post_history.c.agency_id, func.count()).where(post_history.c.agency_id.is_not(None))
    return {row[0]: row[1] for row in reader.connection.execute(statement.group_by(post_history.c.agency_id))}
