"""Use-cases on what agencies are asked to submit: the calls for data, and how far each agency has answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from db import Database, Reader
from db.queries import agency_rows
from db.queries.agency_duties import call_and_agency
from smartpns_desktop.domain.agency_duties import SUBMISSION_KINDS, SubmissionState
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.services.agency_duties import agency_name
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import Edit, Editor, Values, differences, refuse_rejected, require, tidied
from smartpns_desktop.words.agency_labels import STATES
from smartpns_desktop.words.labels import kind_label
from smartpns_desktop.words.reasons import fields_named, reason
from smartpns_desktop.words.sentences import lower_first

_CALL = ("kind", "period", "year", "opened_on", "deadline", "note")
_REQUIRED = ("kind", "period", "year", "opened_on", "deadline")
_STATED = ("state", "submitted_on", "note")


class AgencySubmissionService:
    """Reads and writes calls for data and what is stated of single answers.

    Where nothing is stated a state is derived: an import of that kind from the agency since the call was opened, and
    of study needs the state of the plan. A writing method is one change set, which undo names.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def problems(self, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with a call while it is typed; with `key` fields left out are those of that call."""
        with self._database.read() as reader:
            stored = dict(_call(reader, key)._mapping) if key is not None else {}
            return tuple(_problems(reader, {**stored, **tidied(values, _CALL)}, key))

    def add_call(self, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Ask all agencies for a kind of data of a period until a day; returns the key of the call.

        `values` are `kind`, `period`, `year`, `opened_on`, `deadline` and, where told, `note`. Raises
        `record.rejected`.
        """
        return self._editor.add("submission_calls", lambda reader: _add_call(reader, values))

    def change_call(self, key: int, values: Mapping[str, object]) -> Changes:
        """Change fields of a call. Raises `record.rejected`, `record.missing`."""
        return self._editor.carry_out(lambda reader: _change_call(reader, key, values))

    def remove_call(self, key: int) -> Changes:
        """Take a call away with all that is stated of its answers. Raises `record.missing`."""
        return self._editor.carry_out(lambda reader: _remove_call(reader, key))

    def stated(self, row: int) -> Mapping[str, object]:
        """What is stated of an answer: `state`, `submitted_on`, `note`; empty where it is derived.

        `row` is the key of the row of the list `agency-submissions`.
        """
        call, agency = call_and_agency(row)
        with self._database.read() as reader:
            found = agency_rows.rows(reader, "agency_submissions", call_id=call, agency_id=agency)
        return {name: getattr(found[0], name) for name in _STATED} if found else {}

    def state(self, row: int, values: Mapping[str, object]) -> Changes:
        """State how far an agency has answered: `state`, `submitted_on`, `note`; without a state it is derived again.

        Raises `record.missing`, `argument.bad_value`.
        """
        return self._editor.carry_out(lambda reader: _state(reader, row, values))


def _call(reader: Reader, key: int) -> Any:
    return require(next(iter(agency_rows.rows(reader, "submission_calls", id=key)), None))


def _problems(reader: Reader, values: Values, key: int | None) -> list[Problem]:
    told = {**dict.fromkeys(_CALL), **values}
    found = [Problem("value.missing", column=name) for name in _REQUIRED if told[name] is None]
    if told["kind"] is not None and told["kind"] not in SUBMISSION_KINDS:
        found.append(Problem("value.not_in_list", column="kind", value=str(told["kind"])))
    opened, deadline = told["opened_on"], told["deadline"]
    if isinstance(opened, date) and isinstance(deadline, date) and deadline < opened:
        found.append(Problem("call.ends_before_start", column="deadline", value=deadline.isoformat()))
    twins = agency_rows.rows(reader, "submission_calls", kind=told["kind"], period=told["period"])
    if any(row.id != key for row in twins):
        found.append(Problem("call.period_taken", column="period", value=str(told["period"])))
    return found


def _add_call(reader: Reader, values: Mapping[str, object]) -> Edit:
    told = {**dict.fromkeys(_CALL), **tidied(values, _CALL)}
    refuse_rejected("submission-calls", _problems(reader, told, None))
    edit = Edit(reason("call.add", kind=_named(told["kind"]), period=told["period"]))
    edit.bundle.add("submission_calls", told)
    return edit


def _change_call(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    row = _call(reader, key)
    changed = differences(tidied(values, _CALL), row._mapping)
    refuse_rejected("submission-calls", _problems(reader, {**row._mapping, **changed}, key))
    fields = fields_named("submission-calls", changed)
    edit = Edit(reason("call.change", kind=_named(row.kind), period=row.period, fields=fields))
    edit.bundle.change("submission_calls", key, changed)
    return edit


def _remove_call(reader: Reader, key: int) -> Edit:
    row = _call(reader, key)
    answers = [it.id for it in agency_rows.rows(reader, "agency_submissions", call_id=key)]
    gone = {"agency_submissions": answers, "submission_calls": [key]}
    return Edit(reason("call.remove", kind=_named(row.kind), period=row.period), gone=gone)


def _state(reader: Reader, row: int, values: Mapping[str, object]) -> Edit:
    told = {**dict.fromkeys(_STATED), **tidied(values, _STATED)}
    call_key, agency = call_and_agency(row)
    call, name = _call(reader, call_key), agency_name(reader, agency)
    if told["state"] is not None and told["state"] not in list(SubmissionState):
        raise CannotDo("argument.bad_value", value=told["state"])
    stored = next(iter(agency_rows.rows(reader, "agency_submissions", call_id=call_key, agency_id=agency)), None)
    said = STATES.get(str(told["state"]), "")
    facts = {"name": name, "kind": _named(call.kind), "period": call.period}
    if told["state"] is None:
        gone = {"agency_submissions": [stored.id] if stored else []}
        return Edit(reason("submission.derive", **facts), gone=gone)
    edit = Edit(reason("submission.state", state=said.lower(), **facts))
    if stored is None:
        edit.bundle.add("agency_submissions", {"call_id": call_key, "agency_id": agency, **told})
    else:
        edit.bundle.change("agency_submissions", stored.id, differences(told, stored._mapping))
    return edit


def _named(kind: str) -> str:
    return lower_first(kind_label(kind))
