"""Statements that judge everybody in service on a day by SIASN's checks, in one pass over the histories in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache, reduce
from operator import add
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    Text,
    bindparam,
    case,
    column,
    func,
    insert,
    literal,
    select,
    values,
)

from db.database import Reader
from db.queries import employee_current as derived
from db.queries import employment
from db.queries.agency_roots import places
from db.queries.data_quality_checks import Beside, Limits, conditions, post_rules
from db.queries.employees import in_force
from db.tables.employees import (
    education_history,
    employee_current,
    employees,
    grade_history,
    post_history,
    standing_history,
)
from db.tables.organisation import agencies
from db.tables.reference import education_levels, grades

SLOTS = 32
"""Keys of findings go up by so many from person to person: a place for each check."""

Rules = Sequence[Mapping[str, Any]]
"""Rows of `post_rules`."""


def kinds_of_employment(reader: Reader, key: int | None = None) -> list[str]:
    """Every wording of the kind of employment, or one person's."""
    told = select(employees.c.employment_type).where(employees.c.employment_type.isnot(None)).distinct()
    if key is not None:
        told = told.where(employees.c.id == key)
    return list(reader.connection.execute(told).scalars())


def posts_held(reader: Reader, key: int) -> set[int]:
    """Keys of the posts that a person ever held."""
    held = select(post_history.c.position_id).where(post_history.c.employee_id == key)
    return set(reader.connection.execute(held.where(post_history.c.position_id.isnot(None))).scalars())


@contextmanager
def judged(reader: Reader, on: date, rules: Rules, limits: Limits) -> Iterator[Select[Any]]:
    """A statement for the findings of a day, to be carried out within the block.

    Its columns are `employee_id`, `agency_id`, `number` (place of the check), `check_code` and `is_open`; number 0
    with the code "" is each person's own row.
    """
    with _ruled(reader, rules):
        yield _findings(*_looked_at(on, limits, current=derived.holds(reader, on)))


def of_person(reader: Reader, on: date, rules: Rules, limits: Limits, key: int) -> dict[str, bool]:
    """The checks that found something of one person, and whether it is open; `rules` are those of all posts held."""
    looked, codes = _looked_at(on, limits, one=True)
    with _ruled(reader, rules):
        row = reader.connection.execute(select(looked.c.found, looked.c.open), {"person": key}).one_or_none()
    bits = (0, 0) if row is None else (row.found, row.open)
    return {
        code: bool(bits[1] >> place & 1)
        for place, code in enumerate(codes, start=1)
        if (bits[0] | bits[1]) >> place & 1
    }


@contextmanager
def _ruled(reader: Reader, rules: Rules) -> Iterator[None]:
    """The rules of the posts stand beside the store for as long as the block lasts; a failure takes them away too."""
    post_rules.create(reader.connection)
    if rules:
        reader.connection.execute(insert(post_rules), list(rules))
    yield
    post_rules.drop(reader.connection)


def _findings(looked: CTE, codes: Sequence[str]) -> Select[Any]:
    """A row for each bit of each person."""
    numbered = values(column("number", Integer), column("bit", Integer), column("check_code", Text), name="checks")
    checks = numbered.data([(place, 1 << place, code) for place, code in enumerate(("", *codes))]).cte("checks")
    either = looked.c.found.bitwise_or(looked.c.open)
    return (
        select(
            looked.c.employee_id,
            looked.c.agency_id,
            checks.c.number,
            checks.c.check_code,
            (looked.c.open.bitwise_and(checks.c.bit) != 0).label("is_open"),
        )
        .select_from(looked)
        .join(checks, either.bitwise_and(checks.c.bit) != 0)
    )


@lru_cache(maxsize=16)
def _looked_at(on: date, limits: Limits, *, current: bool = False, one: bool = False) -> tuple[CTE, tuple[str, ...]]:
    """Each person once, with all that was found and all that is open as bits; and the codes of bits 1 and up.

    Of `one` person, the parameter of that name.
    """
    people = _people(on, current=current, one=one)
    beside = Beside(people, _last_leave(on), _closed(on), _held_twice(people), agencies.alias("place"))
    found = conditions(beside, limits, on)
    wrong = (_bit(place, it.concerns & it.known & it.wrong) for place, it in enumerate(found, start=1))
    unknown = (_bit(place, it.concerns & ~func.coalesce(it.known, False)) for place, it in enumerate(found, start=1))
    statement = select(
        people.c.id.label("employee_id"),
        post_history.c.agency_id,
        reduce(add, wrong, literal(1)).label("found"),
        reduce(add, unknown).label("open"),
    ).select_from(_source(beside))
    if one:
        statement = statement.where(people.c.id == _PERSON)
    # Without the word the conditions would be judged anew for each of the checks.
    return statement.cte("looked").prefix_with("MATERIALIZED"), tuple(it.code for it in found)


