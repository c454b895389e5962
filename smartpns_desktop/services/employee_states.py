"""The dated histories of an employee as records: grade, post, education and legal standing, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from db import Reader
from db.queries import employee_histories as queries
from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.domain.histories import DatedRow, in_force
from smartpns_desktop.domain.standings import Standing


class History(StrEnum):
    """One of the four dated histories of an employee."""

    GRADE = "grade"
    POST = "post"
    EDUCATION = "education"
    STANDING = "standing"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One row of a history: since when (`None`: nobody knows) and whether it holds on the day asked for."""

    key: int
    effective: date | None
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeState(State):
    """A grade (golongan), with years and months of service as the decree counts them."""

    grade_code: str
    grade: str | None
    rank: str | None
    service_years: int | None
    service_months: int | None
    decree_number: str | None
    decree_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostState(State):
    """A post and the agency or unit where it is held; `until` is the last day of one that is held for a time."""

    position_id: int | None
    post: str | None
    agency_id: int | None
    agency: str | None
    appointment: Appointment
    until: date | None
    decree_number: str | None
    decree_date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationState(State):
    """A finished education; the first of January stands for "only the year is known"."""

    level_code: str
    level: str | None
    programme_id: int | None
    programme: str | None
    school: str | None
    certificate_number: str | None
    graduation_year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingState(State):
    """A legal standing (kedudukan hukum): active, on leave, retired; `code` is what its words mean, `until` its last
    day."""

    standing: str
    code: Standing | None
    until: date | None
    decree_number: str | None
    decree_date: date | None


_T = TypeVar("_T", bound=State)


def grades_of(reader: Reader, key: int, on: date) -> tuple[GradeState, ...]:
    """Grades of an employee, newest first."""
    return _states(queries.grades_of(reader, key), GradeState, on)


def posts_of(reader: Reader, key: int, on: date) -> tuple[PostState, ...]:
    """Posts of an employee, newest first; one held for a time stands beside the own one that holds."""
    rows = [{**row._mapping, "appointment": Appointment(row.appointment)} for row in queries.posts_of(reader, key)]
    own = _in_force([row for row in rows if row["appointment"] is Appointment.OWN], on)
    return tuple(PostState(**row, in_force=row["key"] == own or _is_held(row, on)) for row in rows)


def educations_of(reader: Reader, key: int, on: date) -> tuple[EducationState, ...]:
    """Educations of an employee, newest first."""
    return _states(queries.educations_of(reader, key), EducationState, on)


def standings_of(reader: Reader, key: int, on: date) -> tuple[StandingState, ...]:
    """Legal standings of an employee, newest first; when one has ended, what held before it holds again."""
    rows = [dict(row._mapping) for row in queries.standings_of(reader, key)]
    for row in rows:
        row["code"] = Standing(row["code"]) if row["code"] else None
    current = _in_force([row for row in rows if (row["until"] or date.max) >= on], on)
    return tuple(StandingState(**row, in_force=row["key"] == current) for row in rows)


def _states(rows: Sequence[Any], make: Callable[..., _T], on: date) -> tuple[_T, ...]:
    told = [dict(row._mapping) for row in rows]
    current = _in_force(told, on)
    return tuple(make(**row, in_force=row["key"] == current) for row in told)


def _in_force(rows: Sequence[dict[str, Any]], on: date) -> int | None:
    current = in_force([DatedRow(row["key"], row["effective"], ()) for row in rows], on)
    return current.key if current else None


def _is_held(row: dict[str, Any], on: date) -> bool:
    """Whether a post is held for a time on that day."""
    held = (row["effective"] or date.min) <= on <= (row["until"] or date.max)
    return held and row["appointment"] is not Appointment.OWN
