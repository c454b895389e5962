"""Statements on people whom a complete list did not name, and their list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select

from db.database import Reader
from db.queries import employment
from db.queries.agency_roots import roots
from db.queries.employee_list import joins_of, people_of
from db.queries.facets import newest_first
from db.queries.listing import Join, Listing, View
from db.queries.writing import where_in
from db.tables.absences import absences
from db.tables.employees import employees, standing_history
from db.tables.organisation import agencies, positions

_OPEN = "open"
"""What the list says of an absence about which nothing was decided."""


def of_employees(reader: Reader, employee_keys: Sequence[int] | None) -> dict[int, Any]:
    """The row of each of these people who was absent once: id, employee_id, decision and named_on."""
    columns = (absences.c.id, absences.c.employee_id, absences.c.decision, absences.c.named_on)
    rows = where_in(reader, select(*columns), absences.c.employee_id, employee_keys)
    return {row.employee_id: row for row in rows}


def by_keys(reader: Reader, keys: Sequence[int]) -> Iterator[Any]:
    """The rows of these keys: id, employee_id and decision."""
    return where_in(reader, select(absences.c.id, absences.c.employee_id, absences.c.decision), absences.c.id, keys)


def listing(view: View) -> Listing:
    """Everybody whom the newest complete list lacks, those still to be decided first; as of a day those missed then."""
    people, scope = people_of(view), agencies.alias("scope")
    tops = roots(people.places)
    own = absences.c
    state = func.coalesce(own.decision, _OPEN)
    return Listing(
        base=absences,
        joins=[*joins_of(own.employee_id, people, tops), Join(scope, scope.c.id == own.agency_id)],
        key=own.id,
        fields={
            "nip": people.nip,
            "person": people.name,
            "decision": state,
            "post": positions.c.name,
            "agency": people.places.c.name,
            "agency_code": people.places.c.code,
            "standing": standing_history.c.standing,
            "service": employment.service(people.standing_code),
            "noticed_on": own.noticed_on,
            "file": own.file_name,
            "list_of": scope.c.name,
            "effective_date": own.effective_date,
            "note": own.note,
            "year": func.substr(own.noticed_on, 1, 4),
            "root_agency": tops.c.name,
            "root_agency_short": tops.c.short_name,
            "employee_id": own.employee_id,
        },
        searched=(employees.c.search_text, own.file_name),
        order=(state != _OPEN, people.name, people.nip, own.id),
        where=[own.named_on.is_(None), *([own.noticed_on <= view.on] if view.as_of else [])],
        natural={"year": newest_first},
    )
