"""Printing as slow work: asks where to, then paints in the background with progress."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from smartpns_desktop.words.figures import show_number
from ui.printing.print_dialog import PrintDialog
from ui.printing.printout import Printout
from ui.printing.table_print import print_table, save_pdf
from ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartpns_desktop.services.watch import Watch
    from ui.context import Context

Rows = Callable[[], tuple[int, Iterable[Sequence[str]]]]
"""How many rows there are, and the rows; called in the background."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be printed."""

    printout: Printout
    rows: Rows


def ask_and_print(context: Context, job: Job, parent: QWidget) -> None:
    """Ask for printer and paper, then print, or write the PDF that was asked for instead."""
    dialog = PrintDialog(job.printout.title, parent)
    if not dialog.exec():
        return
    job = replace(job, printout=replace(job.printout, paper=dialog.paper))
    if dialog.pdf is not None:
        write_pdf(context, job, dialog.pdf)
    elif dialog.printer is not None:
        printer = dialog.printer
        context.write(
            tr("Mencetak"),
            lambda watch: print_table(printer, job.printout, job.rows()[1], watch),
            lambda pages: tr("{count} halaman dicetak", count=show_number(pages)),
        )


def write_pdf(context: Context, job: Job, out: Path) -> None:
    """Write a PDF in the background."""

    def work(watch: Watch) -> int:
        total, rows = job.rows()
        return save_pdf(out, job.printout, rows, watch, total)

    context.write(
        tr("Menulis PDF"), work, lambda pages: tr("{count} halaman: {file}", count=show_number(pages), file=out.name)
    )
