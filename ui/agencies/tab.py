"""What the tabs of an agency's page have in common: a list of lines, buttons above it, and what opens a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.widgets.labels import on_plane
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.agencies.dossier import Shown
    from ui.context import Context
    from ui.widgets.line import Line


class AgencyTab(QWidget):
    """Shows a part of an agency as lines; `form_wanted` carries a form to lay on top."""

    form_wanted = Signal(object)

    def __init__(self, context: Context, lines: LineList, empty: QWidget, *buttons: QPushButton) -> None:
        super().__init__()
        self.context, self.lines = context, lines
        self.shown: Shown | None = None
        self._lay_out(empty, buttons)
        self.setFocusProxy(lines)
        lines.opened.connect(self.open)

    def _lay_out(self, empty: QWidget, buttons: Sequence[QPushButton]) -> None:
        on_plane(self, "surface")
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for made in buttons:
            row.addWidget(made)
        row.addStretch(1)
        if not buttons:
            # Shown before it has a parent it would be a window of its own.
            strip.hide()
        self._middle = QStackedWidget()
        self._middle.addWidget(self.lines)
        self._middle.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(strip)
        layout.addWidget(self._middle, 1)

    def show_agency(self, shown: Shown) -> None:
        """Show what is known of an agency now."""
        self.shown = shown
        told = self.told(shown)
        self.lines.show_lines(told)
        self._middle.setCurrentIndex(0 if told else 1)

    def told(self, shown: Shown) -> Sequence[Line]:
        """The lines of the tab."""
        raise NotImplementedError

    def open(self, thing: object) -> None:
        """Enter on a line."""
