"""Layout of the first page: four numbers, the course of the year, what to do next, JP per agency."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.texts import tr
from ui.widgets.bar_chart import BarChart
from ui.widgets.buttons import button
from ui.widgets.card import Card, Panel
from ui.widgets.labels import on_plane
from ui.widgets.month_chart import MonthChart
from ui.widgets.page_header import PageHeader
from ui.widgets.scrolled import scrolled

_CHART = 110
"""Height in pixels that the charts have at least."""


class HomeView(QWidget):
    """The parts of the page in their places."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.header = PageHeader(title)
        self.coverage_button = button(tr("Cakupan JP"), icon="target", kind="ghost")
        self.composition_button = button(tr("Komposisi"), icon="chart-bar", kind="ghost")
        for made in (self.coverage_button, self.composition_button):
            self.header.add_quiet(made)
        self.print_button = self.header.add_button(button(tr("Cetak ringkasan"), icon="printer"))
        self.import_button = self.header.add_button(button(tr("Impor"), icon="download-simple", kind="primary"))
        self.people = Card(tr("Pegawai"))
        self.jp = Card("")
        self.trainings = Card("")
        self.needs = Card(tr("Kebutuhan studi"))
        self.course = Panel("")
        self.months = MonthChart("")
        self.tasks = Panel(tr("Perlu dikerjakan"))
        self.task_rows = QVBoxLayout()
        self.agencies = Panel("", tr("Semua perangkat"))
        self.bars = BarChart()
        self._lay_out()

    def _lay_out(self) -> None:
        ground = QWidget()
        on_plane(ground, "bg")
        column = QVBoxLayout(ground)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in (self.people, self.jp, self.trainings, self.needs):
            cards.addWidget(card, 1)
        column.addLayout(cards)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 3)
        self.months.setMinimumHeight(_CHART)
        self.course.body.addWidget(self.months, 1)
        self.bars.setMinimumHeight(_CHART)
        self.agencies.body.addWidget(self.bars, 1)
        self.tasks.body.addWidget(self._task_list(), 1)
        grid.addWidget(self.course, 0, 0)
        grid.addWidget(self.agencies, 1, 0)
        grid.addWidget(self.tasks, 0, 1, 2, 1)
        column.addLayout(grid, 1)
        scroll = scrolled(ground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(scroll, 1)
        self.setFocusProxy(self.people)

    def _task_list(self) -> QScrollArea:
        """The rows scroll by themselves: wrapped texts would ask for more height than they need."""
        inner = QWidget()
        on_plane(inner, "surface")
        inner.setLayout(self.task_rows)
        self.task_rows.setContentsMargins(0, 0, 0, 0)
        self.task_rows.setSpacing(4)
        return scrolled(inner)
