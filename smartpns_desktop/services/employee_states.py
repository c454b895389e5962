"""The dated histories of an employee as records: grade, post, education and legal standing, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from db import Reader
from db.queries import employee_histories as queries
from smartpns_desktop.domain.histories import DatedRow, in_force


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
    """A post and the agency or unit where it is held."""

    position_id: int | None
    post: str | None
    agency_id: int | None
    agency: str | None
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
    """A legal standing (kedudukan hukum): active, on leave, retired."""

    standing: str
    decree_number: str | None
    decree_date: date | None


_T = TypeVar("_T", bound=State)


def grades_of(reader: Reader, key: int, on: date) -> tuple[GradeState, ...]:
    """Grades of an employee, newest first."""
    return _states(queries.grades_of(reader, key), GradeState, on)


def posts_of(reader: Reader, key: int, on: date) -> tuple[PostState, ...]:
    """Posts of an employee, newest first."""
    return _states(queries.posts_of(reader, key), PostState, on)


def educations_of(reader: Reader, key: int, on: date) -> tuple[EducationState, ...]:
    """Educations of an employee, newest first."""
    return _states(queries.educations_of(reader, key), EducationState, on)


def standings_of(reader: Reader, key: int, on: date) -> tuple[StandingState, ...]:
    """Legal standings of an employee, newest first."""
    return _states(queries.standings_of(reader, key), StandingState, on)


def _states(rows: Sequence[Any], make: Callable[..., _T], on: date) -> tuple[_T, ...]:
    current = in_force([DatedRow(row.key, row.effective, ()) for row in rows], on)
    return tuple(make(**row._mapping, in_force=current is not None and row.key == current.key) for row in rows)
