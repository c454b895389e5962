"""The lines of a history sheet before they are compared: one event told twice is refused, odd events are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from db import Reader
from db.queries import employees as queries
from smartpns_desktop.domain import education, grades
from smartpns_desktop.domain.histories import DatedRow
from smartpns_desktop.domain.names import fold
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.dated_states import History, State, is_year_alone
from smartpns_desktop.services.imports.persons import Person

_WHO = frozenset({"nip", "person", "nik", "birth_date"})
"""Columns that say whose a row is, and nothing of what happened."""
_YOUNGEST = 10
"""Years of age below which nobody finishes a school that a record tells of."""


def refuse_twins(lines: Lines, people: Mapping[int, Person], history: History, days: Sequence[date | None]) -> None:
    """One event of one person twice: what says nothing more than the first row repeats it, else both are refused."""
    told = [name for name in lines.values if name not in (*_WHO, history.dated, "graduation_year")]
    seen: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for line in lines.good():
        day = days[line]
        if day is None:
            continue
        same = seen[(people[line].key, *_event(lines, line, history, day))]
        first = next((it for it in same if _may_be_one(days[it], day)), None)
        if first is None:
            same.append(line)
        elif _says_no_more(lines, told, line, first) and (day == days[first] or is_year_alone(day)):
            lines.object(line, "row.duplicate", history.dated, day, first_row=str(lines.rows[first]))
        else:
            lines.object(line, "state.contradicts", history.dated, day, first_row=str(lines.rows[first]))
            if first not in lines.rejected:
                lines.object(first, "state.contradicts", history.dated, day, first_row=str(lines.rows[line]))


def _says_no_more(lines: Lines, told: Sequence[str], line: int, first: int) -> bool:
    return all(_spelled(lines, name, line) in ("", _spelled(lines, name, first)) for name in told)


def _event(lines: Lines, line: int, history: History, day: date) -> tuple[object, ...]:
    """What lines of one event share: the day, of an education level and year."""
    return (day.year, _spelled(lines, "education_level", line)) if history.table == "education_history" else (day,)


def _may_be_one(one: date | None, other: date) -> bool:
    return one == other or one is None or is_year_alone(one) or is_year_alone(other)


def _spelled(lines: Lines, name: str, line: int) -> str:
    """A value as it compares with others: a grade and a level by what they mean, texts whatever their case."""
    value = lines.column(name)[line]
    if value is None:
        return ""
    if name in ("grade", "rank", "grade_code"):
        return grades.normalise(str(value)) or fold(str(value))
    if name == "education_level":
        return education.level_of(str(value)) or fold(str(value))
    return fold(str(value))


def warn(
    lines: Lines,
    reader: Reader,
    people: Mapping[int, Person],
    history: History,
    states: Sequence[State | None],
    known: Mapping[int, Sequence[DatedRow]],
) -> None:
    """Events that can hardly be: before birth, before the service began, a school left as a child, a lower grade."""
    good = [line for line in lines.good() if states[line] is not None]
    nips = [people[line].nip for line in good]
    lives = {row.id: row for row in queries.masters(reader, ("birth_date", "cpns_date"), nips)}
    for line in good:
        day, life = (states[line] or (None,))[0], lives.get(people[line].key)
        if day is not None and life is not None:
            for code, expected in _doubts(history, day, life.birth_date, life.cpns_date):
                lines.object(line, code, history.dated, day, expected=expected)
    if history.table == "grade_history":
        _warn_of_falls(lines, people, good, states, known)


def _doubts(history: History, day: date, born: date | None, began: date | None) -> Iterator[tuple[str, str]]:
    if born is not None and day <= born:
        yield "event.before_birth", born.isoformat()
    elif history.table == "education_history":
        if born is not None and day.year - born.year < _YOUNGEST:
            yield "education.too_young", str(_YOUNGEST)
    elif history.table == "grade_history" and began is not None and day < began:
        yield "event.before_cpns", began.isoformat()


def _warn_of_falls(
    lines: Lines,
    people: Mapping[int, Person],
    good: Sequence[int],
    states: Sequence[State | None],
    known: Mapping[int, Sequence[DatedRow]],
) -> None:
    """A grade lower than the one before it, in the sheet or in the store."""
    courses: dict[int, dict[date, tuple[int | None, Any]]] = defaultdict(dict)
    for key in {people[line].key for line in good}:
        courses[key] = {row.effective: (None, row.values[0]) for row in known.get(key, ()) if row.effective}
    for line in good:
        day, values = states[line] or (None, (None,))
        if day is not None:
            courses[people[line].key][day] = line, values[0]
    for course in courses.values():
        steps = [course[day] for day in sorted(course)]
        for (_, before), (told, code) in pairwise(steps):
            if told is not None and _is_lower(str(code), str(before)):
                lines.object(
                    told, "grade.falls", "grade", grades.name_of(str(code)), stored=grades.name_of(str(before))
                )


def _is_lower(code: str, before: str) -> bool:
    return code.startswith("P") == before.startswith("P") and grades.order(code) < grades.order(before)
