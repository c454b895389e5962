"""What to do next, out of how things stand: which tasks there are, how pressing, and where their rows are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.words.absences import OPEN
from smartpns_desktop.words.figures import show_date, show_number

BACKUP_DAYS = 7
"""Days after the last backup from which another one is asked for."""

_LATE, _MONTH, _QUARTER, _YEAR = "overdue", "30", "90", "365"

_HEALTH = "data-health"
_NONE: Mapping[str, int] = MappingProxyType({})
_FALL = 0.1
"""Points that the score of the data's health must have lost to be spoken of."""

REMINDED: Mapping[str, tuple[str, ...]] = {
    "retirement": (_LATE, _MONTH, _QUARTER, _YEAR),
    "probation": (_LATE, _MONTH, _QUARTER),
    "contract": (_LATE, _MONTH, _QUARTER),
    "certificate": (_LATE, _MONTH, _QUARTER),
    "leave": (_LATE, _MONTH, _QUARTER),
    "acting": (_LATE, _MONTH),
}
"""How near an event must be to be reminded of: as long as an office needs to act on it."""


class TaskTarget(NamedTuple):
    """Where a task is done: a page, the filter that shows its rows (as of a day), or one thing, or an act there."""

    page: str
    where: tuple[tuple[str, str], ...] = ()
    as_of: date | None = None
    key: int | None = None
    act: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: `count` rows (or days), `kind` is bad, warn or neutral; `words.tasks` says it."""

    code: str
    count: int
    target: TaskTarget
    kind: str = "neutral"
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LastImport:
    """The newest import that stands."""

    number: int
    file: str
    rows: int
    rejected: int
    at: datetime


class Situation(NamedTuple):
    """How things stand; all numbers are counts of rows. Without an import or a backup those are `None`.

    `due` are events by kind, `people_on` is the day of whose people the year's figures tell (`None`: today).
    """

    year: int
    employees: int
    without_jp: int = 0
    without_agency: int = 0
    without_grade: int = 0
    without_birth_date: int = 0
    unverified: int = 0
    unplanned: int = 0
    submitted: int = 0
    backups_ahead: int = 0
    last_backup: date | None = None
    last_import: LastImport | None = None
    due: Mapping[str, int] = _NONE
    absent: int = 0
    people_on: date | None = None


def tasks_of(now: Situation, today: date) -> tuple[Task, ...]:
    """Tasks, the most pressing first; in an empty store the only one is to bring the people in."""
    ahead = Task("backup.ahead", now.backups_ahead, TaskTarget("settings", act="backups"), "bad")
    if not now.employees:
        start = Task("employees.missing", 0, TaskTarget("exchange", act="import"), "warn")
        return (ahead, start) if now.backups_ahead else (start,)
    pressing = (ahead, *_of_last_import(now.last_import), *_of_last_backup(now.last_backup, today))
    return tuple(task for task in (*pressing, *_due(now), *_counted(now)) if task.count)


def _of_last_import(last: LastImport | None) -> Iterator[Task]:
    if last is not None:
        facts = {"file": last.file, "rows": str(last.rows)}
        yield Task("import.rejected", last.rejected, TaskTarget("exchange", key=last.number), "bad", facts)


def _of_last_backup(last: date | None, today: date) -> Iterator[Task]:
    target = TaskTarget("settings", act="backups")
    if last is None:
        yield Task("backup.never", 1, target, "warn")
    elif (today - last).days >= BACKUP_DAYS:
        yield Task("backup.old", (today - last).days, target, "warn")


def _due(now: Situation) -> Iterator[Task]:
    for kind, windows in REMINDED.items():
        where = (("kind", kind), *(("window", window) for window in windows))
        yield Task(f"due.{kind}", now.due.get(kind, 0), TaskTarget("employees", where, act="due"), "warn")
    absent = TaskTarget("employees", (("decision", OPEN),), act="absent")
    yield Task("absences.open", now.absent, absent, "warn")


def _counted(now: Situation) -> Iterator[Task]:
    year = {"year": str(now.year)}
    in_year = ("year", str(now.year))
    jp_none = TaskTarget("employees", (("jp_counted", "0"), *IN_SERVICE), now.people_on)
    yield Task("plans.submitted", now.submitted, TaskTarget("study-needs", (("plan_status", "DIAJUKAN"),)), "warn")
    unverified = TaskTarget("trainings", (("verified", "False"), in_year))
    yield Task("trainings.unverified", now.unverified, unverified, "warn", year)
    yield Task("jp.none", now.without_jp, jp_none, facts=year)
    yield Task("plans.missing", now.unplanned, TaskTarget("study-needs"))
    for name, count, on in (
        ("agency", now.without_agency, now.people_on),
        ("grade", now.without_grade, None),
        ("birth_date", now.without_birth_date, None),
    ):
        yield Task(f"employees.without_{name}", count, TaskTarget("employees", ((name, ""), *IN_SERVICE), on))


def of_health(serious: Mapping[str, int], points: float | None, before: tuple[date, float] | None) -> Iterator[Task]:
    """Tasks of the data's health: serious findings by check, and that the score fell below that of an earlier day."""
    if serious:
        where = (*(("check", code) for code in serious), ("verdict", "found"))
        yield Task("health.serious", sum(serious.values()), TaskTarget(_HEALTH, where), "bad")
    if before is not None and points is not None and before[1] - points >= _FALL:
        numbers = {"before": show_number(round(before[1], 1)), "after": show_number(round(points, 1))}
        yield Task("health.fell", 1, TaskTarget(_HEALTH), "warn", numbers | {"day": show_date(before[0])})
