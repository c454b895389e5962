"""Judging the lines of a sheet of assessed competencies: whose competency was found at which level, when, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from db import Reader
from db.queries.positions import competency_names
from smartpns_desktop.domain import competencies as rules
from smartpns_desktop.domain.life_course import Life
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.person_records import Record, RecordTable, compare, note, refuse_twins
from smartpns_desktop.services.imports.persons import persons_of
from smartpns_desktop.services.imports.plan import Judgement
from smartpns_desktop.services.lives import lives
from smartpns_desktop.words.labels import field_label

TABLE = RecordTable("competency_assessments", ("competency", "assessed_on"), ("level", "assessor", "number"))


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    people = persons_of(lines, reader)
    frames = lives(reader, (people[line].key for line in lines.good()))
    known = {rules.same_name(name): name for name in reversed(competency_names(reader, today))}
    told = {line: [_record(lines, line, frames[people[line].key], known, today)] for line in lines.good()}
    refuse_twins(lines, people, TABLE, told)
    compare(lines, reader, judgement, people, TABLE, told)


def _record(lines: Lines, line: int, life: Life, known: Mapping[str, str], today: date) -> Record:
    """What a line tells, the competency by its known name; one without name, level or day is refused."""
    name, written, day = (_cell(lines, line, it) for it in ("competency", "level", "assessed_on"))
    if not name:
        lines.object(line, "value.missing", "competency", expected=field_label(lines.spec.kind, "competency"))
    level = rules.level_of(str(written)) if written is not None else None
    for problem in rules.faults(day if isinstance(day, date) else None, level or written, life.born, today):
        note(lines, line, problem)
    return {
        "competency": known.get(rules.same_name(str(name)), name),
        "assessed_on": day,
        "level": level,
        "assessor": _cell(lines, line, "assessor"),
        "number": _cell(lines, line, "number"),
    }


def _cell(lines: Lines, line: int, name: str) -> Any:
    return lines.column(name)[line]
