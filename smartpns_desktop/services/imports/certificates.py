"""Judging the lines of a sheet of certificates: whose certificate of what, issued when, valid until when."""

from __future__ import annotations

from datetime import date
from typing import Any

from db import Reader
from smartpns_desktop.domain import certificates as rules
from smartpns_desktop.domain.life_course import Life
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.person_records import Record, RecordTable, compare, note, refuse_twins
from smartpns_desktop.services.imports.persons import persons_of
from smartpns_desktop.services.imports.plan import Judgement
from smartpns_desktop.services.lives import lives
from smartpns_desktop.words.labels import field_label

TABLE = RecordTable("certificates", ("name", "number", "issued_on"), ("issuer", "valid_until", "field"))


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    people = persons_of(lines, reader)
    frames = lives(reader, (people[line].key for line in lines.good()))
    told = {line: [_record(lines, line, frames[people[line].key], today)] for line in lines.good()}
    refuse_twins(lines, people, TABLE, told)
    compare(lines, reader, judgement, people, TABLE, told)


def _record(lines: Lines, line: int, life: Life, today: date) -> Record:
    """What a line tells; one without a name is refused."""
    if not lines.column("name")[line]:
        lines.object(line, "value.missing", "name", expected=field_label(lines.spec.kind, "name"))
    issued, until = _day(lines, line, "issued_on"), _day(lines, line, "valid_until")
    for problem in rules.faults(issued, until, life.born, today):
        note(lines, line, problem)
    return {name: lines.column(name)[line] for name in (*TABLE.key, *TABLE.told)}


def _day(lines: Lines, line: int, name: str) -> date | None:
    value: Any = lines.column(name)[line]
    return value if isinstance(value, date) else None
