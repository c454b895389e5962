"""Layout of the main window: sidebar, top bar, room for a banner, the pages, status bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.shell.sidebar import Place, Sidebar
from ui.shell.status_bar import StatusBar
from ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from ui.context import Context


class MainWindowView(QWidget):
    """The parts of the window in their places."""

    def __init__(self, context: Context, places: Sequence[Place], undo: QAction, redo: QAction) -> None:
        super().__init__()
        self.sidebar = Sidebar(places)
        self.top = TopBar(context, frozenset(place.name for place in places), undo, redo)
        self.banners = QVBoxLayout()
        self.pages = QStackedWidget()
        self.status = StatusBar()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addLayout(self.banners)
        right.addWidget(self.pages, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.sidebar)
        upper.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper, 1)
        layout.addWidget(self.status)
