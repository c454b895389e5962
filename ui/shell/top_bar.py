"""The bar above the pages: search, year of work, named undo and redo, and who is working."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from ui.shell.search_field import SearchField
from ui.texts import tr
from ui.widgets.buttons import IconButton, menu_button
from ui.widgets.labels import key_cap, on_plane

if TYPE_CHECKING:
    from ui.context import Context

_HEIGHT = 46
_YEARS_BACK, _YEARS_AHEAD = 6, 5


class TopBar(QFrame):
    """Layout of the bar; the window connects what it does."""

    def __init__(
        self, context: Context, pages: frozenset[str], undo: QAction, redo: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        on_plane(self, "surface", "bottom")
        self.setFixedHeight(_HEIGHT)
        self.search = SearchField(context, pages)
        self.search.setMaximumWidth(320)
        self.search.setMinimumWidth(200)
        self.year_menu = QMenu(self)
        self.year = menu_button("", "", self.year_menu, kind="ghost")
        self.year.setAccessibleName(tr("Tahun kerja"))
        self.user_menu = QMenu(self)
        self.user = menu_button("", "", self.user_menu, kind="ghost")
        self.user.setAccessibleName(tr("Menu program"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search, 1)
        layout.addWidget(key_cap(tr("Ctrl+K")), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self.year)
        for action in (undo, redo):
            layout.addWidget(_tool(action))
        layout.addWidget(self.user)

    def offer_years(self, today: int, chosen: int) -> None:
        """The years of work that can be chosen."""
        self.year.setText(tr("Tahun {year}", year=chosen))
        self.year_menu.clear()
        for year in range(today + _YEARS_AHEAD, today - _YEARS_BACK - 1, -1):
            action = self.year_menu.addAction(str(year))
            action.setData(year)
            action.setCheckable(True)
            action.setChecked(year == chosen)


def _tool(action: QAction) -> QToolButton:
    tool = IconButton()
    tool.setDefaultAction(action)
    tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    tool.setProperty("kind", "ghost")
    tool.setFixedSize(30, 30)
    tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return tool
