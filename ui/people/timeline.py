"""All that happened to a person on one line of time, newest first: histories and trainings as events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from smartpns_desktop.words.labels import show_date, show_number
from ui.lists.columns import State
from ui.texts import tr
from ui.widgets.line import Line

if TYPE_CHECKING:
    from smartpns_desktop.services.employee_states import EducationState, GradeState, PostState, StandingState
    from smartpns_desktop.services.employees import EmployeeRecord


class Kind(StrEnum):
    """What an event is of; all but the last are the service's histories."""

    GRADE = "grade"
    POST = "post"
    EDUCATION = "education"
    STANDING = "standing"
    TRAINING = "training"


HISTORIES = (Kind.GRADE, Kind.POST, Kind.EDUCATION, Kind.STANDING)
NAMES = {
    Kind.GRADE: "Pangkat",
    Kind.POST: "Jabatan",
    Kind.EDUCATION: "Pendidikan",
    Kind.STANDING: "Kedudukan hukum",
    Kind.TRAINING: "Pelatihan",
}
ICONS = {
    Kind.GRADE: "medal",
    Kind.POST: "briefcase",
    Kind.EDUCATION: "graduation-cap",
    Kind.STANDING: "shield-check",
    Kind.TRAINING: "chalkboard-teacher",
}


@dataclass(frozen=True, slots=True)
class Thing:
    """One row of a person's histories or trainings."""

    kind: Kind
    key: int


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day (`None`: nobody knows), and whether it holds today."""

    thing: Thing
    day: date | None
    title: str
    note: str
    in_force: bool = False
    jp: str = ""


def timeline(record: EmployeeRecord, trainings: Iterable[Mapping[str, Any]]) -> tuple[Event, ...]:
    """Everything, newest first; what has no day stands last."""
    events = [
        *map(grade_event, record.grades),
        *map(post_event, record.posts),
        *map(education_event, record.educations),
        *map(standing_event, record.standings),
        *map(training_event, trainings),
    ]
    return tuple(sorted(events, key=lambda it: (it.day or date.min, it.thing.kind, it.thing.key), reverse=True))


def grade_event(state: GradeState) -> Event:
    """A grade with its rank and service."""
    told = (state.service_years, state.service_months)
    service = tr("masa kerja {years} th {months} bln", years=told[0] or 0, months=told[1] or 0) if any(told) else ""
    title = joined(state.grade or state.grade_code, state.rank)
    return Event(Thing(Kind.GRADE, state.key), state.effective, title, joined(service, _decree(state)), state.in_force)


def post_event(state: PostState) -> Event:
    """A post and where it is held."""
    title, note = state.post or tr("Jabatan belum diisi"), joined(state.agency, _decree(state))
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
    return Event(Thing(Kind.STANDING, state.key), state.effective, state.standing, _decree(state), state.in_force)


def training_event(row: Mapping[str, Any]) -> Event:
    """A training out of the list of trainings; its day is the last one."""
    days = dict.fromkeys(show_date(row[name]) for name in ("start", "end") if row[name])
    number = tr("sertifikat {number}", number=row["certificate"]) if row["certificate"] else ""
    note = joined(" – ".join(days), row["organiser"], row["form"], number)
    jp = tr("{jp} JP", jp=show_number(row["jp_counted"] or 0))
    return Event(Thing(Kind.TRAINING, row["key"]), row["end"] or row["start"], row["name"], note, jp=jp)


def event_lines(events: Iterable[Event], today: date) -> Iterator[Line]:
    """Events as lines of a list."""
    for event in events:
        yield Line(
            event.title,
            note=joined(tr(NAMES[event.thing.kind]), event.note),
            lead=show_date(event.day) if event.day else tr("TMT belum ada"),
            icon=ICONS[event.thing.kind],
            colour="accent" if event.in_force else "text2",
            state=_state(event, today),
            right=event.jp,
            thing=event.thing,
        )


def in_force(events: Sequence[Event], kind: Kind) -> Event | None:
    """What holds today of a history."""
    return next((event for event in events if event.thing.kind is kind and event.in_force), None)


def joined(*parts: str | None) -> str:
    """The parts that are told, in one line."""
    return " · ".join(filter(None, parts))


def _state(event: Event, today: date) -> State | None:
    if event.in_force:
        word = tr("Terakhir") if event.thing.kind is Kind.EDUCATION else tr("Berlaku")
        return State(word, "ok", "check-circle")
    if event.thing.kind is not Kind.TRAINING and event.day and event.day > today:
        return State(tr("Akan berlaku"), "accent", "clock")
    return None


def _decree(state: GradeState | PostState | StandingState) -> str:
    day = show_date(state.decree_date) if state.decree_date else ""
    if not state.decree_number:
        return tr("SK tanggal {date}", date=day) if day else ""
    number = tr("SK {number}", number=state.decree_number)
    return tr("{decree} tanggal {date}", decree=number, date=day) if day else number
