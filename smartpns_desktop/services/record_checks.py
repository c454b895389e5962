"""What is wrong with a record of a person before it is stored: of each kind the rules of its own and of the life."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from db import Reader
from db.queries import records as queries
from db.queries import reference as tables
from smartpns_desktop.domain import certificates, competencies, disciplinary_actions, performance_ratings
from smartpns_desktop.domain.contracts import Period, overlap
from smartpns_desktop.domain.disciplinary_actions import DisciplineLevel
from smartpns_desktop.domain.life_course import Event, Happening, Life, faults, rating_faults
from smartpns_desktop.domain.performance_ratings import Expectation, Rating
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services.lives import life_of

Values = Mapping[str, Any]


def problems(reader: Reader, kind: str, person: int, values: Values, key: int) -> Iterator[Problem]:
    """What is wrong with a record, `column` being the field; `key` is 0 for a new one."""
    yield from _CHECKS[kind](reader, person, values, key, life_of(reader, person))


def _ratings(_reader: Reader, _person: int, values: Values, _key: int, life: Life) -> Iterator[Problem]:
    year, rating, value = values.get("year"), values.get("rating"), values.get("value")
    if not isinstance(year, int):
        yield Problem("year.missing", column="year")
        return
    yield from rating_faults(life, year, date.today())
    result, behaviour = (Expectation(values[it]) if values.get(it) else None for it in ("result", "behaviour"))
    if rating is None and value is None and (result is None or behaviour is None):
        yield Problem("rating.nothing_told", column="rating")
    found = performance_ratings.doubts(Rating(rating) if rating else None, value, year, result, behaviour)
    yield from found


def _actions(reader: Reader, _person: int, values: Values, _key: int, life: Life) -> Iterator[Problem]:
    start, measure, level = values.get("effective_date"), values.get("measure"), values.get("level")
    if start is None:
        yield Problem("event.missing_day", column="effective_date")
        return
    if not measure and not level:
        yield Problem("value.missing", column="measure")
    known = {str(row["name"]): str(row["level"]) for row in tables.rows_of(reader, "disciplinary_measures")}
    own = DisciplineLevel(known[measure]) if measure in known else None
    yield from disciplinary_actions.doubts(DisciplineLevel(level) if level else None, own, start, values.get("until"))
    yield from _happened(Event.DISCIPLINE, values, life, own_end=True)


def _certificates(_reader: Reader, _person: int, values: Values, _key: int, life: Life) -> Iterator[Problem]:
    if not values.get("name"):
        yield Problem("value.missing", column="name")
    yield from certificates.faults(values.get("issued_on"), values.get("valid_until"), life.born, date.today())


def _assessments(_reader: Reader, _person: int, values: Values, _key: int, life: Life) -> Iterator[Problem]:
    if not values.get("competency"):
        yield Problem("value.missing", column="competency")
    yield from competencies.faults(values.get("assessed_on"), values.get("level"), life.born, date.today())


def _contracts(reader: Reader, person: int, values: Values, key: int, life: Life) -> Iterator[Problem]:
    start, until = values.get("effective_date"), values.get("until")
    if start is None:
        yield Problem("event.missing_day", column="effective_date")
    if until is None:
        yield Problem("value.missing", column="until")
    if start is None or until is None:
        return
    yield from _happened(Event.CONTRACT, values, life)
    rows = queries.of_employees(reader, "contracts", ("effective_date", "until"), [person])
    others = [Period(row.effective_date, row.until) for row in rows if row.employee_id == person and row.id != key]
    found = overlap(Period(start, until), others) if until >= start else None
    if found:
        yield found


def _happened(event: Event, values: Values, life: Life, *, own_end: bool = False) -> Iterator[Problem]:
    """What the days say against the life; with `own_end` the rules of the kind tell of an end before the start."""
    until = None if own_end else values.get("until")
    happening = Happening(event, values.get("effective_date"), until, values.get("decree_date"))
    for problem in faults(life, happening, date.today()):
        yield replace(problem, column="effective_date") if problem.column == "effective" else problem


_Check = Callable[[Reader, int, Values, int, Life], Iterator[Problem]]
_CHECKS: Mapping[str, _Check] = {
    "performance-ratings": _ratings,
    "disciplinary-actions": _actions,
    "certificates": _certificates,
    "competency-assessments": _assessments,
    "contracts": _contracts,
}
