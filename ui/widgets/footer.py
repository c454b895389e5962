"""The line at the foot of a page that is filled in: what it says of its state, then its buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.labels import on_plane

_HEIGHT = 46


def footer(*widgets: QWidget, growing: QWidget) -> QFrame:
    """These widgets from left to right, of which one takes what room is left."""
    line = QFrame()
    on_plane(line, "surface", edge="top")
    line.setFixedHeight(_HEIGHT)
    row = QHBoxLayout(line)
    row.setContentsMargins(16, 0, 16, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, 1 if widget is growing else 0)
    return line
