"""Twelve months as upright bars, and a dashed line where a plan wants them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from smartpns_desktop.words.figures import MONTHS, show_number
from ui.texts import tr
from ui.theme.fonts import Role, font, metrics
from ui.theme.theme import theme
from ui.theme.tokens import Tokens
from ui.widgets.month_scale import MonthScale
from ui.widgets.planes import paint_ring

MIDDLE = Qt.AlignmentFlag.AlignCenter


class MonthChart(QWidget):
    """Bars of a year; the accent and a number mark the current month. `chosen` hands on a month, 1 to 12.

    Left and Right go from month to month, Enter and Space choose; each month is told to screen readers.
    """

    chosen = Signal(int)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._values: Sequence[float | None] = (None,) * 12
        self._plan: Sequence[float] = ()
        self._goal_label, self._current, self._focused = "", 0, 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)
        self._tell()

    def set_months(
        self, values: Sequence[float | None], *, plan: Sequence[float] = (), current: int = 0, goal_label: str = ""
    ) -> None:
        """Twelve values, `None` where a month has none yet; twelve of the plan or none; the current month, 1 to 12."""
        self._values, self._plan, self._current, self._goal_label = tuple(values), tuple(plan), current, goal_label
        self._focused = current or 1
        self._tell()
        self.update()

    def month_text(self, month: int) -> str:
        """What a month says in its tooltip and to screen readers."""
        value = self._values[month - 1]
        said = tr("belum ada angka") if value is None else show_number(value)
        plan = tr(", rencana {number}", number=show_number(self._plan[month - 1])) if self._plan else ""
        return f"{MONTHS[month - 1]}: {said}{plan}"

    def scale_now(self) -> MonthScale:
        """Where the months stand at the present size."""
        small = metrics(Role.SMALL)
        highest = max([0.0, *(value for value in self._values if value is not None), *self._plan])
        left = small.horizontalAdvance(show_number(round(highest * 10))) + 8
        above, below = small.height() + 8, small.height() + 6
        return MonthScale.of(self.rect().adjusted(left, above, -4, -below), highest)

    def sizeHint(self) -> QSize:
        return QSize(480, 236)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 140)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, scale = theme().tokens, self.scale_now()
        painter = QPainter(self)
        painter.setFont(font(Role.SMALL))
        self._paint_axis(painter, scale, tokens)
        for month, value in enumerate(self._values, 1):
            if value is not None:
                colour = tokens.accent if month == self._current else tokens.chart_soft
                painter.fillRect(scale.bar(month, value), QColor(colour))
        self._paint_plan(painter, scale, tokens)
        self._paint_current(painter, scale, tokens)
        if self.hasFocus():
            paint_ring(painter, scale.slot(self._focused).adjusted(0, -4, 0, 4), tokens.accent)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -12, Qt.Key.Key_End: 12}
        if Qt.Key(event.key()) in step:
            self._focused = max(1, min(12, self._focused + step[Qt.Key(event.key())]))
            self._tell()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._focused)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        month = self.scale_now().month_at(event.position().toPoint().x())
        if month and event.button() == Qt.MouseButton.LeftButton:
            self._focused = month
            self._tell()
            self.update()
            self.chosen.emit(month)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            month = self.scale_now().month_at(event.x())
            QToolTip.showText(event.globalPos(), self.month_text(month) if month else "", self)
            return True
        return super().event(event)

    def _paint_axis(self, painter: QPainter, scale: MonthScale, tokens: Tokens) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in scale.ticks():
            y = scale.y(tick)
            painter.fillRect(QRect(scale.area.left(), y, scale.area.width(), 1), QColor(tokens.line))
            painter.setPen(QColor(tokens.text2))
            painter.drawText(QRect(0, y - 10, scale.area.left() - 8, 20), right, show_number(tick))
        for month, name in enumerate(MONTHS, 1):
            slot = scale.slot(month)
            painter.drawText(
                QRect(slot.left(), slot.bottom() + 4, slot.width(), self.height() - slot.bottom() - 4), MIDDLE, name
            )

    def _paint_plan(self, painter: QPainter, scale: MonthScale, tokens: Tokens) -> None:
        if not self._plan:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.text2), 1.5, Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF([scale.point(month, value) for month, value in enumerate(self._plan, 1)]))
        painter.restore()
        if self._goal_label:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            box = QRect(scale.area.left() + 4, 0, scale.area.width() // 2, scale.y(max(self._plan)) - 3)
            painter.drawText(box, left, self._goal_label)

    def _paint_current(self, painter: QPainter, scale: MonthScale, tokens: Tokens) -> None:
        value = self._values[self._current - 1] if self._current else None
        if value is None:
            return
        slot, high = scale.slot(self._current), metrics(Role.SMALL_STRONG).height()
        painter.setFont(font(Role.SMALL_STRONG))
        painter.setPen(QColor(tokens.text))
        painter.drawText(
            QRect(slot.left() - 8, scale.y(value) - high - 3, slot.width() + 16, high), MIDDLE, show_number(value)
        )
        painter.setFont(font(Role.SMALL))

    def _tell(self) -> None:
        """Screen readers hear the month the keyboard is on, and find all twelve in the description."""
        self.setAccessibleName(f"{self._title}. {self.month_text(self._focused)}")
        self.setAccessibleDescription("; ".join(self.month_text(month) for month in range(1, 13)))
