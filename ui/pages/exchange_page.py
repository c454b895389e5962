"""The page of exchange: earlier imports, the wizard for the next one, exports and templates of every kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import kind_label
from ui.context import Target
from ui.importing.draft import KINDS
from ui.importing.kept import kept_sentences
from ui.importing.wizard import ImportWizard
from ui.lists.list_pane import ListPane
from ui.pages.exchange_batches import batches_list, facts_of, state_of, what_goes
from ui.pages.exchange_view import ExchangeView
from ui.pages.page import Page
from ui.pages.template_form import TemplatePage
from ui.texts import tr
from ui.theme.icons import icon
from ui.widgets.buttons import set_kind
from ui.widgets.dialogs import ask_destructive, tell
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from smartpns_desktop.services.undo import UndoResult
    from smartpns_desktop.services.watch import Watch
    from ui.context import Context
    from ui.lists.columns import Record

_YEARLY = ("trainings", "study-needs", "performance-ratings", "ip-asn")
"""Kinds of which a year alone can be exported."""


class ExchangePage(Page):
    """Earlier imports in a list; the wizard lies on top of it."""

    name = "exchange"
    icon = "swap"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._kept: dict[int, list[str]] = {}
        self._whole = 0
        self._make_actions()
        self.list = ListPane(context, batches_list(), self._empty())
        self.view = ExchangeView(
            self.title(), self.list, self._export_menu(), self._template_menu(), (self.undo_action, self.redo_action)
        )
        self.addWidget(self.view)
        self.view.addAction(self.import_action)
        self.view.import_button.clicked.connect(self.import_file)
        self.list.current_changed.connect(self.show_detail)
        self.list.counted.connect(self._on_counted)
        self.list.grid.addActions([self.undo_action, self.redo_action])
        self.list.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.show_detail(None)

    def title(self) -> str:
        return tr("Pertukaran")

    def _make_actions(self) -> None:
        self.undo_action = QAction(icon("arrow-counter-clockwise"), tr("Urungkan impor ini"), self)
        self.undo_action.setShortcut(QKeySequence("Delete"))
        self.undo_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.undo_action.triggered.connect(self.undo_current)
        self.redo_action = QAction(icon("arrow-clockwise"), tr("Ulangi"), self)
        self.redo_action.triggered.connect(self.redo_current)
        self.import_action = QAction(icon("download-simple"), tr("Impor berkas…"), self)
        self.import_action.setShortcut(QKeySequence.StandardKey.Open)
        self.import_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.import_action.triggered.connect(self.import_file)

    def _empty(self) -> EmptyState:
        return EmptyState(
            "swap",
            tr("Belum ada yang diimpor"),
            tr("Seret berkas SIASN, SIMPEG, atau usulan perangkat daerah ke jendela ini, atau pilih berkasnya."),
            self.import_action,
            keys=(("Ctrl+O", tr("pilih berkas")), ("F1", tr("bantuan halaman ini"))),
        )

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in KINDS:
            self._add(menu, kind, partial(self.export, kind, None))
            if kind in _YEARLY:
                made = self._add(menu, kind, partial(self._export_year, kind))
                named = partial(self._name_year, made, kind)
                self.context.year_changed.connect(named)
                named(self.context.year)
        return menu

    def _template_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in KINDS:
            self._add(menu, kind, partial(self.save_template, kind))
        menu.addSeparator()
        menu.addAction(tr("Untuk perangkat daerah…"), self.make_template)
        return menu

    def _add(self, menu: QMenu, kind: str, act: Callable[[], None]) -> QAction:
        made = QAction(f"{kind_label(kind)}…", menu)
        made.triggered.connect(lambda _checked=False: act())
        menu.addAction(made)
        return made

    def _name_year(self, made: QAction, kind: str, year: int) -> None:
        made.setText(f"{kind_label(kind)} {year}…")

    def _export_year(self, kind: str) -> None:
        self.export(kind, self.context.year)

    def reload(self) -> None:
        self.list.model.forget()
        self.list.reload()

    def search(self) -> None:
        if self.count() == 1:
            self.list.facets.show()
            self.list.facets.words.setFocus()

    def open(self, target: Target) -> None:
        if target.act == "import" or target.file is not None:
            if self.to_main():
                self.import_file()
                if target.file is not None:
                    self.wizard().read_file(target.file)
        elif target.query is not None and self.to_main():
            self.list.set_query(target.query)

    # The wizard

    def wizard(self) -> ImportWizard:
        """The wizard in front; KeyError where there is none."""
        found = self.currentWidget()
        if not isinstance(found, ImportWizard):
            raise KeyError("no import has begun")
        return found

    def import_file(self) -> None:
        """Begin an import."""
        if isinstance(self.currentWidget(), ImportWizard):
            return
        made = ImportWizard(self.context)
        made.closed.connect(lambda: self._close(made))
        made.another_wanted.connect(lambda: self._another(made))
        made.list_wanted.connect(lambda page, act: self._to_list(made, Target(page, act=act)))
        self.push(made)

    def _close(self, wizard: ImportWizard) -> None:
        if self.currentWidget() is wizard:
            self.pop()
            self.refresh()

    def _another(self, wizard: ImportWizard) -> None:
        self._close(wizard)
        self.import_file()
        self.wizard().choose_file()

    def _to_list(self, wizard: ImportWizard, target: Target) -> None:
        self._close(wizard)
        self.context.go(target)

    # One earlier import

    def show_detail(self, record: Record | None) -> None:
        """Tell of the import with the cursor."""
        panel = self.view.detail
        panel.tell(record, lambda it: it["file"] or tr("Tanpa nama"), facts_of)
        panel.state.setVisible(record is not None)
        panel.kept.setText("\n".join(self._kept.get(record["key"], ())) if record else "")
        self.undo_action.setVisible(record is not None and not record["undone"])
        self.redo_action.setVisible(record is not None and bool(record["undone"]))
        if record is not None:
            state = state_of(record)
            panel.state.set_state(state.word, "neutral" if record["undone"] else "ok", state.icon)

    def undo_current(self) -> None:
        """Take the import with the cursor back, after a question that says what goes."""
        record = self.list.current_record()
        if record is None or record["undone"]:
            return
        title = tr("Urungkan impor {file}?", file=record["file"])
        if ask_destructive(self, title, what_goes(record), tr("Urungkan impor ini")):
            number, undo = int(record["key"]), self.context.app.undo
            self._turn(number, tr("Mengurungkan impor"), lambda watch: undo.undo(number, watch))

    def redo_current(self) -> None:
        """Do the import with the cursor again."""
        record = self.list.current_record()
        if record is not None and record["undone"]:
            number, undo = int(record["key"]), self.context.app.undo
            self._turn(number, tr("Mengulangi impor"), lambda watch: undo.redo(number, watch))

    def _turn(self, number: int, title: str, work: object) -> None:
        def told(result: UndoResult) -> str:
            return tr("{count} data dikembalikan", count=show_number(result.reverted))

        def then(result: UndoResult) -> None:
            self._kept[number] = kept_sentences(result)
            self.show_detail(self.list.current_record())
            if result.kept:
                tell(self, tr("Sebagian dipertahankan"), "\n\n".join(self._kept[number]))

        self.context.write(title, work, told, then)  # type: ignore[arg-type]

    def _on_counted(self, count: int, whole: int) -> None:
        """While there is nothing, the button in the middle is the primary one."""
        del count
        self.view.header.note.setText(show_number(whole) if whole else "")
        set_kind(self.view.import_button, "primary" if whole else "", "download-simple")
        self._whole = whole
        self.view.give_way(narrow=self.is_narrow(), empty=not whole)

    # Files out

    def export(self, kind: str, year: int | None) -> None:
        """Write all of a kind, or of a year, to a workbook."""
        named = f"{kind_label(kind)} {year}" if year else kind_label(kind)
        out = self._ask_file(tr("Ekspor {kind}", kind=kind_label(kind)), named)
        if out is None:
            return
        exports = self.context.app.exports

        def work(watch: Watch) -> int:
            return exports.export(kind, out, year=year, watch=watch)

        def told(count: int) -> str:
            return tr("{count} baris diekspor ke {file}", count=show_number(count), file=out.name)

        self.context.write(tr("Mengekspor {kind}", kind=named), work, told)

    def save_template(self, kind: str) -> None:
        """Write the blank workbook that others fill in."""
        out = self._ask_template(kind)
        if out is not None:
            templates = self.context.app.templates
            self.context.write(
                tr("Membuat templat"),
                lambda _watch: templates.write(kind, out),
                lambda _none: tr("Templat disimpan: {file}", file=out.name),
            )

    def make_template(self) -> None:
        """Show the form of a template for one agency."""
        if not self.to_main():
            return
        made = TemplatePage(self.context, self._ask_template)
        made.closed.connect(self.pop)
        made.saved.connect(lambda _nothing: self.pop())
        self.push(made)

    def _ask_template(self, kind: str) -> Path | None:
        return self._ask_file(tr("Simpan templat"), tr("Templat {kind}", kind=kind_label(kind)))

    def _ask_file(self, title: str, proposed: str) -> Path | None:
        kinds = tr("Buku kerja Excel (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / f"{proposed}.xlsx"), kinds)
        return Path(name).with_suffix(".xlsx") if name else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the list has all the room."""
        super().resizeEvent(event)
        self.view.give_way(narrow=self.is_narrow(), empty=not self._whole)
