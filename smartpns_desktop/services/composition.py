"""How the people in service are made up, and whom the yearly development has reached: every figure opens its rows.

The figures are counts of the list of employees, so that a number and the rows behind it cannot differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from db import Database
from db.queries.crosstabs import crosstab
from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.exchange.table_book import Table, write_tables
from smartpns_desktop.services.lists import ListQuery, ListService, asked
from smartpns_desktop.words import composition as words

Where = tuple[tuple[str, str], ...]

CHARTS = ("kind", "sex", "age_band", "grade_group", "education_level", "position_kind_name")
"""Fields of the list of employees by which people are counted, beside the place where they work."""

NONE, BELOW, MET = "none", "below", "met"
"""What the list says of somebody's JP of a year against the minimum (PP 11/2017 art. 203(4))."""


@dataclass(frozen=True, slots=True)
class Part:
    """How many people have a value ("" where nothing is told); `where` lists them."""

    value: str
    count: int
    where: Where


@dataclass(frozen=True, slots=True)
class Chart:
    """The people of a scope by one field; the parts add up to all of them."""

    field: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """All charts of a scope, `where` listing everybody in it."""

    people: int
    where: Where
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """The people of one place and their JP of a year: whom nothing reached, who is below the minimum, who met it.

    `exempt` are those of whom no minimum is asked. Each number has its rows under `where` and `band`.
    """

    place: str
    none: int
    below: int
    met: int
    exempt: int
    where: Where

    @property
    def people(self) -> int:
        """Everybody."""
        return self.none + self.below + self.met + self.exempt

    @property
    def share(self) -> float:
        """Per cent who met the minimum, of those of whom one is asked; the aim is 100."""
        judged = self.none + self.below + self.met
        return 100 * self.met / judged if judged else 0.0

    def band(self, *bands: str) -> Where:
        """What lists the people of a place in these bands; "" are the exempt."""
        return (*self.where, *(("jp_band", band) for band in bands))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who received the yearly development, place by place and in all."""

    year: int
    total: CoverageRow
    rows: tuple[CoverageRow, ...]


class CompositionService:
    """Counts people; `scope` narrows them as `ListQuery.where` does, to an agency or a unit."""

    def __init__(self, database: Database) -> None:
        self._database, self._lists = database, ListService(database)

    def composition(self, scope: Where = (), as_of: date | None = None) -> Composition:
        """The charts of a scope on a day, today where none is told."""
        where = (*scope, *IN_SERVICE)
        fields = [*CHARTS, place_of(scope)]
        found = self._lists.facets("employees", ListQuery(where=where, as_of=as_of), fields)
        levels = self._levels()
        charts = []
        for field in fields:
            chosen = {value.casefold() for name, value in scope if name == field}
            values = [(it.value, it.count) for it in found[field] if not chosen or it.value.casefold() in chosen]
            if field == "education_level":
                values.sort(key=lambda it: levels.get(it[0], len(levels)))
            charts.append(
                Chart(field, tuple(Part(value, count, _within(where, field, value)) for value, count in values))
            )
        return Composition(sum(it.count for it in charts[0].parts), where, tuple(charts))

    def coverage(self, year: int, scope: Where = (), as_of: date | None = None) -> Coverage:
        """The JP of a year in each agency, or in each unit of the agency that is the scope."""
        where, place = (*scope, *IN_SERVICE), place_of(scope)
        with asked(self._database, "employees", ListQuery(where=where, as_of=as_of, year=year)) as (
            reader,
            found,
            wanted,
        ):
            counts = crosstab(reader, found, wanted, place, "jp_band")
        rows = tuple(_row(name, bands, _within(where, place, name)) for name, bands in counts.items())
        none, below, met, exempt = (
            sum(getattr(row, name) for row in rows) for name in ("none", "below", "met", "exempt")
        )
        return Coverage(year, CoverageRow("", none, below, met, exempt, where), rows)

    def write(self, out: Path, composition: Composition, coverage: Coverage) -> int:
        """Write both as tables to a workbook; returns how many rows there are. Raises as `write_tables` does."""
        tables = (composition_table(composition), coverage_table(coverage))
        write_tables(out, tables)
        return sum(len(it.rows) for it in tables)

    def places(self, as_of: date | None = None) -> tuple[str, ...]:
        """The agencies at the top in which people are in service on a day, today where none is told."""
        query = ListQuery(where=IN_SERVICE, as_of=as_of)
        found = self._lists.facets("employees", query, ["root_agency"])["root_agency"]
        return tuple(sorted((it.value for it in found if it.value), key=str.casefold))

    def _levels(self) -> dict[str, int]:
        """The levels of education by name, from the lowest up."""
        rows: list[dict[str, Any]] = self._lists.rows("education-levels", ListQuery())[1]
        return {row["name"]: place for place, row in enumerate(sorted(rows, key=lambda it: it["code"]))}


def place_of(scope: Sequence[tuple[str, str]]) -> str:
    """The field that tells places apart: agencies where nothing is narrowed, else the units of the scope."""
    return (
        "agency"
        if any(field in ("root_agency", "root_agency_short", "agency") for field, _ in scope)
        else "root_agency"
    )


def _within(where: Where, field: str, value: str) -> Where:
    """A part of what `where` lists; values of one field would be alternatives, so that the part's stands alone."""
    return (*(pair for pair in where if pair[0] != field), (field, value))


def _row(place: str, bands: dict[str, int], where: Where) -> CoverageRow:
    return CoverageRow(place, bands.get(NONE, 0), bands.get(BELOW, 0), bands.get(MET, 0), bands.get("", 0), where)


def composition_table(composition: Composition) -> Table:
    """The parts of all charts as a table in words."""
    rows = [
        (words.CHARTS[chart.field], words.said(chart.field, part.value), part.count, _share(part, composition.people))
        for chart in composition.charts
        for part in chart.parts
    ]
    return Table(words.TITLE, words.HEADINGS, rows)


def coverage_table(coverage: Coverage) -> Table:
    """The coverage as a table in words, everybody in its last row."""
    rows = [_told(row, words.said("agency", row.place)) for row in coverage.rows]
    title = f"{words.COVERAGE_TITLE} {coverage.year}"
    place = words.CHARTS[place_of(coverage.total.where)]
    return Table(title, (place, *words.COVERAGE), [*rows, _told(coverage.total, words.ALL)])


def _share(part: Part, people: int) -> float:
    return round(100 * part.count / people, 1) if people else 0.0


def _told(row: CoverageRow, name: str) -> tuple[str | int | float, ...]:
    return name, row.people, row.none, row.below, row.met, row.exempt, round(row.share, 1)
