"""What can happen when in a civil servant's life: events that cannot be, and events that hardly can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.standings import Standing


class Event(StrEnum):
    """What a dated row of a person tells of."""

    GRADE = "grade"
    POST = "post"
    EDUCATION = "education"
    STANDING = "standing"
    RATING = "rating"
    DISCIPLINE = "discipline"
    CERTIFICATE = "certificate"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class Life:
    """The frame of a life: birth, TMT CPNS, first day in any service here, and the standing that ended it (`None`:
    not known, or not yet)."""

    born: date | None = None
    candidate: date | None = None
    entered: date | None = None
    ended: date | None = None
    ending: Standing | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its days: `day` from which it holds, `until` its last, `decree_date` of what decreed it.

    `in_contract` says that it belongs to service under a contract (a grade of PPPK), which may precede TMT CPNS,
    `ends_service` that nobody counts the person from that day on.
    """

    event: Event
    day: date | None
    until: date | None = None
    decree_date: date | None = None
    in_contract: bool = False
    ends_service: bool = False


YOUNGEST, TOO_YOUNG = 5, 10
"""Years of age below which nobody can have left a school, and below which hardly anybody has."""

_IN_SERVICE = frozenset({Event.POST, Event.RATING, Event.DISCIPLINE, Event.CONTRACT})
"""What only people in service get; a grade can follow the end (kenaikan pangkat anumerta, pengabdian: PP 99/2000)."""

_AHEAD = {Event.GRADE: 366, Event.POST: 366, Event.STANDING: 6 * 366, Event.CONTRACT: 366}
"""Days ahead of today that a decree is signed; schools and certificates are told of when they are there."""


def faults(life: Life, it: Happening, today: date) -> Iterator[Problem]:
    """What is wrong with an event: `column` is `effective`, `until` or `decree_date`.

    Rejecting: before birth, a grade of PNS before TMT CPNS, an end of the service before it began, a school left below
    the age of five, an end before the start, service after the service ended. Told only: a decree dated after the day
    from which it holds, days far ahead, a school left below ten, a grade or standing after the end.
    """
    if it.until is not None and it.day is not None and it.until < it.day:
        yield Problem("event.ends_before_start", column="until", value=it.until.isoformat())
    if it.day is None:
        return
    yield from _before(life, it, it.day)
    yield from _after(life, it, it.day)
    if it.day > today and (it.day - today).days > _AHEAD.get(it.event, 0):
        yield Problem("event.in_future", column="effective", value=it.day.isoformat())
    if it.decree_date is not None and it.decree_date > it.day:
        facts = {"expected": it.day.isoformat()}
        yield Problem("decree.after_effective", column="decree_date", value=it.decree_date.isoformat(), facts=facts)


def rating_faults(life: Life, year: int, today: date) -> Iterator[Problem]:
    """What is wrong with the year of a yearly rating, `column` being `year`: before the service began, after it ended,
    not yet begun."""
    entered, ended = life.entered or life.candidate, life.ended
    if entered is not None and year < entered.year:
        yield Problem("rating.before_entry", column="year", value=str(year), facts={"expected": str(entered.year)})
    elif ended is not None and year > ended.year:
        yield _ended(life, "event.after_end", "year", str(year))
    elif year > today.year:
        yield Problem("value.out_of_range", column="year", value=str(year), facts={"expected": f"≤ {today.year}"})


def _before(life: Life, it: Happening, day: date) -> Iterator[Problem]:
    born = life.born
    if born is not None and day <= born:
        facts = {"expected": born.isoformat()}
        yield Problem("event.before_birth", column="effective", value=day.isoformat(), facts=facts)
    elif it.event is Event.EDUCATION and born is not None:
        age = day.year - born.year
        if age < TOO_YOUNG:
            code, limit = ("education.as_infant", YOUNGEST) if age < YOUNGEST else ("education.too_young", TOO_YOUNG)
            yield Problem(code, column="effective", value=day.isoformat(), facts={"expected": str(limit)})
    elif it.event is Event.GRADE and not it.in_contract and life.candidate is not None and day < life.candidate:
        facts = {"expected": life.candidate.isoformat()}
        yield Problem("event.before_cpns", column="effective", value=day.isoformat(), facts=facts)
    elif it.ends_service and (entered := life.entered or life.candidate) is not None and day < entered:
        facts = {"expected": entered.isoformat()}
        yield Problem("event.before_entry", column="effective", value=day.isoformat(), facts=facts)


def _after(life: Life, it: Happening, day: date) -> Iterator[Problem]:
    if life.ended is None or day <= life.ended:
        return
    if it.event in _IN_SERVICE or (it.event is Event.STANDING and life.ending is Standing.DIED):
        yield _ended(life, "event.after_end", "effective", day.isoformat())
    elif life.ending is Standing.DIED or it.event in (Event.GRADE, Event.STANDING):
        yield _ended(life, "event.late", "effective", day.isoformat())


def _ended(life: Life, code: str, column: str, value: str) -> Problem:
    assert life.ended is not None
    facts = {"stored": life.ending.value if life.ending else "", "expected": life.ended.isoformat()}
    return Problem(code, column=column, value=value, facts=facts)
