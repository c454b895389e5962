"""The histories that sheets tell of people, and what a reported state does to the rows that are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from db import Reader
from db.queries import employees as queries
from smartpns_desktop.domain.histories import DatedRow, Step, in_force, take_in
from smartpns_desktop.services.imports.names import Names
from smartpns_desktop.services.imports.plan import FieldChange, Judgement

State = tuple[date | None, tuple[object, ...]]
"""Effective date (TMT) and the values in the order of the history's fields."""

_LEVEL = 0
"""Place of the level among the fields of an education."""


@dataclass(frozen=True, slots=True)
class History:
    """One history table and the fields that a sheet tells of it.

    `columns` are the sheet's names for the fields, `dated` that of the day from which they hold. `whole` says that
    the sheet tells the history itself and not its last row: then another level is another school, never a correction.
    `fixed` are fields that all new rows have alike.
    """

    table: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    dated: str
    whole: bool = False
    fixed: tuple[tuple[str, object], ...] = ()

    def row(self, employee: int, effective: date | None, values: tuple[object, ...]) -> dict[str, object]:
        """A new row of the table."""
        return next(self.rows([(employee, (effective, values))]))

    def rows(self, told: Iterable[tuple[int, State]]) -> Iterator[dict[str, object]]:
        """New rows of the table, of these people's states."""
        fixed_names, fixed = zip(*self.fixed, strict=True) if self.fixed else ((), ())
        names = (*self.fields, "employee_id", "effective_date", *fixed_names)
        for employee, (effective, values) in told:
            yield dict(zip(names, (*values, employee, effective, *fixed), strict=True))

    def same_event(self, state: State, known: Sequence[DatedRow]) -> DatedRow | None:
        """The known row that tells of the very same event.

        Of educations that is the same level on the same day, or in the same year where of one of them only the year
        is known; of all others the same day.
        """
        same_day = [row for row in known if row.effective == state[0]]
        if self.table != "education_history" or state[0] is None:
            return next(iter(same_day), None)
        same_year = [row for row in known if row.effective and _may_be_one(row.effective, state[0])]
        level = state[1][_LEVEL]
        return next((row for row in (*same_day, *same_year) if row.values[_LEVEL] == level), None)

    def taken(self, known: Sequence[DatedRow], state: State, today: date) -> tuple[Step, DatedRow | None]:
        """What a state means for the known rows, and the row that it corrects (ARCHITECTURE, mechanism 9)."""
        target = self.same_event(state, known)
        if target is None and self.whole and self.table == "education_history":
            return Step.ADD, None
        if target is None:
            effective, values = state
            return take_in(known, self._as_known(effective, known), values, today)
        return (Step.CORRECT if self.changed(target, state) else Step.SAME), target

    def _as_known(self, effective: date | None, known: Sequence[DatedRow]) -> date | None:
        """The day under which the store keeps an education of which only the year is told."""
        if self.table == "education_history" and effective and is_year_alone(effective):
            return next((row.effective for row in known if row.effective and row.effective.year == effective.year),
                        effective)  # fmt: skip
        return effective

    def changed(self, target: DatedRow, state: State) -> dict[str, object]:
        """The fields of a known row that a state tells otherwise; the day, too, where only its year was known."""
        effective, values = state
        told = zip(self.fields, target.values, values, strict=True)
        changed = {name: new for name, was, new in told if new not in (None, was)}
        if effective is not None and effective != target.effective and not is_year_alone(effective):
            changed["effective_date"] = effective
        return changed


HISTORIES = (
    History(
        "grade_history",
        ("grade_code", "service_years", "service_months"),
        ("grade", "service_years", "service_months"),
        "grade_date",
    ),
    History("post_history", ("position_id", "agency_id"), ("post", "agency"), "post_date"),
    History(
        "education_history",
        ("level_code", "programme_id", "school", "graduation_year"),
        ("education_level", "education", "school", "graduation_year"),
        "graduation_date",
    ),
    # The code follows from the words and is no column of its own.
    History("standing_history", ("code", "standing"), ("standing", "standing"), "standing_date"),
)
"""What a profile sheet tells of each history."""


