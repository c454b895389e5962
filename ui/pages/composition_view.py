"""Layout of the page that shows how the people are made up, and whom development has reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QTabWidget, QVBoxLayout, QWidget

from smartpns_desktop.words.composition import CHARTS, COVERAGE, COVERAGE_TITLE
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.bar_chart import BarChart
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Panel
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.count_table import CountTable
from ui.widgets.labels import label, on_plane
from ui.widgets.page_header import PageHeader
from ui.widgets.scrolled import scrolled

_MOST = 8
"""Bars that a chart shows at once; where there are more it scrolls."""
_SCOPE = 230


class CompositionView(QWidget):
    """The parts of the page; `charts` by their place on it, the last one being that of the places."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__()
        self.header = PageHeader("")
        self.back = icon_button("arrow-left", tr("Kembali (Esc)"))
        self.header.lead(self.back)
        self.scope = ChoiceBox()
        for named in (self.scope, self.scope.view()):
            named.setAccessibleName(tr("Perangkat daerah"))
        self.scope.setFixedWidth(_SCOPE)
        self.header.add(self.scope)
        self.print = self.header.add_button(button(tr("Cetak"), icon="printer"))
        self.export = self.header.add_button(button(tr("Ekspor"), icon="export"))
        self.panels: Mapping[str, Panel] = {field: Panel(tr(CHARTS[field])) for field in fields}
        self.charts: Mapping[str, BarChart] = {field: BarChart() for field in fields}
        self.table = CountTable(tr(COVERAGE_TITLE), ("", *map(tr, COVERAGE)))
        self.summary = label("", Role.BODY, "text2")
        self.summary.setWordWrap(True)
        self._grid = QGridLayout()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(tr("Komposisi atau cakupan JP"))
        self.tabs.addTab(self._charts_tab(), tr("Komposisi"))
        self.tabs.addTab(self._coverage_tab(), tr("Cakupan JP"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.below_header = QVBoxLayout()
        column.addWidget(self.header)
        column.addLayout(self.below_header)
        column.addWidget(self.tabs, 1)
        self.setFocusProxy(self.tabs)
        self.set_narrow(on=False)

    def set_narrow(self, *, on: bool) -> None:
        """One chart to a row where the window is narrow, two elsewhere, the places over the whole width."""
        for panel in self.panels.values():
            self._grid.removeWidget(panel)
        self.table.set_narrow(on=on)
        *halves, last = self.panels.values()
        for place, panel in enumerate(halves):
            row, column = (place, 0) if on else divmod(place, 2)
            self._grid.addWidget(panel, row, column)
        self._grid.addWidget(last, self._grid.rowCount(), 0, 1, 1 if on else 2)

    def fit(self) -> None:
        """Make every chart as high as its bars need."""
        for chart in self.charts.values():
            chart.setFixedHeight(chart.height_for(_MOST))

    def _charts_tab(self) -> QWidget:
        ground = QWidget()
        on_plane(ground, "bg")
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setSpacing(12)
        for field, panel in self.panels.items():
            panel.body.addWidget(self.charts[field])
            panel.body.addStretch(1)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        return scrolled(ground)

    def _coverage_tab(self) -> QWidget:
        ground = QWidget()
        on_plane(ground, "surface")
        above = QVBoxLayout()
        above.setContentsMargins(16, 10, 16, 10)
        above.addWidget(self.summary)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        ground.setFocusProxy(self.table)
        return ground
