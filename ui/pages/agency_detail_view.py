"""Layout of the panel about an agency or unit: its state, its people, their JP, and what may be done to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.badge import Badge
from ui.widgets.buttons import button, menu_button
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.labels import label
from ui.widgets.long_link import LongLink
from ui.widgets.meter import Meter


class AgencyDetailView(DetailPanel):
    """The parts of the panel; what stands in them is its behaviour's business."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.state = Badge("", "neutral", "lock")
        self.people = label("", Role.CARD_TITLE)
        self.people_link = LongLink()
        self.composition_link = LongLink(tr("Komposisi dan cakupan JP"))
        self.year = label("", Role.CARD_TITLE, "text2")
        self.jp = label("", Role.CARD_TITLE)
        self.meter = Meter()
        self.jp_note = label("", Role.SMALL, "text2")
        self.plan_link = LongLink()
        self.edit = self.add_button(button(tr("Ubah"), icon="pencil-simple"))
        self.more = self.add_button(menu_button(tr("Tindakan"), "dots-three", menu))
        self.jp_part = QWidget()
        self.plan_part = QWidget()
        self._lay_out_parts()
        self.body.addSpacing(4)
        self.body.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_rule()
        self.body.addLayout(_row(label(tr("Pegawai"), Role.CARD_TITLE, "text2"), self.people))
        self.body.addWidget(self.people_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.composition_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.jp_part)
        self.body.addWidget(self.plan_part)
        self.add_rule()

    def _lay_out_parts(self) -> None:
        column = QVBoxLayout(self.jp_part)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(_row(self.year, self.jp))
        column.addWidget(self.meter)
        column.addWidget(self.jp_note)
        column = QVBoxLayout(self.plan_part)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(tr("Kebutuhan studi"), Role.CARD_TITLE, "text2"))
        column.addWidget(self.plan_link, 0, Qt.AlignmentFlag.AlignLeft)


def _row(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(left)
    row.addStretch(1)
    row.addWidget(right)
    return row