def is_year_alone(day: date) -> bool:
    """Whether a day stands for its year: the first of January is what is kept where only a year is known."""
    return (day.month, day.day) == (1, 1)


def _may_be_one(one: date, other: date) -> bool:
    return one.year == other.year and (is_year_alone(one) or is_year_alone(other))


def known_rows(reader: Reader, history: History, people: Iterable[int]) -> dict[int, list[DatedRow]]:
    """The stored rows of a history by the key of the person."""
    rows: dict[int, list[DatedRow]] = {}
    if keys := list(people):
        for row in queries.history(reader, history.table, history.fields, keys):
            rows.setdefault(row[1], []).append(DatedRow(row[0], row[2], tuple(row[3:])))
    return rows


class Whose(NamedTuple):
    """Whose state a line tells: number of its row, the person's label and key."""

    row: int
    label: str
    person: int


class Chronicle:
    """Puts into a judgement what reported states do, and tells it as a person reads it."""

    def __init__(self, judgement: Judgement, names: Names, today: date) -> None:
        self._judgement, self._names, self._today = judgement, names, today

    def take(
        self, whose: Whose, history: History, known: Sequence[DatedRow], state: State
    ) -> tuple[Step, DatedRow | None]:
        """Compare a state with the rows that are known of the person, and plan what follows: the step and its row."""
        state = self._as_then(history, known, state)
        step, target = history.taken(known, state, self._today)
        if step is Step.CORRECT and target is not None:
            self._correct(whose, history, target, state)
        elif step is Step.ADD:
            self._add(whose, history, known, state)
        return step, target

    def _as_then(self, history: History, known: Sequence[DatedRow], state: State) -> State:
        """Who came after the agency that a known row of that day names stands for it: the past stays as it was."""
        stored = history.same_event(state, known)
        if stored is None or "agency_id" not in history.fields:
            return state
        effective, values = state
        place = history.fields.index("agency_id")
        if not self._names.came_after(values[place], stored.values[place]):
            return state
        return effective, (*values[:place], stored.values[place], *values[place + 1 :])

    def _correct(self, whose: Whose, history: History, target: DatedRow, state: State) -> None:
        changed = history.changed(target, state)
        self._tell_values(whose, history, target.values, changed)
        if "effective_date" in changed:
            self.tell(whose, {history.dated: (None, changed["effective_date"])})
        self._judgement.bundle.change(history.table, target.key, changed)

    def _add(self, whose: Whose, history: History, known: Sequence[DatedRow], state: State) -> None:
        effective, values = state
        before = in_force(known, effective or self._today)
        old = before.values if before else (None,) * len(values)
        pairs = zip(history.fields, old, values, strict=True)
        self._tell_values(whose, history, old, {name: new for name, was, new in pairs if new not in (None, was)})
        self._judgement.bundle.add(history.table, history.row(whose.person, effective, values))
        self.tell(whose, {history.dated: (before.effective if before else None, effective)})

    def _tell_values(
        self, whose: Whose, history: History, old: Sequence[object], changed: Mapping[str, object]
    ) -> None:
        pairs = zip(history.columns, history.fields, old, strict=True)
        shown = self._names.shown
        self.tell(
            whose,
            {column: (shown(name, was), shown(name, changed[name])) for column, name, was in pairs if name in changed},
        )

    def tell(self, whose: Whose, changed: Mapping[str, tuple[Any, Any]]) -> None:
        """Note the changed fields of a line, old and new."""
        for name, values in changed.items():
            old, new = (self._names.shown(name, value) for value in values)
            self._judgement.changes.append(FieldChange(whose.row, whose.label, name, old, new))
