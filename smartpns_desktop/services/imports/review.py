"""A plan row by row: what becomes of each row of the sheet, cell by cell, a page of rows at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.exchange.heading_columns import MappedColumn
from smartpns_desktop.exchange.sheets import column_letters
from smartpns_desktop.services.imports.kinds import KINDS
from smartpns_desktop.services.imports.looking import shortened
from smartpns_desktop.services.imports.plan import FieldChange, ImportPlan
from smartpns_desktop.words.labels import field_label, show_value

Told = TypeVar("Told", FieldChange, Problem)


class RowOutcome(StrEnum):
    """What becomes of a row of the sheet."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REJECTED = "rejected"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class CellChange:
    """A field that a row changes, before and after as people read it.

    `column` is the sheet's field from which it comes, `heading` the sender's word for it, `cell` its place ("F15");
    all three are empty where the row tells it in no cell of its own.
    """

    field: str
    label: str
    before: str
    after: str
    column: str
    heading: str
    cell: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row of the sheet: its number, whom or what it concerns, its cells by field, and what is found about it.

    `reason` says why a skipped row is none of data ("title", "total", "left_out").
    """

    number: int
    label: str
    outcome: RowOutcome
    cells: Mapping[str, str]
    changes: tuple[CellChange, ...]
    problems: tuple[Problem, ...]
    reason: str = ""


class Review:
    """The rows of a plan by outcome. Every row of the sheet has exactly one; within each they keep their order."""

    def __init__(self, plan: ImportPlan) -> None:
        """ValueError where the plan's cells were not kept."""
        self._plan, self._source = plan, plan.kept
        self._changes = _by_row(plan.judgement.changes)
        self._problems = _by_row(plan.problems)
        self._columns = {mapped.name: mapped for mapped in self._source.layout.columns}
        self.fields: tuple[tuple[str, str], ...] = tuple(
            (name, name if mapped.column.each else field_label(plan.kind, name))
            for name, mapped in self._columns.items()
        )
        """Fields that the sheet tells, and their labels, in the order of its columns."""
        self._outcomes = dict.fromkeys(plan.row_numbers, RowOutcome.SAME)
        self._outcomes |= dict.fromkeys(self._changes, RowOutcome.CHANGED)
        # A new agency tells its former names as changes too.
        self._outcomes |= dict.fromkeys(plan.judgement.new_rows, RowOutcome.NEW)
        self._outcomes |= dict.fromkeys(plan.rejected_rows, RowOutcome.REJECTED)
        self._outcomes |= dict.fromkeys(plan.skipped_rows, RowOutcome.SKIPPED)
        self._rows: dict[RowOutcome, list[int]] = {outcome: [] for outcome in RowOutcome}
        for number in sorted(self._outcomes):
            self._rows[self._outcomes[number]].append(number)

    @property
    def counts(self) -> dict[RowOutcome, int]:
        """How many rows there are of each outcome; together all rows of the sheet."""
        return {outcome: len(rows) for outcome, rows in self._rows.items()}

    @property
    def changed_cells(self) -> int:
        """How many fields of known records would change."""
        return sum(len(self._changes[number]) for number in self._rows[RowOutcome.CHANGED])

    @property
    def changed_fields(self) -> frozenset[str]:
        """Fields of the sheet of which at least one row changes something."""
        told = {(it.field, it.column) for it in self._plan.judgement.changes}
        return frozenset(column for it in told if (column := self._column_of(*it)))

    def rows(self, outcome: RowOutcome) -> Sequence[int]:
        """Row numbers of an outcome."""
        return self._rows[outcome]

    def page(self, outcome: RowOutcome, start: int = 0, count: int = 100) -> tuple[RowShown, ...]:
        """Some rows of an outcome, from the `start`-th on."""
        return tuple(self.row(number) for number in self._rows[outcome][start : start + count])

    def row(self, number: int) -> RowShown:
        """One row of the sheet."""
        raw = self._source.sheet.rows[number - 1]
        cells = {name: shortened(_written(it, raw)) for name, it in self._columns.items()}
        changes = self._changes.get(number, ())
        label = changes[0].label if changes else self._label(raw, cells)
        return RowShown(
            number=number,
            label=label,
            outcome=self._outcomes[number],
            cells=cells,
            changes=tuple(map(self._shown, changes)),
            problems=tuple(self._problems.get(number, ())),
            reason=self._plan.skipped_rows.get(number, ""),
        )

    def _label(self, raw: Sequence[object], cells: Mapping[str, str]) -> str:
        named = " ".join(filter(None, (cells.get(name) for name in self._source.layout.spec.identifying)))
        return named or next((shortened(cell) for cell in raw if cell != ""), "")

    def _shown(self, change: FieldChange) -> CellChange:
        kind, name = self._plan.kind, change.field
        column = self._column_of(name, change.column)
        mapped = self._columns.get(column)
        return CellChange(
            field=name,
            label=field_label(kind, name),
            before=show_value(kind, name, change.before),
            after=show_value(kind, name, change.after),
            column=column,
            heading=mapped.heading if mapped else "",
            cell=f"{column_letters(mapped.index)}{change.row}" if mapped else "",
        )

    def _column_of(self, name: str, heading: str) -> str:
        candidates = (heading, *KINDS[self._plan.kind].told_by.get(name, (name,)))
        return next((it for it in candidates if it in self._columns), "")


def _written(column: MappedColumn, row: Sequence[object]) -> object:
    return column.cell(row) if column.split else row[column.index]


def _by_row(found: Iterable[Told]) -> dict[int, list[Told]]:
    rows: dict[int, list[Told]] = defaultdict(list)
    for it in found:
        rows[it.row].append(it)
    return dict(rows)
