"""What comes out of a page with a list: copies, workbooks, prints; always what is filtered or chosen now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from smartpns_desktop.words.figures import show_number
from ui.importing.draft import KINDS
from ui.lists.columns import ListKind, Record
from ui.lists.copying import as_mime
from ui.pages.page import Page
from ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.lists.list_pane import ListPane

_MOST_COPIED = 5_000
"""Rows that the clipboard carries; more are a file, and would hold the window up."""


class OutputPage(Page):
    """A page that has a `list` of a `kind`."""

    list: ListPane
    kind: ListKind

    def _export_menu(self) -> QMenu:
        """What can be written to files."""
        menu = QMenu(self)
        menu.addAction(tr("Yang disaring ke Excel…"), self.export)
        menu.addAction(tr("Yang dipilih ke Excel…"), self.export_chosen)
        menu.addAction(tr("Yang disaring ke PDF…"), self.save_pdf)
        if self.kind.kind in KINDS:
            menu.addSeparator()
            menu.addAction(tr("Templat kosong untuk diisi…"), self.save_template)
        return menu

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as Excel takes them."""
        count = self.list.grid.chosen_count()
        if not count:
            return
        if count > _MOST_COPIED:
            most = show_number(_MOST_COPIED)
            self.context.told.emit(tr("Paling banyak {most} baris dapat disalin; pakai Ekspor.", most=most), None)
            return
        keys = self.list.selected_keys()
        columns = [self.kind.columns[place] for place in self.list.grid.shown_columns()]

        def put(records: Sequence[Record]) -> None:
            QGuiApplication.clipboard().setMimeData(as_mime(columns, records))
            self.context.told.emit(tr("{count} baris disalin", count=show_number(len(records))), None)

        self.list.records_of(keys, put, slot="copy")

    def export(self) -> None:
        """Write what is filtered now to a workbook."""
        self._export(None)

    def export_chosen(self) -> None:
        """Write the chosen rows to a workbook; all that is filtered where none is chosen."""
        self._export(self.list.selected_keys() or None)

    def _export(self, keys: Sequence[int] | None) -> None:
        out = self._ask_file(tr("Ekspor {noun}", noun=self.kind.noun), "xlsx", tr("Buku kerja Excel (*.xlsx)"))
        if out is None:
            return
        exports, kind, query = self.context.app.exports, self.kind.kind, self.list.query()
        self.context.write(
            tr("Mengekspor"),
            lambda watch: exports.export(kind, out, query=query, keys=keys, watch=watch),
            lambda count: tr("{count} baris diekspor ke {file}", count=show_number(count), file=out.name),
        )

    def save_template(self) -> None:
        """Write the blank workbook that others fill in."""
        out = self._ask_file(tr("Templat {noun}", noun=self.kind.noun), "xlsx", tr("Buku kerja Excel (*.xlsx)"))
        if out is not None:
            templates, kind = self.context.app.templates, self.kind.kind
            self.context.write(
                tr("Membuat templat"),
                lambda _watch: templates.write(kind, out),
                lambda _none: tr("Templat disimpan: {file}", file=out.name),
            )

    def print(self) -> None:
        """Print what is filtered now."""
        from ui.printing.list_print import print_list

        print_list(self.context, self.list, self.title(), self)

    def save_pdf(self) -> None:
        """Write what is filtered now to a PDF."""
        from ui.printing.list_print import save_list

        out = self._ask_file(tr("Simpan {noun} ke PDF", noun=self.kind.noun), "pdf", tr("PDF (*.pdf)"))
        if out is not None:
            save_list(self.context, self.list, self.title(), out)

    def _ask_file(self, title: str, ending: str, kinds: str) -> Path | None:
        proposed = str(Path.home() / f"{self.kind.noun}-{self.context.year}.{ending}")
        name, _ = QFileDialog.getSaveFileName(self, title, proposed, kinds)
        return Path(name).with_suffix(f".{ending}") if name else None
