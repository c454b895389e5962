"""Edits of one agency or unit: what each means for its fields, its past and its place, and when it must not be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from db import Reader
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services import agency_refusals as refusals
from smartpns_desktop.services.agency_pasts import AgencyPasts, keep_past
from smartpns_desktop.services.edits import Edit, Values, differences, refuse_rejected, require, tidied
from smartpns_desktop.words.labels import AGENCY_KINDS
from smartpns_desktop.words.reasons import fields_named, reason
from smartpns_desktop.words.sentences import lower_first

_OWN = ("code", "short_name", "kind", "opened_on")
_TOLD = ("name", "parent_id", *_OWN)


def problems(reader: Reader, values: Mapping[str, object], key: int | None) -> tuple[Problem, ...]:
    """What is wrong with the fields of an agency as they are typed."""
    rows = AgencyPasts(reader).rows
    stored = {} if key is None else {name: getattr(require(rows.get(key)), name) for name in _TOLD}
    told = _whole(stored | tidied(values, _TOLD))
    return (
        *refusals.faults(told),
        *refusals.parent_problems(rows, key, told["parent_id"]),
        *refusals.name_problems(rows, key, told["parent_id"], told["name"]),
        *refusals.code_problems(rows, key, told["code"]),
    )


def add(reader: Reader, values: Mapping[str, object]) -> Edit:
    """The edit that adds an agency or unit."""
    rows = AgencyPasts(reader).rows
    told = _whole(tidied(values, _TOLD))
    refuse_rejected("agencies", refusals.faults(told))
    refusals.refuse(refusals.parent_problems(rows, None, told["parent_id"]))
    refusals.refuse(refusals.name_problems(rows, None, told["parent_id"], told["name"]))
    refusals.refuse(refusals.code_problems(rows, None, told["code"]))
    edit = Edit(reason("agency.add", kind=lower_first(AGENCY_KINDS[told["kind"]]), name=told["name"]))
    edit.bundle.add("agencies", {**told, "name_key": fold(told["name"]), "closed_on": None})
    return edit


def change(reader: Reader, key: int, values: Mapping[str, object], on: date) -> Edit:
    """The edit that changes code, short name, kind or first day; a code left on a day stays known."""
    pasts = AgencyPasts(reader)
    row = require(pasts.rows.get(key))
    changed = differences(tidied(values, _OWN), row._mapping)
    refuse_rejected("agencies", refusals.faults({**row._mapping, **changed}))
    refusals.refuse(refusals.code_problems(pasts.rows, key, changed.get("code")))
    edit = Edit(reason("agency.change", name=row.name, fields=fields_named("agencies", changed)))
    _alter(edit, pasts, key, changed, on)
    return edit


def rename(reader: Reader, key: int, new_name: str, on: date) -> Edit:
    """The edit that gives a new name and keeps the old one."""
    pasts = AgencyPasts(reader)
    row, name = require(pasts.rows.get(key)), " ".join(new_name.split())
    refuse_rejected("agencies", refusals.faults({**row._mapping, "name": name}))
    refusals.refuse(refusals.name_problems(pasts.rows, key, row.parent_id, name))
    changed = differences({"name": name, "name_key": fold(name)}, row._mapping)
    if "name_key" in changed:
        refusals.refuse_early(row, pasts.names[key], on)
    edit = Edit(reason("agency.rename", name=row.name, after=name))
    _alter(edit, pasts, key, changed, on)
    return edit


def move(reader: Reader, key: int, parent: int | None, on: date) -> Edit:
    """The edit that hangs an agency or unit somewhere else; where it stood until that day stays known."""
    pasts = AgencyPasts(reader)
    rows, row = pasts.rows, require(pasts.rows.get(key))
    refusals.refuse(refusals.parent_problems(rows, key, parent))
    refusals.refuse(refusals.name_problems(rows, key, parent, row.name))
    changed = differences({"parent_id": parent}, row._mapping)
    if changed:
        refusals.refuse_early(row, pasts.parents[key], on)
    above = "" if parent is None else rows[parent].name
    edit = Edit(reason("agency.move" if above else "agency.move_to_top", name=row.name, parent=above))
    _alter(edit, pasts, key, changed, on)
    return edit


def close(reader: Reader, key: int, on: date | None) -> Edit:
    """The edit that closes an agency or unit, or opens it again."""
    rows = AgencyPasts(reader).rows
    row = require(rows.get(key))
    if on is None:
        refusals.refuse(refusals.name_problems(rows, key, row.parent_id, row.name))
    else:
        refusals.refuse_early(row, (), on)
    edit = Edit(reason("agency.close" if on else "agency.reopen", name=row.name))
    edit.bundle.change("agencies", key, differences({"closed_on": on}, row._mapping))
    return edit


def delete(reader: Reader, key: int) -> Edit:
    """The edit that removes an agency or unit that nothing refers to."""
    rows = AgencyPasts(reader).rows
    row = require(rows.get(key))
    refusals.refuse_in_use(reader, rows, key)
    return Edit(
        reason("agency.delete", kind=lower_first(AGENCY_KINDS[row.kind]), name=row.name), gone={"agencies": [key]}
    )


def _alter(edit: Edit, pasts: AgencyPasts, key: int, changed: Values, on: date) -> None:
    """Change fields of an agency and keep what they were."""
    keep_past(edit.bundle, pasts, key, changed, on)
    edit.bundle.change("agencies", key, changed)


def _whole(told: Mapping[str, Any]) -> Values:
    """Every field; without a kind it follows from the place in the tree."""
    whole: Values = {**dict.fromkeys(_TOLD), **told}
    whole["kind"] = whole["kind"] or ("agency" if whole["parent_id"] is None else "unit")
    return whole
