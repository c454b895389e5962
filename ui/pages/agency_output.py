"""The tree of agencies on paper, in a PDF and in a workbook: what the page shows, unfolded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from smartpns_desktop.words.figures import show_number
from ui.lists.columns import Align
from ui.pages.agency_model import AgencyModel, record_of
from ui.printing.columns import PrintColumn
from ui.printing.jobs import Job, ask_and_print, write_pdf
from ui.printing.printout import Printout
from ui.texts import tr

if TYPE_CHECKING:
    from ui.context import Context

_KIND = "agencies"
_STEP = " " * 6
"""In front of a name on paper for each level; spaces that are kept."""


class AgencyOutput:
    """Writes what a model shows, each agency before its units, folded in or not; as of a day, where it shows that."""

    as_of: date | None = None

    def __init__(self, context: Context, model: AgencyModel, parent: QWidget) -> None:
        self._context, self._model, self._parent = context, model, parent

    def menu(self, narrowed: Callable[[], str]) -> QMenu:
        """What "Ekspor" offers; `narrowed` says what is left out."""
        menu = QMenu(self._parent)
        menu.addAction(tr("Yang tampil ke Excel…"), self.export)
        menu.addAction(tr("Yang tampil ke PDF…"), lambda: self.save_pdf(narrowed()))
        menu.addSeparator()
        menu.addAction(tr("Templat kosong untuk diisi…"), self.save_template)
        return menu

    def print(self, narrowed: str) -> None:
        """Ask for the printer and print; `narrowed` says what is left out."""
        ask_and_print(self._context, self.job(narrowed), self._parent)

    def save_pdf(self, narrowed: str) -> None:
        """Ask for a file and write a PDF."""
        out = self._ask_file(tr("Simpan ke PDF"), tr("perangkat daerah"), "pdf", tr("PDF (*.pdf)"))
        if out is not None:
            write_pdf(self._context, self.job(narrowed), out)

    def job(self, narrowed: str) -> Job:
        """The rows on paper, names indented by level."""
        model, profile = self._model, self._context.app.office.profile()
        columns = tuple(
            PrintColumn(it.title, it.width, it.align is Align.RIGHT, it.align is Align.RIGHT or not it.elided)
            for it in model.columns
        )
        rows = [self._row(key) for key in model.keys_in_order()]
        office = " ".join(filter(None, (profile.office, profile.place)))
        printout = Printout(tr("Perangkat Daerah"), narrowed, columns, office, date.today())
        return Job(printout, lambda: (len(rows), rows))

    def _row(self, key: int) -> list[str]:
        record = record_of(self._model.node(self._model.index_of(key)))
        name, *others = (column.text(record) for column in self._model.columns)
        return [f"{_STEP * self._model.depth(key)}{name}", *others]

    def export(self) -> None:
        """Ask for a file and write a workbook."""
        from smartpns_desktop.services.lists import ListQuery

        excel = tr("Buku kerja Excel (*.xlsx)")
        out = self._ask_file(tr("Ekspor perangkat daerah"), tr("perangkat daerah"), "xlsx", excel)
        if out is None:
            return
        exports, keys, query = self._context.app.exports, self._model.keys_in_order(), ListQuery(as_of=self.as_of)
        self._context.write(
            tr("Mengekspor"),
            lambda watch: exports.export(_KIND, out, query=query, keys=keys, watch=watch),
            lambda count: tr("{count} baris diekspor ke {file}", count=show_number(count), file=out.name),
        )

    def save_template(self) -> None:
        """Ask for a file and write the blank workbook that others fill in."""
        excel = tr("Buku kerja Excel (*.xlsx)")
        out = self._ask_file(tr("Templat perangkat daerah"), tr("templat perangkat daerah"), "xlsx", excel)
        if out is not None:
            templates = self._context.app.templates
            self._context.write(
                tr("Membuat templat"),
                lambda _watch: templates.write(_KIND, out),
                lambda _none: tr("Templat disimpan: {file}", file=out.name),
            )

    def _ask_file(self, title: str, proposed: str, ending: str, kinds: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(Path.home() / f"{proposed}.{ending}"), kinds)
        return Path(name).with_suffix(f".{ending}") if name else None
