"""Statements on what an agency or unit is used by: the people who have or had a post in it, other agencies, plans."""

from __future__ import annotations

from sqlalchemy import func, select

from db.database import Reader
from db.tables.employees import employees, post_history
from db.tables.organisation import agencies, agency_parents, agency_successors
from db.tables.study_needs import study_plans


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


def past_posts(reader: Reader) -> dict[int, int]:
    """How many rows of people's histories of posts each agency or unit has."""
    statement = select(post_history.c.agency_id, func.count()).where(post_history.c.agency_id.is_not(None))
    return {row[0]: row[1] for row in reader.connection.execute(statement.group_by(post_history.c.agency_id))}
