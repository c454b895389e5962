"""The circle with a person's initials that stands where a photo would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.fonts import Role, font
from ui.theme.theme import theme

_SIDE = 44


class Initials(QWidget):
    """Decoration, so silent for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setFixedSize(_SIDE, _SIDE)
        theme().changed.connect(self.update)

    def show_name(self, name: str) -> None:
        """Show the initials of a name without titles."""
        self._text = initials(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(tokens.accent))
        painter.setFont(font(Role.SECTION))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


def initials(name: str) -> str:
    """First letters of the first and the last word of a name."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0] for word in dict.fromkeys((*words[:1], *words[-1:]))).upper()
