"""Use-cases on single trainings: looking one up, adding, changing, verifying and removing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from db import Database, Reader
from db.queries import employees
from db.queries import trainings as queries
from smartpns_desktop.domain import trainings
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.regulations import Regulations
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
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.training_credit import DERIVED_FROM, derived
from smartpns_desktop.words.reasons import fields_named, reason, trainings_named

FIELDS = (
    "employee_id", "name", "form_code", "organiser", "start_date", "end_date", "jp", "certificate_number",
    "certificate_date", "source", "verified", "note",
)  # fmt: skip
"""Fields that a person tells; year and credited JP follow from them."""


@dataclass(frozen=True, slots=True)
class TrainingRecord:
    """One person's development activity; `jp` is claimed, `jp_counted` what the rules credit."""

    key: int
    employee_id: int
    nip: str
    person: str
    name: str
    form_code: str | None
    form: str | None
    organiser: str | None
    start_date: date | None
    end_date: date | None
    year: int | None
    jp: float | None
    jp_counted: float | None
    certificate_number: str | None
    certificate_date: date | None
    source: str | None
    verified: bool
    note: str | None


class TrainingService:
    """One training at a time; lists of them are `ListService`'s.

    A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then.
    All raise `record.missing` for a key that is gone.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def record(self, key: int) -> TrainingRecord:
        """One training."""
        with self._database.read() as reader:
            stored = _stored(reader, key)
        return TrainingRecord(key, *(stored[field.name] for field in fields(TrainingRecord)[1:]))

    def forms(self, on: date | None = None) -> tuple[tuple[str, str], ...]:
        """Code and name of the forms of development in force on a day, today where none is given."""
        with self._database.read() as reader:
            forms = regulations(reader).on(on or date.today()).training_forms
        return tuple((code, form.name) for code, form in forms.items())

    def problems(self, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with the fields of a training while it is typed; `column` is the field.

        With `key`, fields that `values` leaves out are those of that training. See `trainings.problems`; besides, a
        namesake of the same person and day is told (`training.duplicate`).
        """
        with self._database.read() as reader:
            stored = {} if key is None else _stored(reader, key)
            return _problems(reader, regulations(reader), stored | _tidied(values), key)

    def add(self, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Add a training of `employee_id`; returns its key. Raises `record.rejected`."""
        return self._editor.add("trainings", lambda reader: _add(reader, values))

    def change(self, key: int, values: Mapping[str, object]) -> Changes:
        """Change the told fields; `None` empties one. Raises `record.rejected`."""
        return self._editor.carry_out(lambda reader: _change(reader, key, values))

    def delete(self, *keys: int) -> Changes:
        """Remove trainings, all in one change set."""
        return self._editor.carry_out(lambda reader: _delete(reader, keys))

    def verify(self, keys: Sequence[int], yes: bool) -> Changes:
        """Note that the certificates of these trainings were checked, or that they were not."""
        return self._editor.carry_out(lambda reader: _verify(reader, keys, yes=yes))


def _stored(reader: Reader, key: int) -> Values:
    return dict(require(queries.by_key(reader, key))._mapping)


def _tidied(values: Mapping[str, object]) -> Values:
    """Typed values in the store's terms: JP as a float, verified as yes or no."""
    tidy = tidied(values, FIELDS)
    if isinstance(tidy.get("jp"), int | Decimal):
        tidy["jp"] = float(tidy["jp"])
    if "verified" in tidy:
        tidy["verified"] = bool(tidy["verified"])
    return tidy


def _problems(reader: Reader, rules: Regulations, values: Values, key: int | None) -> tuple[Problem, ...]:
    found = _own_problems(rules, values)
    person, name, start = (values.get(it) for it in ("employee_id", "name", "start_date"))
    if not person or not name or not (start is None or isinstance(start, date)):
        return found
    twins = queries.namesakes(reader, person, fold(str(name)), start)
    return (*found, Problem("training.duplicate", column="name", value=str(name))) if {*twins} - {key} else found


def _own_problems(rules: Regulations, values: Values) -> tuple[Problem, ...]:
    days = [values.get(name) for name in ("end_date", "start_date")]
    day = next((it for it in days if isinstance(it, date)), date.today())
    return trainings.problems(values, rules.on(day).training_forms)


def _add(reader: Reader, values: Mapping[str, object]) -> Edit:
    rules = regulations(reader)
    told: Values = {**dict.fromkeys(FIELDS), **_tidied(values)}
    refuse_rejected("trainings", _problems(reader, rules, told, None))
    person = require(employees.by_key(reader, told["employee_id"]))
    told["verified"] = bool(told["verified"])
    edit = Edit(reason("training.add", name=told["name"], person=person.name))
    edit.bundle.add("trainings", {**told, **derived(told, rules, date.today())})
    return edit


def _change(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    rules, stored = regulations(reader), _stored(reader, key)
    changed = changed_fields(stored, values, rules, lambda told: _problems(reader, rules, told, key))
    told = fields_named("trainings", (name for name in FIELDS if name in changed))
    edit = Edit(reason("training.change", name=stored["name"], person=stored["person"], fields=told))
    edit.bundle.change("trainings", key, changed)
    return edit


def changed_fields(
    stored: Values,
    values: Mapping[str, object],
    rules: Regulations,
    problems: Callable[[Values], Sequence[Problem]] | None = None,
) -> Values:
    """The told fields that differ from the stored ones, with what follows from them; raises as `change` does.

    Without `problems` it is not asked whether there is a namesake, which only name, day and person can make.
    """
    judged = problems or (lambda told: _own_problems(rules, told))
    changed = differences(_tidied(values), stored)
    if changed:
        refuse_worse("trainings", judged(stored), judged(stored | changed), changed)
    if {"start_date", "end_date"} & changed.keys() and stored.get("day_count"):
        changed["day_count"] = None
    if DERIVED_FROM & changed.keys():
        # A year that followed from days goes with them.
        year = {"year": None} if {"start_date", "end_date"} & changed.keys() else {}
        changed |= differences(derived(stored | changed | year, rules, date.today()), stored)
    return changed


def _delete(reader: Reader, keys: Sequence[int]) -> Edit:
    rows = [_stored(reader, key) for key in keys]
    if len(rows) == 1:
        name = reason("training.delete", name=rows[0]["name"], person=rows[0]["person"])
    else:
        name = reason("training.delete_many", names=trainings_named(row["name"] for row in rows))
    return Edit(name, gone={"trainings": list(keys)})


def _verify(reader: Reader, keys: Sequence[int], *, yes: bool) -> Edit:
    rows = [_stored(reader, key) for key in dict.fromkeys(keys)]
    turned = [row for row in rows if row["verified"] != yes]
    names = trainings_named(row["name"] for row in turned)
    edit = Edit(reason("training.verify" if yes else "training.unverify", names=names))
    for row in turned:
        edit.bundle.change("trainings", row["id"], {"verified": yes})
    return edit