def _bit(place: int, holds: ColumnElement[bool]) -> ColumnElement[int]:
    return case((holds, 1 << place), else_=0)


def _source(beside: Beside) -> FromClause:
    people, post = beside.people, post_history.c
    source = people.join(employees, employees.c.id == people.c.id)
    for table, on in (
        (grade_history, grade_history.c.id == people.c.grade_id),
        (grades, (grades.c.code == grade_history.c.grade_code) & (grades.c.kind == "PNS")),
        (post_history, post.id == people.c.post_id),
        (post_rules, post_rules.c.position_id == post.position_id),
        (education_history, education_history.c.id == people.c.education_id),
        (education_levels, education_levels.c.code == education_history.c.level_code),
        (standing_history, standing_history.c.id == people.c.standing_id),
        (beside.leave, beside.leave.c.employee_id == people.c.id),
        (beside.place, beside.place.c.id == post.agency_id),
        (beside.closed, beside.closed.c.id == post.agency_id),
        (beside.twice, (beside.twice.c.position_id == post.position_id) & (beside.twice.c.agency_id == post.agency_id)),
    ):
        source = source.outerjoin(table, on)
    return source


_HISTORIES = {
    "grade_id": grade_history,
    "post_id": post_history,
    "education_id": education_history,
    "standing_id": standing_history,
}


_PERSON: ColumnElement[int] = bindparam("person", type_=Integer)


def _people(on: date, *, current: bool, one: bool) -> CTE:
    """Everybody in service with the rows of the histories in force: id, kind and a key for each history.

    Of one person, also those who ever held the same structural post there: one of them may hold it too.
    """
    if current:
        now = employee_current.c
        chosen = select(now.employee_id.label("id"), now.kind, *(now[name] for name in _HISTORIES))
        chosen = chosen.join(employees, employees.c.id == now.employee_id)
        return chosen.where(employment.stays(now.standing_code), employment.appointed() <= on.isoformat()).cte("people")
    keys = (in_force(history, on).label(name) for name, history in _HISTORIES.items())
    chosen = select(employees.c.id, employment.kind_on(on).label("kind"), *keys).where(*employment.there(on))
    if one:
        chosen = chosen.where((employees.c.id == _PERSON) | employees.c.id.in_(_fellows()))
    return chosen.cte("people")


def _fellows() -> Select[tuple[int]]:
    own, other = post_history.alias("own"), post_history.alias("other")
    led = own.join(post_rules, (post_rules.c.position_id == own.c.position_id) & (post_rules.c.structural == 1))
    same = (other.c.position_id == own.c.position_id) & (other.c.agency_id == own.c.agency_id)
    return select(other.c.employee_id).select_from(led.join(other, same)).where(own.c.employee_id == _PERSON)


def _last_leave(on: date) -> FromClause:
    """People whose last standing that began is CLTN, ended or not: employee_id and until."""
    said, later = standing_history.alias("said"), standing_history.alias("later")
    newer = select(later.c.id).where(
        later.c.employee_id == said.c.employee_id,
        later.c.effective_date > said.c.effective_date,
        later.c.effective_date <= on,
    )
    last = select(said.c.employee_id, said.c.until).where(
        said.c.code == "unpaid_leave", said.c.effective_date <= on, ~newer.exists()
    )
    return last.subquery("leave")


def _closed(on: date) -> CTE:
    """Keys of the agencies and units that are no more on a day, or stand below one that is no more."""
    place = places(on)
    found = select(place.c.id).where(place.c.closed_on <= on).cte("closed", recursive=True)
    return found.union(select(place.c.id).join(found, found.c.id == place.c.parent_id))


def _held_twice(people: CTE) -> FromClause:
    """Structural posts that more than one person in service holds in the same unit: position_id and agency_id."""
    held = post_history.alias("held")
    rules = post_rules.alias("rules")
    source = people.join(held, held.c.id == people.c.post_id).join(rules, rules.c.position_id == held.c.position_id)
    return (
        select(held.c.position_id, held.c.agency_id)
        .select_from(source)
        .where(rules.c.structural == 1, held.c.agency_id.isnot(None))
        .group_by(held.c.position_id, held.c.agency_id)
        .having(func.count() > 1)
        .subquery("twice")
    )
