"""Edits of an employee's dated histories: a state taken in, one row changed, one row removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db import Reader
from db.queries import employee_histories as histories
from db.queries import employees as queries
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.appointments import Appointment
from smartpns_desktop.domain.dates import EARLIEST_YEAR, LATEST_YEAR
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.histories import DatedRow, Step, take_in
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.standings import standing_of
from smartpns_desktop.services.edits import (
    Edit,
    Values,
    differences,
    refuse_rejected,
    refuse_worse,
    require,
    tidied,
    with_keys,
)
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.state_checks import Background, background_of, events
from smartpns_desktop.words.reasons import HISTORIES, reason


@dataclass(frozen=True, slots=True)
class _Shape:
    """The table of a history, its own fields, those of which a row must tell one, and names typed for keys."""

    table: str
    fields: tuple[str, ...]
    essential: tuple[str, ...]
    named: tuple[str, ...] = ()


_DECREE = ("decree_number", "decree_date")
SHAPES = {
    History.GRADE: _Shape(
        "grade_history", ("grade_code", "service_years", "service_months", *_DECREE), ("grade_code",)
    ),
    History.POST: _Shape(
        "post_history",
        ("position_id", "agency_id", "appointment", "until", *_DECREE),
        ("position_id", "agency_id"),
        ("post", "position_kind", "echelon"),
    ),
    History.EDUCATION: _Shape(
        "education_history",
        ("level_code", "programme_id", "school", "certificate_number", "graduation_year"),
        ("level_code",),
        ("programme",),
    ),
    History.STANDING: _Shape("standing_history", ("standing", "code", "until", *_DECREE), ("standing",)),
}

NewState = tuple[History, date | None, Mapping[str, object]]
"""A history, the TMT (`None`: unknown) and the values of a row to be taken in."""


def take_in_state(reader: Reader, edit: Edit, person: Values, state: NewState) -> None:
    """Put a state into an edit: a new TMT is a new row, the same TMT or none corrects (ARCHITECTURE, mechanism 9).

    `person` is the master row; `id` is negative for someone whom the same edit adds. Raises `CannotDo`:
    `state.before_birth`, `record.rejected`.
    """
    history, effective, values = state
    shape = SHAPES[history]
    told = with_keys(reader, edit.bundle, told_state(shape, values), _level(values))
    known = _known(reader, shape, person["id"], told) if person["id"] > 0 else []
    place_state(edit, background_of(reader, person, history, known), (history, effective, told))


def place_state(edit: Edit, background: Background, state: NewState) -> None:
    """Put a state that is told by its table's own fields into an edit; raises as `take_in_state` does."""
    history, effective, values = state
    shape, told, known = SHAPES[history], dict(values), background.known
    person = background.person
    effective = _effective(shape, effective, told)
    _refuse_before_birth(person, effective)
    refuse_rejected("employees", events(background, history, effective, told), person["name"])
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
    person = stored_person(reader, key)
    edit = Edit(_changed(person, state[0]))
    take_in_state(reader, edit, person, state)
    return edit


def change_state(
    reader: Reader, history: History, row_key: int, effective: date | None, values: Mapping[str, object]
) -> Edit:
    """The edit that changes the told fields and the TMT of one row."""
    shape, row = SHAPES[history], _row(reader, history, row_key)
    person = stored_person(reader, row["employee_id"])
    edit = Edit(_changed(person, history))
    stored = {name: row[name] for name in shape.fields}
    told = told_state(shape, values)
    merged = stored | with_keys(reader, edit.bundle, told, _level({**stored, **told}))
    effective = _effective(shape, effective, merged)
    _refuse_before_birth(person, effective)
    _refuse_faults(shape, merged)
    background = background_of(reader, person, history, row_key=row_key)
    before = events(background, history, row["effective_date"], stored)
    after = events(background, history, effective, merged)
    refuse_worse("employees", before, after, {*told, "effective"}, person["name"])
    known = _known(reader, shape, person["id"], merged)
    if any(other.effective == effective and other.key != row_key for other in known):
        raise CannotDo("state.date_taken", date=effective or "")
    changed = differences({**merged, "effective_date": effective}, row)
    edit.bundle.change(shape.table, row_key, changed)
    return edit


def remove_state(reader: Reader, history: History, row_key: int) -> Edit:
    """The edit that removes one row of a history."""
    row = _row(reader, history, row_key)
    person = stored_person(reader, row["employee_id"])
    name = reason("employee.remove_state", history=HISTORIES[history], name=person["name"])
    return Edit(name, gone={SHAPES[history].table: [row_key]})


def stored_person(reader: Reader, key: int) -> Values:
    """The stored fields of an employee. Raises `record.missing`."""
    return dict(require(queries.by_key(reader, key))._mapping)


def _row(reader: Reader, history: History, row_key: int) -> Values:
    return dict(require(histories.row_of(reader, SHAPES[history].table, row_key))._mapping)


def _changed(person: Values, history: History) -> str:
    return reason("employee.change", name=person["name"], fields=HISTORIES[history])


def _level(values: Mapping[str, object]) -> str | None:
    return str(values["level_code"]) if values.get("level_code") else None


def told_state(shape: _Shape, values: Mapping[str, object]) -> Values:
    """What is told, tidied, with what follows from it: the code of a standing, the own post where none is named."""
    told = tidied(values, (*shape.fields, *shape.named))
    if told.get("standing"):
        code = standing_of(str(told["standing"]))
        told["code"] = code.value if code else None
    if "appointment" in shape.fields and not told.get("appointment", ""):
        told["appointment"] = Appointment.OWN.value
    return told


def _known(reader: Reader, shape: _Shape, employee_key: int, told: Values) -> list[DatedRow]:
    """The rows with which a state competes: an education only with those of its own level, a post held for a time only
    with those held so."""
    appointment = told.get("appointment")
    if appointment not in (None, Appointment.OWN):
        posts = (row._mapping for row in histories.posts_of(reader, employee_key) if row.appointment == appointment)
        return [DatedRow(row["key"], row["effective"], tuple(row[name] for name in shape.fields)) for row in posts]
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
        raise CannotDo("state.before_birth", date=effective, born=born, name=person["name"])


def state_problems(
    reader: Reader, key: int, history: History, effective: date | None, values: Mapping[str, object], row_key: int
) -> tuple[Problem, ...]:
    """What is wrong with a row of a history while it is typed; `row_key` is 0 for a new one."""
    person, shape = stored_person(reader, key), SHAPES[history]
    told = told_state(shape, values)
    background = background_of(reader, person, history, row_key=row_key)
    return tuple(events(background, history, _effective(shape, effective, told), told))


def _refuse_faults(shape: _Shape, values: Values) -> None:
    refuse_rejected("employees", _faults(shape, values))


def _faults(shape: _Shape, values: Values) -> Iterator[Problem]:
    if all(values.get(name) is None for name in shape.essential):
        yield Problem("value.missing", column=shape.essential[0])
    for name in ("service_years", "service_months", "graduation_year"):
        value = values.get(name)
        if value is not None and not (isinstance(value, int) and value >= 0):
            yield Problem("value.not_whole", column=name, value=str(value))
    for name in ("decree_date", "until"):
        day = values.get(name)
        if day is not None and not isinstance(day, date):
            yield Problem("date.unreadable", column=name, value=str(day))
