"""Judging the lines of a sheet of assessed competencies: whose competency was found at which level, when, by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from db import Reader
from smartpns_desktop.domain import competencies as rules
from smartpns_desktop.domain.life_course import Life
from smartpns_desktop.exchange.filling import fill
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.known_competencies import known_competencies
from smartpns_desktop.services.imports.listed_values import meaning, settle
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.person_records import Record, RecordTable, compare, note, refuse_twins
from smartpns_desktop.services.imports.persons import persons_of
from smartpns_desktop.services.imports.plan import Judgement
from smartpns_desktop.services.lives import lives
from smartpns_desktop.words.labels import field_label

TABLE = RecordTable("competency_assessments", ("competency", "assessed_on"), ("level", "assessor", "number"))
_ONCE = ("assessed_on", "assessor", "number")
"""What a title may tell of all lines."""

_Found = tuple[str, str, object]
"""A competency, the column that tells its level, and what stands there."""


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    fill(lines, _ONCE)
    known = known_competencies(reader, today)
    settle(lines, "competency", partial(rules.meant, known=known), known.values())
    named = dict(_named(lines, known))
    people = persons_of(lines, reader)
    frames = lives(reader, (people[line].key for line in lines.good()))
    told = {line: _records(lines, line, named, frames[people[line].key], today) for line in lines.good()}
    refuse_twins(lines, people, TABLE, told)
    headed = {competency: heading for heading, competency in reversed(named.items())}
    compare(lines, reader, judgement, people, TABLE, told, headed)


def _named(lines: Lines, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The competency that each column tells of whose heading names one; an unknown one is told once, as it is kept."""
    for heading in lines.each:
        name = rules.competency_in(heading)
        told = meaning(lines, "competency", name, partial(rules.meant, known=known), known.values())
        first = next((line for line in lines.good() if lines.column(heading)[line] is not None), None)
        if told.is_kept and first is not None:
            lines.object(first, "value.kept", heading, name)
        if told.value is not None:
            yield heading, str(told.value)


def _records(lines: Lines, line: int, named: Mapping[str, str], life: Life, today: date) -> list[Record]:
    """A record for each competency of which a line tells; a line that tells of none is refused."""
    found = list(_found(lines, line, named))
    if not found:
        lines.object(line, "value.missing", "competency", expected=field_label(lines.spec.kind, "competency"))
    day = _cell(lines, line, "assessed_on")
    records: dict[str, Record] = {}
    for place, (name, column, written) in enumerate(found):
        level = rules.level_of(str(written)) if written is not None else None
        for problem in rules.faults(day if isinstance(day, date) else None, level or written, life.born, today):
            if problem.column == "level":
                lines.object(line, problem.code, column, problem.value, **problem.facts)
            elif place == 0:
                note(lines, line, problem)
        if name in records and records[name]["level"] != level:
            lines.object(line, "state.contradicts", column, written, first_row=str(lines.rows[line]))
        records.setdefault(name, _record(lines, line, name, level))
    return list(records.values())


def _found(lines: Lines, line: int, named: Mapping[str, str]) -> Iterator[_Found]:
    name = _cell(lines, line, "competency")
    if name:
        yield str(name), "level", _cell(lines, line, "level")
    for heading, competency in named.items():
        written = _cell(lines, line, heading)
        if written is not None:
            yield competency, heading, written


def _record(lines: Lines, line: int, competency: str, level: int | None) -> Record:
    return {
        "competency": competency,
        "assessed_on": _cell(lines, line, "assessed_on"),
        "level": level,
        "assessor": _cell(lines, line, "assessor"),
        "number": _cell(lines, line, "number"),
    }


def _cell(lines: Lines, line: int, name: str) -> Any:
    return lines.column(name)[line]
