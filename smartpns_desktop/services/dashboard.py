"""What the first page shows of a year: people, JP, trainings, plans of study, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

from db import Database, Reader
from db.queries import dashboard as queries
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.study_needs import PlanState
from smartpns_desktop.services.backups import BackupService
from smartpns_desktop.services.jp_figures import JpFigures, JpOfYear, jp_of_year
from smartpns_desktop.services.listings import bring_up_to_date, is_behind
from smartpns_desktop.services.tasks import LastImport, Situation, Task, tasks_of
from smartpns_desktop.words.reports import WITHOUT_AGENCY


@dataclass(frozen=True, slots=True)
class AgencyFigures:
    """JP of the people of one agency with all its units; `key` is `None` for people without an agency."""

    key: int | None
    name: str
    short_name: str
    jp: JpFigures


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """Plans of study needs of one period: how many in each state, their lines, the people they ask for."""

    first_year: int
    last_year: int
    states: dict[PlanState, int]
    lines: int
    heads: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The figures of a year; each is the number of rows that a list shows.

    `people` counts by kind, `minimum` is the JP asked of a PNS (`None` where none holds), `unverified` is a
    part of `trainings`. `plans` are those of the newest period that has begun by the year or begins after it;
    `None` where there is none, and `unplanned` counts the open agencies without one.
    """

    year: int
    people: dict[EmployeeKind, int]
    jp: JpFigures
    minimum: float | None
    agencies: tuple[AgencyFigures, ...]
    trainings: int
    unverified: int
    plans: PlanFigures | None
    unplanned: int
    tasks: tuple[Task, ...]


class DashboardService:
    """Reads the figures of the first page; nothing is written."""

    def __init__(self, database: Database, backups: BackupService) -> None:
        self._database, self._backups = database, backups

    def summary(self, year: int) -> Dashboard:
        """The figures of a year, seen at one moment."""
        with self._database.read() as reader:
            behind = is_behind(reader, "employees")
        if behind:
            bring_up_to_date(self._database)
        with self._database.read() as reader:
            jp = jp_of_year(reader, year)
            trainings, unverified = queries.trainings_of_year(reader, year)
            period = queries.newest_period(reader, year + 1)
            plans = None if period is None else _plans(reader, period)
            unplanned = queries.unplanned_agencies(reader, period)
            now = self._situation(reader, jp, plans, year=year, unverified=unverified, unplanned=unplanned)
            return Dashboard(
                year=year,
                people=jp.people,
                jp=jp.total,
                minimum=jp.minimums.get(EmployeeKind.PNS),
                agencies=_agencies(jp),
                trainings=trainings,
                unverified=unverified,
                plans=plans,
                unplanned=unplanned,
                tasks=tasks_of(now, date.today()),
            )

    def course(self, year: int) -> tuple[float | None, ...]:
        """Credited JP of one person from January to each month's end, `None` for months that have not begun.

        A training counts in the month of its last day, else of its first; divided by all who are employees now.
        """
        today, hours = date.today(), [0.0] * 12
        with self._database.read() as reader:
            people = queries.headcount(reader)
            for row in queries.jp_by_day(reader, year):
                hours[row.day.month - 1] += row.counted or 0.0
        sums = accumulate(hours)
        begun = 12 if year < today.year else 0 if year > today.year else today.month
        return tuple(total / people if people and month < begun else None for month, total in enumerate(sums))

    def last_import(self) -> datetime | None:
        """When the newest import that stands was made, in local time; `None` where there is none."""
        with self._database.read() as reader:
            last = _last_import(reader)
        return None if last is None else last.at

    def _situation(
        self, reader: Reader, jp: JpOfYear, plans: PlanFigures | None, *, year: int, unverified: int, unplanned: int
    ) -> Situation:
        without_agency = jp.agencies.get(None)
        last_backup = self._backups.last()
        return Situation(
            year=year,
            employees=jp.total.people,
            without_jp=jp.total.none,
            without_agency=without_agency.people if without_agency else 0,
            without_grade=queries.without_grade(reader, date.today()),
            without_birth_date=queries.without_birth_date(reader),
            unverified=unverified,
            unplanned=unplanned,
            submitted=plans.states[PlanState.DIAJUKAN] if plans else 0,
            backups_ahead=len(self._backups.ahead_of_store()),
            last_backup=last_backup.date() if last_backup else None,
            last_import=_last_import(reader),
        )


def _plans(reader: Reader, period: tuple[int, int]) -> PlanFigures:
    states = queries.plans_by_state(reader, period)
    lines, heads = queries.lines_and_heads(reader, period)
    return PlanFigures(*period, {state: states.get(state.value, 0) for state in PlanState}, lines, heads)


def _agencies(jp: JpOfYear) -> tuple[AgencyFigures, ...]:
    tops = {top.id: top for top in jp.tops.values()}
    found = [
        AgencyFigures(key, tops[key].name, tops[key].short_name or tops[key].name, figures)
        for key, figures in jp.agencies.items()
        if key is not None
    ]
    found.sort(key=lambda it: it.name)
    if None in jp.agencies:
        found.append(AgencyFigures(None, WITHOUT_AGENCY, WITHOUT_AGENCY, jp.agencies[None]))
    return tuple(found)


def _last_import(reader: Reader) -> LastImport | None:
    row = queries.newest_batch(reader)
    if row is None:
        return None
    at = row.started_at.astimezone()
    return LastImport(row.change_set_id, row.file_name or "", row.row_count, row.rejected_count, at)
