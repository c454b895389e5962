"""What to do next, out of how things stand: which tasks there are, how pressing, and where their rows are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

BACKUP_DAYS = 7
"""Days after the last backup from which another one is asked for."""


@dataclass(frozen=True, slots=True)
class TaskTarget:
    """Where a task is done: a page, the filter that shows its rows, or one thing, or an act there."""

    page: str
    where: tuple[tuple[str, str], ...] = ()
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


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand; all numbers are counts of rows. Without an import or a backup those are `None`."""

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


def tasks_of(now: Situation, today: date) -> tuple[Task, ...]:
    """Tasks, the most pressing first; in an empty store the only one is to bring the people in."""
    ahead = Task("backup.ahead", now.backups_ahead, TaskTarget("settings", act="backups"), "bad")
    if not now.employees:
        start = Task("employees.missing", 0, TaskTarget("exchange", act="import"), "warn")
        return (ahead, start) if now.backups_ahead else (start,)
    found = (ahead, *_of_last_import(now.last_import), *_of_last_backup(now.last_backup, today), *_counted(now))
    return tuple(task for task in found if task.count)


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


def _counted(now: Situation) -> Iterator[Task]:
    year = {"year": str(now.year)}
    in_year = ("year", str(now.year))
    yield Task("plans.submitted", now.submitted, TaskTarget("study-needs", (("plan_status", "DIAJUKAN"),)), "warn")
    unverified = TaskTarget("trainings", (("verified", "False"), in_year))
    yield Task("trainings.unverified", now.unverified, unverified, "warn", year)
    yield Task("jp.none", now.without_jp, TaskTarget("employees", (("jp_counted", "0"),)), facts=year)
    yield Task("plans.missing", now.unplanned, TaskTarget("study-needs"))
    for name, count in (
        ("agency", now.without_agency),
        ("grade", now.without_grade),
        ("birth_date", now.without_birth_date),
    ):
        yield Task(f"employees.without_{name}", count, TaskTarget("employees", ((name, ""),)))
