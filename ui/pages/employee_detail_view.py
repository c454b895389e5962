"""Layout of the panel beside the list of employees: who, JP of the year, the present state."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.badge import Badge
from ui.widgets.buttons import button, icon_button
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.labels import label
from ui.widgets.meter import Meter


class EmployeeDetailView(DetailPanel):
    """The parts of the panel; what stands in them is the page's business."""

    def __init__(self) -> None:
        super().__init__()
        self.nip = label("")
        self.nip.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_nip = icon_button("copy", tr("Salin NIP"))
        self.kind = Badge("", "ok", "check-circle")
        self.jp = label("", Role.CARD_TITLE)
        self.jp_note = label("", Role.SMALL_STRONG, "warn")
        self.meter = Meter()
        self.year = label("", Role.CARD_TITLE, "text2")
        self.open = self.add_button(button(tr("Buka"), icon="arrow-square-out"))
        self.edit = self.add_button(button(tr("Ubah"), icon="pencil-simple"))
        self.body.addSpacing(4)
        self.body.addLayout(_row(self.nip, self.copy_nip, None, self.kind))
        self.add_rule()
        self.body.addLayout(_row(self.year, None, self.jp))
        self.body.addWidget(self.meter)
        self.body.addWidget(self.jp_note)
        self.add_rule()


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addStretch(1) if widget is None else row.addWidget(widget)
    return row
