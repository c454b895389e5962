"""Use-cases on people whom a complete list did not name: deciding about one or many what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from db import Database, Reader
from db.queries import absences as queries
from db.queries import employees
from smartpns_desktop.domain.absences import STANDINGS, Decision
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.standings import NAMES
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import Edit, Editor, require, tidied
from smartpns_desktop.services.employee_state_edits import take_in_state
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.words.absences import DECISIONS
from smartpns_desktop.words.reasons import reason

_DECREE = ("decree_number", "decree_date", "note")


class AbsenceService:
    """Decides about people of the list "absences"; nobody is ever deleted, and undo takes a decision back."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def decide(
        self, keys: Sequence[int], decision: Decision, effective: date | None, told: Mapping[str, object] | None = None
    ) -> Changes:
        """Decide about these absences what became of the people from a day on, all in one change set.

        Whoever is gone gets that legal standing from the day (with `decree_number`, `decree_date` and a `note` where
        told); whoever stays is not asked about again until a complete list has named the person. Raises `CannotDo`:
        `record.missing`, `absence.no_date` where a standing has no day, and what a standing may be refused for.
        """
        return self._editor.carry_out(lambda reader: _decide(reader, keys, decision, effective, told or {}))

    def keys_of(self, numbers: Sequence[str]) -> list[int]:
        """Keys of the absences of the people with these NIPs. Raises `employee.unknown`, `absence.unknown`."""
        with self._database.read() as reader:
            known = employees.names_by_nip(reader, list(numbers))
            rows = queries.of_employees(reader, [key for key, _ in known.values()])
            return [_key_of(number, known, rows) for number in numbers]


def _key_of(number: str, known: Mapping[str, tuple[int, str]], rows: Mapping[int, Any]) -> int:
    if number not in known:
        raise CannotDo("employee.unknown", value=number)
    row = rows.get(known[number][0])
    if row is None or row.named_on is not None:
        raise CannotDo("absence.unknown", name=known[number][1])
    return int(row.id)


def _decide(
    reader: Reader, keys: Sequence[int], decision: Decision, effective: date | None, told: Mapping[str, object]
) -> Edit:
    values = tidied(told, _DECREE)
    standing = STANDINGS.get(decision)
    if standing is not None and effective is None:
        raise CannotDo("absence.no_date")
    rows = {row.id: row for row in queries.by_keys(reader, keys)}
    people = [dict(require(employees.by_key(reader, require(rows.get(key)).employee_id))._mapping) for key in keys]
    edit = Edit(_named(decision, [person["name"] for person in people]))
    decree = {name: value for name, value in values.items() if name != "note"}
    for key, person in zip(keys, people, strict=True):
        if standing is not None:
            state = (History.STANDING, effective, {"standing": NAMES[standing], **decree})
            take_in_state(reader, edit, person, state)
        day = effective if standing is not None else None
        said = {"decision": decision.value, "effective_date": day, "note": values.get("note")}
        edit.bundle.change("absences", key, said)
    return edit


def _named(decision: Decision, names: Sequence[str]) -> str:
    said = DECISIONS[decision].lower()
    if len(names) == 1:
        return reason("absence.decide", name=names[0], decision=said)
    return reason("absence.decide_many", count=str(len(names)), decision=said)
