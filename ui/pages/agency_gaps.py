"""The link of an agency's panel to what its people lack of what their posts ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartpns_desktop.words.figures import show_number
from ui.context import Target
from ui.texts import tr
from ui.widgets.long_link import LongLink

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode
    from smartpns_desktop.services.lists import ListQuery
    from ui.context import Context


class AgencyGaps(QWidget):
    """How many gaps there are in an agency with its units, as a link that lists them; hidden where there are none."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._query: ListQuery | None = None
        self.link = LongLink()
        self.link.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_node(self, node: AgencyNode | None, as_of: date | None) -> None:
        """Count the gaps of a node in the background, and show them when they are there."""
        from smartpns_desktop.services.lists import ListQuery

        self.hide()
        self._query = None
        if node is None:
            return
        where = tuple(("agency_id", str(key)) for key in _keys(node))
        query, lists = ListQuery(where=where, as_of=as_of), self._context.app.lists

        def show(count: int) -> None:
            self._query = query
            self.link.setText(tr("{count} kesenjangan terhadap jabatan", count=show_number(count)))
            self.setVisible(count > 0)

        self._context.operations.read(lambda: lists.count("gaps", query), show, owner=self, slot="gaps")

    def _open(self) -> None:
        if self._query is not None:
            self._context.go(Target("positions", query=self._query, act="gaps"))


def _keys(node: AgencyNode) -> Iterator[int]:
    """The node and all below it."""
    yield node.key
    for unit in node.units:
        yield from _keys(unit)
