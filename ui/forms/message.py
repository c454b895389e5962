"""The line under a field: help, or what is wrong with it; its room is reserved, so that nothing jumps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.forms.findings import Weight
from ui.theme.fonts import Role, font
from ui.theme.icons import pixmap
from ui.theme.theme import theme

_LINES = 2
_ICON = 14
_GAP = 6

LOOKS = {
    Weight.BAD: ("bad", "warning-circle"),
    Weight.WARN: ("warn", "warning"),
    Weight.OK: ("ok", "check-circle"),
    None: ("text2", ""),
}
"""Colour and icon by weight; help has neither icon nor a colour of its own."""


class Message(QWidget):
    """Two lines at most; a longer sentence is cut with "…" and stands whole in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._colour, self._icon = LOOKS[None]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def tell(self, text: str, weight: Weight | None) -> None:
        """Show a sentence, or a help where it weighs nothing."""
        self.text = text
        self._colour, self._icon = LOOKS[weight]
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the lines, whatever is said."""
        return QSize(100, round(QFontMetricsF(font(Role.SMALL)).lineSpacing() * _LINES) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon at the first line, the words beside it."""
        if not self.text:
            return
        painter, spacing = QPainter(self), QFontMetricsF(font(Role.SMALL)).lineSpacing()
        left = 0.0
        if self._icon:
            picture = pixmap(self._icon, self._colour, _ICON, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(1, (spacing - _ICON) / 2 + 1), picture)
            left = _ICON + _GAP
        self._draw_words(painter, left, spacing)
        painter.end()

    def _draw_words(self, painter: QPainter, left: float, spacing: float) -> None:
        small = font(Role.SMALL)
        painter.setFont(small)
        painter.setPen(QColor(theme().tokens.of(self._colour)))
        width = self.width() - left
        for number, line in enumerate(wrapped(self.text, width)):
            place = QRectF(left, number * spacing + 1, width, spacing)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)


def wrapped(text: str, width: float) -> list[str]:
    """The text in as many lines as there is room for, the last one cut where more follows."""
    small = font(Role.SMALL)
    layout = QTextLayout(text, small)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        last = len(lines) == _LINES - 1
        lines.append(text[start:] if last else text[start : start + line.textLength()])
    layout.endLayout()
    return [QFontMetricsF(small).elidedText(line.strip(), Qt.TextElideMode.ElideRight, width) for line in lines]
