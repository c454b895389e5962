"""The plan of an import: what it would do, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from db.queries.bundle import Bundle
from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.domain.problems import Notice, Problem, Severity


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row that would change: the sheet's row, whom it concerns, the value before and after."""

    row: int
    label: str
    field: str
    before: str
    after: str


@dataclass(slots=True)
class Judgement:
    """What a subject's judge found: counts, changes, and what is to be written."""

    bundle: Bundle = field(default_factory=Bundle)
    new: int = 0
    changed: int = 0
    same: int = 0
    changes: list[FieldChange] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    _spent: bool = False

    def spend(self) -> None:
        """Writing gives the bundle's rows their keys, so a plan is applied once; `plan.stale` at a second time."""
        if self._spent:
            raise CannotDo("plan.stale", Outcome.FORBIDDEN)
        self._spent = True


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that a user is shown before an import is applied.

    `rows` = `new` + `changed` + `same` + `rejected`; `rows` + all of `skipped` = the sheet's rows.
    `seen` is the store's newest change set at the time of planning: the plan holds only as long as nothing
    was written since. `needs_consent` names what would be created besides the rows themselves.
    """

    path: Path
    digest: str
    kind: str
    sheet: str
    sender: str
    header_row: int
    sheet_rows: int
    skipped: Mapping[str, int]
    rejected: int
    problems: tuple[Problem, ...]
    notices: tuple[Notice, ...]
    judgement: Judgement
    seen: int
    needs_consent: bool

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
