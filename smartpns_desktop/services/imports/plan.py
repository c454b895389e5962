"""The plan of an import: what it would do, row by row, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from db.queries.bundle import Bundle
from smartpns_desktop.domain.problems import Notice, Problem, Severity
from smartpns_desktop.exchange.body import SKIPPED
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.sheets import Sheet, let_go
from smartpns_desktop.services.imports.choices import ImportChoices, Learned


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row that would change: the sheet's row, whom it concerns, the value before and after.

    `column` is the heading of the column that tells it, where that names the thing that it tells of.
    """

    row: int
    label: str
    field: str
    before: str
    after: str
    column: str = ""


@dataclass(slots=True)
class Judgement:
    """What a subject's judge found: which rows are new, how many change or stay, and what is to be written.

    `absent` counts those whom a complete list does not name. A plan is applied once: writing gives the bundle's rows
    their keys, and the rows are let go of (`spent`).
    """

    bundle: Bundle = field(default_factory=Bundle)
    new_rows: list[int] = field(default_factory=list)
    changed: int = 0
    same: int = 0
    changes: list[FieldChange] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    absent: int = 0
    spent: bool = False

    @property
    def new(self) -> int:
        """How many rows are new."""
        return len(self.new_rows)


@dataclass(frozen=True, slots=True)
class Source:
    """What a plan is made of: a sheet's cells, what its columns mean, and what the clerk decided.

    `digest` is that of the file when it was read; `notices` what was told about it already.
    """

    path: Path
    digest: str
    sheet: Sheet = field(repr=False)
    layout: Layout
    choices: ImportChoices
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that a user is shown before an import is applied.

    `rows` = `new` + `changed` + `same` + `rejected`; `rows` + all of `skipped` = the sheet's rows.
    `row_numbers` are the rows of data, `skipped_rows` tells by row number why it is none; `sections` what stands
    above each row of data. `seen` is the store's newest change set at the time of planning: the plan holds only
    as long as nothing was written since. `needs_consent` says that more than the rows themselves would be created.
    `lesson` is what applying it teaches about the sender. `source` is there where the sheet's cells were kept.
    """

    path: Path
    digest: str
    kind: str
    sheet: str
    choices: ImportChoices
    header_row: int
    sheet_rows: int
    row_numbers: Sequence[int] = field(repr=False)
    sections: Sequence[Mapping[str, str]] = field(repr=False)
    skipped_rows: Mapping[int, str] = field(repr=False)
    rejected_rows: frozenset[int]
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]
    judgement: Judgement
    seen: int
    needs_consent: bool
    lesson: Learned = field(default_factory=Learned)
    source: Source | None = field(default=None, repr=False)

    @property
    def kept(self) -> Source:
        """The sheet that the plan was made of; ValueError where it was not kept."""
        if self.source is None:
            raise ValueError(f"the cells of {self.path.name} were not kept")
        return self.source

    def let_go(self) -> None:
        """Free what would be written, some rows at a time; it cannot be applied afterwards."""
        judged = self.judgement
        judged.spent = True
        judged.bundle.let_go()
        let_go(judged.changes, judged.new_rows)

    @property
    def rejected(self) -> int:
        """Rows that problems keep out."""
        return len(self.rejected_rows)

    @property
    def skipped(self) -> dict[str, int]:
        """How many rows are none of data, by reason."""
        return dict.fromkeys(SKIPPED, 0) | Counter(self.skipped_rows.values())

    @property
    def rows(self) -> int:
        """Rows of data in the sheet."""
        return self.judgement.new + self.judgement.changed + self.judgement.same + self.rejected

    @property
    def has_work(self) -> bool:
        """Whether applying would write anything."""
        return self.judgement.bundle.size > 0


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by row, rejecting ones first within a row."""
    return tuple(sorted(problems, key=lambda it: (it.row, it.severity is Severity.WARN, it.code)))
