"""Edits of an employee's dated histories: a state taken in, one row changed, one row removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db import Reader
from db.queries import employee_histories as histories
from db.queries import employees as queries
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.dates import EARLIEST_YEAR, LATEST_YEAR
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.histories import DatedRow, Step, take_in
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services.edits import Edit, Values, differences, refuse_rejected, require, tidied, with_keys
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.words.reasons import HISTORIES, reason


@dataclass(frozen=True, slots=True)
class _Shape:
    """The table of a history, its own fields, those of which a row must tell one, and names typed for keys."""

    table: str
    fields: tuple[str, ...]
    essential: tuple[str, ...]
    named: tuple[str, ...] = ()


_DECREE = ("decree_number", "decree_date")
_SHAPES = {
    History.GRADE: _Shape(
        "grade_history", ("grade_code", "service_years", "service_months", *_DECREE), ("grade_code",)
    ),
    History.POST: _Shape(
        "post_history",
        ("position_id", "agency_id", *_DECREE),
        ("position_id", "agency_id"),
        ("post", "position_kind", "echelon"),
    ),
    History.EDUCATION: _Shape(
        "education_history",
        ("level_code", "programme_id", "school", "certificate_number", "graduation_year"),
        ("level_code",),
        ("programme",),
    ),
    History.STANDING: _Shape("standing_history", ("standing", *_DECREE), ("standing",)),
}

NewState = tuple[History, date | None, Mapping[str, object]]
"""A history, the TMT (`None`: unknown) and the values of a row to be taken in."""


def take_in_state(reader: Reader, edit: Edit, person: Values, state: NewState) -> None:
    """Put a state into an edit: a new TMT is a new row, the same TMT or none corrects (ARCHITECTURE, mechanism 9).

    `person` is the master row; `id` is negative for someone whom the same edit adds. Raises `CannotDo`:
    `state.before_birth`, `record.rejected`.
    """
    history, effective, values = state
    shape = _SHAPES[history]
    told = with_keys(reader, edit.bundle, tidied(values, (*shape.fields, *shape.named)), _level(values))
    effective = _effective(shape, effective, told)
    _refuse_before_birth(person, effective)
    known = _known(reader, shape, person["id"], told) if person["id"] > 0 else []
    effective = _as_known(shape, known, effective)
    step, target = take_in(known, effective, tuple(told.get(name) for name in shape.fields), date.today())
    if target is None:
        _refuse_faults(shape, told)
        row = {name: told.get(name) for name in shape.fields}
        edit.bundle.add(shape.table, {"employee_id": person["id"], "effective_date": effective, **row})
    elif step is Step.CORRECT:
        stored = dict(zip(shape.fields, target.values, strict=True))
        said = {name: value for name, value in told.items() if value is not None}
        _refuse_faults(shape, stored | said)
        edit.bundle.change(shape.table, target.key, differences(said, stored))


def add_state(reader: Reader, key: int, state: NewState) -> Edit:
    """The edit that takes one state of an employee in."""
    person = _person(reader, key)
    edit = Edit(_changed(person, state[0]))
    take_in_state(reader, edit, person, state)
    return edit


def change_state(
    reader: Reader, history: History, row_key: int, effective: date | None, values: Mapping[str, object]
) -> Edit:
    """The edit that changes the told fields and the TMT of one row."""
    shape, row = _SHAPES[history], _row(reader, history, row_key)
    person = _person(reader, row["employee_id"])
    edit = Edit(_changed(person, history))
    stored = {name: row[name] for name in shape.fields}
    told = tidied(values, (*shape.fields, *shape.named))
    merged = stored | with_keys(reader, edit.bundle, told, _level({**stored, **told}))
    effective = _effective(shape, effective, merged)
    _refuse_before_birth(person, effective)
    _refuse_faults(shape, merged)
    known = _known(reader, shape, person["id"], merged)
    if any(other.effective == effective and other.key != row_key for other in known):
        raise CannotDo("state.date_taken", date=effective or "")
    changed = differences({**merged, "effective_date": effective}, row)
    edit.bundle.change(shape.table, row_key, changed)
    return edit


def remove_state(reader: Reader, history: History, row_key: int) -> Edit:
    """The edit that removes one row of a history."""
    row = _row(reader, history, row_key)
    person = _person(reader, row["employee_id"])
    name = reason("employee.remove_state", history=HISTORIES[history], name=person["name"])
    return Edit(name, gone={_SHAPES[history].table: [row_key]})


def _person(reader: Reader, key: int) -> Values:
    return dict(require(queries.by_key(reader, key))._mapping)


def _row(reader: Reader, history: History, row_key: int) -> Values:
    return dict(require(histories.row_of(reader, _SHAPES[history].table, row_key))._mapping)


def _changed(person: Values, history: History) -> str:
    return reason("employee.change", name=person["name"], fields=HISTORIES[history])


def _level(values: Mapping[str, object]) -> str | None:
    return str(values["level_code"]) if values.get("level_code") else None


def _known(reader: Reader, shape: _Shape, employee_key: int, told: Values) -> list[DatedRow]:
    """The rows with which a state competes; an education does so only with those of its own level."""
    rows = queries.history(reader, shape.table, shape.fields, [employee_key])
    level = told.get("level_code")
    return [DatedRow(row[0], row[2], tuple(row[3:])) for row in rows if level is None or row.level_code == level]


def _effective(shape: _Shape, effective: date | None, told: Values) -> date | None:
    """The TMT; of an education whose year alone is known the first day of that year, as imports keep it."""
    if shape.table == "education_history":
        year = told.get("graduation_year")
        if effective is not None:
            told["graduation_year"] = effective.year
        elif isinstance(year, int) and EARLIEST_YEAR <= year <= LATEST_YEAR:
            return date(year, 1, 1)
    return effective


def _as_known(shape: _Shape, known: Sequence[DatedRow], effective: date | None) -> date | None:
    """Of an education the day that is known for a year, where now the year alone is told."""
    if shape.table == "education_history" and effective and (effective.month, effective.day) == (1, 1):
        days = [row.effective for row in known if row.effective and row.effective.year == effective.year]
        return days[0] if days else effective
    return effective


def _refuse_before_birth(person: Values, effective: date | None) -> None:
    born = person["birth_date"] or nip.parts(person["nip"]).birth_date
    if effective is not None and effective < born:
        raise CannotDo("state.before_birth", date=effective, born=born)


def _refuse_faults(shape: _Shape, values: Values) -> None:
    refuse_rejected("employees", _faults(shape, values))


def _faults(shape: _Shape, values: Values) -> Iterator[Problem]:
    if all(values.get(name) is None for name in shape.essential):
        yield Problem("value.missing", column=shape.essential[0])
    for name in ("service_years", "service_months", "graduation_year"):
        value = values.get(name)
        if value is not None and not (isinstance(value, int) and value >= 0):
            yield Problem("value.not_whole", column=name, value=str(value))
    day = values.get("decree_date")
    if day is not None and not isinstance(day, date):
        yield Problem("date.unreadable", column="decree_date", value=str(day))
