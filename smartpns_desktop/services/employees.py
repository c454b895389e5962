"""Use-cases on one employee: looking the record up, adding, changing and removing it, and its dated states."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from db import Database, Reader
from db.queries import agency_leaders, listing, references
from db.queries import employees as queries
from smartpns_desktop.domain import employee_records, nik, nip
from smartpns_desktop.domain.employee_records import FIELDS, Employee
from smartpns_desktop.domain.employees import EmployeeKind, Sex, kind_of
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.regulations import Regulations
from smartpns_desktop.services import employee_state_edits, employee_states, listings
from smartpns_desktop.services.attachment_files import KeptFile
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import (
    Edit,
    Editor,
    Values,
    differences,
    refuse_rejected,
    refuse_worse,
    tidied,
)
from smartpns_desktop.services.employee_state_edits import NewState, stored_person
from smartpns_desktop.services.employee_states import (
    EducationState,
    GradeState,
    History,
    PostState,
    StandingState,
)
from smartpns_desktop.services.lives import frame_problems
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.training_credit import YearSummary, year_summary
from smartpns_desktop.words.reasons import fields_named, reason
from smartpns_desktop.words.sentences import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeRecord(Employee):
    """All that is known of a person on a day.

    The histories are whole, newest first; `current` is the person's line in the list of employees on that day
    (empty where the appointment came later), `year` the JP of that day's year.
    """

    key: int
    grades: tuple[GradeState, ...]
    posts: tuple[PostState, ...]
    educations: tuple[EducationState, ...]
    standings: tuple[StandingState, ...]
    current: Mapping[str, Any]
    year: YearSummary


class EmployeeService:
    """One employee at a time; lists of them are `ListService`'s.

    A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def record(self, key: int, as_of: date | None = None) -> EmployeeRecord:
        """The record of an employee on a day, today's where none is given. Raises `record.missing`."""
        with self._database.read() as reader:
            return record_of(reader, key, as_of)

    def by_nip(self, number: str, as_of: date | None = None) -> EmployeeRecord:
        """The record of the person who has or had that NIP, however it is typed. Raises `employee.unknown`."""
        with self._database.read() as reader:
            found = queries.names_by_nip(reader, [nip.clean(number)]).get(nip.clean(number))
            if found is None:
                raise CannotDo("employee.unknown", value=number)
            return record_of(reader, found[0], as_of)

    def problems(self, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with the fields of a record while it is typed; `column` is the field.

        With `key`, fields that `values` leaves out are those of that employee. See `employee_records.problems`;
        besides, a NIP that someone else has is refused (`nip.taken`).
        """
        with self._database.read() as reader:
            stored = {} if key is None else stored_person(reader, key)
            return _problems(reader, stored | _tidied(values), key)

    def add(self, values: Mapping[str, object], states: Sequence[NewState] = ()) -> tuple[int, Changes]:
        """Add an employee, with first states of the histories if told; returns the key.

        Without a kind the NIP tells PNS or PPPK. Raises `record.rejected`, `state.before_birth`.
        """
        return self._editor.add("employees", lambda reader: _add(reader, values, states))

    def change(self, key: int, values: Mapping[str, object]) -> Changes:
        """Change the told fields; `None` empties one.

        Raises `record.missing` and `record.rejected`, the latter not for what was wrong before.
        """
        return self._editor.carry_out(lambda reader: _change(reader, key, values))

    def delete(self, *keys: int) -> Changes:
        """Remove employees with all histories, all in one change set.

        Raises `employee.in_use` while trainings refer to one of them.
        """
        return self._editor.carry_out(lambda reader: _delete(reader, keys))

    def add_state(
        self,
        key: int,
        history: History,
        effective: date | None,
        values: Mapping[str, object],
        files: Sequence[KeptFile] = (),
    ) -> Changes:
        """Take in what holds from a day: a new TMT is a new row, the same TMT, or none, corrects (mechanism 9).

        A post may be told by `post` (with `position_kind` and `echelon`) in the place of `position_id`, a
        programme by `programme`; unknown ones are added. An education competes with those of its level only. `files`
        are attached to the row.
        Raises `state.before_birth`, `record.rejected`, `record.missing`.
        """
        state, table = (history, effective, values), employee_state_edits.SHAPES[history].table
        return self._editor.carry_out(
            lambda reader: employee_state_edits.add_state(reader, key, state).with_files(table, files)
        )

    def change_state(
        self, history: History, row_key: int, effective: date | None, values: Mapping[str, object]
    ) -> Changes:
        """Give one row of a history its TMT and the told fields; `None` empties one.

        Raises as `add_state` does, and `state.date_taken` where another row has that TMT.
        """
        return self._editor.carry_out(
            lambda reader: employee_state_edits.change_state(reader, history, row_key, effective, values)
        )

    def state_problems(
        self, key: int, history: History, effective: date | None, values: Mapping[str, object], row_key: int = 0
    ) -> tuple[Problem, ...]:
        """What is wrong with the days of a row of a history while it is typed (`life_course.faults`).

        `row_key` is that of the row that is changed. Columns are the fields, `effective` for the TMT.
        """
        with self._database.read() as reader:
            return employee_state_edits.state_problems(reader, key, history, effective, values, row_key)

    def remove_state(self, history: History, row_key: int) -> Changes:
        """Remove one row of a history. Raises `record.missing`."""
        return self._editor.carry_out(lambda reader: employee_state_edits.remove_state(reader, history, row_key))


def record_of(reader: Reader, key: int, as_of: date | None, rules: Regulations | None = None) -> EmployeeRecord:
    """The record of an employee on a day, today's where none is given; `rules` spares reading them again.

    Raises `CannotDo("record.missing")`.
    """
    stored, on = stored_person(reader, key), as_of or date.today()
    kind = EmployeeKind(stored.pop("kind"))
    return EmployeeRecord(
        **{name: stored[name] for name in FIELDS if name not in ("kind", "sex")},
        kind=kind,
        sex=Sex(stored["sex"]) if stored["sex"] else None,
        key=key,
        grades=employee_states.grades_of(reader, key, on),
        posts=employee_states.posts_of(reader, key, on),
        educations=employee_states.educations_of(reader, key, on),
        standings=employee_states.standings_of(reader, key, on),
        current=_current(reader, key, as_of),
        year=year_summary(reader, rules or regulations(reader), key, kind, on.year),
    )


def _current(reader: Reader, key: int, as_of: date | None) -> Mapping[str, Any]:
    employees = listings.listing(reader, "employees", as_of)
    keys = listing.keys(reader, employees, listing.Filter(keys=frozenset({key})))
    return MappingProxyType(next(listing.records(reader, employees, keys), {}))


def _tidied(values: Mapping[str, object]) -> Values:
    tidy = tidied(values, FIELDS)
    for name, clean in (("nip", nip.clean), ("nik", nik.clean)):
        if tidy.get(name):
            tidy[name] = clean(str(tidy[name]))
    return tidy


def _problems(reader: Reader, values: Values, key: int | None) -> tuple[Problem, ...]:
    found = employee_records.problems(values)
    if key is not None:
        found = (*found, *frame_problems(reader, key, values))
    number = values.get("nip")
    owner = queries.names_by_nip(reader, [number]).get(number) if number else None
    if owner is None or owner[0] == key:
        return found
    return (Problem("nip.taken", column="nip", value=str(number), facts={"stored": owner[1]}), *found)


def _add(reader: Reader, values: Mapping[str, object], states: Sequence[NewState]) -> Edit:
    told: Values = {**dict.fromkeys(FIELDS), **_tidied(values)}
    told["kind"] = told["kind"] or kind_of("", "", str(told["nip"] or "")).value
    refuse_rejected("employees", _problems(reader, told, None))
    edit = Edit(reason("employee.add", name=told["name"]))
    key = edit.bundle.add("employees", told)
    for state in states:
        employee_state_edits.take_in_state(reader, edit, told | {"id": key}, state)
    return edit


def _change(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    stored = stored_person(reader, key)
    changed = changed_fields(stored, values, lambda told: _problems(reader, told, key))
    edit = Edit(reason("employee.change", name=stored["name"], fields=fields_named("employees", changed)))
    edit.bundle.change("employees", key, changed)
    return edit


def changed_fields(
    stored: Values,
    values: Mapping[str, object],
    problems: Callable[[Values], Sequence[Problem]] = employee_records.problems,
) -> Values:
    """The told fields that differ from the stored ones. Raises `record.rejected`, not for what was wrong before."""
    changed = differences(_tidied(values), stored)
    if changed:
        refuse_worse("employees", problems(stored), problems(stored | changed), changed)
    return changed


def _delete(reader: Reader, keys: Sequence[int]) -> Edit:
    rows = [stored_person(reader, key) for key in keys]
    for row, key in zip(rows, keys, strict=True):
        counts = references.pointing_at(reader, "employees", key)
        if counts.get("agencies"):
            raise CannotDo("employee.is_contact", name=row["name"], names=listed(agency_leaders.led_by(reader, key), 5))
        if counts:
            raise CannotDo("employee.in_use", name=row["name"], trainings=counts.get("trainings", 0))
    if len(rows) == 1:
        name = reason("employee.delete", name=rows[0]["name"])
    else:
        name = reason("employee.delete_many", count=str(len(rows)))
    return Edit(name, gone={"employees": list(keys)})
