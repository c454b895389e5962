"""What is otherwise done with the mouse on the headings: sorting by one column or several, moving a column."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.lists.grid_view import GridView
from ui.texts import tr
from ui.theme.icons import icon


def sort_menu(grid: GridView, parent: QMenu, *, joined: bool) -> QMenu:
    """Sort by a column; `joined` beside those chosen before. A column that is chosen again turns round."""
    menu = QMenu(tr("Lalu menurut") if joined else tr("Urutkan menurut"), parent)
    sorts = grid.keys_model.sorts()
    for place in grid.shown_columns():
        column = grid.keys_model.columns[place]
        action = QAction(column.title, menu)
        if column.sort_field in sorts:
            descending = sorts[column.sort_field][1]
            action.setText(tr("{title} (menurun)" if descending else "{title} (menaik)", title=column.title))
            action.setIcon(icon("arrow-down" if descending else "arrow-up"))
        action.triggered.connect(lambda _on=False, place=place: grid.sorted_by.emit(place, joined))
        menu.addAction(action)
    menu.setEnabled(bool(sorts) or not joined)
    return menu


def move_menu(grid: GridView, parent: QMenu) -> QMenu:
    """Move a column one place to the left."""
    menu = QMenu(tr("Geser ke kiri"), parent)
    for before, place in zip(shown := list(grid.shown_columns()), shown[1:], strict=False):
        action = QAction(grid.keys_model.columns[place].title, menu)
        action.triggered.connect(lambda _on=False, place=place, before=before: grid.move_before(place, before))
        menu.addAction(action)
    return menu
