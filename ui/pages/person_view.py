"""Layout of a person's page: header, tabs, and their menus."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTabWidget, QVBoxLayout, QWidget

from ui.people.assessments_tab import AssessmentsTab
from ui.people.data_tab import DataTab
from ui.people.header import PersonHeader
from ui.people.identity_tab import IdentityTab
from ui.people.records_tab import HistoryTab, TrainingsTab
from ui.people.timeline import HISTORIES, ICONS, NAMES, Kind
from ui.texts import tr
from ui.theme.icons import icon
from ui.widgets.buttons import button, menu_button
from ui.widgets.labels import on_plane
from ui.widgets.trail_list import TrailList


class PersonView(QWidget):
    """The parts of the page; `adds` are the acts that add a row, by what it is of."""

    def __init__(self) -> None:
        super().__init__()
        on_plane(self, "surface")
        self.adds: Mapping[Kind, QAction] = {kind: QAction(icon(ICONS[kind]), tr(NAMES[kind]), self) for kind in Kind}
        self.header = PersonHeader(self._menu(*Kind))
        self.identity = IdentityTab()
        self.history = HistoryTab(menu_button(tr("Tambah riwayat"), "plus", self._menu(*HISTORIES)))
        self.add_training = button(tr("Tambah pelatihan"), icon="plus")
        self.trainings = TrainingsTab(self.add_training)
        self.assessments = AssessmentsTab()
        self.data = DataTab()
        self.trail = TrailList()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(tr("Bagian data pegawai"))
        for tab, title in (
            (self.identity, tr("Identitas")),
            (self.history, tr("Riwayat")),
            (self.trainings, tr("Pelatihan")),
            (self.assessments, tr("Penilaian")),
            (self.data, tr("Data")),
            (self.trail, tr("Jejak")),
        ):
            self.tabs.addTab(tab, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.tabs, 1)
        self.setFocusProxy(self.tabs)

    def _menu(self, *kinds: Kind) -> QMenu:
        menu = QMenu(self)
        menu.addActions([self.adds[kind] for kind in kinds])
        return menu
