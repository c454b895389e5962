"""Edits of agencies and units: what each means for names, posts and units, and when it must not be."""

from __future__ import annotations

from collections.abc import Mapping
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


def _agencies(reader: Reader) -> dict[int, Any]:
    return {row.id: row for row in organisation.all_agencies(reader)}


def add(reader: Reader, values: Mapping[str, object]) -> Edit:
    """The edit that adds an agency or unit."""
    rows = _agencies(reader)
    told: Values = {**dict.fromkeys(("name", "parent_id", *_OWN)), **tidied(values, ("name", "parent_id", *_OWN))}
    told["kind"] = told["kind"] or ("agency" if told["parent_id"] is None else "unit")
    _refuse_faults(told)
    _refuse_closed_parent(rows, told["parent_id"])
    _refuse_taken_name(rows, None, told["parent_id"], told["name"])
    _refuse_taken_code(rows, None, told["code"])
    edit = Edit(reason("agency.add", kind=lower_first(AGENCY_KINDS[told["kind"]]), name=told["name"]))
    edit.bundle.add("agencies", {**told, "name_key": fold(told["name"]), "closed_on": None})
    return edit


def change(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    """The edit that changes code, short name or kind."""
    rows = _agencies(reader)
    row = require(rows.get(key))
    changed = differences(tidied(values, _OWN), row._mapping)
    _refuse_faults({**row._mapping, **changed})
    _refuse_taken_code(rows, key, changed.get("code"))
    edit = Edit(reason("agency.change", name=row.name, fields=fields_named("agencies", changed)))
    edit.bundle.change("agencies", key, changed)
    return edit


def rename(reader: Reader, key: int, new_name: str, on: date) -> Edit:
    """The edit that gives a new name and keeps the old one."""
    rows = _agencies(reader)
    row, name = require(rows.get(key)), " ".join(new_name.split())
    _refuse_faults({**row._mapping, "name": name})
    _refuse_taken_name(rows, key, row.parent_id, name)
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
    if key in _upward(rows, parent):
        raise CannotDo("agency.own_ancestor", agency=row.name)
    _refuse_closed_parent(rows, parent)
    _refuse_taken_name(rows, key, parent, row.name)
    above = "" if parent is None else rows[parent].name
    edit = Edit(reason("agency.move" if above else "agency.move_to_top", name=row.name, parent=above))
    edit.bundle.change("agencies", key, differences({"parent_id": parent}, row._mapping))
    return edit


def close(reader: Reader, key: int, on: date | None) -> Edit:
    """The edit that closes an agency or unit, or opens it again."""
    rows = _agencies(reader)
    row = require(rows.get(key))
    if on is None:
        _refuse_taken_name(rows, key, row.parent_id, row.name)
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
    if key in _upward(rows, into):
        raise CannotDo("agency.merge_inside", agency=old.name)
    _refuse_closed_parent(rows, into)
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


def _refuse_faults(values: Mapping[str, Any]) -> None:
    missing = [] if values["name"] else [Problem("name.missing", column="name")]
    unknown = [] if values["kind"] in AGENCY_KINDS else [Problem("value.not_in_list", column="kind")]
    refuse_rejected("agencies", [*missing, *unknown])


def _refuse_closed_parent(rows: Mapping[int, Any], parent: int | None) -> None:
    if parent is not None and require(rows.get(parent)).closed_on is not None:
        raise CannotDo("agency.closed", agency=rows[parent].name)


def _refuse_taken_name(rows: Mapping[int, Any], key: int | None, parent: int | None, name: str) -> None:
    for row in rows.values():
        if row.id != key and (row.parent_id, row.name_key, row.closed_on) == (parent, fold(name), None):
            raise CannotDo("agency.name_taken", agency=row.name)


def _refuse_taken_code(rows: Mapping[int, Any], key: int | None, code: str | None) -> None:
    if code is not None and any(row.id != key and row.code == code for row in rows.values()):
        raise CannotDo("agency.code_taken", value=code)
