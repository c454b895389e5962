"""Fitting a text into a cell on paper: one line, or two of which the second is elided."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPagedPaintDevice


class TextFit:
    """Measures and breaks texts in one font on one device; widths are in the device's units."""

    def __init__(self, font: QFont, device: QPagedPaintDevice) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font, device)
        # Lists repeat themselves: agencies, grades, states.
        self.width = lru_cache(maxsize=20_000)(self.metrics.horizontalAdvance)
        self.lines = lru_cache(maxsize=20_000)(self._lines)

    def _lines(self, text: str, room: float) -> tuple[str, ...]:
        """The text on one line, or broken between words into two."""
        text = " ".join(text.split())
        if self.width(text) <= room:
            return (text,)
        first, rest = self._broken(text, room)
        return (first, self._elided(rest, room)) if first else (self._elided(rest, room),)

    def _broken(self, text: str, room: float) -> tuple[str, str]:
        words = text.split(" ")
        count = 0
        while count < len(words) and self.width(" ".join(words[: count + 1])) <= room:
            count += 1
        return " ".join(words[:count]), " ".join(words[count:])

    def _elided(self, text: str, room: float) -> str:
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
