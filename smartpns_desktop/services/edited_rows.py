"""Rows of a table that people add, correct and remove one at a time, each judged before it is written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from db import Database, Reader
from db.queries import employee_histories as rows
from smartpns_desktop.domain.problems import Problem
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


class EditedRows(ABC):
    """A writing method is one change set, which undo names; it refuses with `CannotDo` and stores nothing then.

    `fields` are those that a person tells, `said` begins the codes of the reasons ("quota" for "quota.add").
    """

    kind: ClassVar[str]
    table: ClassVar[str]
    said: ClassVar[str]
    fields: ClassVar[tuple[str, ...]]

    def __init__(self, database: Database, editor: Editor) -> None:
        self._database, self._editor = database, editor

    def record(self, key: int) -> Mapping[str, Any]:
        """The fields of a row as they are stored. Raises `record.missing`, and what `change` refuses to touch."""
        with self._database.read() as reader:
            row = self._row(reader, key)
            return {name: row[name] for name in self.fields}

    def problems(self, values: Mapping[str, object], key: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with a row while it is typed; `column` is the field."""
        with self._database.read() as reader:
            stored: Values = dict.fromkeys(self.fields) if key is None else self._row(reader, key)
            return tuple(self._faults(reader, stored | self._told(values), key))

    def add(self, values: Mapping[str, object]) -> tuple[int, Changes]:
        """Add a row; returns its key. Raises `record.rejected`."""
        return self._editor.add(self.table, lambda reader: self._added(reader, values))

    def change(self, key: int, values: Mapping[str, object]) -> Changes:
        """Correct the told fields. Raises `record.rejected`."""
        return self._editor.carry_out(lambda reader: self._changed(reader, key, values))

    def delete(self, *keys: int) -> Changes:
        """Remove rows, all in one change set."""
        return self._editor.carry_out(lambda reader: self._deleted(reader, keys))

    @abstractmethod
    def _faults(self, reader: Reader, told: Values, key: int | None) -> Iterable[Problem]:
        """What is wrong with a row of these fields; `key` is its own, `None` while it is new."""

    @abstractmethod
    def _names(self, reader: Reader, row: Values) -> Mapping[str, str]:
        """What a reason calls the row."""

    def _row(self, reader: Reader, key: int) -> Values:
        return dict(require(rows.row_of(reader, self.table, key))._mapping)

    def _told(self, values: Mapping[str, object]) -> Values:
        return tidied(values, self.fields)

    def _completed(self, _reader: Reader, told: Values) -> Values:
        """A new row as it is stored, with what no person tells."""
        return told

    def _added(self, reader: Reader, values: Mapping[str, object]) -> Edit:
        told: Values = dict.fromkeys(self.fields) | self._told(values)
        refuse_rejected(self.kind, self._faults(reader, told, None))
        edit = Edit(reason(f"{self.said}.add", **self._names(reader, told)))
        edit.bundle.add(self.table, self._completed(reader, told))
        return edit

    def _changed(self, reader: Reader, key: int, values: Mapping[str, object]) -> Edit:
        row = self._row(reader, key)
        changed = differences(self._told(values), row)
        refuse_worse(self.kind, self._faults(reader, row, key), self._faults(reader, row | changed, key), changed)
        edit = Edit(reason(f"{self.said}.change", **self._names(reader, row)))
        edit.bundle.change(self.table, key, changed)
        return edit

    def _deleted(self, reader: Reader, keys: tuple[int, ...]) -> Edit:
        named = [self._names(reader, self._row(reader, key)) for key in keys]
        code = f"{self.said}.delete" if len(keys) == 1 else f"{self.said}.delete_many"
        return Edit(reason(code, **(named[0] if named else {}), count=str(len(keys))), gone={self.table: list(keys)})
