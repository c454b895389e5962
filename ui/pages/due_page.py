"""The page of what falls due, laid on top of the list of employees: five years as bars, and the list they open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent

from smartpns_desktop.words.figures import show_number
from ui.pages.due_table import due_list
from ui.pages.laid_list_page import LaidListPage
from ui.texts import tr
from ui.widgets.bar_chart import Bar, BarChart
from ui.widgets.card import Panel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.lists import FacetValue
    from ui.context import Context

_CHART, _LOW = 206, 600
"""Height of the chart, and of the page below which there is no room for it."""


class DuePage(LaidListPage):
    """Retirement, probation, contracts, certificates, leave and acting posts, the nearest first."""

    name = "due"
    icon = "clock"
    help_name = "due"

    def __init__(self, context: Context) -> None:
        super().__init__(context, due_list)
        self.bars = BarChart()
        self.bars.chosen.connect(self._choose_year)
        self.chart = Panel(tr("Jumlah per tahun"))
        self.chart.body.addWidget(self.bars, 1)
        self.chart.setFixedHeight(_CHART)
        self.column.insertWidget(self.column.count() - 1, self.chart)
        self.list.counted.connect(lambda *_: self._read_years())

    def title(self) -> str:
        return tr("Jatuh tempo")

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.agencies or changes.positions or changes.regulations

    def panes(self) -> Sequence[QWidget]:
        found = super().panes()
        return found if self.count() > 1 or self.chart.isHidden() else (found[0], self.bars, *found[1:])

    def _read_years(self) -> None:
        query, lists = self.list.query(), self.context.app.lists
        self.context.operations.read(
            lambda: lists.facets("due", query, ["year"]), self._show_years, owner=self, slot="years"
        )

    def _show_years(self, counts: Mapping[str, Sequence[FacetValue]]) -> None:
        chosen = [value for name, value in self.list.query().where if name == "year"]
        bars = [Bar(it.value, it.count, tr("{count} jatuh tempo", count=show_number(it.count)), it.value)
                for it in sorted(counts["year"], key=lambda it: it.value)]  # fmt: skip
        self.bars.set_bars(bars, current=chosen[0] if len(chosen) == 1 else "")

    def _choose_year(self, year: object) -> None:
        """Show the rows of a bar; pressed again, those of all years."""
        query = self.list.query()
        others = tuple(pair for pair in query.where if pair[0] != "year")
        wanted = (*others, ("year", str(year)))
        self.list.set_query(replace(query, where=others if set(wanted) == set(query.where) else wanted))
        self.list.narrowed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list needs the room where the window is low."""
        super().resizeEvent(event)
        self.chart.setVisible(self.height() >= _LOW)
