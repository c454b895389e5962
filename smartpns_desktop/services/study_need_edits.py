"""Edits of study-need plans and their lines: what each writes, and when it must not be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db import Reader
from db.queries import organisation
from db.queries import study_needs as queries
from db.queries.bundle import Bundle
from smartpns_desktop.domain import study_needs
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.study_needs import AMOUNTS, NeedState, Period, PlanState, is_period, may_move
from smartpns_desktop.services.edits import (
    NAMED,
    Edit,
    Values,
    differences,
    refuse_rejected,
    refuse_worse,
    require,
    tidied,
    with_keys,
)
from smartpns_desktop.words.labels import enum_label
from smartpns_desktop.words.reasons import fields_named, reason
from smartpns_desktop.words.sentences import lower_first

FIELDS = ("level_code", "programme_id", "field", "position_id", "funding", *AMOUNTS, "basis", "note")
"""Fields of a line that a person tells, besides the heads by year."""

TWIN = ("level_code", "programme_id", "position_id", "funding")
"""Fields that no two lines of a plan have in common."""


def plan_key(reader: Reader, agency_key: int, first: int, last: int) -> int | None:
    """The key of an agency's plan for these years, `None` where there is none."""
    wanted = (agency_key, first, last)
    plans = queries.all_plans(reader)
    return next((it.id for it in plans if (it.agency_id, it.first_year, it.last_year) == wanted), None)


def add_plan(reader: Reader, agency_key: int, first: int, last: int) -> Edit:
    """The edit that begins an agency's plan."""
    agency = _agency(reader, agency_key)
    if not is_period(first, last):
        raise CannotDo("plan.bad_period")
    if agency.closed_on is not None:
        raise CannotDo("agency.closed", agency=agency.name)
    edit = Edit(reason("plan.add", plan=f"{agency.name} {first}–{last}"))
    row = {"agency_id": agency_key, "first_year": first, "last_year": last, "state": PlanState.BELUM.value}
    edit.bundle.add("study_plans", row)
    return edit


def move_plan(reader: Reader, key: int, state: PlanState) -> Edit:
    """The edit that brings a plan to another state."""
    plan = require(queries.plan_of(reader, key))
    name = f"{plan.agency} {plan.first_year}–{plan.last_year}"
    edit = Edit(reason("plan.move", plan=name, state=_said(state)))
    before = PlanState(plan.state)
    if before is not state:
        if not may_move(before, state):
            raise CannotDo("plan.may_not_move", before=_said(before), after=_said(state))
        edit.bundle.change("study_plans", key, {"state": state.value})
    return edit


def typed_problems(reader: Reader, plan_key: int, values: Mapping[str, object], key: int | None) -> tuple[Problem, ...]:
    """What is wrong with the fields of a line, those left out taken from the stored one."""
    plan = require(queries.plan_of(reader, plan_key))
    stored = {} if key is None else _fields(require(queries.line_of(reader, key)))
    told = stored | _told(values)
    return _problems(reader, plan, with_keys(reader, Bundle(), told, told.get("level_code")), key)


def new_problems(
    reader: Reader, agency_key: int | None, period: Period, values: Mapping[str, object]
) -> tuple[Problem, ...]:
    """What is wrong with the fields of a line to be, whether or not the agency has a plan already."""
    known = None if agency_key is None else plan_key(reader, agency_key, *period)
    return (
        study_needs.problems(_told(values), *period) if known is None else typed_problems(reader, known, values, None)
    )


def add_need(reader: Reader, agency_key: int, period: Period, values: Mapping[str, object]) -> Edit:
    """The edit that adds a line to an agency's plan, and the plan where there is none."""
    known = plan_key(reader, agency_key, *period)
    if known is not None:
        return add_line(reader, known, values)
    edit = add_plan(reader, agency_key, *period)
    _add_line(reader, edit, _Begun(_agency(reader, agency_key).name, *period), values)
    return edit


def add_line(reader: Reader, plan_key: int, values: Mapping[str, object]) -> Edit:
    """The edit that adds a line to a plan."""
    edit = Edit("")
    _add_line(reader, edit, _open_plan(reader, plan_key), values)
    return edit


@dataclass(frozen=True, slots=True)
class _Begun:
    """A plan that the edit itself begins; the key is that of the bundle's first plan."""

    agency: str
    first_year: int
    last_year: int
    id: int = -1


