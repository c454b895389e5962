"""What is recorded of people in a sheet, compared with the store: one record for each person and year, or day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from db import Reader
from db.queries import records
from smartpns_desktop.domain.problems import Notice, Problem
from smartpns_desktop.domain.years import speaks_of_years, year_told
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services.imports.persons import Person
from smartpns_desktop.services.imports.plan import FieldChange, Judgement
from smartpns_desktop.words.figures import show_number

Record = Mapping[str, Any]
"""What a line tells, by the table's fields; `None` where it tells nothing."""
Records = Sequence[Record]
"""All that a line tells: one record, or one for each of its years."""


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table of records: the fields that tell one person's records apart, and those that a record tells besides."""

    name: str
    key: tuple[str, ...]
    told: tuple[str, ...]

    def key_of(self, person: int, record: Record) -> tuple[Any, ...]:
        """What tells a record from all others."""
        return person, *(record[name] for name in self.key)


def years_of(lines: Lines, today: date, named: Sequence[int] = ()) -> list[int | None]:
    """The year of each line: its own cell's, else that of the section above it, else that of the title, the sheet's
    name or the file's, else the one year that headings name (`named`); lines of which nothing tells the year are
    refused, never taken for this year's."""
    only = named[0] if len(named) == 1 else None
    shared = next((year_told(text) for text in _names(lines) if speaks_of_years(text)), only)
    years: list[int | None] = []
    taken = 0
    for line, own in enumerate(lines.column("year")):
        year = own or year_told(lines.sections[line].get("year", ""))
        if year is None and line not in lines.rejected:
            year = shared
            taken += shared is not None
        years.append(year if isinstance(year, int) else None)
        if year is None and line not in lines.rejected:
            lines.object(line, "year.missing", "year")
        elif isinstance(year, int) and year > today.year:
            lines.object(line, "value.out_of_range", "year", year, expected=f"≤ {today.year}")
    if taken:
        lines.notices.append(Notice("year.shared", {"count": str(taken)}, (str(shared),)))
    return years


def _names(lines: Lines) -> tuple[str, ...]:
    """What is written above all rows, the nearest first."""
    return lines.context.get("title", ""), lines.sheet, lines.context.get("file", "")


def note(lines: Lines, line: int, problem: Problem) -> None:
    """Tell a problem that a rule of the domain found in a field of a line."""
    lines.object(line, problem.code, problem.column, problem.value, **problem.facts)


def refuse_twins(lines: Lines, people: Mapping[int, Person], table: RecordTable, told: Mapping[int, Records]) -> None:
    """The same record of the same person twice in one sheet: the first line stands."""
    first: dict[tuple[Any, ...], int] = {}
    for line in lines.good():
        keys = [table.key_of(people[line].key, record) for record in told[line]]
        twin = next((first[key] for key in keys if key in first), None)
        if twin is not None:
            lines.object(line, "row.duplicate", "nip", people[line].nip, first_row=str(lines.rows[twin]))
            continue
        first |= dict.fromkeys(keys, line)


def compare(
    lines: Lines,
    reader: Reader,
    judgement: Judgement,
    people: Mapping[int, Person],
    table: RecordTable,
    told: Mapping[int, Records],
    headed: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Count each good line as new, changed or same, and put what is to be written into the bundle.

    `headed` gives the column that tells of a record's thing where a heading names it.
    """
    known = _known(reader, table, sorted({people[line].key for line in lines.good()}))
    for line in lines.good():
        rows = [known.get(table.key_of(people[line].key, record)) for record in told[line]]
        if not any(rows):
            judgement.new_rows.append(lines.rows[line])
        before = len(judgement.changes)
        for record, row in zip(told[line], rows, strict=True):
            if row is None:
                judgement.bundle.add(table.name, {"employee_id": people[line].key, **record})
            if row is not None or any(rows):
                told_in = headed.get(str(record[table.key[0]]), "")
                _compare_one(lines.rows[line], people[line], table, record, row, judgement, told_in)
        if any(rows):
            judgement.changed += len(judgement.changes) > before
            judgement.same += len(judgement.changes) == before


def _compare_one(
    row_number: int, person: Person, table: RecordTable, record: Record, row: Any, judgement: Judgement, column: str
) -> None:
    """Tell what a record changes, and plan it where the store has that record already."""
    fields = (*table.key, *table.told)
    stored = dict(zip(fields, row[2:], strict=True)) if row is not None else dict.fromkeys(fields)
    changed = {name: record[name] for name in table.told if record[name] not in (None, stored[name])}
    label = " ".join((person.nip, person.name, shown(record[table.key[0]])))
    judgement.changes += [
        FieldChange(row_number, label, name, shown(stored[name]), shown(new), column if name == table.told[0] else "")
        for name, new in changed.items()
    ]
    if row is not None:
        judgement.bundle.change(table.name, row[0], changed)


def _known(reader: Reader, table: RecordTable, owners: Sequence[int]) -> dict[tuple[Any, ...], Any]:
    fields = (*table.key, *table.told)
    rows = records.of_employees(reader, table.name, fields, owners) if owners else ()
    return {(row[1], *row[2 : 2 + len(table.key)]): row for row in rows}


def shown(value: object) -> str:
    """A stored value as text."""
    if value is None:
        return ""
    return show_number(value) if isinstance(value, float) else str(value)
