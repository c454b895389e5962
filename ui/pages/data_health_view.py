"""Layout of the page of the data's health: the score and its dimensions, the checks, the course, the agencies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QMenu, QVBoxLayout, QWidget

from ui.lists.as_of import AsOf
from ui.texts import tr
from ui.widgets.bar_chart import BarChart
from ui.widgets.buttons import button, menu_button
from ui.widgets.card import Card, Panel
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import on_plane
from ui.widgets.line_list import LineList
from ui.widgets.month_chart import MonthChart
from ui.widgets.page_header import PageHeader
from ui.widgets.scrolled import scrolled

_CHART, _CHECKS = 130, 240
"""Least height of a chart and of the list of checks, in pixels."""
_NAME, _NARROW_NAME = 30, 22
"""Letters of an agency's name that the header has room for."""
_FOLDED = 3
"""Cards side by side where the window is narrow."""


class DataHealthView(QWidget):
    """The parts of the page in their places; `cards` are the whole score and one for each dimension."""

    def __init__(self, title: str, dimensions: Sequence[str], mending: QMenu) -> None:
        super().__init__()
        self.header = PageHeader(title)
        self.as_of = AsOf(self)
        self.agency = ChoiceBox()
        self.agency.setAccessibleName(tr("Perangkat daerah"))
        self.agency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.header.add(self.as_of.button)
        self.header.add(self.agency)
        self.mending = self.header.add_button(menu_button(tr("Perbaiki di Excel"), "export", mending))
        self.open_all = self.header.add_button(button(tr("Semua temuan"), icon="list-bullets", kind="primary"))
        self.cards = [Card(name) for name in (tr("Nilai seluruhnya"), *dimensions)]
        self.checks = LineList(tr("Pemeriksaan"), lead="ACC_10", right="60.000")
        self.check_panel = Panel(tr("Pemeriksaan"), tr("Buka barisnya"))
        self.course = Panel(tr("Perkembangan nilai"), tr("Hitung bulan lalu"))
        self.months = MonthChart(tr("Perkembangan nilai"))
        self.agency_panel = Panel(tr("Nilai per perangkat daerah"))
        self.bars = BarChart()
        self._lay_out()

    def _lay_out(self) -> None:
        ground = QWidget()
        on_plane(ground, "bg")
        column = QVBoxLayout(ground)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        self._cards = QGridLayout()
        self._cards.setSpacing(12)
        column.addLayout(self._cards)
        self.fold(on=False)
        column.addLayout(self._panels(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.as_of.line)
        layout.addWidget(scrolled(ground), 1)
        self.setFocusProxy(self.checks)

    def fold(self, *, on: bool) -> None:
        """Where the window is narrow the cards stand in two rows, and the header says less."""
        self.header.note.setVisible(not on)
        self.agency.setMinimumContentsLength(_NARROW_NAME if on else _NAME)
        self.mending.setText(tr("Excel") if on else tr("Perbaiki di Excel"))
        self.as_of.set_narrow(on=on)
        for place, card in enumerate(self.cards):
            self._cards.addWidget(card, *divmod(place, _FOLDED if on else len(self.cards)))

    def _panels(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        self.checks.setMinimumHeight(_CHECKS)
        self.check_panel.body.addWidget(self.checks, 1)
        for panel, chart in ((self.course, self.months), (self.agency_panel, self.bars)):
            chart.setMinimumHeight(_CHART)
            panel.body.addWidget(chart, 1)
        grid.addWidget(self.check_panel, 0, 0, 2, 1)
        grid.addWidget(self.course, 0, 1)
        grid.addWidget(self.agency_panel, 1, 1)
        self.check_panel.title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return grid
