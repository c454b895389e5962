"""What the page of a person shows, read in one go off the thread of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.names import full_name
from ui.people.timeline import Thing

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.domain.problems import Problem
    from smartpns_desktop.services.employee_states import State
    from smartpns_desktop.services.employees import EmployeeRecord
    from smartpns_desktop.services.persons import WholePerson
    from smartpns_desktop.services.training_credit import YearSummary

Training = Mapping[str, Any]
"""A row of the list of trainings."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the services tell him or her, in the words of the page."""

    whole: WholePerson

    @property
    def record(self) -> EmployeeRecord:
        """The record with the histories."""
        return self.whole.record

    @property
    def on(self) -> date:
        """The day whose state is shown."""
        return self.whole.on

    @property
    def trainings(self) -> tuple[Training, ...]:
        """The trainings, newest first."""
        return self.whole.trainings

    @property
    def year(self) -> YearSummary:
        """The JP of the year of work."""
        return self.whole.year

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the record."""
        return self.whole.problems

    @property
    def records(self) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
        """What is recorded besides, by the kind of list."""
        return self.whole.records

    @property
    def name(self) -> str:
        """The name with titles."""
        return full_name(self.record.name, self.record.front_title, self.record.back_title)

    @property
    def number(self) -> str:
        """The NIP as it is shown."""
        return nip.show(self.record.nip)

    def state(self, thing: Thing) -> State | None:
        """The row of a history; `None` where it is gone or something else is meant."""
        states: tuple[State, ...] = getattr(self.record, f"{thing.kind}s", ())
        return next((state for state in states if state.key == thing.key), None)


def read_person(app: App, key: int, year: int, as_of: date | None = None) -> Person:
    """Everything of a person, and what holds on a day (`None`: today). Raises `CannotDo("record.missing")`."""
    return Person(app.persons.whole(key, year, as_of))


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
