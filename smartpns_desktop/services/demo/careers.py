"""How a civil servant gets on: from the day of appointment through grades, step by step, as the rules allow it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from smartpns_desktop.domain.grades import PNS_GRADES, PPPK_GRADES, code_of
from smartpns_desktop.services.demo.programmes import (
    APPLIED,
    BACHELOR,
    DIPLOMA,
    DOCTOR,
    MASTER,
    PROFESSION,
    PROGRAMMES,
    SCHOOL_LEVELS,
)

CODES = ("", *(code_of(grade, pppk=False) or "" for grade in PNS_GRADES))
"""BKN's codes of the grades of PNS by their place, 1 to 17."""

_SCHOOL_LEAVER = dict.fromkeys(SCHOOL_LEVELS, 5)
START = {**_SCHOOL_LEAVER, DIPLOMA: 7, APPLIED: 9, BACHELOR: 9, PROFESSION: 10, MASTER: 10}
"""Place of the first grade by level of education: II/a, II/c, III/a, III/b (PP 99/2000; RULES.md 1.7)."""

HIGHEST = {
    **dict.fromkeys(SCHOOL_LEVELS, 10),
    DIPLOMA: 11,
    APPLIED: 12,
    BACHELOR: 12,
    PROFESSION: 12,
    MASTER: 13,
    DOCTOR: 14,
}
"""Place of the last grade that education alone allows; a manager's or an expert's post leads beyond it."""

_PPPK = {**dict.fromkeys(SCHOOL_LEVELS, "V"), DIPLOMA: "VII", PROFESSION: "X", MASTER: "X"}
_DAYS_OF_PROMOTION = (4, 10)
_YEARS_PER_GRADE = 4
_DELAYED = 0.2


@dataclass(frozen=True, slots=True)
class GradeStep:
    """A grade held from a day on, with the years and months served until then."""

    day: date
    order: int
    years: int
    months: int


def pppk_grade(programme: str) -> str:
    """BKN's code of a PPPK's one grade: V, VII, IX or X by education (RULES.md 1.4)."""
    grade = _PPPK.get(PROGRAMMES[programme].level, "IX")
    assert grade in PPPK_GRADES
    return code_of(grade, pppk=True) or ""


def month_later(day: date, months: int) -> date:
    """The first day of the month so many months after a day's (before it, where negative)."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def climb(random: Random, start: date, first: int, last: int, until: date, hurry: int) -> list[GradeStep]:
    """Grades from the first to at most the last, each four years after the one before, on 1 April or 1 October.

    Up to the place `hurry` no promotion is late; beyond it some are.
    """
    steps = [GradeStep(start, first, 0, 0)]
    while steps[-1].order < last:
        day = _day_of_promotion(month_later(steps[-1].day, 12 * _YEARS_PER_GRADE))
        if steps[-1].order >= hurry and random.random() < _DELAYED:
            day = month_later(day, random.choice((6, 12, 24)))
        if day > until:
            break
        served = (day.year - start.year) * 12 + day.month - start.month
        steps.append(GradeStep(day, steps[-1].order + 1, *divmod(served, 12)))
    return steps


def _day_of_promotion(day: date) -> date:
    for month in _DAYS_OF_PROMOTION:
        if day <= date(day.year, month, 1):
            return date(day.year, month, 1)
    return date(day.year + 1, _DAYS_OF_PROMOTION[0], 1)


def months_needed(first: int, last: int) -> int:
    """Months of service after which someone who is never late holds the last grade for certain."""
    return (last - first) * 12 * _YEARS_PER_GRADE + 6


def day_in(random: Random, first: date, last: date) -> date:
    """Some day of a span, its ends included."""
    return first + timedelta(days=random.randrange((last - first).days + 1))
