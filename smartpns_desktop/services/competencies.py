"""Use-cases on the reference of competencies: those that regulations name, and those that the office adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from db import Database, Reader
from db.queries import employee_histories as rows
from db.queries import reference
from smartpns_desktop.domain.competencies import same_name
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.requirements import CompetencyKind
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
from smartpns_desktop.words.reasons import reason

FIELDS = ("name", "kind", "effective_from", "source")
"""Fields of a competency that a person tells; its code follows from its kind."""
KIND = TABLE = "competencies"
OWN = "kantor"
"""The status of competencies that the office added; others came with the program and follow its updates."""
_LETTERS = {CompetencyKind.TECHNICAL: "T", CompetencyKind.MANAGERIAL: "M", CompetencyKind.SOCIOCULTURAL: "S"}


class CompetencyReference:
    """A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then.

    Competencies of regulations are refused (`competency.shipped`): they change with the regulation.
    """

    def __init__(self, database: Database, editor: Editor) -> None:
        self._database, self._editor = database, editor

    def record(self, key: int) -> Mapping[str, Any]:
        """The fields of a competency of the office. Raises `record.missing`, `competency.shipped`."""
        with self._database.read() as reader:
            return {name: _own(reader, key)[name] for name in FIELDS}

    def problems(self, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with a competency while it is typed; `column` is the field."""
        with self._database.read() as reader:
            stored = dict.fromkeys(FIELDS) if key is None else _own(reader, key)
            return tuple(_problems(reader, stored | tidied(values, FIELDS), key))

    def add(self, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Add a competency; returns its key. Raises `record.rejected`."""
        return self._editor.add(TABLE, lambda reader: _add(reader, values))

    def change(self, key: int, values: Mapping[str, object]) -> Changes:
        """Change the told fields; posts and assessments keep the name they were told. Raises `record.rejected`."""
        return self._editor.carry_out(lambda reader: _change(reader, key, values))

    def delete(self, *keys: int) -> Changes:
        """Remove competencies from the reference, all in one change set; posts and assessments keep theirs."""
        return self._editor.carry_out(lambda reader: _delete(reader, keys))


def _add(reader: Reader, values: Mapping[str, object]) -> Edit:
    told: Values = dict.fromkeys(FIELDS) | tidied(values, FIELDS)
    refuse_rejected(KIND, _problems(reader, told, None))
    edit = Edit(reason("competency.add", name=told["name"]))
    edit.bundle.add(TABLE, {**told, "source": told["source"] or "", "code": _code(reader, told["kind"]), "status": OWN})
    return edit


def _change(reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
    row = _own(reader, key)
    told = tidied(values, FIELDS)
    if "source" in told:
        told["source"] = told["source"] or ""
    changed = differences(told, row)
    refuse_worse(KIND, _problems(reader, row, key), _problems(reader, row | changed, key), changed)
    edit = Edit(reason("competency.change", name=row["name"]))
    edit.bundle.change(TABLE, key, changed)
    return edit


def _delete(reader: Reader, keys: tuple[int, ...]) -> Edit:
    names = [str(_own(reader, key)["name"]) for key in keys]
    said = "competency.delete" if len(keys) == 1 else "competency.delete_many"
    return Edit(reason(said, name=names[0] if names else "", count=str(len(keys))), gone={TABLE: list(keys)})


def _own(reader: Reader, key: int) -> Values:
    row = dict(require(rows.row_of(reader, TABLE, key))._mapping)
    if row["status"] != OWN:
        raise CannotDo("competency.shipped", name=row["name"])
    return row


def _code(reader: Reader, kind: str) -> str:
    """The kind's letter and the next number, in a form that no code of a regulation has."""
    start = f"{_LETTERS[CompetencyKind(kind)]}-"
    codes = (str(row["code"]) for row in reference.rows_of(reader, TABLE))
    numbers = (int(code.removeprefix(start)) for code in codes if code.startswith(start))
    return f"{start}{max(numbers, default=0) + 1}"


def _problems(reader: Reader, told: Values, key: int | None) -> Iterator[Problem]:
    for name in ("name", "kind", "effective_from"):
        if not told[name]:
            yield Problem("value.missing", column=name)
    if told["kind"] and told["kind"] not in list(CompetencyKind):
        yield Problem("value.not_in_list", column="kind", value=str(told["kind"]))
    since = told["effective_from"]
    if since is not None and not isinstance(since, date):
        yield Problem("date.unreadable", column="effective_from", value=str(since))
    for row in reference.rows_of(reader, TABLE):
        if told["name"] and row["id"] != key and same_name(row["name"]) == same_name(told["name"]):
            yield Problem("competency.taken", column="name", value=row["name"])
            return