def _add_line(reader: Reader, edit: Edit, plan: Any, values: Mapping[str, object]) -> None:
    told = _told(values)
    name = str(told.get("programme") or "") or _programme(reader, told.get("programme_id"))
    edit.reason = reason("need.add", name=name, agency=plan.agency)
    told = with_keys(reader, edit.bundle, told, told.get("level_code"))
    refuse_rejected("study-needs", _problems(reader, plan, told, None))
    row = {field: told.get(field) for field in FIELDS}
    key = edit.bundle.add("study_needs", {"plan_id": plan.id, **row, "state": NeedState.DIAJUKAN.value})
    _change_heads(edit, key, {}, told.get("heads") or {})


def change_line(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    """The edit that changes fields and heads of a line."""
    line = require(queries.line_of(reader, key))
    plan = _open_plan(reader, line.plan_id)
    stored, told = _fields(line), _told(values)
    bundle = Bundle()
    told = with_keys(reader, bundle, told, told.get("level_code", line.level_code))
    heads = {row.year: row for row in queries.heads_of(reader, [key])}
    counts = {year: count for year, count in (told.pop("heads", None) or {}).items() if count != _heads(heads, year)}
    changed = differences(told, stored)
    touched = [*changed, *(f"heads_{year}" for year in counts)]
    before = _problems(reader, plan, stored, key)
    refuse_worse("study-needs", before, _problems(reader, plan, {**stored, **changed, "heads": counts}, key), touched)
    name = reason("need.change", name=line.programme, agency=plan.agency, fields=fields_named("study-needs", touched))
    edit = Edit(name, bundle)
    edit.bundle.change("study_needs", key, changed)
    _change_heads(edit, key, heads, counts)
    return edit


def delete_lines(reader: Reader, keys: Sequence[int]) -> Edit:
    """The edit that removes lines with their heads."""
    told = {"count": str(len(keys))}
    for line in (require(queries.line_of(reader, key)) for key in keys):
        told |= {"name": line.programme, "agency": _open_plan(reader, line.plan_id).agency}
    return Edit(reason(_one_or_many("need.delete", keys), **told), gone={"study_needs": list(keys)})


def decide(reader: Reader, keys: Sequence[int], state: NeedState) -> Edit:
    """The edit that brings lines to another state."""
    told, bundle = {"count": str(len(keys)), "state": _said(state)}, Bundle()
    for key in keys:
        line = require(queries.line_of(reader, key))
        told |= {"name": line.programme, "agency": _open_plan(reader, line.plan_id).agency}
        before = NeedState(line.state)
        if before is not state:
            if not may_move(before, state):
                raise CannotDo("need.may_not_move", before=_said(before), after=_said(state))
            bundle.change("study_needs", key, {"state": state.value})
    return Edit(reason(_one_or_many("need.decide", keys), **told), bundle)


def _one_or_many(code: str, keys: Sequence[int]) -> str:
    return code if len(keys) == 1 else f"{code}_many"


def _open_plan(reader: Reader, key: int) -> Any:
    plan = require(queries.plan_of(reader, key))
    if plan.state == PlanState.DISAHKAN:
        raise CannotDo("plan.sealed", agency=plan.agency)
    return plan


def _agency(reader: Reader, key: int) -> Any:
    return require(next((it for it in organisation.all_agencies(reader) if it.id == key), None))


def _said(state: NeedState | PlanState) -> str:
    return lower_first(enum_label(state))


def _told(values: Mapping[str, object]) -> Values:
    return tidied(values, (*FIELDS, "heads", *NAMED))


def _fields(line: Any) -> Values:
    return {name: getattr(line, name) for name in FIELDS}


def _programme(reader: Reader, key: object) -> str:
    return next((str(row.name) for row in organisation.all_programmes(reader) if row.id == key), "")


def _heads(known: Mapping[int, Any], year: int) -> int | None:
    return known[year].heads if year in known else None


def _problems(reader: Reader, plan: Any, values: Values, key: int | None) -> tuple[Problem, ...]:
    found = study_needs.problems(values, plan.first_year, plan.last_year)
    twin = tuple(values.get(name) for name in TWIN)
    for other in queries.lines_of(reader, [plan.id]):
        if other.id != key and tuple(getattr(other, name) for name in TWIN) == twin:
            return (*found, Problem("need.duplicate", column="programme"))
    return found


def _change_heads(edit: Edit, key: int, known: Mapping[int, Any], counts: Mapping[int, int | None]) -> None:
    for year, count in sorted(counts.items()):
        row = known.get(year)
        if count is None:
            edit.remove("study_need_heads", [row.id] if row else [])
        elif row is None:
            edit.bundle.add("study_need_heads", {"need_id": key, "year": year, "heads": count})
        else:
            edit.bundle.change("study_need_heads", row.id, {"heads": count})
