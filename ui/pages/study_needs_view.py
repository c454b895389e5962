"""Layout of what the page of study needs has besides every list: the strip, the seal, the agencies."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.lists.list_pane import ListPane
from ui.studies.agency_list import AgencyList, AgencyModel
from ui.studies.plan_strip import PlanStrip
from ui.widgets.banner import Banner
from ui.widgets.labels import on_plane


class SealBanner(QWidget):
    """The line that tells that a plan is sealed, with room around it."""

    def __init__(self) -> None:
        super().__init__()
        on_plane(self, "surface", "bottom")
        self.banner = Banner("ok", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self.banner)


class StudyNeedsView:
    """The parts, put into the column and the row of the list's page."""

    def __init__(self, column: QVBoxLayout, body: QHBoxLayout) -> None:
        self.model = AgencyModel()
        self.strip = PlanStrip(self.model)
        self.seal = SealBanner()
        self.agencies = AgencyList(self.model)
        column.insertWidget(1, self.strip)
        column.insertWidget(2, self.seal)
        body.insertWidget(0, self.agencies)


def order_tabs(before: QWidget, view: StudyNeedsView, lines: ListPane) -> None:
    """Tab goes as one reads: header, strip, agencies, filters, lines."""
    strip = view.strip
    stops = (before, strip.period, strip.agency, strip.more, strip.act, view.agencies, lines.facets.words, lines.grid)
    for stop, following in pairwise(stops):
        QWidget.setTabOrder(stop, following)
