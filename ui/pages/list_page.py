"""A page that is a list: header with the five buttons, the list, and the detail of the row with the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_number
from ui.context import Target
from ui.lists.as_of import AsOf
from ui.lists.columns import ListKind, Record
from ui.lists.list_pane import ListPane
from ui.lists.saved_views import ViewMenu
from ui.pages.list_output import OutputPage
from ui.texts import tr
from ui.widgets.buttons import button, menu_button
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartpns_desktop.services.bulk_fields import BulkField
    from ui.context import Context
    from ui.forms.form_page import FormPage


class ListPage(OutputPage):
    """Filter, list, detail; a subclass brings the kind of list of a year, the forms and the detail.

    Hooks: `new()` and `edit(key)` lay a form on top, `remove(keys)` deletes, `open_key(key)` opens a row.
    """

    def __init__(self, context: Context, kind: Callable[[int], ListKind]) -> None:
        super().__init__(context)
        self._kind_of, self.kind = kind, kind(context.year)
        self.list = ListPane(context, self.kind, self.empty_state())
        self.header = PageHeader(self.title())
        self.as_of = AsOf(self)
        self.detail: QWidget | None = None
        self._lay_out()
        self._make_actions()
        self.list.opened.connect(self.open_key)
        self.list.counted.connect(self._on_counted)
        self.list.current_changed.connect(self.show_detail)
        self.list.narrowed.connect(self._on_narrowed)
        self.as_of.changed.connect(self._on_as_of)
        self.views.restore()

    def _lay_out(self) -> None:
        main = QWidget()
        layout = self.column = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.as_of.line)
        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        self.body.addWidget(self.list, 1)
        layout.addLayout(self.body, 1)
        main.setFocusProxy(self.list)
        self.addWidget(main)
        self.views = ViewMenu(self.context, self.list)
        self.header.add(self.as_of.button).setVisible(self.kind.dated)
        self.header.add(self.views.button)
        self.filter_button = self.header.add_button(button(tr("Saring"), icon="funnel"))
        self.filter_button.clicked.connect(self._toggle_facets)
        self.new_button = self.header.add_button(button(tr("Baru"), icon="plus", kind="primary"))
        self.new_button.setToolTip(tr("{noun} baru (Ctrl+N)", noun=self.kind.noun.capitalize()))
        self.new_button.clicked.connect(self.new)
        self.import_button = self.header.add_button(button(tr("Impor"), icon="download-simple"))
        self.import_button.clicked.connect(lambda: self.context.go(Target("exchange", act="import")))
        self.export_button = self.header.add(menu_button(tr("Ekspor"), "export", self._export_menu()))
        self.print_button = self.header.add_button(button(tr("Cetak"), icon="printer"))
        self.print_button.clicked.connect(self.print)

    def _make_actions(self) -> None:
        rows = [
            (tr("Salin"), QKeySequence("Ctrl+C"), self.copy),
            (tr("Ubah"), QKeySequence("F2"), self.edit_current),
            (tr("Tampilan"), QKeySequence("Ctrl+T"), self.views.open),
        ]
        if type(self).remove is not ListPage.remove:
            rows.insert(2, (tr("Hapus"), QKeySequence("Delete"), self.remove_chosen))
        if self.can_edit_many():
            rows.append((tr("Ubah massal…"), QKeySequence("Ctrl+M"), self.edit_many))
            self.list.footer.offer_many(self.edit_many)
        grid = self.list.grid
        for text, key, act in rows:
            action = QAction(text, grid)
            action.setShortcut(key)
            action.triggered.connect(act)
            grid.addAction(action)
        from PySide6.QtCore import Qt

        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for action in grid.actions():
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    # What a subclass brings

    def empty_state(self) -> QWidget | None:
        """What stands in the place of a list that has no rows at all: the next step, and its button."""
        return None

    def new(self) -> None:
        """Lay the form of a new thing on top."""

    def edit(self, key: int) -> None:
        """Lay the form of this thing on top."""

    def open_key(self, key: int) -> None:
        """Open a row; the form where there is no page of its own."""
        self.edit(key)

    def remove(self, keys: Sequence[int]) -> None:
        """Delete these, after a question."""

    def show_detail(self, record: Record | None) -> None:
        """Show the row with the cursor beside the list."""

    # What all lists do

    def lay_form(self, form: FormPage) -> None:
        """Lay a form on top until it is saved or left; a new thing stands under the cursor then."""
        form.closed.connect(self.pop)
        form.saved.connect(self._on_saved)
        self.push(form)

    def reveal(self, key: int) -> None:
        """Put the cursor on this row."""
        self.list.reload([key])

    def _on_saved(self, result: object) -> None:
        self.pop()
        if isinstance(result, tuple):
            self.reveal(result[0])

    def on_year(self) -> None:
        self.kind = self._kind_of(self.list.year)
        self.list.rename(self.kind)

    def _on_as_of(self) -> None:
        """Another day: its year's JP are shown with it."""
        self.list.as_of = self.as_of.day
        self.on_year()
        self.reload()

    def reload(self) -> None:
        self.list.model.forget()
        self.list.reload()

    def search(self) -> None:
        self.list.facets.show()
        self.list.facets.words.setFocus()
        self.list.facets.words.selectAll()

    def panes(self) -> Sequence[QWidget]:
        if self.count() > 1:
            return super().panes()
        return (self.list.facets, self.list.middle, *([self.detail] if self.detail is not None else ()))

    def open(self, target: Target) -> None:
        if not self.to_main():
            return
        if target.query is not None:
            self.as_of.set_day(target.query.as_of)
            self.list.as_of = self.as_of.day
            self.on_year()
            self.list.set_query(target.query)
            self._on_narrowed()
        if target.act == "new":
            self.new()
        elif target.key is not None:
            (self.edit if target.act == "edit" else self.open_key)(target.key)

    def edit_current(self) -> None:
        """F2: the form of the row with the cursor."""
        key = self.list.current_key()
        if key is not None:
            self.edit(key)

    def remove_chosen(self) -> None:
        """Delete: the chosen rows."""
        keys = self.list.selected_keys()
        if keys:
            self.remove(keys)

    def can_edit_many(self) -> bool:
        """Whether one field of many rows of this kind can be changed at once."""
        from smartpns_desktop.services.bulk_fields import KINDS

        return self.kind.kind in KINDS

    def edit_many(self) -> None:
        """Change one field of the chosen rows, or of all that are filtered where fewer than two are chosen."""
        service, kind, noun = self.context.app.bulk_edits, self.kind.kind, self.kind.noun
        keys = self.list.selected_keys() if self.list.grid.chosen_count() > 1 else list(self.list.model.keys())
        if not keys:
            return

        def show(fields: Sequence[BulkField]) -> None:
            from ui.lists.bulk_page import BulkPage

            page = BulkPage(self.context, kind, noun, fields, keys)
            page.closed.connect(self.pop)
            page.saved.connect(lambda _result: self.pop())
            self.push(page)

        self.context.operations.read(lambda: service.fields(kind), show, owner=self, slot="bulk")

    def _on_counted(self, count: int, whole: int) -> None:
        narrowed = count != whole and self.list.facets.narrowed() > 0
        of = tr("{count} dari {whole}", count=show_number(count), whole=show_number(whole))
        self.header.note.setText(of if narrowed else show_number(count))
        for widget in (self.export_button, self.print_button):
            widget.setEnabled(count > 0)
            widget.setToolTip("" if count else tr("Tidak ada baris untuk ditulis."))
        self.make_room()

    def _on_narrowed(self) -> None:
        count = self.list.facets.narrowed()
        self.filter_button.setText(tr("Saring ({count})", count=count) if count else tr("Saring"))

    def _toggle_facets(self) -> None:
        self.list.facets.setVisible(not self.list.facets.isVisible())

    def make_room(self) -> None:
        """What leads elsewhere gives way to the buttons; called too when it counts anew."""
        self.header.fit(self.width(), narrow=self.is_narrow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the panes give way (LOOK.md, 3.10)."""
        super().resizeEvent(event)
        self.make_room()
        narrow = self.is_narrow()
        if narrow != self.filter_button.property("narrow"):
            self.filter_button.setProperty("narrow", narrow)
            self.filter_button.setVisible(narrow)
            self.views.button.setVisible(not narrow)
            self.as_of.set_narrow(on=narrow)
            self.list.facets.setVisible(not narrow and bool(self.kind.facets))
            if self.detail is not None:
                self.detail.setVisible(not narrow)
