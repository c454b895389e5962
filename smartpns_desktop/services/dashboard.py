"""What the first page shows of a year: people, JP, trainings, plans of study, and what to do next."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from db import Database
from smartpns_desktop.domain.study_needs import PlanState
from smartpns_desktop.services import year_figures
from smartpns_desktop.services.backups import BackupService
from smartpns_desktop.services.last_import import last_import
from smartpns_desktop.services.tasks import Situation, Task, tasks_of
from smartpns_desktop.services.year_figures import YearFigures


class Dashboard(NamedTuple):
    """The figures of a year, and the tasks that follow from them and from the backups."""

    figures: YearFigures
    tasks: tuple[Task, ...]


class DashboardService:
    """Reads what the first page shows; the figures stay in the store for the next start."""

    def __init__(self, database: Database, backups: BackupService) -> None:
        self._database, self._backups = database, backups

    def summary(self, year: int) -> Dashboard:
        """The figures of a year, seen at one moment, and what to do next."""
        figures = self.figures(year)
        return Dashboard(figures, tasks_of(self._situation(figures), date.today()))

    def figures(self, year: int) -> YearFigures:
        """The figures of a year as they were kept, else counted, seen at one moment."""
        with self._database.read() as reader:
            found = year_figures.kept(reader, year)
        return found or self._counted(year)

    def last_import(self) -> datetime | None:
        """When the newest import that stands was made, in local time; `None` where there is none."""
        with self._database.read() as reader:
            last = last_import(reader)
        return None if last is None else last.at

    def _counted(self, year: int) -> YearFigures:
        """What counts is imported only here: a start at which nothing has changed goes without it."""
        from smartpns_desktop.services.listings import bring_up_to_date, is_behind
        from smartpns_desktop.services.year_counts import counted

        with self._database.read() as reader:
            behind = is_behind(reader, "employees")
        if behind:
            bring_up_to_date(self._database)
        with self._database.read() as reader:
            counted_at, found = year_figures.stamp(reader), counted(reader, year)
        year_figures.keep(self._database, found, counted_at)
        return found

    def _situation(self, figures: YearFigures) -> Situation:
        nowhere = next((it.jp.people for it in figures.agencies if it.key is None), 0)
        last_backup = self._backups.last()
        return Situation(
            year=figures.year,
            employees=figures.jp.people,
            without_jp=figures.jp.none,
            without_agency=nowhere,
            without_grade=figures.without_grade,
            without_birth_date=figures.without_birth_date,
            unverified=figures.unverified,
            unplanned=figures.unplanned,
            submitted=figures.plans.states[PlanState.DIAJUKAN] if figures.plans else 0,
            backups_ahead=len(self._backups.ahead_of_store()),
            last_backup=last_backup.date() if last_backup else None,
            last_import=figures.last_import,
            due=figures.due,
            absent=figures.absent,
            people_on=year_figures.day_of(figures.year),
        )
