"""One agency or unit by itself: its tabs, and the panel of what the tree knows beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from smartpns_desktop.domain.errors import CannotDo
from ui.agencies.dossier import Dossier, Shown, read_dossier
from ui.agencies.history_tab import HistoryTab
from ui.agencies.submissions_tab import SubmissionsTab
from ui.agencies.summary_tab import PEOPLE, SUBMISSIONS, SummaryTab
from ui.agencies.targets_tab import TargetsTab
from ui.agencies.units_tab import UnitsTab
from ui.pages.agency_detail import AgencyDetail, Figures
from ui.shell.undo_actions import take_back
from ui.texts import tr
from ui.widgets.buttons import icon_button
from ui.widgets.dialogs import ask_destructive
from ui.widgets.labels import on_plane
from ui.widgets.page_header import PageHeader
from ui.widgets.trail_list import TrailList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from smartpns_desktop.services.agencies import AgencyNode
    from smartpns_desktop.services.trail import TrailEntry
    from ui.context import Context
    from ui.pages.agency_tree import Lineage


class AgencyRecord(QWidget):
    """Lies on top of the tree; `closed` asks to go back to it. `key` is whose page it is.

    `form_wanted` carries a form to lay on top, `opened` the key of another agency.
    """

    help_name = "agency-record"
    closed = Signal()
    form_wanted = Signal(object)
    opened = Signal(int)

    def __init__(self, context: Context, key: int, menu: QMenu) -> None:
        super().__init__()
        self._context, self.key = context, key
        self._node: AgencyNode | None = None
        self.header = PageHeader("")
        self.back = icon_button("arrow-left", tr("Kembali ke pohon (Esc)"))
        self.header.lead(self.back)
        self.detail = AgencyDetail(context, menu)
        self.summary, self.units = SummaryTab(context), UnitsTab(context)
        self.targets, self.submissions = TargetsTab(context), SubmissionsTab(context)
        self.history, self.trail = HistoryTab(context), TrailList()
        self.parts = (self.summary, self.units, self.targets, self.submissions, self.history)
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.tabs)

    def _lay_out(self) -> None:
        on_plane(self, "surface")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(tr("Bagian data perangkat daerah"))
        titles = (tr("Ringkas"), tr("Unit"), tr("Target & Komitmen"), tr("Pengajuan"), tr("Riwayat"))
        for title, tab in zip(titles, self.parts, strict=True):
            # An ampersand alone would underline the letter behind it.
            self.tabs.addTab(tab, title.replace("&", "&&"))
        self.tabs.addTab(self.trail, tr("Jejak"))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.tabs, 1)
        body.addWidget(self.detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.closed)
        self.trail.take_back_wanted.connect(self._take_back)
        self.summary.led.connect(self._lead)
        self.units.opened.connect(self.opened)
        for tab in self.parts:
            tab.form_wanted.connect(self.form_wanted)
        for keys, steps in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            pressed = QShortcut(QKeySequence(keys), self)
            pressed.activated.connect(lambda steps=steps: self._turn(steps))

    def show_node(self, node: AgencyNode, line: Lineage, figures: Figures) -> None:
        """Show what is known now, and read the rest again."""
        self._node = node
        self.header.title.setText(node.short_name or node.name)
        self.detail.show_node(node, line, figures)
        app, key, year = self._context.app, self.key, self._context.year
        read = self._context.operations.read
        read(lambda: read_dossier(app, key, year), self._show, owner=self, slot="dossier", failed=self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        """An agency that is gone closes its page by itself; of anything else the user hears."""
        if not (isinstance(error, CannotDo) and error.code == "record.missing"):
            self._context.refuse(error)

    def _show(self, dossier: Dossier) -> None:
        if self._node is None:
            return
        for tab in self.parts:
            tab.show_agency(Shown(self._node, dossier))
        self.trail.show_entries(dossier.trail)
        missing = sum(bool(it["missing"]) for it in dossier.submissions)
        title = tr("Pengajuan ({count})", count=missing) if missing else tr("Pengajuan")
        self.tabs.setTabText(self.tabs.indexOf(self.submissions), title)

    def _turn(self, steps: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + steps) % self.tabs.count())

    def _lead(self, part: str) -> None:
        if part == PEOPLE:
            self.detail.people_link.click()
            return
        self.tabs.setCurrentWidget(self.submissions if part == SUBMISSIONS else self.targets)
        self.tabs.currentWidget().setFocus()

    def _take_back(self, entry: TrailEntry) -> None:
        """Take the change set of an entry back; one that made much more than this agency is asked about."""
        if entry.kind == "edit" or self._is_sure(entry):
            take_back(self._context, entry.change_set)

    def _is_sure(self, entry: TrailEntry) -> bool:
        title = tr("Urungkan “{reason}” seluruhnya?", reason=entry.reason)
        body = tr(
            "Perubahan ini bagian dari satu pekerjaan untuk banyak data; semuanya ikut diurungkan, kecuali yang "
            "sesudahnya sudah diubah atau dipakai. Dapat diulangi dengan Ctrl+Y."
        )
        return ask_destructive(self, title, body, tr("Urungkan seluruhnya"))
