"""The refused rows of a plan, written out for the sender to mend."""

from __future__ import annotations

from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.exchange.rejected_rows import Rejected, SentSheet, write_rejected_rows
from smartpns_desktop.exchange.sheet_looks import SheetLook, read_look
from smartpns_desktop.exchange.workbooks import digest_and_size, open_workbook
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.watch import Watch
from smartpns_desktop.words import problems


def write(plan: ImportPlan, out: Path, watch: Watch, password: str = "") -> int:
    """Write them, the sender's own cells and the reasons beside them; returns how many there are.

    The `password` of a protected file protects what is taken out of it, too.
    """
    if out.suffix.lower() != ".xlsx":
        raise CannotDo("export.unsupported_ending", ending=out.suffix, known=".xlsx")
    if out.resolve() == plan.path.resolve():
        raise CannotDo("export.onto_source", path=out.name)
    rows = _rows(plan)
    watch.begin("write")

    def tell(done: int) -> None:
        watch.step(done, len(rows))

    write_rejected_rows(out, _sent(plan, rows), rows, tell, password if is_protected(plan.path) else "")
    return len(rows)


def is_protected(path: Path) -> bool:
    """Whether a file asks for a password."""
    try:
        open_workbook(path).close()
    except CannotDo as error:
        return error.code == "file.encrypted"
    return False


def _rows(plan: ImportPlan) -> list[Rejected]:
    reasons: dict[int, list[tuple[str, str]]] = {row: [] for row in plan.rejected_rows}
    for problem in plan.problems:
        if problem.severity is Severity.REJECT and problem.row in reasons:
            reasons[problem.row].append((problem.column, problems.say(problem)))
    return [
        Rejected(number, section, reasons[number])
        for number, section in zip(plan.row_numbers, plan.sections, strict=True)
        if number in reasons
    ]


def _sent(plan: ImportPlan, rows: list[Rejected]) -> SentSheet:
    source = plan.kept
    sections = sorted(number for number, why in plan.skipped_rows.items() if why == "section")
    shown = {*range(1, source.layout.header_row + 1), *sections, *(row.number for row in rows)}
    look = read_look(plan.path, plan.sheet, shown) if _is_as_read(plan) else SheetLook()
    return SentSheet(source.sheet, source.layout, plan.row_numbers, sections, look, plan.choices.date_orders)


def _is_as_read(plan: ImportPlan) -> bool:
    """Whether the file still is the one that the plan was made of."""
    try:
        return digest_and_size(plan.path)[0] == plan.digest
    except CannotDo:
        return False
