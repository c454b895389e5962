"""A list on paper: what is filtered now, in the columns that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smartpns_desktop.words.figures import show_date
from smartpns_desktop.words.labels import field_label, show_value
from ui.lists.columns import Align, ViewColumn
from ui.printing.columns import PrintColumn
from ui.printing.jobs import Job, ask_and_print, write_pdf
from ui.printing.printout import Printout
from ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context
    from ui.lists.list_pane import ListPane

_AT_A_TIME = 500


def print_list(context: Context, pane: ListPane, title: str, parent: QWidget) -> None:
    """Ask for the printer and print."""
    ask_and_print(context, _job(context, pane, title), parent)


def save_list(context: Context, pane: ListPane, title: str, out: Path) -> None:
    """Write a PDF."""
    write_pdf(context, _job(context, pane, title), out)


def _job(context: Context, pane: ListPane, title: str) -> Job:
    columns = [pane.kind.columns[place] for place in pane.grid.shown_columns()]
    keys, kind, year, lists, day = pane.model.keys(), pane.kind.kind, pane.year, context.app.lists, pane.as_of

    def rows() -> Iterator[Sequence[str]]:
        for start in range(0, len(keys), _AT_A_TIME):
            for record in lists.by_keys(kind, keys[start : start + _AT_A_TIME], as_of=day, year=year):
                yield [column.text(record) for column in columns]

    printed = tuple(map(_on_paper, columns))
    profile = context.app.office.profile()
    office = " ".join(filter(None, (profile.office, profile.place)))
    printout = Printout(title, _narrowed(pane), printed, office, date.today())
    return Job(printout, lambda: (len(keys), rows()))


def _on_paper(column: ViewColumn) -> PrintColumn:
    right = column.align is Align.RIGHT
    return PrintColumn(column.title, column.width, right, right or not column.elided, column.widest)


def _narrowed(pane: ListPane) -> str:
    """What narrows the list, in words, so that the paper says what is missing on it."""
    query = pane.query()
    told = [tr("Keadaan per {day}", day=show_date(pane.as_of))] if pane.as_of else []
    told += [
        f"{field_label(pane.kind.kind, field)}: {show_value(pane.kind.kind, field, value) or tr('kosong')}"
        for field, value in query.where
    ]
    if query.search:
        told.append(tr("memuat “{text}”", text=query.search))
    return "; ".join(told)
