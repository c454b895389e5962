"""One field of many rows at once: what it would change is shown first, then done whole in one change set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from db import Database, Reader
from db.queries import listing as lists
from db.queries import writing
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services import employee_state_edits as states
from smartpns_desktop.services import employees, listings, records, study_need_edits, trainings
from smartpns_desktop.services.bulk_fields import BulkField, Entry, fields_of, said
from smartpns_desktop.services.changes import Changes
from smartpns_desktop.services.edits import Edit, Editor, Rejected, Values
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery, asked
from smartpns_desktop.services.reference import regulations
from smartpns_desktop.services.state_checks import backgrounds
from smartpns_desktop.services.watch import Watch
from smartpns_desktop.words.errors import say
from smartpns_desktop.words.labels import kind_label, show_value
from smartpns_desktop.words.problems import say as say_problem
from smartpns_desktop.words.reasons import reason
from smartpns_desktop.words.sentences import lower_first

_AT_A_TIME = 900
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class BulkChange:
    """A value for one field of rows of a kind; of a history also since when, and by which decree."""

    kind: str
    field: str
    value: object
    effective: date | None = None
    decree_number: str | None = None
    decree_date: date | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One row of the preview: what it is called, the old value, and the sentence that refuses the new one, if any."""

    key: int
    name: str
    old: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What a change would do: how many rows change, have the value already, are refused and for which reasons.

    `changes` and `refusals` are the first hundred of each; `value` is the new value as people read it.
    """

    change: BulkChange
    label: str
    value: str
    changed: int
    same: int
    refused: int
    reasons: tuple[tuple[str, int], ...]
    changes: tuple[Sample, ...]
    refusals: tuple[Sample, ...]

    @property
    def count(self) -> int:
        """All rows that were chosen."""
        return self.changed + self.same + self.refused


@dataclass(slots=True)
class _Judged:
    """What was found out about the rows so far: what is to be written, and every row by what becomes of it."""

    edit: Edit
    changed: list[int] = field(default_factory=list)
    same: list[int] = field(default_factory=list)
    refused: dict[int, CannotDo] = field(default_factory=dict)

    def note(self, key: int, judge: Callable[[], bool]) -> None:
        """Ask what becomes of a row: `judge` says whether it changes, or refuses."""
        try:
            (self.changed if judge() else self.same).append(key)
        except CannotDo as error:
            self.refused[key] = error


class BulkEditService:
    """Many rows of a list, by the rules of the single edits: what those refuse is refused here row by row.

    Raises `CannotDo`: `argument.unknown_field`, `argument.bad_value`, `cancelled`.
    """

    def __init__(self, database: Database, actor: str) -> None:
        self._database, self._editor = database, Editor(database, actor)

    def fields(self, kind: str) -> tuple[BulkField, ...]:
        """What of a kind can be changed in many rows at once."""
        with self._database.read() as reader:
            return fields_of(reader, kind)

    def plan(self, change: BulkChange, rows: ListQuery | Sequence[int], watch: Watch | None = None) -> BulkPlan:
        """What the change would do to rows with these keys, or to all that match a query; nothing is written."""
        keys = self._keys(change.kind, rows)
        with self._database.read() as reader:
            spec = _spec(reader, change)
            judged = _judge(reader, change, spec, keys, watch or Watch())
            return _planned(reader, change, spec, judged)

    def apply(
        self, change: BulkChange, rows: ListQuery | Sequence[int], watch: Watch | None = None
    ) -> tuple[int, Changes]:
        """Change what can be changed, in one change set that undo names; returns how many rows that were."""
        watch = watch or Watch()
        keys = self._keys(change.kind, rows)
        counts: list[int] = []

        def judge(reader: Reader) -> Edit:
            judged = _judge(reader, change, _spec(reader, change), keys, watch)
            counts.append(len(judged.changed))
            watch.begin("write")
            return judged.edit

        changes = self._editor.carry_out(judge, watch.step)
        return counts[-1], changes

    def _keys(self, kind: str, rows: ListQuery | Sequence[int]) -> Sequence[int]:
        if not isinstance(rows, ListQuery):
            return list(dict.fromkeys(rows))
        with asked(self._database, kind, rows) as (reader, found, wanted):
            return lists.keys(reader, found, wanted)


def _spec(reader: Reader, change: BulkChange) -> BulkField:
    known = {it.name: it for it in fields_of(reader, change.kind)}
    if change.field not in known:
        raise CannotDo("argument.unknown_field", field=change.field, known=", ".join(known))
    spec = known[change.field]
    if change.value in (None, "") and not spec.can_be_empty:
        raise CannotDo("argument.bad_value", value="", column=spec.label)
    return spec


def _judge(reader: Reader, change: BulkChange, spec: BulkField, keys: Sequence[int], watch: Watch) -> _Judged:
    """Ask every row; the count in the name is only known at the end."""
    watch.begin("check")
    judged = _Judged(Edit(""))
    for start in range(0, len(keys), _AT_A_TIME):
        part = keys[start : start + _AT_A_TIME]
        if spec.history is not None:
            _judge_states(reader, change, spec.history, part, judged)
        else:
            _JUDGES[change.kind](reader, change, part, judged)
        watch.step(min(start + _AT_A_TIME, len(keys)), len(keys))
    count, kind = str(len(judged.changed)), kind_label(change.kind).lower()
    judged.edit.reason = reason("bulk.change", field=lower_first(spec.label), count=count, kind=kind)
    return judged


def _judge_states(reader: Reader, change: BulkChange, history: History, keys: Sequence[int], judged: _Judged) -> None:
    """A state from a day on: what the row in force tells besides (the post at another agency) stays as it is."""
    shape = states.SHAPES[history]
    people = list(_stored(reader, "employees", keys))
    for known in backgrounds(reader, people, history, shape.table, shape.fields):
        held = known.held(shape.fields, change.effective)
        told = states.told_state(shape, _state(change, history, held))

        def place(known: Any = known, held: Values = held, told: Values = told) -> bool:
            if held[change.field] == told[change.field]:
                return False
            before = judged.edit.bundle.size
            states.place_state(judged.edit, known, (history, change.effective, told))
            return judged.edit.bundle.size > before

        judged.note(known.person["id"], place)


def _state(change: BulkChange, history: History, held: Values) -> Mapping[str, object]:
    kept = {name: held[name] for name in ("position_id", "agency_id")} if history is History.POST else {}
    decree = {"decree_number": change.decree_number, "decree_date": change.decree_date}
    return {**kept, **decree, change.field: change.value}


def _judge_employees(reader: Reader, change: BulkChange, keys: Sequence[int], judged: _Judged) -> None:
    for stored in _stored(reader, "employees", keys):
        _note(judged, "employees", stored, lambda row: employees.changed_fields(row, {change.field: change.value}))


def _judge_trainings(reader: Reader, change: BulkChange, keys: Sequence[int], judged: _Judged) -> None:
    rules, values = regulations(reader), {change.field: change.value}
    for stored in _stored(reader, "trainings", keys):
        _note(judged, "trainings", stored, lambda row: trainings.changed_fields(row, values, rules))


def _judge_one_by_one(single: Callable[[Reader, int, Mapping[str, object]], Edit]) -> _Judge:
    """By the single edit itself: for kinds of which there are few."""

    def judge(reader: Reader, change: BulkChange, keys: Sequence[int], judged: _Judged) -> None:
        def one(key: int) -> bool:
            edit = single(reader, key, {change.field: change.value})
            for table, changes in edit.bundle.updates.items():
                judged.edit.bundle.updates[table] += changes
            return bool(edit.tables)

        for key in keys:
            judged.note(key, lambda key=key: one(key))  # type: ignore[misc]

    return judge


def _note(judged: _Judged, table: str, stored: Values, judge: Callable[[Values], Values]) -> None:
    def change() -> bool:
        changed = judge(stored)
        judged.edit.bundle.change(table, stored["id"], changed)
        return bool(changed)

    judged.note(stored["id"], change)


def _stored(reader: Reader, table: str, keys: Sequence[int]) -> Iterator[Values]:
    """The rows of these keys, in their order; those gone since are left out."""
    found = {row.id: dict(row._mapping) for row in writing.rows_by_key(reader, table, keys)}
    return (found[key] for key in keys if key in found)


_Judge = Callable[[Reader, BulkChange, Sequence[int], _Judged], None]
_JUDGES: dict[str, _Judge] = {
    "employees": _judge_employees,
    "trainings": _judge_trainings,
    "certificates": _judge_one_by_one(
        lambda reader, key, values: records.change_of(reader, "certificates", key, values)
    ),
    "study-needs": _judge_one_by_one(study_need_edits.change_line),
}


def _planned(reader: Reader, change: BulkChange, spec: BulkField, judged: _Judged) -> BulkPlan:
    value = show_value(change.kind, spec.shown, change.value) if spec.entry in _SHOWN_AS_STORED else ""
    return BulkPlan(
        change=change,
        label=spec.label,
        value=value or said(reader, spec, change.value),
        changed=len(judged.changed),
        same=len(judged.same),
        refused=len(judged.refused),
        reasons=_reasons(judged.refused.values()),
        changes=_samples(reader, change.kind, spec, judged.changed[:_SHOWN], {}),
        refusals=_samples(reader, change.kind, spec, list(judged.refused)[:_SHOWN], judged.refused),
    )


def _reasons(refused: Iterable[CannotDo]) -> tuple[tuple[str, int], ...]:
    """Each reason in the words of the first row that it refuses, and how many it refuses, the most frequent first."""
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for error in refused:
        code = error.facts.get("codes") or error.code
        counts[code] += 1
        words.setdefault(code, _why(error))
    return tuple((words[code], count) for code, count in counts.most_common())


def _why(error: CannotDo) -> str:
    return " ".join(map(say_problem, error.problems)) if isinstance(error, Rejected) else say(error)


_SHOWN_AS_STORED = (Entry.FLAG, Entry.DATE)


def _samples(
    reader: Reader, kind: str, spec: BulkField, keys: Sequence[int], refused: Mapping[int, CannotDo]
) -> tuple[Sample, ...]:
    found = lists.records(reader, listings.listing(reader, kind), keys, keyed=True)
    return tuple(
        Sample(
            row["key"],
            _name(row),
            show_value(kind, spec.shown, row[spec.shown]),
            _why(refused[row["key"]]) if row["key"] in refused else "",
        )
        for row in found
    )


def _name(row: Mapping[str, Any]) -> str:
    """What a row is about: its person or agency, and what of theirs."""
    told = (row.get("person") or row.get("agency") if "nip" not in row or "person" in row else None, row.get("name"))
    return " · ".join(str(it) for it in (*told, row.get("programme")) if it)
