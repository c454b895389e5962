"""Sound NIPs for invented people, and what an import did, in the few words that tests compare."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from smartpns_desktop.app import App
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.imports.review import RowOutcome
from smartpns_desktop.services.lists import ListQuery


def nip(number: int, *, born: str = "19850312", since: str = "201001", sex: int = 2) -> str:
    """A sound NIP; `number` from 1 to 900 tells people apart."""
    return f"{born}{since}{sex}{number:03}"


def imported(app: App, path: Path, **options: Any) -> ImportPlan:
    """Plan and apply a file, its good rows only."""
    plan = app.imports.plan(path, **options)
    app.imports.apply(plan, good_rows_only=True)
    return plan


def counts(plan: ImportPlan) -> dict[str, int]:
    """How many rows were what; those that are none are left out."""
    judged = plan.judgement
    told = {"new": judged.new, "changed": judged.changed, "same": judged.same, "rejected": plan.rejected}
    return {name: count for name, count in told.items() if count}


def reconciles(plan: ImportPlan) -> bool:
    """Whether every row of the sheet is accounted for exactly once (ARCHITECTURE, the command line)."""
    judged = plan.judgement
    rows = judged.new + judged.changed + judged.same + plan.rejected
    return plan.rows == rows and rows + sum(plan.skipped.values()) == plan.sheet_rows


def partitions(app: App, plan: ImportPlan) -> bool:
    """Whether every row of the sheet has one outcome, and the outcomes are as many as the plan counts."""
    review = app.imports.review(plan)
    rows = sorted(number for outcome in RowOutcome for number in review.rows(outcome))
    judged = plan.judgement
    expected = (judged.new, judged.changed, judged.same, plan.rejected, sum(plan.skipped.values()))
    return rows == list(range(1, plan.sheet_rows + 1)) and tuple(review.counts.values()) == expected


def refused(plan: ImportPlan) -> dict[int, str]:
    """Code of the first refusing problem by the sheet's row."""
    found: dict[int, str] = {}
    for problem in plan.problems:
        if problem.severity is Severity.REJECT:
            found.setdefault(problem.row, problem.code)
    return found


def warned(plan: ImportPlan) -> list[tuple[int, str]]:
    """Row and code of every warning."""
    return [(it.row, it.code) for it in plan.problems if it.severity is Severity.WARN]


def changes(plan: ImportPlan) -> list[tuple[str, str, str]]:
    """Field, old and new value of every change that the plan shows."""
    return [(it.field, it.before, it.after) for it in plan.judgement.changes]


def notices(plan: ImportPlan) -> dict[str, tuple[str, ...]]:
    """What each notice names, by its code."""
    return {notice.code: notice.names for notice in plan.notices}


def listed(app: App, kind: str, as_of: date | None = None, **where: str) -> list[dict[str, Any]]:
    """The rows of a list."""
    return app.lists.rows(kind, ListQuery(where=tuple(where.items()), as_of=as_of))[1]


def employee(app: App, number: str, as_of: date | None = None) -> dict[str, Any]:
    """One employee as the list shows the state of a day."""
    (row,) = listed(app, "employees", as_of, nip=number)
    return row
