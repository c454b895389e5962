"""Edits of agencies and units: what each means for names, posts and units, and when it must not be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from db import Reader
from db.queries import employees, organisation, references
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.names import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services.edits import Edit, Values, differences, refuse_rejected, require, tidied
from smartpns_desktop.words.labels import AGENCY_KINDS
from smartpns_desktop.words.reasons import fields_named, lower_first, reason

_OWN = ("code", "short_name", "kind")
_TOLD = ("name", "parent_id", *_OWN)


def _agencies(reader: Reader) -> dict[int, Any]:
    return {row.id: row for row in organisation.all_agencies(reader)}


def problems(reader: Reader, values: Mapping[str, object], key: int | None) -> tuple[Problem, ...]:
    """What is wrong with the fields of an agency as they are typed."""
    rows = _agencies(reader)
    stored = {} if key is None else {name: getattr(require(rows.get(key)), name) for name in _TOLD}
    told = _whole(stored | tidied(values, _TOLD))
    return (
        *_faults(told),
        *_parent_problems(rows, key, told["parent_id"]),
        *_name_problems(rows, key, told["parent_id"], told["name"]),
        *_code_problems(rows, key, told["code"]),
    )


def merge_problems(reader: Reader, key: int, into: int | None) -> tuple[Problem, ...]:
    """What is wrong with the agency into which another is to go; `column` is `into`."""
    return () if into is None else tuple(_merge_problems(_agencies(reader), key, into))


def add(reader: Reader, values: Mapping[str, object]) -> Edit:
    """The edit that adds an agency or unit."""
    rows = _agencies(reader)
    told = _whole(tidied(values, _TOLD))
    refuse_rejected("agencies", _faults(told))
    _refuse(_parent_problems(rows, None, told["parent_id"]))
    _refuse(_name_problems(rows, None, told["parent_id"], told["name"]))
    _refuse(_code_problems(rows, None, told["code"]))
    edit = Edit(reason("agency.add", kind=lower_first(AGENCY_KINDS[told["kind"]]), name=told["name"]))
    edit.bundle.add("agencies", {**told, "name_key": fold(told["name"]), "closed_on": None})
    return edit


def change(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    """The edit that changes code, short name or kind."""
    rows = _agencies(reader)
    row = require(rows.get(key))
    changed = differences(tidied(values, _OWN), row._mapping)
    refuse_rejected("agencies", _faults({**row._mapping, **changed}))
    _refuse(_code_problems(rows, key, changed.get("code")))
    edit = Edit(reason("agency.change", name=row.name, fields=fields_named("agencies", changed)))
    edit.bundle.change("agencies", key, changed)
    return edit


def rename(reader: Reader, key: int, new_name: str, on: date) -> Edit:
    """The edit that gives a new name and keeps the old one."""
    rows = _agencies(reader)
    row, name = require(rows.get(key)), " ".join(new_name.split())
    refuse_rejected("agencies", _faults({**row._mapping, "name": name}))
    _refuse(_name_problems(rows, key, row.parent_id, name))
    edit = Edit(reason("agency.rename", name=row.name, after=name))
    edit.bundle.change("agencies", key, differences({"name": name, "name_key": fold(name)}, row._mapping))
    if fold(name) != row.name_key:
        former = [it for it in organisation.former_names(reader) if (it.agency_id, it.name_key) == (key, row.name_key)]
        if former:
            edit.bundle.change("agency_names", former[0].id, {"used_until": on})
        else:
            _keep_name(edit, key, row.name, on)
    return edit


def move(reader: Reader, key: int, parent: int | None) -> Edit:
    """The edit that hangs an agency or unit somewhere else."""
    rows = _agencies(reader)
    row = require(rows.get(key))
    _refuse(_parent_problems(rows, key, parent))
    _refuse(_name_problems(rows, key, parent, row.name))
    above = "" if parent is None else rows[parent].name
    edit = Edit(reason("agency.move" if above else "agency.move_to_top", name=row.name, parent=above))
    edit.bundle.change("agencies", key, differences({"parent_id": parent}, row._mapping))
    return edit


def close(reader: Reader, key: int, on: date | None) -> Edit:
    """The edit that closes an agency or unit, or opens it again."""
    rows = _agencies(reader)
    row = require(rows.get(key))
    if on is None:
        _refuse(_name_problems(rows, key, row.parent_id, row.name))
    edit = Edit(reason("agency.close" if on else "agency.reopen", name=row.name))
    edit.bundle.change("agencies", key, differences({"closed_on": on}, row._mapping))
    return edit


def delete(reader: Reader, key: int) -> Edit:
    """The edit that removes an agency or unit that nothing refers to."""
    row = require(_agencies(reader).get(key))
    counts = references.pointing_at(reader, "agencies", key)
    if counts:
        people, plans, units = (counts.get(table, 0) for table in ("employees", "study_plans", "agencies"))
        raise CannotDo("agency.in_use", agency=row.name, people=people, plans=plans, units=units)
    return Edit(
        reason("agency.delete", kind=lower_first(AGENCY_KINDS[row.kind]), name=row.name), gone={"agencies": [key]}
    )


def merge(reader: Reader, key: int, into: int, on: date) -> Edit:
    """The edit that lets one agency go into another."""
    rows = _agencies(reader)
    old, new = require(rows.get(key)), require(rows.get(into))
    _refuse(_merge_problems(rows, key, into))
    edit = Edit(reason("agency.merge", name=old.name, into=new.name))
    _move_posts(reader, edit, key, into, on)
    for unit in rows.values():
        if unit.parent_id == key and unit.closed_on is None:
            edit.bundle.change("agencies", unit.id, {"parent_id": into})
    edit.bundle.change("agencies", key, differences({"closed_on": old.closed_on or on}, old._mapping))
    _hand_on_names(reader, edit, old, new, on)
    return edit


def _move_posts(reader: Reader, edit: Edit, key: int, into: int, on: date) -> None:
    for post in employees.posts_since(reader, key, on):
        if post.effective_date is not None and post.effective_date >= on:
            edit.bundle.change("post_history", post.id, {"agency_id": into})
            continue
        moved = {"employee_id": post.employee_id, "effective_date": on, "position_id": post.position_id}
        edit.bundle.add("post_history", {**moved, "agency_id": into, "decree_number": None, "decree_date": None})


def _hand_on_names(reader: Reader, edit: Edit, old: Any, new: Any, on: date) -> None:
    names = organisation.former_names(reader)
    known = {new.name_key, *(it.name_key for it in names if it.agency_id == new.id)}
    handed = [(old.name, on), *((it.name, it.used_until) for it in names if it.agency_id == old.id)]
    for name, until in handed:
        if fold(name) not in known:
            known.add(fold(name))
            _keep_name(edit, new.id, name, until)


def _keep_name(edit: Edit, key: int, name: str, until: date | None) -> None:
    row = {"agency_id": key, "name": name, "name_key": fold(name), "used_until": until}
    edit.bundle.add("agency_names", row)


def _upward(rows: Mapping[int, Any], key: int | None) -> set[int]:
    """An agency and all above it."""
    line: set[int] = set()
    while key is not None and key not in line:
        line.add(key)
        key = require(rows.get(key)).parent_id
    return line


def _whole(told: Mapping[str, Any]) -> Values:
    """Every field; without a kind it follows from the place in the tree."""
    whole: Values = {**dict.fromkeys(_TOLD), **told}
    whole["kind"] = whole["kind"] or ("agency" if whole["parent_id"] is None else "unit")
    return whole


def _faults(values: Mapping[str, Any]) -> Iterator[Problem]:
    if not values["name"]:
        yield Problem("name.missing", column="name")
    if values["kind"] not in AGENCY_KINDS:
        yield Problem("value.not_in_list", column="kind")


def _parent_problems(rows: Mapping[int, Any], key: int | None, parent: int | None) -> Iterator[Problem]:
    if key is not None and key in _upward(rows, parent):
        yield Problem("agency.own_ancestor", column="parent_id", value=rows[key].name)
    yield from _closed(rows, parent, "parent_id")


def _merge_problems(rows: Mapping[int, Any], key: int, into: int) -> Iterator[Problem]:
    if key in _upward(rows, into):
        yield Problem("agency.merge_inside", column="into", value=require(rows.get(key)).name)
    yield from _closed(rows, into, "into")


def _closed(rows: Mapping[int, Any], key: int | None, column: str) -> Iterator[Problem]:
    if key is not None and require(rows.get(key)).closed_on is not None:
        yield Problem("agency.closed", column=column, value=rows[key].name)


def _name_problems(rows: Mapping[int, Any], key: int | None, parent: int | None, name: str | None) -> Iterator[Problem]:
    for row in rows.values():
        if name and row.id != key and (row.parent_id, row.name_key, row.closed_on) == (parent, fold(name), None):
            yield Problem("agency.name_taken", column="name", value=row.name)


def _code_problems(rows: Mapping[int, Any], key: int | None, code: str | None) -> Iterator[Problem]:
    if code is not None and any(row.id != key and row.code == code for row in rows.values()):
        yield Problem("agency.code_taken", column="code", value=code)


def _refuse(found: Iterable[Problem]) -> None:
    """Refuse for the first of these problems, by its code."""
    for problem in found:
        raise CannotDo(problem.code, agency=problem.value, value=problem.value)
