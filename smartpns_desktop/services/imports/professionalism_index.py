"""Judging the lines of a sheet of the IP ASN: whose points of which year, and whether they add up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from db import Reader
from smartpns_desktop.domain import professionalism_index as rules
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.services import reference
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.person_records import (
    Records,
    RecordTable,
    compare,
    note,
    refuse_twins,
    years_of,
)
from smartpns_desktop.services.imports.persons import persons_of
from smartpns_desktop.services.imports.plan import Judgement
from smartpns_desktop.words.labels import field_label

TABLE = RecordTable("professionalism_index", ("year", "source"), (*rules.PARTS, "total", "updated_on"))
SOURCE = "BKN"
"""Whose figures they are where a sheet does not say: BKN computes the index of everybody."""


def judge(lines: Lines, reader: Reader, _names: Names, judgement: Judgement, today: date) -> None:
    """Compare every good line with the store and fill the judgement."""
    people = persons_of(lines, reader)
    years = years_of(lines, today)
    told = dict(_told(lines, years))
    refuse_twins(lines, people, TABLE, told)
    regulations = reference.regulations(reader)
    for line in lines.good():
        (record,) = told[line]
        most = rules.maxima(regulations.on(date(record["year"], 12, 31)))
        for problem in rules.doubts(record, record["total"], most):
            note(lines, line, problem)
    compare(lines, reader, judgement, people, TABLE, told)


def _told(lines: Lines, years: list[int | None]) -> Iterator[tuple[int, Records]]:
    """The record of each line that is good so far; one without a total that has not all parts either is refused."""
    good = set(lines.good())
    columns = (*rules.PARTS, "total", "source", "updated")
    for line, values in enumerate(zip(*map(lines.column, columns), strict=True)):
        if line not in good:
            continue
        told: dict[str, Any] = dict(zip(columns, values, strict=True))
        points = {part: told[part] for part in rules.PARTS}
        total = told["total"] if told["total"] is not None else rules.total_of(points)
        if total is None:
            lines.object(line, "value.missing", "total", expected=field_label(lines.spec.kind, "total"))
        yield (
            line,
            [
                {
                    "year": years[line],
                    "source": told["source"] or SOURCE,
                    **points,
                    "total": total,
                    "updated_on": told["updated"],
                }
            ],
        )
