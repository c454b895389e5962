"""The page of settings: the office, the regulations, backups, where the data are, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.settings.about_tab import AboutTab
from ui.settings.backup_tab import BackupTab
from ui.settings.data_tab import DataTab
from ui.settings.office_tab import OfficeTab
from ui.settings.regulations_tab import RegulationsTab
from ui.settings.update_tab import UpdateTab
from ui.texts import tr
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from ui.context import Context, Target

_TABS = ("office", "regulations", "backups", "data", "updates", "about")


class SettingsPage(Page):
    """Tabs; a target's `act` names the one to show."""

    name = "settings"
    icon = "gear"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.office = OfficeTab(context)
        self.regulations = RegulationsTab(context)
        self.backups = BackupTab(context)
        self.tabs.addTab(self.office, tr("Kantor"))
        self.tabs.addTab(self.regulations, tr("Regulasi"))
        self.tabs.addTab(self.backups, tr("Cadangan"))
        self.data = DataTab(context)
        self.tabs.addTab(self.data, tr("Data"))
        self.updates = UpdateTab(context)
        self.tabs.addTab(self.updates, tr("Pembaruan"))
        self.tabs.addTab(AboutTab(context), tr("Tentang"))
        main = QWidget()
        layout = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PageHeader(self.title()))
        layout.addWidget(self.tabs, 1)
        main.setFocusProxy(self.tabs)
        self.addWidget(main)

    def title(self) -> str:
        return tr("Pengaturan")

    def reload(self) -> None:
        self.office.reload()
        self.regulations.list.reload()
        self.backups.reload()
        self.data.reload()

    def open(self, target: Target) -> None:
        if target.act in _TABS:
            self.tabs.setCurrentIndex(_TABS.index(target.act))
        if target.act == "updates" and target.file is not None:
            self.updates.look(target.file)

    def search(self) -> None:
        self.tabs.setCurrentWidget(self.regulations)
        self.regulations.search()

    def help_topic(self) -> str:
        return "updates" if self.tabs.currentWidget() is self.updates else super().help_topic()

    def may_leave(self) -> bool:
        return super().may_leave() and self.office.may_leave()
