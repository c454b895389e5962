"""The days that an employee sheet tells of grade, post, education and standing: those that cannot be are refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.life_course import TOO_YOUNG, Event, Happening, Life, faults
from smartpns_desktop.domain.problems import REJECTING
from smartpns_desktop.domain.standings import FINAL
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.dated_states import State


class _Told(NamedTuple):
    """What a history is, and the columns that may tell its day."""

    event: Event
    columns: Sequence[str]


_TOLD: Mapping[str, _Told] = {
    "grade_history": _Told(Event.GRADE, ("grade_date",)),
    "post_history": _Told(Event.POST, ("post_date",)),
    "education_history": _Told(Event.EDUCATION, ("graduation_date", "graduation_year")),
    "standing_history": _Told(Event.STANDING, ("standing_date",)),
}


def refuse_impossible(lines: Lines, states: Mapping[str, Sequence[State | None]], today: date) -> None:
    """Refuse lines one of whose days cannot be (`life_course.faults`); what is only odd is told of histories, not
    here."""
    for table, told in _TOLD.items():
        columns = [lines.column(name) for name in told.columns]
        for line, (day, values) in _early(lines, told.event, states[table]):
            happening = Happening(
                told.event,
                day,
                in_contract=told.event is Event.GRADE and str(values[0]).startswith("P"),
                ends_service=told.event is Event.STANDING and values[0] in FINAL,
            )
            filled = (name for name, column in zip(told.columns, columns, strict=True) if column[line] is not None)
            named = next(filled, told.columns[0])
            for problem in faults(_life(lines, line), happening, today):
                if problem.code in REJECTING:
                    lines.object(line, problem.code, named, problem.value, **problem.facts)


def _early(lines: Lines, event: Event, states: Sequence[State | None]) -> Iterator[tuple[int, State]]:
    """The good lines whose day lies before the service, of an education before anybody leaves a school: a few."""
    numbers, began = lines.column("nip"), lines.column("cpns_date")
    if event is Event.EDUCATION:
        for line in lines.good():
            state = states[line]
            if state and state[0] and state[0].year - int(str(numbers[line])[:4]) < TOO_YOUNG:
                yield line, state
        return
    for line in lines.good():
        state = states[line]
        if state and state[0]:
            start = began[line]
            if state[0] < start if isinstance(start, date) else state[0].year <= int(str(numbers[line])[8:12]):
                yield line, state


def _life(lines: Lines, line: int) -> Life:
    """Birth and entry as the line tells them, else as its NIP does (RULES.md 1.1)."""
    told = nip.parts(str(lines.column("nip")[line]))
    born, began = lines.column("birth_date")[line], lines.column("cpns_date")[line]
    candidate = began if isinstance(began, date) else None
    return Life(
        born if isinstance(born, date) else told.birth_date,
        candidate=candidate,
        entered=candidate or date(told.start_year, told.start_month or 1, 1),
    )
