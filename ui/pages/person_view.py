"""Layout of a person's page: the header, the tabs below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui.people.header import PersonHeader
from ui.people.tab import PersonTab
from ui.texts import tr
from ui.widgets.labels import on_plane

_Tab = TypeVar("_Tab", bound=PersonTab)


class PersonView(QWidget):
    """The parts of the page."""

    def __init__(self, header: PersonHeader, parts: Sequence[tuple[str, PersonTab]]) -> None:
        super().__init__()
        on_plane(self, "surface")
        self.header = header
        self.parts = tuple(tab for _title, tab in parts)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(tr("Bagian data pegawai"))
        for title, tab in parts:
            self.tabs.addTab(tab, tr(title))
            tab.titled.connect(lambda text, tab=tab: self.tabs.setTabText(self.tabs.indexOf(tab), text))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.below_header = QVBoxLayout()
        layout.addWidget(self.header)
        layout.addLayout(self.below_header)
        layout.addWidget(self.tabs, 1)
        self.setFocusProxy(self.tabs)

    def tab(self, kind: type[_Tab]) -> _Tab:
        """The tab of a class."""
        return next(tab for tab in self.parts if isinstance(tab, kind))

    def turn(self, steps: int) -> None:
        """Another tab, so many to the right, round and round."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + steps) % self.tabs.count())
