"""The conditions of SIASN's 27 checks on what holds for a person on a day, as parts of a statement (RULES.md 1.8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Integer,
    MetaData,
    Table,
    Text,
    and_,
    case,
    cast,
    func,
    or_,
    select,
    true,
)

from db.queries import employment
from db.tables.employees import employees, post_history, standing_history
from db.tables.records import performance_ratings
from db.tables.reference import education_levels, grades

Condition = ColumnElement[bool]

post_rules = Table(
    "post_rules",
    MetaData(),
    Column("position_id", Integer, primary_key=True),
    *(
        Column(name, Integer, nullable=False)
        for name in ("known", "structural", "functional", "graded", "candidate", "named_functional", "many")
    ),
    *(Column(name, Integer) for name in ("retirement_age", "lowest_grade", "lowest_education")),
    prefixes=["TEMPORARY"],
)
"""What each post means for the checks of a day; yes and no are 1 and 0, grades and educations places in their order."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The figures that the checks take from the regulations of a day.

    `rating_years` back a rating is looked for; a candidate waits `candidate_years` for the functional post and
    `cpns_years` for the appointment; a structural post asks `structural_years` of service. PPPK are appointed from
    `first_pppk_year` on, `lowest_retirement_age` is the lowest of all groups, `diploma` the place of the lowest diploma
    in the order of education. `misplaced` are the kinds of employment (as they are written) that contradict a post in
    this region, `placed` those that do not; others cannot be judged.
    """

    rating_years: int
    candidate_years: int
    cpns_years: int
    structural_years: int
    first_pppk_year: int
    lowest_retirement_age: int
    diploma: int
    placed: tuple[str, ...] = ()
    misplaced: tuple[str, ...] = ()


class Found(NamedTuple):
    """A check of a person: whom it `concerns`, of whom it can be judged (`known`), and what is `wrong`.

    A NULL counts as no.
    """

    code: str
    concerns: Condition
    known: Condition
    wrong: Condition


class Beside(NamedTuple):
    """What stands beside a person in the statement: sources that belong to this day alone."""

    people: FromClause
    leave: FromClause
    closed: FromClause
    twice: FromClause
    place: FromClause


_CIVIL = ("PNS", "CPNS")
_CIVIL_ALONE = ("unpaid_leave", "pre_retirement", "study")
"""Standings that PPPK do not have: CLTN, MPP and tugas belajar are of PNS (PP 11/2017; SE MenPANRB 28/2021)."""
_DAYS_OF_MONTH = (("02", 29), ("04", 30), ("06", 30), ("09", 30), ("11", 30))
_WHITE = " \t\n\r"


def conditions(beside: Beside, limits: Limits, on: date) -> Sequence[Found]:
    """All 27 checks in the order of their codes."""
    return (
        *_completeness(beside, limits, on),
        *_timeliness(beside, limits, on),
        *_accuracy(beside, limits, on),
        *_consistency(beside),
    )


def _completeness(beside: Beside, limits: Limits, on: date) -> Sequence[Found]:
    everybody, kind, known = true(), beside.people.c.kind, _post_known()
    no_post = post_history.c.position_id.is_(None)
    titles = func.coalesce(employees.c.front_title, "") + func.coalesce(employees.c.back_title, "")
    level = education_levels.c.ordering
    return (
        Found("COM_1", employment.appointed() < f"{on.year}-01-01", true(), ~_rated(limits, on)),
        Found("COM_2", everybody, no_post | known, no_post | (_is("functional") & ~_is("graded"))),
        Found("COM_3", everybody, true(), level.is_(None)),
        Found("COM_4", kind == "PNS", true(), employees.c.pns_date.is_(None)),
        Found("COM_5", titles == "", level.isnot(None), level >= limits.diploma),
        Found("COM_6", everybody, true(), ~is_mail(func.coalesce(employees.c.email, ""))),
        Found("COM_7", everybody, true(), func.coalesce(employees.c.phone, "") == ""),
    )


def _timeliness(beside: Beside, limits: Limits, on: date) -> Sequence[Found]:
    kind, placed = beside.people.c.kind, post_history.c.agency_id.isnot(None)
    until, position = beside.leave.c.until, post_history.c.position_id.isnot(None)
    age = post_rules.c.retirement_age
    started = employment.appointed()
    twice = beside.twice.c.position_id.isnot(None)
    # Of which unit a Kepala Bidang is, nobody can tell where only the agency is known.
    unclear = twice & _is("many") & (func.coalesce(beside.place.c.kind, "") == "agency")
    retires = _retires(func.coalesce(age, limits.lowest_retirement_age))
    return (
        Found("TIM_1", true(), placed, beside.closed.c.id.isnot(None)),
        Found(
            "TIM_2", kind.in_(_CIVIL) & (started < years_before(on, limits.candidate_years)), position, _is("candidate")
        ),
        Found("TIM_3", kind == "CPNS", true(), started < years_before(on, limits.cpns_years)),
        Found("TIM_4", _maybe("structural"), _post_known() & placed & ~unclear, twice),
        Found("TIM_5", retires <= _month(on), age.isnot(None), true()),
        Found("TIM_6", beside.leave.c.employee_id.isnot(None), until.isnot(None), until < on),
    )


def _accuracy(beside: Beside, limits: Limits, on: date) -> Sequence[Found]:
    kind, level = beside.people.c.kind, education_levels.c.ordering
    civil, pppk = kind.in_(_CIVIL), kind == "PPPK"
    cpns, pns = employees.c.cpns_date, employees.c.pns_date
    words, said = employees.c.employment_type, standing_history.c
    asked = post_rules.c.lowest_education
    learned = _post_known() & level.isnot(None) & asked.isnot(None)
    recent = employment.appointed() > years_before(on, limits.structural_years)
    year = cast(_digits(9, 4), Integer)
    no_pppk = said.code.in_(_CIVIL_ALONE) | func.lower(said.standing).like("%pns%")
    lowest = post_rules.c.lowest_grade
    ranked = _post_known() & grades.c.ordering.isnot(None) & lowest.isnot(None)
    judged = words.in_(limits.placed + limits.misplaced) & post_history.c.agency_id.isnot(None)
    return (
        Found("ACC_1", (kind == "PNS") | (civil & pns.isnot(None)), cpns.isnot(None) & pns.isnot(None), cpns > pns),
        Found("ACC_2", civil, judged, words.in_(limits.misplaced)),
        Found("ACC_3", civil & recent, _post_known(), _is("structural")),
        Found("ACC_4", pppk, said.standing.isnot(None), no_pppk),
        Found("ACC_5", true(), true(), ~is_nik(func.coalesce(employees.c.nik, ""))),
        Found("ACC_6", _maybe("structural"), learned, level < asked),
        Found("ACC_7", pppk, true(), (year < limits.first_pppk_year) | (year > on.year)),
        Found("ACC_8", _maybe("functional") & ~_is("structural"), learned, level < asked),
        Found("ACC_9", true(), _post_known(), _is("named_functional")),
        Found("ACC_10", civil & _maybe("structural"), ranked, grades.c.ordering < lowest),
    )


def _consistency(beside: Beside) -> Sequence[Found]:
    kind, born, cpns, sex = beside.people.c.kind, employees.c.birth_date, employees.c.cpns_date, employees.c.sex
    civil, pppk = kind.in_(_CIVIL), kind == "PPPK"
    said = case((_digits(15, 1) == "1", "M"), (_digits(15, 1) == "2", "F"), else_="")
    return (
        Found("CON_1", civil, cpns.isnot(None), _bare(cpns, 6) != _digits(9, 6)),
        Found("CON_2", true(), born.isnot(None), _bare(born, 8) != _digits(1, 8)),
        Found("CON_3", true(), sex.isnot(None), sex != said),
        Found("CON_4", pppk, cpns.isnot(None), _bare(cpns, 4) != _digits(9, 4)),
    )


def _rated(limits: Limits, on: date) -> Condition:
    """A performance rating of this year or one of those just before it."""
    own = performance_ratings.c
    years = own.year.between(on.year - limits.rating_years, on.year)
    return select(own.id).where(own.employee_id == employees.c.id, years).correlate(employees).exists()


def _is(name: str) -> Condition:
    return func.coalesce(post_rules.c[name], 0) == 1


def _post_known() -> Condition:
    """The kind of the own post is known."""
    return _is("known")


def _maybe(name: str) -> Condition:
    """The own post is of that kind, or nobody knows of which it is."""
    return _is(name) | ~_post_known()


def _digits(start: int, length: int) -> ColumnElement[str]:
    return func.substr(employees.c.nip, start, length)


def _bare(day: ColumnElement[Any], length: int) -> ColumnElement[str]:
    """The first digits of a day as YYYYMMDD."""
    return func.substr(func.replace(cast(day, Text), "-", ""), 1, length)


def _month(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month


def _retires(age: ColumnElement[Any]) -> ColumnElement[int]:
    """The month with whose first day the pension begins: the one after the birthday of that age (RULES.md 1.6).

    Where nobody told the birth date the NIP does.
    """
    born = func.coalesce(_bare(employees.c.birth_date, 8), _digits(1, 8))
    year, month = (cast(func.substr(born, start, length), Integer) for start, length in ((1, 4), (5, 2)))
    return (year + age) * 12 + month + 1


def years_before(on: date, years: int) -> str:
    """The same day so many years before, as ISO text; 28 February where there is none."""
    earlier = on if (on.month, on.day) != (2, 29) else on - timedelta(days=1)
    return earlier.replace(year=on.year - years).isoformat()


def is_mail(text: ColumnElement[Any]) -> Condition:
    """Whether a text has the form of a mail address: name@host.tld, without spaces (as `employee_records` asks)."""
    no_gap = and_(*(~text.contains(white) for white in _WHITE))
    whole = text.like("_%@_%._%") & ~text.like("%@%@%")
    return no_gap & whole & ~text.like("%@.%") & ~text.like("%@%..%") & ~text.like("%.")


def is_nik(text: ColumnElement[Any]) -> Condition:
    """Whether a text can be a NIK: digits, region, birth date and serial (as `domain.nik` asks; RULES.md 1.2)."""
    said = cast(func.substr(text, 7, 2), Integer)
    day, month = case((said > 40, said - 40), else_=said), func.substr(text, 9, 2)
    last = case(dict(_DAYS_OF_MONTH), value=month, else_=31)
    leaps = cast(func.substr(text, 11, 2), Integer) % 4 == 0
    digits = func.ltrim(text, "0123456789") == ""
    region = and_(func.substr(text, 1, 2) >= "11", func.substr(text, 3, 2) != "00", func.substr(text, 5, 2) != "00")
    dated = month.between("01", "12") & day.between(1, last) & or_(month != "02", day != 29, leaps)
    return and_(func.length(text) == 16, digits, region, dated, func.substr(text, 13, 4) != "0000")
