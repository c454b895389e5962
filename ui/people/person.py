"""What the page of a person shows, read in one go off the thread of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain import nip
from ui.people.assessments import Assessments, read_assessments
from ui.people.timeline import Thing

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.domain.problems import Problem
    from smartpns_desktop.services.employee_states import State
    from smartpns_desktop.services.employees import EmployeeRecord
    from smartpns_desktop.services.training_credit import YearSummary

Training = Mapping[str, Any]
"""A row of the list of trainings."""


@dataclass(frozen=True, slots=True)
class Person:
    """A record with its trainings (newest first), the JP of the year of work, what is wrong with it, and how the person
    was assessed."""

    record: EmployeeRecord
    trainings: tuple[Training, ...]
    year: YearSummary
    problems: tuple[Problem, ...]
    assessments: Assessments

    @property
    def name(self) -> str:
        """The name with titles."""
        back = f", {self.record.back_title}" if self.record.back_title else ""
        return " ".join(filter(None, (self.record.front_title, self.record.name))) + back

    @property
    def number(self) -> str:
        """The NIP as it is shown."""
        return nip.show(self.record.nip)

    def state(self, thing: Thing) -> State | None:
        """The row of a history; `None` where it is gone or a training is meant."""
        states: tuple[State, ...] = getattr(self.record, f"{thing.kind}s", ())
        return next((state for state in states if state.key == thing.key), None)


def read_person(app: App, key: int, year: int) -> Person:
    """Everything of a person. Raises `CannotDo("record.missing")`."""
    from smartpns_desktop.services.lists import ListQuery

    record = app.employees.record(key)
    keys = app.lists.keys("trainings", ListQuery(where=(("nip", record.nip),)))
    trainings = sorted(app.lists.by_keys("trainings", keys), key=_age, reverse=True)
    summary, problems = app.trainings.year_summary(key, year), app.employees.problems({}, key)
    return Person(record, tuple(trainings), summary, problems, read_assessments(app, record.nip))


@dataclass(frozen=True, slots=True)
class TrainingYear:
    """The trainings of a year (`None`: nobody knows which) with their JP as claimed and as counted."""

    year: int | None
    trainings: tuple[Training, ...]
    claimed: float
    counted: float


def by_year(trainings: tuple[Training, ...]) -> tuple[TrainingYear, ...]:
    """Trainings by year, newest first as they come."""
    years = []
    for year, group in groupby(trainings, key=lambda it: it["year"]):
        rows = tuple(group)
        claimed, counted = (sum(row[name] or 0 for row in rows) for name in ("jp", "jp_counted"))
        years.append(TrainingYear(year, rows, claimed, counted))
    return tuple(years)


def _age(row: Training) -> tuple[Any, ...]:
    day = row["end"] or row["start"]
    return row["year"] or 0, day.isoformat() if day else "", row["key"]
