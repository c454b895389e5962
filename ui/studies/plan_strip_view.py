"""Layout of the strip above the lines: period and agency on the left, what may be done with the plan on the right."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu

from ui.studies.agency_list import AgencyModel
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.badge import Badge
from ui.widgets.buttons import button, menu_button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import label, on_plane

_HEIGHT = 44


class PlanStripView(QFrame):
    """The parts of the strip."""

    def __init__(self, model: AgencyModel) -> None:
        super().__init__()
        on_plane(self, "surface", "bottom")
        self.setFixedHeight(_HEIGHT)
        self.period = QComboBox()
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.period.setAccessibleName(tr("Periode rencana"))
        self.agency = ChoiceBox()
        self.agency.setModel(model)
        self.agency.setMinimumContentsLength(16)
        self.agency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.agency.setAccessibleName(tr("Perangkat daerah"))
        self.name = label("", Role.SECTION)
        self.state = Badge("")
        self.note = label("", Role.SMALL, "text2")
        self.act = button("", icon="check")
        self.menu = QMenu(self)
        self.more = menu_button(tr("Status lain"), "", self.menu, kind="ghost")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        for widget in (self.period, self.agency, self.name, self.state, self.note):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.more)
        row.addWidget(self.act)
