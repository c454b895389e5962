"""Merging two records of one person: what stays, what moves, what is dropped, and doing it as one change set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db import ChangeSetHeader, Database, Reader, Writer
from db.queries import belongings, writing
from db.queries import employees as queries
from db.queries.belongings import Belonging
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.people_merging import Choice, Identifying, Side, changed, choices, partner, unite
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.duplicates import Recorded, two_people
from smartpns_desktop.services.edits import require
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.row_words import RowWords
from smartpns_desktop.services.trail import FieldChange
from smartpns_desktop.services.training_credit import DERIVED_FROM, derived
from smartpns_desktop.words.reasons import reason

FIELDS = tuple(name for name in belongings.fields_of("employees") if name != "nip")
"""Fields of which one may choose whose value is taken; the NIP is that of the record that stays."""

_FOLLOWING = frozenset({"name_key", "year", "jp_counted"})
"""Fields of a training that follow from others."""


@dataclass(frozen=True, slots=True)
class UnitedRow:
    """Two rows that tell one thing and become one.

    `thing` names it; `filled` are the gaps that the row that goes fills, `dropped` its values that are lost (`before`)
    and what stands in their place (`after`), all in words.
    """

    table: str
    thing: str
    filled: tuple[FieldChange, ...]
    dropped: tuple[FieldChange, ...]


@dataclass(slots=True)
class _Steps:
    """Rows to move, by table and key with the column and the row that it refers to then; rows to remove, to change."""

    moved: list[tuple[str, int, dict[str, Any]]] = field(default_factory=list)
    gone: list[tuple[str, int]] = field(default_factory=list)
    changed: list[tuple[str, int, dict[str, Any]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge will do: `moved` counts rows by table, `united` are rows of both that become one."""

    keep: Recorded
    other: Recorded
    fields: tuple[Choice, ...]
    moved: Mapping[str, int]
    united: tuple[UnitedRow, ...]
    steps: _Steps

    @property
    def dropped(self) -> tuple[UnitedRow, ...]:
        """The united rows of which something is lost."""
        return tuple(it for it in self.united if it.dropped)


@dataclass(frozen=True, slots=True)
class MergeResult:
    """A merge that was done, and the number under which it is undone."""

    change_set: int
    plan: MergePlan
    changes: Changes


class MergeService:
    """Makes one record of two; more than two are merged one after the other."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._actor = database, actor

    def plan(self, keep: str, other: str, take: Mapping[str, Side] | None = None) -> MergePlan:
        """What merging the person with the NIP `other` into that with the NIP `keep` would do.

        `take` says by field whose value is taken; where it is silent that of the record that stays, unless it is empty.
        Raises `employee.unknown`, `merge.same_person`, `argument.unknown_field`.
        """
        with self._database.read() as reader:
            return _plan(reader, keep, other, take or {})

    def merge(self, keep: str, other: str, take: Mapping[str, Side] | None = None) -> MergeResult:
        """Merge as `plan` tells; the NIP that goes is kept as a former one. Raises as `plan` does."""
        with self._database.read() as reader:
            first, second = two_people(reader, keep, other)
        named = {"name": f"{second.name} {second.nip}", "into": f"{first.name} {first.nip}"}
        with self._database.write(ChangeSetHeader("merge", self._actor, reason("employee.merge", **named))) as writer:
            # Planned under the lock: another program may have written in between.
            plan = _plan(writer, keep, other, take or {})
            tables = _carry_out(writer, plan)
            return MergeResult(writer.change_set_id, plan, Changes.of_tables(writer.change_set_id, tables))


def _plan(reader: Reader, keep: str, other: str, take: Mapping[str, Side]) -> MergePlan:
    for name in take:
        if name not in FIELDS:
            raise CannotDo("argument.unknown_field", field=name, known=", ".join(FIELDS))
    first, second = two_people(reader, keep, other)
    rows = [require(queries.by_key(reader, it.key))._mapping for it in (first, second)]
    gathering = _Gathering(reader)
    gathering.gather("employees", first.key, second.key)
    moved = Counter(table for table, *_ in gathering.steps.moved)
    chosen = choices(rows[0], rows[1], FIELDS, take)
    return MergePlan(first, second, chosen, moved, tuple(gathering.united), gathering.steps)


class _Gathering:
    """Walks through all that refers to the record that goes, table by table."""

    def __init__(self, reader: Reader) -> None:
        self._reader, self._words = reader, RowWords(reader)
        self.steps, self.united = _Steps(), list[UnitedRow]()

    def gather(self, table: str, keep: int, other: int) -> None:
        """Bring what refers to one row to another; rows that tell one thing are united."""
        for belonging in belongings.belongings(table):
            identities = [Identifying(it.same, it.unless) for it in belonging.one_per]
            present = belongings.rows_of(self._reader, belonging, keep)
            for row in belongings.rows_of(self._reader, belonging, other):
                twin = partner(row, present, identities)
                if twin is None:
                    self.steps.moved.append((belonging.table, row["id"], {belonging.owner: keep}))
                else:
                    present.remove(dict(twin))
                    self._unite(belonging, dict(twin), row)

    def _unite(self, belonging: Belonging, twin: dict[str, Any], row: dict[str, Any]) -> None:
        mine, theirs = ({name: it[name] for name in belonging.fields} for it in (twin, row))
        united = unite(mine, theirs, belonging.flags)
        filled = dict(united.filled)
        if belonging.table == "trainings" and DERIVED_FROM & filled.keys():
            filled |= derived({**twin, **filled}, regulations(self._reader), date.today())
        # What refers to the row that goes comes to its twin first.
        self.gather(belonging.table, twin["id"], row["id"])
        self.steps.gone.append((belonging.table, row["id"]))
        if filled:
            self.steps.changed.append((belonging.table, twin["id"], filled))
        dropped = {it.field: (it.goes, it.stays) for it in united.dropped}
        gaps = {name: (twin[name], value) for name, value in united.filled.items()}
        self.united.append(
            UnitedRow(
                belonging.table,
                self._words.thing(belonging.table, twin),
                self._told(belonging.table, gaps),
                self._told(belonging.table, dropped),
            )
        )

    def _told(self, table: str, fields: Mapping[str, tuple[Any, Any]]) -> tuple[FieldChange, ...]:
        say = self._words.value
        return tuple(
            FieldChange(name, self._words.label(table, name), say(table, name, before), say(table, name, after))
            for name, (before, after) in fields.items()
            if name not in _FOLLOWING
        )


def _carry_out(writer: Writer, plan: MergePlan) -> set[str]:
    """Write a plan; the tables that it touched. What is unique is freed before it is taken."""
    steps = plan.steps
    for table, key, values in steps.moved:
        writing.update_rows(writer, table, [(key, values)])
    for table, key in steps.gone:
        writing.delete_rows(writer, table, [key])
    for table, key, values in steps.changed:
        writing.update_rows(writer, table, [(key, values)])
    writing.delete_rows(writer, "employees", [plan.other.key])
    writing.update_rows(writer, "employees", [(plan.keep.key, changed(plan.fields))])
    writing.insert_one(writer, "former_nips", {"employee_id": plan.keep.key, "nip": plan.other.nip})
    written = {table for table, _, _ in (*steps.moved, *steps.changed)}
    return written | {table for table, _ in steps.gone} | {"employees", "former_nips"}
