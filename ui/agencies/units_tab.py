"""The tab with the units right below an agency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from smartpns_desktop.words.figures import show_number
from ui.agencies.tab import AgencyTab
from ui.pages.agency_model import closed_state
from ui.texts import tr
from ui.widgets.empty_state import EmptyState
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from smartpns_desktop.services.agencies import AgencyNode
    from ui.agencies.dossier import Shown
    from ui.context import Context


class UnitsTab(AgencyTab):
    """Units with their people; `opened` carries the key of one."""

    opened = Signal(int)

    def __init__(self, context: Context) -> None:
        empty = EmptyState("tree-structure", tr("Tidak ada unit di bawahnya"), tr("Ctrl+N di pohon menambah unit."))
        lines = LineList(tr("Unit"), state="Ditutup 30 Mei 2030", right="1.000")
        super().__init__(context, lines, empty)

    def told(self, shown: Shown) -> Sequence[Line]:
        return tuple(map(_line, shown.node.units))

    def open(self, thing: object) -> None:
        if isinstance(thing, int):
            self.opened.emit(thing)


def _line(unit: AgencyNode) -> Line:
    below = tr("{count} unit di bawahnya", count=show_number(len(unit.units))) if unit.units else ""
    note = " · ".join(filter(None, (unit.code, below)))
    state = closed_state(unit.closed_on) if unit.closed_on else None
    return Line(unit.name, note, icon="tree-structure", state=state, right=show_number(unit.people_in_all),
                is_struck=unit.closed_on is not None, thing=unit.key)  # fmt: skip
