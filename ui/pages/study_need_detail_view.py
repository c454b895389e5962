"""Layout of the panel about one line of a plan: what is needed, its state, facts, and what may be done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from smartpns_desktop.domain.study_needs import NeedState
from ui.texts import tr
from ui.widgets.badge import Badge
from ui.widgets.buttons import button
from ui.widgets.detail_panel import DetailPanel


class StudyNeedDetailView(DetailPanel):
    """The parts of the panel; what stands in them is the page's business."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Badge("")
        row = QHBoxLayout()
        row.addWidget(self.state)
        row.addStretch(1)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.add_rule()
        self.back = self.add_button(button(tr("Kembali"), icon="arrow-left", kind="ghost"))
        self.edit = self.add_button(button(tr("Ubah")))
        self.acts = {state: self.add_button(button("")) for state in _ORDER}


_ORDER = (NeedState.DIVERIFIKASI, NeedState.DIAJUKAN, NeedState.DITOLAK)
