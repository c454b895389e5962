"""When something must not be done to agencies and units: names and codes taken, loops, closed ones, people inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from db import Reader
from db.queries import agency_use, references
from smartpns_desktop.domain.agency_pasts import Past, last_left
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services.edits import require
from smartpns_desktop.words.labels import AGENCY_KINDS
from smartpns_desktop.words.sentences import listed

Rows = Mapping[int, Any]
_NAMED = 5
"""So many people or units are named before the sentence says how many more there are."""


def upward(rows: Rows, key: int | None) -> set[int]:
    """An agency and all above it."""
    line: set[int] = set()
    while key is not None and key not in line:
        line.add(key)
        key = require(rows.get(key)).parent_id
    return line


def faults(values: Mapping[str, Any]) -> Iterator[Problem]:
    """What is missing in the fields of an agency, or not to be understood."""
    if not values["name"]:
        yield Problem("name.missing", column="name")
    if values["kind"] not in AGENCY_KINDS:
        yield Problem("value.not_in_list", column="kind")


def parent_problems(rows: Rows, key: int | None, parent: int | None) -> Iterator[Problem]:
    """What stands against hanging an agency below another: it would be its own ancestor, or the other is closed."""
    if key is not None and key in upward(rows, parent):
        yield Problem("agency.own_ancestor", column="parent_id", value=rows[key].name)
    yield from closed(rows, parent, "parent_id")


def merge_problems(rows: Rows, key: int, into: int) -> Iterator[Problem]:
    """What stands against letting an agency go into another."""
    if key in upward(rows, into):
        yield Problem("agency.merge_inside", column="into", value=require(rows.get(key)).name)
    yield from closed(rows, into, "into")


def closed(rows: Rows, key: int | None, column: str) -> Iterator[Problem]:
    """A closed agency takes nothing in."""
    if key is not None and require(rows.get(key)).closed_on is not None:
        yield Problem("agency.closed", column=column, value=rows[key].name)


def name_problems(rows: Rows, key: int | None, parent: int | None, name: str | None) -> Iterator[Problem]:
    """The open agencies of one parent have different names."""
    for row in rows.values():
        if name and row.id != key and (row.parent_id, row.name_key, row.closed_on) == (parent, fold(name), None):
            yield Problem("agency.name_taken", column="name", value=row.name)


def code_problems(rows: Rows, key: int | None, code: str | None) -> Iterator[Problem]:
    """A code is that of one agency, open or closed."""
    for row in rows.values():
        if code is not None and row.id != key and row.code == code:
            yield Problem("agency.code_taken", column="code", value=code, facts={"stored": row.name})


def refuse(found: Iterable[Problem]) -> None:
    """Refuse for the first of these problems, by its code."""
    for problem in found:
        facts: dict[str, Any] = {"agency": problem.value, "value": problem.value, **problem.facts}
        raise CannotDo(problem.code, **facts)


def refuse_early(row: Any, pasts: Sequence[Past[Any]], on: date) -> None:
    """`CannotDo("agency.too_early")` for a day on which what is to be left did not hold yet."""
    since = max(filter(None, (last_left(pasts), row.opened_on)), default=None)
    if since is not None and on < since:
        raise CannotDo("agency.too_early", agency=row.name, date=since.isoformat())


def refuse_in_use(reader: Reader, rows: Rows, key: int) -> None:
    """`CannotDo("agency.in_use")`, with the people and units named, where something refers to an agency."""
    counts = references.pointing_at(reader, "agencies", key)
    if counts:
        people, plans, units = (counts.get(table, 0) for table in ("employees", "study_plans", "agencies"))
        names = [*agency_use.names_of_people(reader, key), *agency_use.names_of_agencies(reader, key)]
        told = listed(names, _NAMED) or "-"
        raise CannotDo("agency.in_use", agency=rows[key].name, people=people, plans=plans, units=units, names=told)
