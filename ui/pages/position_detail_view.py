"""Layout of the panel beside the list of posts: who holds it, what it asks, what may be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ui.texts import tr
from ui.widgets.badge import Badge
from ui.widgets.buttons import button, menu_button
from ui.widgets.detail_panel import DetailPanel


class PositionDetailView(DetailPanel):
    """The parts of the panel; what stands in them is the page's business."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Badge("")
        self.holders = button("", kind="link")
        self.gaps = button("", kind="link")
        self.menu = QMenu(self)
        self.edit = self.add_button(button(tr("Ubah"), icon="pencil-simple"))
        self.more = self.add_button(menu_button(tr("Tindakan"), "dots-three", self.menu))
        self.body.addSpacing(4)
        for widget in (self.state, self.holders, self.gaps):
            self.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_rule()
