"""What a person has studied, when and where: school, entry to the service, and degrees taken beside the work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from smartpns_desktop.services.demo.careers import day_in
from smartpns_desktop.services.demo.programmes import (
    BACHELOR,
    BEFORE,
    DIPLOMA,
    DOCTOR,
    MASTER,
    PROFESSION,
    PROGRAMMES,
    SCHOOL_LEVELS,
    masters_after,
)

_AGE_AT_END = {**dict.fromkeys(SCHOOL_LEVELS, 18), DIPLOMA: 21, PROFESSION: 25}
_AGE_AT_START = {**dict.fromkeys(SCHOOL_LEVELS, 19), DIPLOMA: 22, PROFESSION: 26}
_YEAR_ALONE = 0.15
"""Share of older degrees of which only the year is known, kept as the first of January."""

_BACHELORS_BESIDE_WORK = ("s1_government", "s1_admin", "s1_management", "s1_law")
_UNIVERSITIES = (
    "Universitas Nusa Jaya", "Universitas Bahari Timur", "Universitas Lintas Kepulauan", "Institut Teknologi Nusa Jaya",
    "Universitas Bumi Cendana", "Universitas Teluk Biru",
)  # fmt: skip
_COLLEGES = ("Politeknik Nusa Jaya", "Politeknik Kesehatan Nusa Jaya", "Akademi Bahari Timur")


@dataclass(frozen=True, slots=True)
class Study:
    """A degree: the programme's short name, the day from which it holds, the year, the school."""

    programme: str
    day: date
    school: str


def youngest_start(programme: str) -> int:
    """Age in years from which someone with this degree can be appointed."""
    return _AGE_AT_START.get(PROGRAMMES[programme].level, 24)


def until_entry(random: Random, birth: date, programme: str) -> list[Study]:
    """School and the degree with which someone entered the service."""
    studies = []
    if PROGRAMMES[programme].level not in SCHOOL_LEVELS:
        studies.append(_finished(random, random.choice(("sma", "sma_ips")), birth.year + 18))
    if programme in BEFORE:
        studies.append(_finished(random, BEFORE[programme], birth.year + 22))
    age = _AGE_AT_END.get(PROGRAMMES[programme].level, 22 + random.randrange(2))
    studies.append(_finished(random, programme, birth.year + age))
    return studies


def beside_work(random: Random, studies: list[Study], start: date, until: date) -> Study | None:
    """The next degree, taken in the fifth to twelfth year of service; `None` where it is too early for it."""
    year = start.year + random.randrange(5, 13)
    programme = _next_degree(random, studies[-1].programme)
    return _finished(random, programme, year) if year < until.year else None


def _next_degree(random: Random, programme: str) -> str:
    level = PROGRAMMES[programme].level
    if level in SCHOOL_LEVELS or level == DIPLOMA:
        return random.choice(_BACHELORS_BESIDE_WORK)
    return random.choice(masters_after(programme))


def doctorate(random: Random, studies: list[Study], until: date) -> Study | None:
    """A doctor's degree some years after the master's."""
    last = studies[-1]
    year = last.day.year + random.randrange(4, 9)
    if PROGRAMMES[last.programme].level != MASTER or year >= until.year:
        return None
    teaching = PROGRAMMES[last.programme].field == PROGRAMMES["s3_teaching"].field
    return _finished(random, "s3_teaching" if teaching else "s3_admin", year)


def _finished(random: Random, programme: str, year: int) -> Study:
    first, last = (5, 6) if PROGRAMMES[programme].level in SCHOOL_LEVELS else (7, 11)
    day = day_in(random, date(year, first, 2), date(year, last, 28))
    if random.random() < _YEAR_ALONE:
        day = date(year, 1, 1)
    return Study(programme, day, _school(random, programme))


def _school(random: Random, programme: str) -> str:
    level = PROGRAMMES[programme].level
    if level in SCHOOL_LEVELS:
        kind = "SMK" if level == "17" else "SMA"
        return f"{kind} Negeri {random.randrange(1, 9)} Nusa Jaya"
    return random.choice(_UNIVERSITIES if level in (BACHELOR, PROFESSION, MASTER, DOCTOR) else _COLLEGES)
