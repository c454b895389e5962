"""The five counts of a checked import, each a tab that opens its rows (LOOK.md, import check)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from smartpns_desktop.words.figures import show_number
from ui.texts import tr
from ui.theme.fonts import Role, font, metrics
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.labels import label

_HIGH, _PAD, _ICON, _GAP = 44, 14, 16, 10


@dataclass(frozen=True, slots=True)
class Tab:
    """One count: the outcome it opens, its word, its icon and the token of the icon's colour."""

    outcome: str
    word: str
    icon: str
    colour: str


class CountTabs(QWidget):
    """The counts in a row and their sum; `chosen` carries the outcome whose rows are wanted."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._tabs = {tab.outcome: _CountTab(tab) for tab in tabs}
        self.sum = label("", Role.SMALL_STRONG, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for outcome, made in self._tabs.items():
            row.addWidget(made, 1)
            # Arrow keys check the neighbour, which is a choice as much as a click is.
            made.toggled.connect(partial(self._on_toggled, outcome))
        row.addWidget(self.sum)

    def _on_toggled(self, outcome: str, on: bool) -> None:
        if on:
            self.chosen.emit(outcome)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many rows each outcome has."""
        for outcome, made in self._tabs.items():
            made.show_count(counts.get(outcome, 0))
        self.sum.setText(tr("= {count} baris", count=show_number(sum(counts.values()))))

    def choose(self, outcome: str) -> None:
        """Mark the tab whose rows are shown, without a signal."""
        blocked = QSignalBlocker(self._tabs[outcome])
        self._tabs[outcome].setChecked(True)
        del blocked


class _CountTab(QAbstractButton):
    """Icon, number and word; arrows move between the tabs as between the choices of one question."""

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self._tab, self._count = tab, 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(tr("{count} baris {word}", count=show_number(count), word=self._tab.word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = (
            2 * _PAD + _ICON + 2 * _GAP + self._number_width() + metrics(Role.BODY).horizontalAdvance(self._tab.word)
        )
        return QSize(width, max(_HIGH, metrics(Role.TITLE).height() + 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - 2 * _PAD + 8, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ground = tokens.accent_soft if on else tokens.hover if self.underMouse() else tokens.surface
        painter.setBrush(QColor(ground))
        width = 2 if on else 1
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.line), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        self._paint_words(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.text if on else tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        tokens, high = theme().tokens, self.height()
        left = min(_PAD, max(4, (self.width() - self.minimumSizeHint().width()) // 2 + 4))
        paint_icon(painter, QRect(left, 0, _ICON, high), self._tab.icon, self._tab.colour, _ICON)
        left += _ICON + _GAP
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font(Role.TITLE))
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRect(left, 0, self.width(), high), middle, show_number(self._count))
        left += self._number_width() + _GAP
        painter.setFont(font(Role.BODY))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(QRect(left, 1, self.width(), high), middle, self._tab.word)

    def _number_width(self) -> int:
        return metrics(Role.TITLE).horizontalAdvance(show_number(self._count))
