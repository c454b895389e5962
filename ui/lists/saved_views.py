"""Views of a list that the user keeps by name: columns with their order and widths, sort and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from ui.lists.order_menus import move_menu, sort_menu
from ui.texts import tr
from ui.widgets.buttons import menu_button

if TYPE_CHECKING:
    from collections.abc import Collection

    from ui.context import Context
    from ui.lists.list_pane import ListPane

_SETTLED = 800
"""Milliseconds after which dragged columns are remembered."""

State = dict[str, Any]


class ViewMenu(QObject):
    """The button "Tampilan" with the views of one list; what was last seen comes back at the next start."""

    def __init__(self, context: Context, pane: ListPane) -> None:
        super().__init__(pane)
        self._context, self._pane = context, pane
        self._menu = QMenu(pane)
        self.button = menu_button(tr("Tampilan"), "columns", self._menu, kind="ghost")
        self._menu.aboutToShow.connect(self._fill)
        self._settle = QTimer(self, interval=_SETTLED, singleShot=True)
        self._settle.timeout.connect(self._remember)
        self._restoring = False

    def restore(self) -> None:
        """Columns as they were when the list was last seen."""
        stored = self._context.app.preferences.get(self._name("columns"))
        if isinstance(stored, dict):
            self._apply_columns(stored)
        self._pane.grid.columns_changed.connect(self._settle.start)

    def open(self) -> None:
        """Show the menu, at its button or where that would be (Ctrl+T)."""
        anchor = self.button if self.button.isVisible() else self._pane
        self._menu.popup(anchor.mapToGlobal(QPoint(0, self.button.height() if anchor is self.button else 0)))

    def _name(self, what: str) -> str:
        return f"list.{self._pane.kind.kind}.{what}"

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction(tr("Bawaan"), self._show_default)
        for name, state in sorted(self._views().items()):
            shown: QAction = self._menu.addAction(name)
            shown.triggered.connect(lambda _on=False, state=state: self._apply(state))
        self._menu.addSeparator()
        grid = self._pane.grid
        self._menu.addMenu(grid.columns_menu(self._menu))
        self._menu.addMenu(move_menu(grid, self._menu))
        self._menu.addMenu(sort_menu(grid, self._menu, joined=False))
        self._menu.addMenu(sort_menu(grid, self._menu, joined=True))
        self._menu.addAction(tr("Simpan tampilan ini…"), self._save)
        gone = self._menu.addMenu(tr("Hapus tampilan"))
        for name in sorted(self._views()):
            action: QAction = gone.addAction(name)
            action.triggered.connect(lambda _on=False, name=name: self._delete(name))
        gone.setEnabled(bool(self._views()))

    def _views(self) -> dict[str, State]:
        stored = self._context.app.preferences.get(self._name("views"))
        return stored if isinstance(stored, dict) else {}

    def _save(self) -> None:
        name, agreed = QInputDialog.getText(self._pane, tr("Simpan tampilan"), tr("Nama tampilan:"))
        name = " ".join(name.split())[:60]
        if agreed and name:
            self._put("views", self._views() | {name: self._state()})

    def _delete(self, name: str) -> None:
        self._put("views", {other: state for other, state in self._views().items() if other != name})

    def _put(self, what: str, value: object) -> None:
        preferences = self._context.app.preferences
        name = self._name(what)
        self._context.operations.read(lambda: preferences.put(name, value), lambda _done: None, owner=self)

    def _remember(self) -> None:
        self._put("columns", self._columns())

    def _columns(self) -> State:
        grid, kind = self._pane.grid, self._pane.kind
        shown = [kind.columns[place].field for place in grid.shown_columns()]
        widths = {column.field: grid.columnWidth(place) for place, column in enumerate(kind.columns)}
        return {"shown": shown, "widths": {name: width for name, width in widths.items() if width}}

    def _state(self) -> State:
        query = self._pane.query()
        return self._columns() | {
            "search": query.search,
            "where": [list(pair) for pair in self._pane.facets.where()],
            "sort": [[it.field, it.descending] for it in query.sort],
        }

    def _show_default(self) -> None:
        from smartpns_desktop.services.lists import ListQuery

        self._pane.grid.arrange()
        self._pane.set_query(ListQuery(where=self._pane.kind.default))
        self._pane.narrowed.emit()
        self._put("columns", None)

    def _apply(self, state: State) -> None:
        lists, kind = self._context.app.lists, self._pane.kind.kind
        self._context.operations.read(
            lambda: lists.fields(kind), lambda known: self._show_view(state, known), owner=self, slot="view"
        )

    def _show_view(self, state: State, known: Collection[str]) -> None:
        """Show a view; what was kept by an earlier version and is gone since is left out."""
        from smartpns_desktop.services.lists import ListQuery, Sort

        self._apply_columns(state)
        sortable = {column.sort_field for column in self._pane.kind.columns}
        where = tuple((str(field), str(value)) for field, value in state.get("where", ()) if field in known)
        sort = tuple(Sort(field, bool(descending)) for field, descending in state.get("sort", ()) if field in sortable)
        self._pane.set_query(ListQuery(search=str(state.get("search", "")), where=where, sort=sort))
        self._pane.narrowed.emit()

    def _apply_columns(self, state: State) -> None:
        """What a later version no longer knows is left out; a column it brings anew is hidden at first."""
        grid, columns = self._pane.grid, self._pane.kind.columns
        places = {column.field: place for place, column in enumerate(columns)}
        shown = [name for name in state.get("shown", ()) if name in places]
        if not shown:
            return
        header = grid.horizontalHeader()
        for place, column in enumerate(columns):
            grid.setColumnHidden(place, column.field not in shown)
            width = state.get("widths", {}).get(column.field)
            if isinstance(width, int) and width > 0:
                header.resizeSection(place, width)
        for visual, name in enumerate(shown):
            header.moveSection(header.visualIndex(places[name]), visual)
        grid.make_room()
