"""A year's JP of all people, in all and for each agency: one computation for every place that shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db import Reader
from db.queries import jp_figures as queries
from db.queries import organisation
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.regulations import RegulationsInForce
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.year_figures import JpFigures


@dataclass(slots=True)
class JpOfYear:
    """All figures of a year: everybody, and each agency by key (`None`: people without an agency).

    `rules` are those at its end, `minimums` the JP asked of the kinds for which a minimum holds, `people` counts
    by kind, `tops` holds for each agency and unit the agency at the top of its branch.
    """

    on: date
    rules: RegulationsInForce
    minimums: dict[EmployeeKind, float]
    tops: dict[int, Any]
    people: dict[EmployeeKind, int] = field(default_factory=lambda: dict.fromkeys(EmployeeKind, 0))
    total: JpFigures = field(default_factory=JpFigures)
    agencies: dict[int | None, JpFigures] = field(default_factory=lambda: defaultdict(JpFigures))

    def places(self, agency_key: int | None) -> tuple[JpFigures, JpFigures]:
        """The figures in which people of an agency or unit count."""
        return self.total, self.agencies[self.top(agency_key)]

    def top(self, agency_key: int | None) -> int | None:
        """The key of the agency above an agency or unit."""
        return None if agency_key is None else self.tops[agency_key].id


def jp_of_year(reader: Reader, year: int, as_of: date | None = None) -> JpOfYear:
    """JP of a year against the minimum in force at its end (PP 11/2017 art. 203(4)).

    People are those in service at the end of the year, in a running one today, each with the agency of the post then,
    as it was called and placed then; `as_of` another day they are those of that day, and trainings that ended later
    do not count.
    """
    end = date(year, 12, 31)
    on = as_of or min(end, date.today())
    rules = regulations(reader).on(end)
    asked = {kind: float(jp) for kind in EmployeeKind if (jp := rules.jp_minimum(kind)) is not None}
    figures = JpOfYear(on, rules, asked, roots_of(reader, on))
    _count_people(figures, queries.headcounts(reader, figures.on))
    minimums = {kind.value: jp for kind, jp in asked.items()}
    for row in queries.credited(reader, year, figures.on, minimums, as_of):
        for place in figures.places(row.agency_id):
            place.counted += row.counted
            place.none -= row.some
            place.met += row.met
            place.short -= row.met
    return figures


def _count_people(figures: JpOfYear, rows: Iterable[Any]) -> None:
    """Everybody, as if nobody had any JP."""
    for agency_key, kind, people in rows:
        judged = people if kind in figures.minimums else 0
        figures.people[EmployeeKind(kind)] += people
        for place in figures.places(agency_key):
            place.people += people
            place.none += people
            place.short += judged


def roots_of(reader: Reader, on: date) -> dict[int, Any]:
    """For each agency or unit the agency that stood at the top of its branch on a day, with its name then."""
    rows = {row.id: row for row in organisation.all_agencies(reader, on if on != date.today() else None)}
    return {key: _top_of(key, rows) for key in rows}


def _top_of(key: int, rows: Mapping[int, Any]) -> Any:
    """The last one above; of agencies that once hung below each other none is climbed twice."""
    climbed = {key}
    while (above := rows[key].parent_id) is not None and above not in climbed:
        key = above
        climbed.add(key)
    return rows[key]
