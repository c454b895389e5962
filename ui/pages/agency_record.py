"""One agency or unit by itself: what is known of it, and its trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.agency_detail import AgencyDetail, Figures
from ui.shell.undo_actions import take_back
from ui.texts import tr
from ui.widgets.buttons import button
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
    """Lies on top of the tree; `closed` asks to go back to it. `key` is whose page it is."""

    closed = Signal()

    def __init__(self, context: Context, key: int, menu: QMenu) -> None:
        super().__init__()
        self._context, self.key = context, key
        self.header = PageHeader("")
        self.back = self.header.add_button(button(tr("Kembali"), icon="arrow-left"))
        self.back.setToolTip(tr("Kembali ke pohon (Esc)"))
        self.detail = AgencyDetail(context, menu)
        self.trail = TrailList()
        self._lay_out()
        self.back.clicked.connect(self.closed)
        self.trail.take_back_wanted.connect(self._take_back)
        self.setFocusProxy(self.trail)

    def _lay_out(self) -> None:
        on_plane(self, "surface")
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.trail, 1)
        body.addWidget(self.detail)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(body, 1)

    def show_node(self, node: AgencyNode, line: Lineage, figures: Figures) -> None:
        """Show what is known now, and read the trail again."""
        self.header.title.setText(node.short_name or node.name)
        self.detail.show_node(node, line, figures)
        self._read_trail()

    def _read_trail(self) -> None:
        trail, key = self._context.app.trail, self.key
        self._context.operations.read(
            lambda: trail.of("agencies", key), self.trail.show_entries, owner=self, slot="trail"
        )

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
