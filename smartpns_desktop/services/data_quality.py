"""Health of the data: what SIASN's checks find on any day, the score they make, its course, and what mends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from db import Database, Reader
from db.errors import StoreFull, StoreLocked, StoreReadOnly
from db.queries import health_figures, organisation
from db.queries.data_findings import agencies_on
from smartpns_desktop.domain.data_quality import MENDS, SERIOUS, Check, Checks, Mend
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services import data_findings
from smartpns_desktop.services.agency_scope import agency_named
from smartpns_desktop.services.health_summary import AgencyHealth, CheckFigures, HealthSummary, of_agency, of_city
from smartpns_desktop.services.health_tallies import by_root, checks_on, root_of, tallies_on
from smartpns_desktop.services.health_trend import TrendPoint, figures, is_due, months_without, point
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.tasks import Task, of_health
from smartpns_desktop.services.watch import Watch

__all__ = ["AgencyHealth", "CheckFigures", "DataQualityService", "Finding", "HealthSummary", "TrendPoint"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found of a person, or that it cannot be judged (`is_open`); points that it takes from 100."""

    check: Check
    is_open: bool
    points: float
    mend: Mend

    @property
    def code(self) -> str:
        """The check's code."""
        return self.check.code


class DataQualityService:
    """Asks about any day (`None`: today); what is found is kept until something changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def summary(self, on: date | None = None, agency: str | int | None = None) -> HealthSummary:
        """The health of everybody, or of an agency (code, name or key) with its units. Raises `agency.unknown`."""
        day = on or date.today()
        self._derive(day)
        with self._database.read() as reader:
            told = (day, agencies_on(reader, day), checks_on(reader, day), tallies_on(reader, day))
            return of_city(*told) if agency is None else of_agency(*told, _key_of(reader, agency))

    def of_person(self, key: int, on: date | None = None) -> tuple[Finding, ...]:
        """What is found of one person, the costliest first, then what cannot be judged.

        Nothing of somebody who is not in service on that day.
        """
        day = on or date.today()
        with self._database.read() as reader:
            checks = checks_on(reader, day)
            rows = data_findings.of_person(reader, day, key)
        told = (Finding(it, rows[it.code], checks.points(it.code), MENDS[it.code]) for it in checks if it.code in rows)
        return tuple(sorted(told, key=lambda it: (it.is_open, -it.points, it.code)))

    def snapshot(self, on: date | None = None) -> int:
        """Keep the figures of a day, per agency at the top and check, for the trend; a day has one set of them.

        Returns how many figures. Raises the store's errors.
        """
        day = on or date.today()
        self._derive(day)
        with self._database.read() as reader:
            rows = figures(by_root(agencies_on(reader, day), tallies_on(reader, day)), checks_on(reader, day))
        with self._database.maintain() as writer:
            health_figures.keep(writer, day, rows)
        return len(rows)

    def fill_year(self, year: int, watch: Watch | None = None) -> int:
        """Judge the last day of each month of a year that is over and has no figures, out of the histories.

        Records tell no history of their own fields (mail, phone): those are taken as they are now. Returns how many
        months. Raises the store's errors.
        """
        watch = watch or Watch()
        watch.begin("write")
        with self._database.read() as reader:
            missing = months_without(reader, year, date.today())
        for place, day in enumerate(missing):
            watch.step(place, len(missing))
            self.snapshot(day)
        return len(missing)

    def keep_up(self) -> bool:
        """Keep today's figures if a month has begun or an import has come since the last ones; whether it was done."""
        with self._database.read() as reader:
            due = is_due(reader, date.today())
        if not due or not self._database.derives:
            return False
        try:
            self.snapshot()
        except (StoreLocked, StoreReadOnly, StoreFull):
            return False
        return True

    def tasks(self) -> tuple[Task, ...]:
        """What the health of the data asks one to do today, measured against the last figures of an earlier day."""
        self.keep_up()
        today = self.summary()
        with self._database.read() as reader:
            last = health_figures.last_day(reader, today.on - timedelta(days=1))
        before = self.trend(first=last)[0] if last else None
        serious = {it.check.code: it.found for it in today.checks if it.check.code in SERIOUS and it.found}
        earlier = (before.day, before.score.total) if before and before.score else None
        return tuple(of_health(serious, today.score.total if today.score else None, earlier))

    def trend(self, agency: str | int | None = None, first: date | None = None) -> tuple[TrendPoint, ...]:
        """The course of the health of all, or of an agency at the top; the days of which figures were kept.

        Raises `agency.unknown`.
        """
        with self._database.read() as reader:
            rows = agencies_on(reader, date.today())
            top = None if agency is None else root_of(rows, _key_of(reader, agency))
            rules = regulations(reader)
            days: dict[date, list[Any]] = {}
            for row in health_figures.all_of(reader, first):
                if agency is None or row.agency_id == top:
                    days.setdefault(row.day, []).append(row)
        return tuple(point(day, rows, Checks(rules.known_by(day))) for day, rows in days.items())

    def _derive(self, day: date) -> None:
        with self._database.read() as reader:
            kept = data_findings.are_kept(reader, day)
        if not kept:
            data_findings.derive(self._database, day)


def _key_of(reader: Reader, agency: str | int) -> int:
    if isinstance(agency, str):
        return int(agency_named(reader, agency).id)
    if all(row.id != agency for row in organisation.all_agencies(reader)):
        raise CannotDo("agency.unknown", agency=agency)
    return agency
