"""Figures of the health of the data that are kept from time to time: when they are due, and the course they show."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db import Reader
from db.queries import health_figures
from smartpns_desktop.domain.data_quality import Checks, Score, Tally, score


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The health on a day of which figures were kept."""

    day: date
    people: int
    found: int
    score: Score | None


def figures(tallies: Mapping[int | None, Tally], checks: Checks) -> list[dict[str, Any]]:
    """A row for each agency at the top and each check."""
    return [
        {
            "agency_id": key,
            "check_code": it.code,
            "people": tally.people,
            "found": tally.found[it.code],
            "open": tally.open[it.code],
        }
        for key, tally in tallies.items()
        for it in checks
    ]


def is_due(reader: Reader, today: date) -> bool:
    """Whether a month has begun or an import has come since the last figures."""
    last = health_figures.last_day(reader, today)
    if last is None or (last.year, last.month) < (today.year, today.month):
        return True
    imported = health_figures.last_import(reader)
    return imported is not None and imported.astimezone().date() > last


def months_without(reader: Reader, year: int, today: date) -> list[date]:
    """The last days of the months of a year that are over and of which no figures are kept."""
    months = (date(year, month, monthrange(year, month)[1]) for month in range(1, 13))
    kept = {(row.day.year, row.day.month) for row in health_figures.all_of(reader, date(year, 1, 1))}
    return [day for day in months if day < today and (day.year, day.month) not in kept]


def point(day: date, rows: Sequence[Any], checks: Checks) -> TrendPoint:
    """The figures of a day taken together: an agency has a row for each check, each with the number of its people."""
    people = {row.agency_id: row.people for row in rows}
    tally = Tally(sum(people.values()))
    for row in rows:
        tally.found[row.check_code] += row.found
        tally.open[row.check_code] += row.open
    return TrendPoint(day, tally.people, sum(tally.found.values()), score(tally, checks))
