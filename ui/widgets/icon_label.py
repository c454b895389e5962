"""An icon that stands by itself and follows the theme."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme


class IconLabel(QWidget):
    """An icon, on a soft round ground when `ground` names a token; decoration, so silent for screen readers."""

    def __init__(self, icon: str, colour: str = "text2", size: int = 16, *, ground: str = "", side: int = 0) -> None:
        super().__init__()
        self._icon, self._colour, self._size, self._ground = icon, colour, size, ground
        self.setFixedSize(side or size, side or size)
        theme().changed.connect(self.update)

    def set_icon(self, icon: str, colour: str) -> None:
        """Show another icon; an empty name shows none."""
        self._icon, self._colour = icon, colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._ground:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(QColor(theme().tokens.of(self._ground)))
            painter.drawEllipse(self.rect())
        paint_icon(painter, self.rect(), self._icon, self._colour, self._size)
        painter.end()
