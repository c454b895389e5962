"""Judging the lines of a sheet of contracts: whose contract from when to when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from db import Reader
from db.queries import records
from smartpns_desktop.domain.contracts import Period, overlap
from smartpns_desktop.domain.life_course import Event, Happening, Life, faults
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.person_records import Record, RecordTable, compare, note, refuse_twins
from smartpns_desktop.services.imports.persons import Person, persons_of
from smartpns_desktop.services.imports.plan import Judgement
from smartpns_desktop.services.lives import lives
from smartpns_desktop.words.labels import field_label

TABLE = RecordTable("contracts", ("effective_date",), ("until", "number", "decree_number", "decree_date"))


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    people = persons_of(lines, reader)
    frames = lives(reader, (people[line].key for line in lines.good()))
    told = {line: [_record(lines, line, frames[people[line].key], today)] for line in lines.good()}
    refuse_twins(lines, people, TABLE, told)
    _refuse_overlaps(lines, reader, people, {line: records[0] for line, records in told.items()})
    compare(lines, reader, judgement, people, TABLE, told)


def _record(lines: Lines, line: int, life: Life, today: date) -> Record:
    """What a line tells; one without both days is refused."""
    told: dict[str, Any] = {name: lines.column(name)[line] for name in (*TABLE.key, *TABLE.told)}
    for name in ("effective_date", "until"):
        if told[name] is None:
            lines.object(line, "value.missing", name, expected=field_label(lines.spec.kind, name))
    happening = Happening(Event.CONTRACT, told["effective_date"], told["until"], told["decree_date"])
    for problem in faults(life, happening, today):
        note(lines, line, replace(problem, column="effective_date") if problem.column == "effective" else problem)
    return told


def _refuse_overlaps(lines: Lines, reader: Reader, people: Mapping[int, Person], told: Mapping[int, Record]) -> None:
    """A contract that lies over another one of the person, in the store or further up in the sheet."""
    good = lines.good()
    taken: dict[int, dict[date, Period]] = defaultdict(dict)
    owners = sorted({people[line].key for line in good})
    for row in records.of_employees(reader, TABLE.name, ("effective_date", "until"), owners) if owners else ():
        taken[row.employee_id][row.effective_date] = Period(row.effective_date, row.until)
    # What the sheet tells of a contract stands in the place of what the store knows of it.
    for line in good:
        taken[people[line].key].pop(told[line]["effective_date"], None)
    for line in sorted(good, key=lambda it: told[it]["effective_date"]):
        period = Period(told[line]["effective_date"], told[line]["until"])
        known = taken[people[line].key]
        found = overlap(period, known.values())
        if found:
            note(lines, line, found)
        known[period.start] = period
