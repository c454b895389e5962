"""What can happen when in a life: hand-computed cases, and what holds for every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.life_course import Event, Happening, Life, faults, rating_faults
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.domain.standings import Standing

TODAY = date(2026, 11, 22)
BORN, CPNS = date(1985, 3, 12), date(2010, 12, 1)
LIFE = Life(born=BORN, candidate=CPNS, entered=CPNS)
RETIRED = Life(born=BORN, candidate=CPNS, entered=CPNS, ended=date(2024, 5, 1), ending=Standing.RETIRED)
DIED = Life(born=BORN, candidate=CPNS, entered=CPNS, ended=date(2024, 5, 1), ending=Standing.DIED)
DAYS = st.dates(date(1950, 1, 1), date(2040, 1, 1))


def codes(life: Life, happening: Happening) -> list[str]:
    return [it.code for it in faults(life, happening, TODAY)]


@pytest.mark.parametrize(
    ("life", "happening", "expected"),
    [
        # Impossible.
        (LIFE, Happening(Event.STANDING, BORN), ["event.before_birth"]),
        (LIFE, Happening(Event.STANDING, date(1985, 3, 13)), []),
        (LIFE, Happening(Event.GRADE, date(2010, 11, 30)), ["event.before_cpns"]),
        (LIFE, Happening(Event.GRADE, CPNS), []),
        (LIFE, Happening(Event.GRADE, date(2008, 1, 1), in_contract=True), []),
        (LIFE, Happening(Event.POST, date(2008, 1, 1)), []),
        (LIFE, Happening(Event.STANDING, date(2010, 11, 30), ends_service=True), ["event.before_entry"]),
        (LIFE, Happening(Event.STANDING, CPNS, ends_service=True), []),
        (LIFE, Happening(Event.STANDING, date(2010, 11, 30)), []),
        (Life(born=BORN), Happening(Event.STANDING, date(2010, 11, 30), ends_service=True), []),
        (LIFE, Happening(Event.EDUCATION, date(1989, 7, 1)), ["education.as_infant"]),
        (LIFE, Happening(Event.EDUCATION, date(1990, 7, 1)), ["education.too_young"]),
        (LIFE, Happening(Event.EDUCATION, date(1994, 7, 1)), ["education.too_young"]),
        (LIFE, Happening(Event.EDUCATION, date(1995, 7, 1)), []),
        (LIFE, Happening(Event.POST, date(2020, 1, 1), until=date(2019, 12, 31)), ["event.ends_before_start"]),
        (LIFE, Happening(Event.POST, date(2020, 1, 1), until=date(2020, 1, 1)), []),
        # After the end.
        (RETIRED, Happening(Event.POST, date(2024, 5, 2)), ["event.after_end"]),
        (RETIRED, Happening(Event.POST, date(2024, 5, 1)), []),
        (RETIRED, Happening(Event.DISCIPLINE, date(2025, 1, 1)), ["event.after_end"]),
        (RETIRED, Happening(Event.CONTRACT, date(2025, 1, 1)), ["event.after_end"]),
        (RETIRED, Happening(Event.GRADE, date(2024, 6, 1)), ["event.late"]),
        (RETIRED, Happening(Event.STANDING, date(2025, 1, 1)), ["event.late"]),
        (RETIRED, Happening(Event.EDUCATION, date(2025, 1, 1)), []),
        (DIED, Happening(Event.STANDING, date(2025, 1, 1)), ["event.after_end"]),
        (DIED, Happening(Event.EDUCATION, date(2025, 1, 1)), ["event.late"]),
        (DIED, Happening(Event.GRADE, date(2024, 6, 1)), ["event.late"]),
        # Odd.
        (LIFE, Happening(Event.GRADE, date(2020, 4, 1), decree_date=date(2020, 4, 2)), ["decree.after_effective"]),
        (LIFE, Happening(Event.GRADE, date(2020, 4, 1), decree_date=date(2020, 4, 1)), []),
        (LIFE, Happening(Event.GRADE, TODAY + timedelta(days=366)), []),
        (LIFE, Happening(Event.GRADE, TODAY + timedelta(days=367)), ["event.in_future"]),
        (LIFE, Happening(Event.EDUCATION, TODAY + timedelta(days=1)), ["event.in_future"]),
        (LIFE, Happening(Event.STANDING, date(2031, 1, 1)), []),
        # Nothing is known, nothing is said.
        (Life(), Happening(Event.GRADE, date(1900, 1, 1)), []),
        (LIFE, Happening(Event.GRADE, None), []),
    ],
)
def test_days_against_a_life(life: Life, happening: Happening, expected: list[str]) -> None:
    assert codes(life, happening) == expected


@pytest.mark.parametrize(
    ("life", "year", "expected"),
    [
        (LIFE, 2009, ["rating.before_entry"]),
        (LIFE, 2010, []),
        (LIFE, 2026, []),
        (LIFE, 2027, ["value.out_of_range"]),
        (RETIRED, 2024, []),
        (RETIRED, 2025, ["event.after_end"]),
        (Life(candidate=CPNS, entered=date(2007, 1, 1)), 2008, []),
        (Life(), 1990, []),
    ],
)
def test_years_against_a_life(life: Life, year: int, expected: list[str]) -> None:
    assert [it.code for it in rating_faults(life, year, TODAY)] == expected


def test_the_end_is_named_with_its_day() -> None:
    (found,) = faults(RETIRED, Happening(Event.POST, date(2025, 1, 1)), TODAY)
    assert (found.column, found.facts) == ("effective", {"stored": "retired", "expected": "2024-05-01"})


@given(st.sampled_from(Event), DAYS, DAYS, DAYS)
def test_what_is_impossible_stays_so_with_more_known(event: Event, day: date, until: date, decree: date) -> None:
    bare = {it.code for it in faults(LIFE, Happening(event, day), TODAY) if it.severity is Severity.REJECT}
    told = {it.code for it in faults(LIFE, Happening(event, day, until, decree), TODAY)}
    assert bare <= told
    assert ("event.ends_before_start" in told) == (until < day)
    assert ("decree.after_effective" in told) == (decree > day)
