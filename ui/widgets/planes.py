"""How cards and panels are painted: a surface with a rounded hairline, a ring when the keyboard is there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.theme.tokens import Tokens


def paint_card(painter: QPainter, rect: QRect, tokens: Tokens, *, hover: bool = False, focus: bool = False) -> None:
    """A card's ground and border, 6 px round; a focus ring is 2 px and stays inside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(tokens.surface))
    painter.setPen(QPen(QColor(tokens.edge if hover else tokens.line), 1))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    if focus:
        paint_ring(painter, rect, tokens.accent, 6)
    painter.restore()


def paint_ring(painter: QPainter, rect: QRect, colour: str, radius: int = 4) -> None:
    """The ring of 2 px inside a rectangle that shows where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1)


class Surface(QWidget):
    """What holds other things on the ground of a card."""

    def __init__(self) -> None:
        super().__init__()
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self.rect(), theme().tokens)
        painter.end()
