"""The make-up of the people, and the coverage of development, as tables on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from smartpns_desktop.words.figures import show_number
from ui.printing.columns import PrintColumn
from ui.printing.jobs import Job, ask_and_print
from ui.printing.printout import Printout
from ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.context import Context
    from ui.pages.composition_figures import Figures


def print_composition(context: Context, figures: Figures, scope: str, parent: QWidget) -> None:
    """Ask for the printer and print the parts of all charts."""
    from smartpns_desktop.services.composition import composition_table

    table = composition_table(figures.composition)
    _print(context, table.title, scope, table.headings, table.rows, parent, texts=2)


def print_coverage(context: Context, figures: Figures, scope: str, parent: QWidget) -> None:
    """Ask for the printer and print the JP place by place."""
    from smartpns_desktop.services.composition import coverage_table

    table = coverage_table(figures.coverage)
    _print(context, table.title, scope, table.headings, table.rows, parent, texts=1)


def _print(
    context: Context,
    title: str,
    scope: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[object]],
    parent: QWidget,
    *,
    texts: int,
) -> None:
    profile = context.app.office.profile()
    office = " ".join(filter(None, (profile.office, profile.place)))
    columns = tuple(
        PrintColumn(tr(heading), 200 if place < texts else 84, right=place >= texts, whole=place >= texts)
        for place, heading in enumerate(headings)
    )
    told = [[cell if isinstance(cell, str) else show_number(cell) for cell in row] for row in rows]  # type: ignore[arg-type]
    printout = Printout(title, scope, columns, office, date.today())
    ask_and_print(context, Job(printout, lambda: (len(told), told)), parent)
