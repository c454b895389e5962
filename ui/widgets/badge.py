"""A state as word, sign and colour on a soft ground."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme.fonts import Role, font, metrics
from ui.theme.icons import paint_icon
from ui.theme.theme import theme

Kind = Literal["ok", "accent", "warn", "bad", "neutral"]
ICON, GAP, PAD, HIGH = 14, 6, 8, 20


def ink(kind: str) -> str:
    """The token a state of this kind is written in."""
    return "text2" if kind == "neutral" else kind


class Badge(QLabel):
    """A small state that reads without its colour; screen readers hear the word."""

    def __init__(self, text: str, kind: Kind = "neutral", icon: str = "") -> None:
        super().__init__(text)
        self._kind, self._icon = kind, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._resized)

    def set_state(self, text: str, kind: Kind, icon: str = "") -> None:
        """Show another state."""
        self._kind, self._icon = kind, icon
        self.setText(text)
        self._resized()

    def sizeHint(self) -> QSize:
        of = metrics(Role.SMALL_STRONG)
        return QSize(2 * PAD + self._indent() + of.horizontalAdvance(self.text()), max(HIGH, of.height() + 2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.of(f"{self._kind}_soft")))
        painter.drawRoundedRect(self.rect(), 4, 4)
        if self._icon:
            paint_icon(painter, QRect(PAD, 0, ICON, self.height()), self._icon, ink(self._kind), ICON)
        painter.setPen(QColor(tokens.of(ink(self._kind))))
        painter.setFont(font(Role.SMALL_STRONG))
        left = PAD + self._indent()
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _indent(self) -> int:
        return ICON + GAP if self._icon else 0

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()
