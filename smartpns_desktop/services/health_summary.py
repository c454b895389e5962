"""What the checks found of a day taken together: of a city with its agencies, or of an agency with its units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from smartpns_desktop.domain.data_quality import Check, Checks, Score, Tally, score
from smartpns_desktop.services.health_tallies import Rows, by_root, root_of, tree_of

Where = tuple[tuple[str, str], ...]
Tallies = Mapping[int | None, Tally]


@dataclass(frozen=True, slots=True)
class CheckFigures:
    """One check over a group of people: how many findings, how many cannot be judged, and the points that the
    findings take from the group's score."""

    check: Check
    found: int
    open: int
    lost: float


@dataclass(frozen=True, slots=True)
class AgencyHealth:
    """The health of the people of an agency or unit; `key` is `None` for people without one.

    `where` are the fields of the list `data-findings` that show its rows.
    """

    key: int | None
    name: str
    short_name: str
    people: int
    found: int
    score: Score | None
    where: Where


@dataclass(frozen=True, slots=True)
class HealthSummary:
    """The health of a city or of an agency with its units on a day.

    `agencies` are those at the top; of one agency, itself and its units, each with the people of its own. Every
    number is that of the rows which the list `data-findings` shows of that day, narrowed by `where`.
    """

    on: date
    agency: str
    people: int
    score: Score | None
    checks: tuple[CheckFigures, ...]
    agencies: tuple[AgencyHealth, ...]
    where: Where = ()

    @property
    def found(self) -> int:
        """Findings in all."""
        return sum(it.found for it in self.checks)

    @property
    def open(self) -> int:
        """Checks of persons that cannot be judged."""
        return sum(it.open for it in self.checks)


def of_city(day: date, rows: Rows, checks: Checks, tallies: Tallies) -> HealthSummary:
    """Everybody, and each agency at the top of the tree of that day."""

    def where(row: Any | None) -> Where:
        return (("root_agency", row.name if row else ""),)

    return _summary(day, "", rows, checks, by_root(rows, tallies), where)


def of_agency(day: date, rows: Rows, checks: Checks, tallies: Tallies, key: int) -> HealthSummary:
    """An agency with its units: each as far as the own posts of people are right there."""
    tree = tree_of(rows, key)
    names = Counter(rows[it].name for it in tree)
    top = ("root_agency", rows[root_of(rows, key)].name)

    def where(row: Any | None) -> Where:
        if row is None or names[row.name] > 1:
            return (("agency_key", str(row.id if row else "")),)
        return (top, ("agency", row.name))

    own: Tallies = {it: tallies[it] for it in tree if it in tallies}
    whole = (top,) if rows[key].parent_id is None else tuple(("agency_key", str(it)) for it in sorted(tree))
    return _summary(day, rows[key].name, rows, checks, own, where, whole)


def _summary(
    day: date,
    agency: str,
    rows: Rows,
    checks: Checks,
    tallies: Tallies,
    where: Callable[[Any | None], Where],
    whole_where: Where = (),
) -> HealthSummary:
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    agencies = []
    for key, tally in tallies.items():
        row = None if key is None else rows[key]
        agencies.append(
            AgencyHealth(
                key=key,
                name=row.name if row else "",
                short_name=row.short_name or row.name if row else "",
                people=tally.people,
                found=sum(tally.found.values()),
                score=score(tally, checks),
                where=where(row),
            )
        )
    agencies.sort(key=lambda it: (it.score.total if it.score else 100.0, it.name))
    told = _figures_of(whole, checks)
    return HealthSummary(day, agency, whole.people, score(whole, checks), told, tuple(agencies), whole_where)


def _figures_of(tally: Tally, checks: Checks) -> tuple[CheckFigures, ...]:
    people = tally.people or 1
    return tuple(
        CheckFigures(
            it, tally.found[it.code], tally.open[it.code], checks.points(it.code) * tally.found[it.code] / people
        )
        for it in checks
    )
