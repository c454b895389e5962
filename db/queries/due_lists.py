"""What falls due to people: retirement, probation, contracts, certificates, leave and acting posts, as one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    Select,
    Text,
    case,
    cast,
    func,
    literal,
    literal_column,
    select,
    union_all,
)

from db.database import Reader
from db.queries import employment
from db.queries.agency_roots import roots
from db.queries.employee_list import joins_of, people_of
from db.queries.facets import in_order_of
from db.queries.listing import Filter, Listing, View, narrowed
from db.tables.employees import OWN_POST, employee_current, employees, post_history, standing_history
from db.tables.organisation import positions
from db.tables.records import certificates, contracts

KINDS = ("retirement", "probation", "contract", "certificate", "leave", "acting")
"""What falls due, in the order in which it is shown."""
WINDOWS = ("overdue", "30", "90", "365", "later")
"""How near a day is: past, within so many days, or further away."""
YEARS_AHEAD = 5
"""How far the list looks ahead where nobody says so."""

_NEXT_MONTHS = "020304050607080910111201"
_PROBATION_YEARS = 1
"""A candidate is judged after a year (PP 11/2017 art. 34; RULES.md 1.8, TIM_3)."""

Ages = Sequence[tuple[int, Sequence[int]]]
"""Retirement ages, each with the posts in which it holds; the first holds in all that no other one names."""


def listing(view: View) -> Listing:
    """All that falls due until the last day of the view, the nearest first; only of people who are in service then."""
    events = union_all(*(_of_kind(place, view) for place in range(len(KINDS)))).subquery("events")
    own, people = events.c, people_of(view)
    tops = roots(people.places)
    return Listing(
        base=events,
        joins=joins_of(own.employee_id, people, tops),
        key=own.key,
        fields={
            "kind": own.kind,
            "date": own.day,
            "window": _window(own.day, view.on),
            "year": cast(func.substr(own.day, 1, 4), Integer),
            "nip": people.nip,
            "person": people.name,
            "employee_kind": people.kind,
            "detail": own.detail,
            "post": positions.c.name,
            "agency": people.places.c.name,
            "agency_code": people.places.c.code,
            "root_agency": tops.c.name,
            "root_agency_short": tops.c.short_name,
            "employee_id": own.employee_id,
        },
        searched=(employees.c.search_text, own.detail),
        order=(own.day, people.name, people.nip, own.key),
        enrich=_days_left(view.on),
        natural={"kind": in_order_of(KINDS), "window": in_order_of(WINDOWS), "year": int},
    )


def _days_left(on: date) -> Callable[[Reader, list[dict[str, Any]], list[int]], None]:
    def add(_reader: Reader, rows: list[dict[str, Any]], _keys: list[int]) -> None:
        for row in rows:
            row["days_left"] = (date.fromisoformat(row["date"]) - on).days

    return add


def _window(day: ColumnElement[str], on: date) -> ColumnElement[str]:
    ends = [(day <= (on + timedelta(days=int(name))).isoformat(), name) for name in WINDOWS[1:-1]]
    return case((day < on.isoformat(), WINDOWS[0]), *ends, else_=WINDOWS[-1])


def last_day(view: View) -> date:
    """The last day of the list: the one asked for, or five years ahead."""
    if view.until is not None:
        return view.until
    leap_day = (view.on.month, view.on.day) == (2, 29)
    return view.on.replace(year=view.on.year + YEARS_AHEAD, day=28 if leap_day else view.on.day)


def counts(reader: Reader, events: Listing) -> dict[tuple[str, str], int]:
    """How many events there are of each kind and window."""
    columns = [events.column(name) for name in ("kind", "window")]
    statement = narrowed(events, Filter(), [*columns, func.count()]).group_by(*columns)
    return {(kind, window): count for kind, window, count in reader.connection.execute(statement)}


def _of_kind(place: int, view: View) -> Select[Any]:
    """The events of one kind: key, kind, employee_id, day (ISO text) and what it is about."""
    kind = KINDS[place]
    source = _SOURCES[kind](view)
    day = cast(source.day, Text)
    columns: list[ColumnElement[Any]] = [
        # Keys of several tables side by side.
        (source.key * len(KINDS) + place).label("key"),
        literal(kind).label("kind"),
        source.person.label("employee_id"),
        day.label("day"),
        cast(source.detail, Text).label("detail"),
    ]
    found = select(*columns).select_from(source.rows)
    return found.where(day <= last_day(view).isoformat(), *source.conditions)


class _Source(NamedTuple):
    """Where events of a kind are read: their rows, whom each is about, its day, what it is about, and which count."""

    rows: FromClause
    key: ColumnElement[int]
    person: ColumnElement[int]
    day: ColumnElement[Any]
    detail: ColumnElement[Any]
    conditions: Sequence[ColumnElement[bool]]


def _retirement(view: View) -> _Source:
    """Everybody by the retirement age of the post; the day is that of the pension."""
    born = func.coalesce(cast(employees.c.birth_date, Text), _born_by_nip())
    source, position = _posts(view)
    ages: Ages = view.retirement_ages or ((0, ()),)
    age = _age(position, ages)
    # Nobody retires before the lowest age: most people need not be looked at.
    youngest = last_day(view).year - min(years for years, _ in ages)
    near = born <= date(youngest, 12, 31).isoformat()
    conditions = [*employment.there(view.on), near]
    return _Source(source, employees.c.id, employees.c.id, _pension(born, age), age, conditions)


def _born_by_nip() -> ColumnElement[str]:
    nip = employees.c.nip
    return func.substr(nip, 1, 4).concat("-").concat(func.substr(nip, 5, 2)).concat("-").concat(func.substr(nip, 7, 2))


def _posts(view: View) -> tuple[FromClause, ColumnElement[Any]]:
    """Employees with the post that each holds on the day."""
    if view.current:
        held = post_history.alias("own_post")
        now = employee_current
        source = now.join(employees, employees.c.id == now.c.employee_id).outerjoin(held, held.c.id == now.c.post_id)
        return source, held.c.position_id
    return employees, employment.position_on(view.on)


def _age(position: ColumnElement[Any], ages: Ages) -> ColumnElement[int]:
    """The retirement age of a post; keys stand in the statement itself, which takes only so many parameters."""
    first, *others = ages
    named = [(position.in_([literal_column(str(key)) for key in keys]), years) for years, keys in others if keys]
    return case(*named, else_=first[0]) if named else literal(first[0])


def _pension(born: ColumnElement[str], age: ColumnElement[int]) -> ColumnElement[str]:
    """The first of the month after the birthday (`domain.retirement.pension_date`)."""
    month = cast(func.substr(born, 6, 2), Integer)
    year = cast(func.substr(born, 1, 4), Integer) + age + case((month == 12, 1), else_=0)
    following = func.substr(literal(_NEXT_MONTHS), month * 2 - 1, 2)
    return cast(year, Text).concat("-").concat(following).concat("-01")


def _probation(view: View) -> _Source:
    """Candidates, a year after their appointment."""
    began = employment.appointed()
    first = cast(cast(func.substr(began, 1, 4), Integer) + _PROBATION_YEARS, Text)
    day = first.concat(func.substr(began, 5))
    candidate = employment.kind_on(view.on) if view.as_of else employees.c.kind
    conditions = [candidate == "CPNS", *employment.there(view.on)]
    return _Source(employees, employees.c.id, employees.c.id, day, began, conditions)


def _contract(view: View) -> _Source:
    """The newest contract of each PPPK."""
    own, later = contracts, contracts.alias("later")
    newer = select(later.c.id).where(
        later.c.employee_id == own.c.employee_id,
        later.c.effective_date > own.c.effective_date,
        *([later.c.effective_date <= view.on] if view.as_of else []),
    )
    known = [own.c.effective_date <= view.on] if view.as_of else []
    conditions = [~newer.exists(), *known, _owned(own, view)]
    return _Source(own, own.c.id, own.c.employee_id, own.c.until, own.c.number, conditions)


def _certificate(view: View) -> _Source:
    """Certificates that expire and were not renewed by one of the same name."""
    own, later = certificates, certificates.alias("renewed")
    newer = select(later.c.id).where(
        later.c.employee_id == own.c.employee_id,
        func.lower(later.c.name) == func.lower(own.c.name),
        func.coalesce(cast(later.c.valid_until, Text), "9999") > cast(own.c.valid_until, Text),
        *([func.coalesce(later.c.issued_on <= view.on, True)] if view.as_of else []),
    )
    known = [func.coalesce(own.c.issued_on <= view.on, True)] if view.as_of else []
    conditions = [~newer.exists(), *known, _owned(own, view)]
    return _Source(own, own.c.id, own.c.employee_id, own.c.valid_until, own.c.name, conditions)


def _leave(view: View) -> _Source:
    """Standings with a last day that nothing has followed yet: CLTN, suspension, study, MPP."""
    own, later = standing_history, standing_history.alias("followed")
    newer = select(later.c.id).where(
        later.c.employee_id == own.c.employee_id,
        later.c.effective_date > own.c.effective_date,
        later.c.effective_date <= view.on,
    )
    begun = own.c.effective_date <= view.on
    conditions = [begun, ~newer.exists(), _owned(own, view)]
    return _Source(own, own.c.id, own.c.employee_id, own.c.until, own.c.standing, conditions)


def _acting(view: View) -> _Source:
    """Posts held for a time (Plt., Plh., Pj.)."""
    own = post_history
    conditions = [own.c.appointment != OWN_POST, own.c.effective_date <= view.on, _owned(own, view)]
    held = own.join(positions, positions.c.id == own.c.position_id, isouter=True)
    detail = own.c.appointment.concat(" ").concat(func.coalesce(positions.c.name, ""))
    return _Source(held, own.c.id, own.c.employee_id, own.c.until, detail, conditions)


def _owned(own: Any, view: View) -> ColumnElement[bool]:
    """The row belongs to somebody in service."""
    return select(employees.c.id).where(employees.c.id == own.c.employee_id, *employment.there(view.on)).exists()


_SOURCES: Mapping[str, Callable[[View], _Source]] = {
    "retirement": _retirement,
    "probation": _probation,
    "contract": _contract,
    "certificate": _certificate,
    "leave": _leave,
    "acting": _acting,
}
