"""The line across a page that tells a state of the whole page."""

from __future__ import annotations

from html import escape
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.texts import tr
from ui.theme.fonts import Role
from ui.theme.theme import theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

Kind = Literal["accent", "ok", "warn", "bad"]
ICONS = {"accent": "info", "ok": "check-circle", "warn": "warning", "bad": "x-circle"}


class Banner(QWidget):
    """A fact in bold, advice beside it and at most one link, whose press is `clicked`; `closed` if that is offered."""

    clicked = Signal()
    closed = Signal()

    def __init__(self, kind: Kind, fact: str, advice: str = "", link_text: str = "") -> None:
        super().__init__()
        self._icon = IconLabel("")
        self._text = label("", Role.BODY)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setMinimumWidth(120)
        self._link = button("", kind="link")
        self._link.clicked.connect(self.clicked)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 10, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._link)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(32)
        theme().changed.connect(self._dress)
        self.set_text(kind, fact, advice, link_text)

    def set_text(self, kind: Kind, fact: str, advice: str = "", link_text: str = "") -> None:
        """Tell something else in the same place."""
        self._kind, self._fact, self._advice = kind, fact, advice
        self._link.setText(link_text)
        self._link.setVisible(bool(link_text))
        self.setAccessibleName(f"{fact} {advice}".strip())
        self._dress()

    def offer_close(self) -> None:
        """Let the user put it away: for what only wants to be read once."""
        close = icon_button("x", tr("Tutup"))
        close.clicked.connect(self.closed)
        self._row.addWidget(close)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme().tokens.of(f"{self._kind}_soft")))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.end()

    def _dress(self) -> None:
        self._icon.set_icon(ICONS[self._kind], self._kind)
        advice = f'&nbsp; <span style="color:{theme().tokens.text2}">{escape(self._advice)}</span>'
        fact = f'<span style="font-weight:600">{escape(self._fact)}</span>'
        self._text.setText(fact + advice if self._advice else fact)
        self.update()
