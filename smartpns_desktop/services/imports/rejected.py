"""The refused rows of a plan, written out for the sender to mend."""

from __future__ import annotations

from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem, Severity
from smartpns_desktop.exchange.rejected_rows import Rejected, write_rejected_rows
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.watch import Watch
from smartpns_desktop.words import problems


def write(plan: ImportPlan, out: Path, watch: Watch) -> int:
    """Write them, the sender's own cells and the reasons beside them; returns how many there are."""
    if out.suffix.lower() != ".xlsx":
        raise CannotDo("export.unsupported_ending", ending=out.suffix, known=".xlsx")
    if out.resolve() == plan.path.resolve():
        raise CannotDo("export.onto_source", path=out.name)
    source = plan.kept
    reasons: dict[int, list[str]] = {row: [] for row in plan.rejected_rows}
    for problem in plan.problems:
        if problem.severity is Severity.REJECT and problem.row in reasons:
            reasons[problem.row].append(_said(problem))
    rows = [
        Rejected(number, section, "\n".join(reasons[number]))
        for number, section in zip(plan.row_numbers, plan.sections, strict=True)
        if number in reasons
    ]
    watch.begin("write")

    def tell(done: int) -> None:
        watch.step(done, len(rows))

    write_rejected_rows(out, source.sheet, source.layout, plan.row_numbers, rows, tell)
    return len(rows)


def _said(problem: Problem) -> str:
    sentence = problems.say(problem)
    return f"{problem.column}: {sentence}" if problem.column else sentence
