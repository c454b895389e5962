"""Horizontal bars of one number per name, to compare and to open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_number
from ui.texts import tr
from ui.theme.fonts import Role, font, metrics
from ui.theme.theme import theme
from ui.theme.tokens import Tokens
from ui.widgets.labels import label
from ui.widgets.planes import paint_ring

PAD, GAP, THICK = 4, 12, 10
_SLACK = 2
"""Pixels by which a text may be wider than it measures."""
WIDEST_LABEL = 0.4
"""Share of the width that names may take before they are cut."""


@dataclass(frozen=True)
class Bar:
    """One bar; `note` is said in its tooltip, `key` is what `chosen` hands on, `told` stands in the number's place."""

    label: str
    value: float
    note: str = ""
    key: object = None
    told: str = ""

    @property
    def number(self) -> str:
        """What stands behind the bar."""
        return self.told or show_number(self.value)


@dataclass(frozen=True)
class _Scale:
    """What all bars of a chart share: the full length, the line of the goal, and room for names and numbers."""

    top: float
    goal: float
    current: object
    names: int
    numbers: int


class BarChart(QScrollArea):
    """Bars under each other, each a button: `chosen` by click, Space or Enter; the arrows go from bar to bar."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown: tuple[Sequence[Bar], float, str, object] = ((), 0, "", None)
        theme().changed.connect(self._rebuild)

    def set_bars(
        self, bars: Sequence[Bar], *, goal: float = 0, goal_label: str = "", current: object | None = None
    ) -> None:
        """Show these bars in this order; the accent marks the bar whose key is `current`, else the lowest ones."""
        self._shown = (tuple(bars), goal, goal_label, current)
        self._rebuild()

    def _rebuild(self) -> None:
        bars, goal, goal_label, current = self._shown
        of, strong = metrics(Role.BODY), metrics(Role.BODY_STRONG)
        scale = _Scale(
            top=max([goal, *(bar.value for bar in bars)]) or 1,
            goal=goal,
            current=current,
            names=max((of.horizontalAdvance(bar.label) for bar in bars), default=0) + _SLACK,
            numbers=max((strong.horizontalAdvance(bar.number) for bar in bars), default=0),
        )
        lowest = min((bar.value for bar in bars), default=0)
        column = _Column()
        column.reached.connect(self.ensureWidgetVisible)
        if goal and bars:
            column.add(_GoalLabel(scale, goal_label))
        for bar in bars:
            marked = bar.key == current if current is not None else bar.value == lowest
            row = _Row(bar, scale, marked=marked)
            row.clicked.connect(lambda _checked=False, key=bar.key: self.chosen.emit(key))
            column.add_row(row)
        if not bars:
            column.add(label(tr("Belum ada datanya."), colour_token="text2"))
        self.setWidget(column)

    def height_for(self, most: int) -> int:
        """Pixels in which all bars have room, or so many of them where there are more."""
        return min(len(self._shown[0]), most) * _row_height() + _SLACK


def _row_height() -> int:
    return max(24, metrics(Role.BODY).height() + 7)


class _Column(QWidget):
    """The rows of a chart; Tab reaches one of them, the arrows the others, which is `reached`."""

    reached = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)

    def add_row(self, row: _Row) -> None:
        self._rows.append(row)
        row.setFocusPolicy(Qt.FocusPolicy.ClickFocus if len(self._rows) > 1 else Qt.FocusPolicy.StrongFocus)
        self.add(row)

    def go(self, row: _Row, key: int) -> None:
        """Hand the focus on, by Up, Down, Home or End."""
        last, place = len(self._rows) - 1, self._rows.index(row)
        wanted = {Qt.Key.Key_Up: place - 1, Qt.Key.Key_Down: place + 1, Qt.Key.Key_Home: 0}.get(Qt.Key(key), last)
        found = self._rows[max(0, min(wanted, last))]
        row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        found.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        found.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(found)


class _Row(QAbstractButton):
    """One bar with its name before and its number behind."""

    def __init__(self, bar: Bar, scale: _Scale, *, marked: bool) -> None:
        super().__init__()
        self._bar, self._scale, self._marked = bar, scale, marked
        self.setToolTip(f"{bar.label}: {bar.number}\n{bar.note}".strip())
        self.setAccessibleName(f"{bar.label}: {bar.number}")
        self.setAccessibleDescription(bar.note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_row_height())

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        column = self.parentWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif isinstance(column, _Column) and event.key() in _MOVES:
            column.go(self, event.key())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.hover))
        self._paint_texts(painter, tokens)
        self._paint_bar(painter, tokens)
        if self.hasFocus():
            paint_ring(painter, self.rect(), tokens.accent)
        painter.end()

    def _paint_texts(self, painter: QPainter, tokens: Tokens) -> None:
        track, of = _track(self._scale, self.width(), self.height()), metrics(Role.BODY)
        painter.setPen(QColor(tokens.text))
        painter.setFont(font(Role.BODY))
        name = of.elidedText(self._bar.label, Qt.TextElideMode.ElideRight, track.left() - GAP - PAD)
        painter.drawText(self.rect().adjusted(PAD, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font(Role.BODY_STRONG if self._marked else Role.BODY))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -PAD, 0), right, self._bar.number)

    def _paint_bar(self, painter: QPainter, tokens: Tokens) -> None:
        track = _track(self._scale, self.width(), self.height())
        length = track.width() * max(0.0, self._bar.value) / self._scale.top
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if self._marked else tokens.chart_soft))
        top = (self.height() - THICK) / 2
        painter.drawRoundedRect(QRectF(track.left(), top, length, THICK), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        _paint_goal(painter, track, self._scale, tokens)


class _GoalLabel(QWidget):
    """The words above the line of the goal."""

    def __init__(self, scale: _Scale, text: str) -> None:
        super().__init__()
        self._scale, self._text = scale, text
        self.setFixedHeight(metrics(Role.SMALL).height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        track, width = (
            _track(self._scale, self.width(), self.height()),
            metrics(Role.SMALL).horizontalAdvance(self._text),
        )
        line = track.left() + round(track.width() * self._scale.goal / self._scale.top)
        left = max(0, min(line - width // 2, self.width() - width))
        painter = QPainter(self)
        painter.setFont(font(Role.SMALL))
        painter.setPen(QColor(theme().tokens.text2))
        painter.drawText(QRect(left, 0, width + 2, self.height() - 2), Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()


_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


def _track(scale: _Scale, width: int, height: int) -> QRect:
    """Where bars run, between names and numbers."""
    left = PAD + min(scale.names, round(width * WIDEST_LABEL)) + GAP
    return QRect(left, 0, max(20, width - left - GAP - scale.numbers - PAD), height)


def _paint_goal(painter: QPainter, track: QRect, scale: _Scale, tokens: Tokens) -> None:
    if scale.goal:
        painter.setPen(QPen(QColor(tokens.text2), 1, Qt.PenStyle.DashLine))
        line = track.left() + round(track.width() * scale.goal / scale.top)
        painter.drawLine(line, track.top(), line, track.bottom())
