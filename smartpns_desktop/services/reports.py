"""Reports for people: figures per agency as workbooks that print well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from db import Database, Reader
from db.queries import organisation, trainings
from db.queries import reports as queries
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.reports import write_report
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.words import reports as words
from smartpns_desktop.words.labels import show_date, show_number


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

    def write(self, name: str, out: Path, *, year: int) -> int:
        """Write a report to a workbook and return its number of rows. Raises `CannotDo("report.unknown")`."""
        if name not in _REPORTS:
            raise CannotDo("report.unknown", report=name, known=", ".join(_REPORTS))
        report = self.make(name, year=year)
        write_report(out, report.title, report.subtitle, report.headings, report.rows, report.totals, report.notes)
        return len(report.rows)

    def make(self, name: str, *, year: int) -> Report:
        """The figures of a report."""
        with self._database.read() as reader:
            return _REPORTS[name](reader, year)


def _roots(reader: Reader) -> dict[int | None, str]:
    """For each unit the name of the agency above it."""
    rows = {row.id: row for row in organisation.all_agencies(reader)}
    names: dict[int | None, str] = {None: words.WITHOUT_AGENCY}
    for key, row in rows.items():
        while row.parent_id is not None:
            row = rows[row.parent_id]  # noqa: PLW2901 - climbing the tree
        names[key] = row.name
    return names


def _employees(reader: Reader, _year: int) -> Report:
    """People per agency today, by kind, sex and grade group."""
    today = date.today()
    roots = _roots(reader)
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


@dataclass(slots=True)
class _Hours:
    """JP of one agency's people."""

    people: int = 0
    claimed: float = 0
    counted: float = 0
    verified: float = 0
    met: int = 0
    short: int = 0
    none: int = 0

    def line(self, name: str) -> list[Any]:
        """The row of the report; people without a minimum are neither met nor short."""
        judged = self.met + self.short
        mean = self.counted / self.people if self.people else 0.0
        share = 100 * self.met / judged if judged else 0.0
        return [
            name,
            self.people,
            float(self.claimed),
            float(self.counted),
            float(self.verified),
            mean,
            self.met,
            self.short,
            self.none,
            share,
        ]


def _jp(reader: Reader, year: int) -> Report:
    """JP of a year per agency against the minimum in force at its end (PP 11/2017 art. 203(4))."""
    rules = regulations(reader).on(date(year, 12, 31))
    hours = {row.employee_id: row for row in trainings.jp_of_year(reader, year)}
    roots = _roots(reader)
    agencies: dict[str, _Hours] = defaultdict(_Hours)
    total = _Hours()
    for person in queries.people(reader, min(date(year, 12, 31), date.today())):
        had = hours.get(person.id)
        minimum = rules.jp_minimum(EmployeeKind(person.kind))
        for line in (agencies[roots[person.agency_id]], total):
            _count(line, had, None if minimum is None else float(minimum))
    rows = [agencies[name].line(name) for name in sorted(agencies)]
    return Report(words.JP_TITLE, words.of_year(year), words.JP_HEADINGS, rows, total.line(words.TOTAL), _notes(rules))


def _count(line: _Hours, had: Any, minimum: float | None) -> None:
    counted = (had.jp_counted or 0) if had else 0
    line.people += 1
    line.claimed += (had.jp or 0) if had else 0
    line.counted += counted
    line.verified += (had.jp_verified or 0) if had else 0
    line.none += counted == 0
    if minimum is not None:
        line.met += counted >= minimum
        line.short += counted < minimum


def _notes(rules: Any) -> list[str]:
    row = rules.row("regulation_parameters", "jp.minimum_pns")
    told = [] if row is None else [words.minimum_note(show_number(float(row["value"])), row["source"], row["status"])]
    return [*told, words.COUNTED_NOTE]


_REPORTS: dict[str, Callable[[Reader, int], Report]] = {"employees": _employees, "jp": _jp}
