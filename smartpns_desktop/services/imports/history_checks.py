"""The lines of a history sheet before they are compared: impossible events are refused, odd ones are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from db import Reader
from smartpns_desktop.domain import education, grades
from smartpns_desktop.domain.appointments import Appointment, OwnPost, two_at_once
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.histories import DatedRow
from smartpns_desktop.domain.life_course import Event, Happening, faults
from smartpns_desktop.domain.standings import FINAL
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.dated_states import History, State, is_year_alone
from smartpns_desktop.services.imports.persons import Person
from smartpns_desktop.services.lives import lives

_WHO = frozenset({"nip", "person", "nik", "birth_date"})
"""Columns that say whose a row is, and nothing of what happened."""


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
    """What lines of one event share: the day, of an education level and year, of a post how it is held."""
    if history.table == "education_history":
        return day.year, _spelled(lines, "education_level", line)
    return day, lines.column("appointment")[line] if history.table == "post_history" else None


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


def judge_events(
    lines: Lines,
    reader: Reader,
    people: Mapping[int, Person],
    history: History,
    states: Sequence[State | None],
    known: Mapping[int, Sequence[DatedRow]],
    today: date,
) -> None:
    """Refuse events that cannot be (`life_course.faults`) and tell of those that hardly can: a lower grade, a decree
    dated after its day."""
    good = [line for line in lines.good() if states[line] is not None]
    frames = lives(reader, (people[line].key for line in good))
    for line in good:
        for problem in faults(frames[people[line].key], _happening(lines, line, history, states[line]), today):
            column = history.dated if problem.column == "effective" else problem.column
            lines.object(line, problem.code, column, problem.value, **problem.facts)
    if history.table == "post_history":
        _judge_own_posts(lines, people, history, [line for line in good if line not in lines.rejected], known, today)
    if history.table == "grade_history":
        _warn_of_falls(lines, people, [line for line in good if line not in lines.rejected], states, known)


def _happening(lines: Lines, line: int, history: History, state: State | None) -> Happening:
    day, values = state or (None, (None,))
    until, decree = (lines.column(name)[line] for name in ("until", "decree_date"))
    return Happening(
        Event(history.table.removesuffix("_history")),
        day,
        until if isinstance(until, date) else None,
        decree if isinstance(decree, date) else None,
        in_contract=history.table == "grade_history" and str(values[0]).startswith("P"),
        ends_service=history.table == "standing_history" and values[0] in FINAL,
    )


def _judge_own_posts(
    lines: Lines,
    people: Mapping[int, Person],
    history: History,
    good: Sequence[int],
    known: Mapping[int, Sequence[DatedRow]],
    today: date,
) -> None:
    """Own posts that are told to go on while another one has begun, in the sheet or in the store."""
    place = history.fields.index("until")
    posts: dict[int, dict[date, OwnPost]] = defaultdict(dict)
    for key in {people[line].key for line in good}:
        rows = ((row.effective, row.values[place]) for row in known.get(key, ()))
        posts[key] = {day: OwnPost(day, until if isinstance(until, date) else None) for day, until in rows if day}
    own = [line for line in good if lines.column("appointment")[line] == Appointment.OWN]
    told: dict[int, OwnPost] = {}
    for line in own:
        day, until = lines.column(history.dated)[line], lines.column("until")[line]
        if isinstance(day, date):
            told[line] = OwnPost(day, until if isinstance(until, date) else None, str(lines.column("post")[line] or ""))
            posts[people[line].key][day] = told[line]
    for line, post in told.items():
        others = [it for day, it in posts[people[line].key].items() if day != post.start]
        found = two_at_once(post, others, today)
        if found:
            column = history.dated if found.column == "effective" else found.column
            lines.object(line, found.code, column, lines.column(column)[line], **found.facts)


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
