"""What is missing or doubtful in a person's data, and where each is mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.words.doubts import (
    MISSING_FIELDS,
    MISSING_HISTORIES,
    TRAINING_UNDATED,
    TRAINING_UNVERIFIED,
    UNDATED,
)
from smartpns_desktop.words.labels import field_label
from smartpns_desktop.words.problems import say
from ui.people.person import Person
from ui.people.timeline import HISTORIES, NAMES, Event, Kind, Thing, timeline
from ui.texts import tr

_DIPLOMA = "20"
"""Code of the lowest level whose graduates have a title (SIASN's codes rise with the level)."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to mend.

    `weight` is `bad` (wrong), `warn` (missing) or `neutral` (to be looked at). `mend` says where: a row that is to be
    changed, a history that lacks one, or `None` for the record itself.
    """

    title: str
    sentence: str
    weight: str
    mend: Thing | Kind | None = None

    @property
    def act(self) -> str:
        """What the button that leads there says."""
        if isinstance(self.mend, Kind):
            return tr("Tambah")
        return tr("Lengkapi") if self.weight == "warn" else tr("Periksa")


def doubts(person: Person) -> tuple[Doubt, ...]:
    """What is wrong, then what is missing (SIASN's COM_3 to COM_7 and ACC_5 among it), then what waits for a look."""
    events = timeline(person.record, person.trainings)
    return (
        *_problems(person),
        *_missing_fields(person),
        *_missing_histories(events),
        *_undated(events),
        *_unverified(person),
    )


def _problems(person: Person) -> Iterator[Doubt]:
    for problem in person.problems:
        weight = "bad" if problem.severity is Severity.REJECT else "warn"
        yield Doubt(field_label("employees", problem.column), say(problem), weight)


def _missing_fields(person: Person) -> Iterator[Doubt]:
    record = person.record
    needless = set()
    if record.kind is not EmployeeKind.PNS:
        needless.add("pns_date")
    if record.front_title or not any(it.in_force and it.level_code >= _DIPLOMA for it in record.educations):
        needless.add("back_title")
    for name, sentence in MISSING_FIELDS.items():
        if not getattr(record, name) and name not in needless:
            yield Doubt(field_label("employees", name), sentence, "warn")


def _missing_histories(events: tuple[Event, ...]) -> Iterator[Doubt]:
    for kind in HISTORIES:
        if not any(it.thing.kind is kind and it.in_force for it in events):
            yield Doubt(tr(NAMES[kind]), MISSING_HISTORIES[kind], "warn", kind)


def _undated(events: tuple[Event, ...]) -> Iterator[Doubt]:
    for event in events:
        if event.day is None:
            sentence = TRAINING_UNDATED if event.thing.kind is Kind.TRAINING else UNDATED
            yield Doubt(f"{tr(NAMES[event.thing.kind])}: {event.title}", sentence, "warn", event.thing)


def _unverified(person: Person) -> Iterator[Doubt]:
    for row in person.trainings:
        if row["year"] == person.year.year and not row["verified"]:
            title = f"{tr(NAMES[Kind.TRAINING])}: {row['name']}"
            yield Doubt(title, TRAINING_UNVERIFIED, "neutral", Thing(Kind.TRAINING, row["key"]))
