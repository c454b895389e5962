"""Use-cases on what is recorded of a person besides the histories: SKP, discipline, certificates and the like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db import Database, Reader
from db.queries import employee_histories as rows
from db.queries import employees as people
from db.queries import records as queries
from db.queries import reference as tables
from smartpns_desktop.domain import disciplinary_actions, performance_ratings
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.performance_ratings import Expectation
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services import record_checks
from smartpns_desktop.services.attachment_files import KeptFile
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import (
    Edit,
    Editor,
    Values,
    differences,
    refuse_rejected,
    refuse_worse,
    require,
    tidied,
)
from smartpns_desktop.words.labels import kind_label
from smartpns_desktop.words.reasons import fields_named, reason


@dataclass(frozen=True, slots=True)
class _Shape:
    """The table of a kind of record, its fields, and those that tell one record of a person from another."""

    table: str
    fields: tuple[str, ...]
    key: tuple[str, ...]


_DECREE = ("decree_number", "decree_date")
_SHAPES = {
    "performance-ratings": _Shape(
        "performance_ratings",
        ("year", "rating", "value", "result", "behaviour", "assessor_nip", "assessor"),
        ("year",),
    ),
    "disciplinary-actions": _Shape(
        "disciplinary_actions",
        ("effective_date", "level", "measure", "until", *_DECREE, "reason"),
        ("effective_date", "measure"),
    ),
    "certificates": _Shape(
        "certificates",
        ("name", "number", "issuer", "issued_on", "valid_until", "field", "training_id"),
        ("name", "number", "issued_on"),
    ),
    "competency-assessments": _Shape(
        "competency_assessments",
        ("competency", "level", "assessed_on", "assessor", "number"),
        ("assessed_on", "competency"),
    ),
    "contracts": _Shape("contracts", ("effective_date", "until", "number", *_DECREE), ("effective_date",)),
}

KINDS = tuple(_SHAPES)
"""Kinds of records that a person may edit; BKN's IP ASN is only imported."""


def table_of(kind: str) -> str:
    """The table that holds the records of a kind, as attachments name it."""
    return _SHAPES[kind].table


