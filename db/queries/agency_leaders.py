"""Statements on who is in a structural post of an agency, and on the contacts that somebody stated."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from db.database import Reader
from db.queries.employees import in_force
from db.queries.employment import there
from db.tables.agency_duties import agency_contacts
from db.tables.employees import employees, post_history
from db.tables.organisation import agencies, positions


def leaders(reader: Reader, agency_key: int, on: date) -> list[Any]:
    """People in service whose own post of a day is a structural one in the agency itself: id, echelon_code."""
    held = employees.join(post_history, post_history.c.id == in_force(post_history, on))
    statement = (
        select(employees.c.id, positions.c.echelon_code)
        .select_from(held.join(positions, positions.c.id == post_history.c.position_id))
        .where(post_history.c.agency_id == agency_key, positions.c.echelon_code != "", *there(on))
    )
    return list(reader.connection.execute(statement))


def contacts(reader: Reader, agency_key: int) -> list[Any]:
    """The contacts that somebody stated: id, role, employee_id, name, phone, email."""
    columns = [agency_contacts.c[it] for it in ("id", "role", "employee_id", "name", "phone", "email")]
    return list(reader.connection.execute(select(*columns).where(agency_contacts.c.agency_id == agency_key)))


def led_by(reader: Reader, person_key: int) -> list[str]:
    """Names of the agencies for which somebody is stated to lead them or to answer for their data."""
    statement = select(agencies.c.name).join(agency_contacts, agency_contacts.c.agency_id == agencies.c.id)
    found = reader.connection.execute(statement.where(agency_contacts.c.employee_id == person_key))
    return sorted(set(found.scalars()))


def person(reader: Reader, key: int, on: date) -> Any | None:
    """Who somebody is on a day: id, nip, name, phone, email, and the name of the post."""
    source = employees.outerjoin(post_history, post_history.c.id == in_force(post_history, on))
    columns = [employees.c[it] for it in ("id", "nip", "name", "phone", "email")]
    statement = select(*columns, positions.c.name.label("post")).select_from(
        source.outerjoin(positions, positions.c.id == post_history.c.position_id)
    )
    return reader.connection.execute(statement.where(employees.c.id == key)).one_or_none()
