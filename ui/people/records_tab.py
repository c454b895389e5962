"""What the tabs that list rows of a person have in common: a bar with acts above a list, each meant for one row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.people.record_acts import ACTS, change, take_out
from ui.people.tab import PersonTab
from ui.people.timeline import Thing
from ui.texts import tr
from ui.widgets.buttons import action_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import on_plane
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from ui.people.desk import PersonDesk


class RecordsTab(PersonTab):
    """A bar with acts above a list; the acts are meant for the row with the cursor.

    `left` stands at the left of the bar, its last widget taking all the room there is. `empty` is shown where there
    are no rows (`None` where there always are some).
    """

    def __init__(
        self, desk: PersonDesk, lines: LineList, empty: EmptyState | None, left: Sequence[QWidget], add: QPushButton
    ) -> None:
        super().__init__(desk)
        self.list = lines
        self.edit = QAction(tr("Ubah"), self)
        self.remove = QAction(tr("Hapus"), self)
        self.edit.setToolTip(tr("Ubah baris ini (F2)"))
        self.list.add_act(self.edit)
        self.list.add_act(self.remove, "Delete")
        self._lay_out(left, add, empty)
        self.edit.triggered.connect(lambda: self._change(self.list.current_thing()))
        self.remove.triggered.connect(self._take_out)
        self.list.opened.connect(self._change)
        self.list.chosen.connect(self._on_chosen)
        self._on_chosen(None)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the rows, or what to do where there are none."""
        self.list.show_lines(lines)
        self._stack.setCurrentIndex(0 if lines else 1)

    def _lay_out(self, left: Sequence[QWidget], add: QPushButton, empty: EmptyState | None) -> None:
        bar = QWidget()
        on_plane(bar, "surface", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        for place, widget in enumerate(left, start=1):
            row.addWidget(widget, int(place == len(left)))
        row.addWidget(add)
        row.addWidget(action_button(self.edit))
        row.addWidget(action_button(self.remove))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        if empty is not None:
            self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)

    def edit_current(self) -> bool:
        here = bool(self.list.hasFocus())
        if here:
            self.edit.trigger()
        return here

    def _change(self, thing: object) -> None:
        if isinstance(thing, Thing):
            change(self.desk, thing)

    def _take_out(self) -> None:
        line = self.list.current_line()
        if line is not None and isinstance(line.thing, Thing):
            take_out(self.desk, line.thing, line.title)

    def _on_chosen(self, thing: object) -> None:
        for action in (self.edit, self.remove):
            action.setEnabled(isinstance(thing, Thing) and thing.kind in ACTS)
