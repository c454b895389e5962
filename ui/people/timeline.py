"""What happened to a person as events on one line of time, newest first: histories and trainings, and how all show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.words.figures import show_date, show_number
from ui.lists.columns import State
from ui.texts import tr
from ui.widgets.line import Line

if TYPE_CHECKING:
    from smartpns_desktop.services.employee_states import EducationState, GradeState, PostState, StandingState
    from smartpns_desktop.services.employees import EmployeeRecord


class Kind(StrEnum):
    """What an event is of; the first four are the service's histories."""

    GRADE = "grade"
    POST = "post"
    EDUCATION = "education"
    STANDING = "standing"
    RATING = "rating"
    INDEX = "index"
    DISCIPLINE = "discipline"
    CERTIFICATE = "certificate"
    COMPETENCY = "competency"
    CONTRACT = "contract"
    TRAINING = "training"
    MERGE = "merge"


HISTORIES = (Kind.GRADE, Kind.POST, Kind.EDUCATION, Kind.STANDING)
NAMES = {
    Kind.GRADE: "Pangkat",
    Kind.POST: "Jabatan",
    Kind.EDUCATION: "Pendidikan",
    Kind.STANDING: "Kedudukan hukum",
    Kind.RATING: "SKP",
    Kind.INDEX: "IP ASN",
    Kind.DISCIPLINE: "Hukuman disiplin",
    Kind.CERTIFICATE: "Sertifikat",
    Kind.COMPETENCY: "Penilaian kompetensi",
    Kind.CONTRACT: "Perjanjian kerja",
    Kind.TRAINING: "Pelatihan",
    Kind.MERGE: "NIP lama",
}
ICONS = {
    Kind.GRADE: "medal",
    Kind.POST: "briefcase",
    Kind.EDUCATION: "graduation-cap",
    Kind.STANDING: "shield-check",
    Kind.RATING: "star",
    Kind.INDEX: "chart-line-up",
    Kind.DISCIPLINE: "scales",
    Kind.CERTIFICATE: "identification-card",
    Kind.COMPETENCY: "target",
    Kind.CONTRACT: "file-text",
    Kind.TRAINING: "chalkboard-teacher",
    Kind.MERGE: "users-three",
}
Row = Mapping[str, Any]
"""A row of one of the lists, with its `key`."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One row of a person's histories, records or trainings."""

    kind: Kind
    key: int


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day (`None`: nobody knows), and whether it holds today.

    `lead` is what is said in the place of the day (a year), `right` a number.
    """

    thing: Thing
    day: date | None
    title: str
    note: str
    in_force: bool = False
    right: str = ""
    lead: str = ""


def timeline(record: EmployeeRecord, trainings: Iterable[Row]) -> tuple[Event, ...]:
    """Histories and trainings, newest first; what has no day stands last."""
    return newest_first(
        (
            *map(grade_event, record.grades),
            *map(post_event, record.posts),
            *map(education_event, record.educations),
            *map(standing_event, record.standings),
            *map(training_event, trainings),
        )
    )


def newest_first(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by their day; what has none stands last."""
    return tuple(sorted(events, key=lambda it: (it.day or date.min, it.thing.kind, it.thing.key), reverse=True))


def grade_event(state: GradeState) -> Event:
    """A grade with its rank and service."""
    told = (state.service_years, state.service_months)
    service = tr("masa kerja {years} th {months} bln", years=told[0] or 0, months=told[1] or 0) if any(told) else ""
    title = joined(state.grade or state.grade_code, state.rank)
    return Event(Thing(Kind.GRADE, state.key), state.effective, title, joined(service, _decree(state)), state.in_force)


def post_event(state: PostState) -> Event:
    """A post and where it is held, and for how long where it is not the own one."""
    held = "" if state.appointment is Appointment.OWN else f"{state.appointment.value} "
    title, note = held + (state.post or tr("Jabatan belum diisi")), joined(state.agency, _until(state), _decree(state))
    return Event(Thing(Kind.POST, state.key), state.effective, title, note, state.in_force)


def education_event(state: EducationState) -> Event:
    """A finished education."""
    level, programme = state.level or state.level_code, state.programme or ""
    title = programme if programme.startswith(level.split("/")[0]) else f"{level} {programme}".strip()
    number = tr("ijazah {number}", number=state.certificate_number) if state.certificate_number else ""
    year = tr("lulus {year}", year=state.graduation_year) if state.graduation_year else ""
    note = joined(state.school, year, number)
    return Event(Thing(Kind.EDUCATION, state.key), state.effective, title, note, state.in_force)


def standing_event(state: StandingState) -> Event:
    """A legal standing."""
    note = joined(_until(state), _decree(state))
    return Event(Thing(Kind.STANDING, state.key), state.effective, state.standing, note, state.in_force)


def training_event(row: Row) -> Event:
    """A training out of the list of trainings; its day is the last one."""
    days = dict.fromkeys(show_date(row[name]) for name in ("start", "end") if row[name])
    number = tr("sertifikat {number}", number=row["certificate"]) if row["certificate"] else ""
    note = joined(" – ".join(days), row["organiser"], row["form"], number)
    jp = tr("{jp} JP", jp=show_number(row["jp_counted"] or 0))
    return Event(Thing(Kind.TRAINING, row["key"]), row["end"] or row["start"], row["name"], note, right=jp)


def event_lines(events: Iterable[Event], today: date) -> Iterator[Line]:
    """Events as lines of a list; what is still to come on a day stands above a line that names the day."""
    to_come = False
    for event in events:
        later = event.day is not None and event.day > today and not event.lead
        if to_come and not later:
            yield Line(tr("Sampai {day}", day=show_date(today)), is_heading=True)
        to_come = later
        yield Line(
            event.title,
            note=joined(tr(NAMES[event.thing.kind]), event.note),
            lead=event.lead or (show_date(event.day) if event.day else tr("Tanpa tanggal")),
            icon=ICONS[event.thing.kind],
            colour="accent" if event.in_force else "text2",
            state=_state(event, today),
            right=event.right,
            thing=event.thing,
        )


def in_force(events: Sequence[Event], kind: Kind) -> Event | None:
    """What holds today of a history."""
    return next((event for event in events if event.thing.kind is kind and event.in_force), None)


def joined(*parts: str | None) -> str:
    """The parts that are told, in one line."""
    return " · ".join(filter(None, parts))


def _state(event: Event, today: date) -> State | None:
    kind = event.thing.kind
    if event.in_force:
        word = tr("Terakhir") if kind is Kind.EDUCATION else tr("Berlaku")
        return State(word, "warn", "warning") if kind is Kind.DISCIPLINE else State(word, "ok", "check-circle")
    if kind in _TO_COME and event.day and event.day > today:
        return State(tr("Akan berlaku"), "accent", "clock")
    return None


_TO_COME = frozenset((*HISTORIES, Kind.CONTRACT, Kind.DISCIPLINE))
"""Kinds whose rows hold from their day on."""


def _until(state: PostState | StandingState) -> str:
    return tr("sampai {day}", day=show_date(state.until)) if state.until else ""


def _decree(state: GradeState | PostState | StandingState) -> str:
    day = show_date(state.decree_date) if state.decree_date else ""
    if not state.decree_number:
        return tr("SK tanggal {date}", date=day) if day else ""
    number = tr("SK {number}", number=state.decree_number)
    return tr("{decree} tanggal {date}", decree=number, date=day) if day else number
