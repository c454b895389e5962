"""The bar that shows how far a goal is reached."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smartpns_desktop.words.figures import show_number
from ui.texts import tr
from ui.theme.theme import theme
from ui.theme.tokens import Tokens


def paint_meter(painter: QPainter, rect: QRectF, value: float, goal: float, tokens: Tokens) -> None:
    """Track and filling, fully round: accent on the way, ok once the goal is met. The number stands beside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(QColor(tokens.line))
    painter.drawRoundedRect(rect, radius, radius)
    share = min(value / goal, 1.0) if goal > 0 else 0.0
    if share > 0:
        painter.setBrush(QColor(tokens.ok if value >= goal else tokens.accent))
        painter.drawRoundedRect(
            QRectF(rect.topLeft(), rect.size()).adjusted(0, 0, -rect.width() * (1 - share), 0), radius, radius
        )
    painter.restore()


class Meter(QWidget):
    """A meter that stands by itself; what it shows is also its description for screen readers."""

    def __init__(self, height: int = 8) -> None:
        super().__init__()
        self._value, self._goal = 0.0, 0.0
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_value(self, value: float, goal: float) -> None:
        """Both in the same unit; a goal of 0 leaves the track empty."""
        self._value, self._goal = value, goal
        self.setAccessibleName(tr("{value} dari {goal}", value=show_number(value), goal=show_number(goal)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_meter(painter, QRectF(self.rect()), self._value, self._goal, theme().tokens)
        painter.end()
