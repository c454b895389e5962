"""Reports for people: figures per agency as workbooks that print well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from db import Database, Reader
from db.queries import reports as queries
from db.queries.jp_figures import claimed
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.reports import write_report
from smartpns_desktop.services.jp_figures import jp_of_year, roots_of
from smartpns_desktop.services.year_figures import JpFigures
from smartpns_desktop.words import reports as words
from smartpns_desktop.words.figures import show_date, show_number


@dataclass(frozen=True, slots=True)
class Report:
    """A report before it is written: texts, headings, rows per agency, totals."""

    title: str
    subtitle: str
    headings: Sequence[str]
    rows: list[list[Any]]
    totals: list[Any]
    notes: Sequence[str] = ()


class ReportService:
    """Makes the reports; a number in them is the count of rows that a list shows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, name: str, out: Path, *, year: int, as_of: date | None = None) -> int:
        """Write a report to a workbook and return its number of rows. Raises `CannotDo("report.unknown")`."""
        if name not in _REPORTS:
            raise CannotDo("report.unknown", report=name, known=", ".join(_REPORTS))
        report = self.make(name, year=year, as_of=as_of)
        write_report(out, report.title, report.subtitle, report.headings, report.rows, report.totals, report.notes)
        return len(report.rows)

    def make(self, name: str, *, year: int, as_of: date | None = None) -> Report:
        """The figures of a report, as they were on a day (`None`: as they are)."""
        with self._database.read() as reader:
            return _REPORTS[name](reader, year, as_of)


def _roots(reader: Reader, on: date) -> dict[int | None, str]:
    """For each unit the name of the agency above it on a day."""
    return {None: words.WITHOUT_AGENCY, **{key: root.name for key, root in roots_of(reader, on).items()}}


def _employees(reader: Reader, _year: int, as_of: date | None) -> Report:
    """People in service per agency on a day, by kind, sex and grade group."""
    today = as_of or date.today()
    roots = _roots(reader, today)
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 10)
    for row in queries.people(reader, today):
        line = counts[roots[row.agency_id]]
        line[("PNS", "CPNS", "PPPK").index(row.kind)] += 1
        line[3] += 1
        if row.sex:
            line[4 if row.sex == "M" else 5] += 1
        if row.grade_code and row.kind != EmployeeKind.PPPK:
            line[5 + int(row.grade_code[0])] += 1
    rows = [[name, *counts[name]] for name in sorted(counts)]
    totals = [words.TOTAL, *(sum(line[place] for line in counts.values()) for place in range(10))]
    return Report(words.EMPLOYEES_TITLE, words.as_of(show_date(today)), words.EMPLOYEES_HEADINGS, rows, totals)


def _jp(reader: Reader, year: int, as_of: date | None) -> Report:
    """JP of a year per agency, of what had been learned by a day."""
    figures, claims = jp_of_year(reader, year, as_of), defaultdict[int | None, _Claims](_Claims)
    total = _Claims()
    for row in claimed(reader, year, figures.on, as_of):
        for place in (total, claims[figures.top(row.agency_id)]):
            place.claimed += row.claimed
            place.verified += row.verified
    names = {None: words.WITHOUT_AGENCY, **{top.id: top.name for top in figures.tops.values()}}
    rows = sorted(_line(names[key], hours, claims[key]) for key, hours in figures.agencies.items())
    last = _line(words.TOTAL, figures.total, total)
    subtitle = words.of_year(year, show_date(as_of) if as_of else None)
    return Report(words.JP_TITLE, subtitle, words.JP_HEADINGS, rows, last, _notes(figures.rules))


@dataclass(slots=True)
class _Claims:
    """JP claimed, and JP credited of verified trainings."""

    claimed: float = 0.0
    verified: float = 0.0


def _line(name: str, hours: JpFigures, claims: _Claims) -> list[Any]:
    return [
        name,
        hours.people,
        claims.claimed,
        hours.counted,
        claims.verified,
        hours.mean,
        hours.met,
        hours.short,
        hours.none,
        hours.share_met,
    ]


def _notes(rules: Any) -> list[str]:
    row = rules.row("regulation_parameters", "jp.minimum_pns")
    told = [] if row is None else [words.minimum_note(show_number(float(row["value"])), row["source"], row["status"])]
    return [*told, words.COUNTED_NOTE]


_REPORTS: dict[str, Callable[[Reader, int, date | None], Report]] = {"employees": _employees, "jp": _jp}