class RecordService:
    """One record at a time, by the kind that lists use; a writing method is one change set, which undo names.

    Refuses with `CannotDo` (`record.missing`, `record.rejected`, `record.taken`) and stores nothing then.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def record(self, kind: str, key: int) -> Mapping[str, Any]:
        """The fields of a record as they are stored. Raises `record.missing`."""
        with self._database.read() as reader:
            row = _row(reader, kind, key)
            return {name: row[name] for name in _SHAPES[kind].fields}

    def problems(self, kind: str, person: int, values: Mapping[str, object], key: int = 0) -> tuple[Problem, ...]:
        """What is wrong with a record while it is typed, `column` being the field.

        With `key`, fields that `values` leaves out are those of that record.
        """
        with self._database.read() as reader:
            stored = _row(reader, kind, key) if key else {}
            told = {name: stored.get(name) for name in _SHAPES[kind].fields} | _told(kind, values)
            return _problems(reader, kind, person, told, key)

    def add(
        self, kind: str, person: int, values: Mapping[str, object], files: Sequence[KeptFile] = ()
    ) -> tuple[int, Changes]:
        """Add a record of a person with the files that prove it; returns its key too."""
        table = _SHAPES[kind].table
        return self._editor.add(table, lambda reader: _add(reader, kind, person, values).with_files(table, files))

    def change(self, kind: str, key: int, values: Mapping[str, object]) -> Changes:
        """Change the told fields of a record; `None` empties one. What was wrong before keeps nobody from mending."""
        return self._editor.carry_out(lambda reader: change_of(reader, kind, key, values))

    def remove(self, kind: str, key: int) -> Changes:
        """Remove a record."""
        return self._editor.carry_out(lambda reader: _remove(reader, kind, key))


def _add(reader: Reader, kind: str, person: int, values: Mapping[str, object]) -> Edit:
    shape, name = _SHAPES[kind], _name(reader, person)
    told: Values = dict.fromkeys(shape.fields) | _derived(reader, kind, _told(kind, values))
    refuse_rejected(kind, _problems(reader, kind, person, told, 0), name)
    _refuse_twin(reader, kind, person, told, 0)
    edit = Edit(reason("record.add", kind=kind_label(kind).lower(), name=name))
    edit.bundle.add(shape.table, {"employee_id": person, **told})
    return edit


def change_of(reader: Reader, kind: str, key: int, values: Mapping[str, object]) -> Edit:
    """The edit that changes the told fields of a record; raises as `RecordService.change` does."""
    shape, row = _SHAPES[kind], _row(reader, kind, key)
    stored = {name: row[name] for name in shape.fields}
    changed = differences(_told(kind, values), stored)
    person = row["employee_id"]
    after = stored | changed
    before, found = (_problems(reader, kind, person, it, key) for it in (stored, after))
    refuse_worse(kind, before, found, changed)
    _refuse_twin(reader, kind, person, after, key)
    facts = {"kind": kind_label(kind).lower(), "name": _name(reader, person), "fields": fields_named(kind, changed)}
    edit = Edit(reason("record.change", **facts))
    edit.bundle.change(shape.table, key, changed)
    return edit


def _remove(reader: Reader, kind: str, key: int) -> Edit:
    row = _row(reader, kind, key)
    name = reason("record.delete", kind=kind_label(kind).lower(), name=_name(reader, row["employee_id"]))
    return Edit(name, gone={_SHAPES[kind].table: [key]})


def _told(kind: str, values: Mapping[str, object]) -> Values:
    told = tidied(values, _SHAPES[kind].fields)
    if kind == "disciplinary-actions" and "measure" in told:
        # One of three parts of a key: it is never empty in the store's sense.
        told["measure"] = told["measure"] or ""
    return told


def _derived(reader: Reader, kind: str, told: Values) -> Values:
    """A new record with what its other fields fix where nobody told.

    That is the predicate of a rating (PermenPANRB 6/2022), the level and the last day of a penalty (PP 94/2021).
    """
    if kind == "performance-ratings" and isinstance(told.get("year"), int):
        return {**told, "rating": told.get("rating") or _predicate(told)}
    if kind != "disciplinary-actions" or not told.get("effective_date"):
        return told
    measure = str(told.get("measure") or "")
    known = {str(row["name"]): str(row["level"]) for row in tables.rows_of(reader, "disciplinary_measures")}
    until = disciplinary_actions.until(told["effective_date"], told.get("until"), None, measure)
    return {**told, "measure": measure, "level": told.get("level") or known.get(measure), "until": until}


def _predicate(told: Values) -> str | None:
    result, behaviour = (Expectation(told[it]) if told.get(it) else None for it in ("result", "behaviour"))
    found = performance_ratings.derived(told.get("value"), told["year"], result, behaviour)
    return found.value if found else None


def _problems(reader: Reader, kind: str, person: int, values: Values, key: int) -> tuple[Problem, ...]:
    return tuple(record_checks.problems(reader, kind, person, values, key))


def _refuse_twin(reader: Reader, kind: str, person: int, values: Values, key: int) -> None:
    """Another record of the person that tells the very same thing is the one to be changed."""
    shape = _SHAPES[kind]
    own = tuple(values[name] for name in shape.key)
    for row in queries.of_employees(reader, shape.table, shape.key, [person]):
        if row.employee_id == person and row.id != key and tuple(row[2:]) == own:
            raise CannotDo("record.taken", name=kind_label(kind).lower())


def _row(reader: Reader, kind: str, key: int) -> Values:
    return dict(require(rows.row_of(reader, _SHAPES[kind].table, key))._mapping)


def _name(reader: Reader, person: int) -> str:
    return str(require(people.by_key(reader, person)).name)
