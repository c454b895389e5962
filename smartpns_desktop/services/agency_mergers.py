"""Agencies that become one or several: who and what goes where, the past that is kept, and when it must not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from db import Reader
from db.queries import agency_leaders, employees, employment
from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services import agency_refusals as refusals
from smartpns_desktop.services.agency_belongings import Heirs, hand_over, posts_by_heir
from smartpns_desktop.services.agency_pasts import AgencyPasts, keep_past
from smartpns_desktop.services.edits import Edit, differences, refuse_rejected, require, tidied
from smartpns_desktop.words.reasons import reason
from smartpns_desktop.words.sentences import listed


@dataclass(frozen=True, slots=True)
class Part:
    """A new agency that a split makes: its fields, and the keys of the units and people that go there.

    People are those whose post is in the agency itself; whoever is in a unit goes along with it.
    """

    name: str
    code: str | None = None
    short_name: str | None = None
    units: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Inside:
    """What an agency holds on a day: keys of its open units, rows of its people's own posts and of those for a time.

    People are those in service: whoever is gone keeps the last post where it was.
    """

    units: frozenset[int]
    posts: Sequence[Any]
    acting: Sequence[Any]

    @property
    def people(self) -> frozenset[int]:
        """Keys of those whose post is in the agency itself."""
        return frozenset(post.employee_id for post in self.posts)


@dataclass(frozen=True, slots=True)
class Member:
    """A person whose post is in an agency itself."""

    key: int
    nip: str
    name: str
    post: str


def members(reader: Reader, key: int, on: date) -> tuple[Member, ...]:
    """The people in service whose own post of a day is in an agency itself, or begins there later, by name."""
    found = dict.fromkeys(post.employee_id for post in _posts(reader, key, on)[0])
    people = (agency_leaders.person(reader, person, on) for person in found)
    told = [Member(it.id, it.nip, it.name, it.post or "") for it in people if it is not None]
    return tuple(sorted(told, key=lambda it: (it.name, it.nip)))


def problems(reader: Reader, key: int, into: int | None) -> tuple[Problem, ...]:
    """What is wrong with the agency into which another is to go; `column` is `into`."""
    return () if into is None else tuple(refusals.merge_problems(AgencyPasts(reader).rows, key, into))


def merge(reader: Reader, key: int, into: int, on: date) -> Edit:
    """The edit that lets one agency go into another."""
    pasts = AgencyPasts(reader)
    old, new = require(pasts.rows.get(key)), require(pasts.rows.get(into))
    refusals.refuse(refusals.merge_problems(pasts.rows, key, into))
    refusals.refuse_early(old, (), on)
    edit = Edit(reason("agency.merge", name=old.name, into=new.name))
    inside = _inside(reader, pasts, key, on)
    _move_posts(edit, inside.posts, lambda _person: into, on)
    _end_acting(edit, inside.acting, lambda _person: into, on)
    _move_units(edit, pasts, inside.units, into, on)
    edit.bundle.change("agencies", key, differences({"closed_on": old.closed_on or on}, old._mapping))
    _succeed(edit, key, into, on)
    hand_over(reader, edit, key, Heirs(lambda _post: into, into), on)
    return edit


def split(reader: Reader, key: int, parts: Sequence[Part], on: date, *, keep: bool) -> Edit:
    """The edit that makes several agencies of one; what no part takes stays, or goes to the first where none stays."""
    pasts = AgencyPasts(reader)
    row = require(pasts.rows.get(key))
    refusals.refuse(refusals.closed(pasts.rows, key, "name"))
    refusals.refuse_early(row, (), on)
    inside = _inside(reader, pasts, key, on)
    parts = [_tidy(part) for part in parts]
    _refuse_strangers(pasts, inside, parts)
    parts = parts if keep else _with_rest(parts, inside)
    _refuse_parts(pasts, key, parts, keep=keep)
    _refuse_empty(row, inside, parts, keep=keep)
    edit = Edit(reason("agency.split", name=row.name, parts=listed([part.name for part in parts], 3)))
    made = [_found(edit, pasts, row, part, inside, on) for part in parts]
    if not keep:
        edit.bundle.change("agencies", key, {"closed_on": on})
    rest = key if keep else made[0]
    taken = {person: heir for part, heir in zip(parts, made, strict=True) for person in part.people}
    if not keep:
        _end_acting(edit, inside.acting, lambda person: taken.get(person, rest), on)
    posts = dict(posts_by_heir(inside.posts, taken.get))
    hand_over(reader, edit, key, Heirs(lambda post: posts.get(post or 0, rest), rest), on)
    return edit


def _found(edit: Edit, pasts: AgencyPasts, row: Any, part: Part, inside: _Inside, on: date) -> int:
    """Make one new agency and bring what is its own there; returns its key within the edit."""
    values = {"parent_id": row.parent_id, "code": part.code, "name": part.name, "name_key": fold(part.name)}
    shape = {"short_name": part.short_name, "kind": row.kind, "closed_on": None, "opened_on": on}
    made = edit.bundle.add("agencies", {**values, **shape})
    _move_posts(edit, inside.posts, lambda person: made if person in part.people else None, on)
    _move_units(edit, pasts, part.units, made, on)
    _succeed(edit, row.id, made, on)
    return made


def _inside(reader: Reader, pasts: AgencyPasts, key: int, on: date) -> _Inside:
    units = frozenset(it.id for it in pasts.rows.values() if it.parent_id == key and it.closed_on is None)
    return _Inside(units, *_posts(reader, key, on))


def _posts(reader: Reader, key: int, on: date) -> tuple[list[Any], list[Any]]:
    """Posts of people in service in an agency itself that hold on a day or begin later: own ones, and for a time."""
    rows = employees.posts_since(reader, key, on)
    gone = {row.employee_id for row in employment.gone_among(reader, on, sorted({it.employee_id for it in rows}))}
    there = [row for row in rows if row.employee_id not in gone]
    own = [row for row in there if row.appointment == Appointment.OWN]
    return own, [row for row in there if row.appointment != Appointment.OWN]


def _move_posts(edit: Edit, posts: Iterable[Any], whither: Callable[[int], int | None], on: date) -> None:
    """A post that has begun goes on elsewhere from the day on, until when it was to; a later one begins there."""
    for post in posts:
        agency = whither(post.employee_id)
        if agency is None:
            continue
        if _begins_later(post, on):
            edit.bundle.change("post_history", post.id, {"agency_id": agency})
            continue
        until = post.until if post.until is not None and post.until >= on else None
        if until is not None:
            edit.bundle.change("post_history", post.id, {"until": on - timedelta(days=1)})
        moved = {"employee_id": post.employee_id, "position_id": post.position_id, "agency_id": agency}
        told = {"effective_date": on, "until": until, "decree_number": None, "decree_date": None}
        edit.bundle.add("post_history", {**moved, **told})


def _end_acting(edit: Edit, posts: Iterable[Any], whither: Callable[[int], int], on: date) -> None:
    """A post held for a time ends with the agency in which it is: the next needs an order of its own (SE BKN 1/2021).

    One that begins later begins where its holder goes.
    """
    last = on - timedelta(days=1)
    for post in posts:
        ends = {"agency_id": whither(post.employee_id)} if _begins_later(post, on) else {"until": last}
        edit.bundle.change("post_history", post.id, ends)


def _begins_later(post: Any, on: date) -> bool:
    return post.effective_date is not None and post.effective_date >= on


def _move_units(edit: Edit, pasts: AgencyPasts, units: Iterable[int], parent: int, on: date) -> None:
    for unit in sorted(units):
        changed = {"parent_id": parent}
        keep_past(edit.bundle, pasts, unit, changed, on)
        edit.bundle.change("agencies", unit, changed)


def _succeed(edit: Edit, key: int, successor: int, on: date) -> None:
    edit.bundle.add("agency_successors", {"agency_id": key, "successor_id": successor, "effective_date": on})


def _tidy(part: Part) -> Part:
    told = {"name": part.name, "code": part.code, "short_name": part.short_name}
    values = tidied(told, told)
    return replace(part, name=str(values["name"] or ""), code=values["code"], short_name=values["short_name"])


def _with_rest(parts: Sequence[Part], inside: _Inside) -> list[Part]:
    """The first part takes what no other does."""
    if not parts:
        return []
    first, *others = parts
    units = inside.units.difference(*(it.units for it in others))
    people = inside.people.difference(*(it.people for it in others))
    return [replace(first, units=units, people=people), *others]


def _refuse_strangers(pasts: AgencyPasts, inside: _Inside, parts: Sequence[Part]) -> None:
    """Each part takes what is in the agency, and nothing twice."""
    for name, within in (("units", inside.units), ("people", inside.people)):
        taken = Counter(key for part in parts for key in getattr(part, name))
        strange = sorted(taken.keys() - within)
        if strange:
            raise CannotDo("argument.bad_value", value=strange[0], column=name)
        twice = [key for key, count in taken.items() if count > 1]
        if twice:
            told = pasts.rows[twice[0]].name if name == "units" else str(len(twice))
            raise CannotDo("agency.split_twice", value=told)


def _refuse_parts(pasts: AgencyPasts, key: int, parts: Sequence[Part], *, keep: bool) -> None:
    """Names and codes that are missing or taken, by agencies that stay or among the parts themselves."""
    row = pasts.rows[key]
    if len(parts) < (1 if keep else 2):
        raise CannotDo("agency.split_one", agency=row.name)
    standing = {it: other for it, other in pasts.rows.items() if keep or it != key}
    for part in parts:
        refuse_rejected("agencies", refusals.faults({"name": part.name, "kind": row.kind}))
        refusals.refuse(refusals.name_problems(standing, None, row.parent_id, part.name))
        refusals.refuse(refusals.code_problems(pasts.rows, None, part.code))
    refusals.refuse(_twins(parts))


def _twins(parts: Sequence[Part]) -> Iterator[Problem]:
    names, codes = (Counter(it) for it in ([fold(it.name) for it in parts], [it.code for it in parts if it.code]))
    for part in parts:
        if names[fold(part.name)] > 1:
            yield Problem("agency.name_taken", column="name", value=part.name)
        if part.code and codes[part.code] > 1:
            yield Problem("agency.code_taken", column="code", value=part.code)


def _refuse_empty(row: Any, inside: _Inside, parts: Sequence[Part], *, keep: bool) -> None:
    """Nobody makes an agency of nothing, or leaves one empty without closing it."""
    for part in parts:
        if not (part.units or part.people):
            raise CannotDo("agency.split_empty", agency=part.name)
    left = (
        inside.units.difference(*(it.units for it in parts)),
        inside.people.difference(*(it.people for it in parts)),
    )
    if keep and not any(left):
        raise CannotDo("agency.split_leaves_nobody", agency=row.name)
