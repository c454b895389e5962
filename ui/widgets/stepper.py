"""The steps of a wizard: which are done, which is now, which come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.texts import tr
from ui.theme.fonts import Role, font, metrics
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.theme.tokens import Tokens
from ui.widgets.planes import paint_ring

CIRCLE, GAP, PAD, LINE, SHORT = 22, 8, 4, 38, 8


class Stepper(QWidget):
    """Numbered steps in a row; a step that is done can be pressed, which is `chosen` with its place from 0."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._steps = [_Step(place, name) for place, name in enumerate(names)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, step in enumerate(self._steps):
            row.addWidget(step)
            step.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    def set_current(self, place: int) -> None:
        """The step that is worked on now; those before it are done."""
        for step in self._steps:
            step.set_current(place)


class _Step(QAbstractButton):
    """One circle with its name, and the line that leads to it."""

    def __init__(self, place: int, name: str) -> None:
        super().__init__()
        self._place, self._current = place, 0
        self.setText(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._resized)

    def set_current(self, current: int) -> None:
        self._current = current
        done = self._place < current
        self.setEnabled(done)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if done else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if done else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Langkah {number}: {name}", number=self._place + 1, name=self.text()))
        words = (tr("selesai"), tr("sekarang"), tr("berikutnya"))
        self.setAccessibleDescription(words[0 if done else 1 if self._place == current else 2])
        self.update()

    def sizeHint(self) -> QSize:
        return self._size(LINE)

    def minimumSizeHint(self) -> QSize:
        """The line gives way, the name does not."""
        return self._size(SHORT)

    def _size(self, line: int) -> QSize:
        return QSize(
            self._told() + (line + 2 * GAP if self._place else 0), max(30, metrics(Role.BODY_STRONG).height() + 8)
        )

    def _told(self) -> int:
        """Room for circle and name."""
        return CIRCLE + 2 * PAD + GAP + metrics(Role.BODY_STRONG).horizontalAdvance(self.text()) + PAD

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        painter = QPainter(self)
        if self._lead():
            done = self._place <= self._current
            left, middle = GAP, self.height() // 2 - 1
            painter.fillRect(left, middle, self._lead() - 2 * GAP, 2, QColor(tokens.accent if done else tokens.line))
        self._paint_circle(painter, tokens)
        left = self._lead() + PAD + CIRCLE + GAP
        now = self._place == self._current
        painter.setFont(font(Role.BODY_STRONG if now else Role.BODY))
        painter.setPen(QColor(tokens.text if now else tokens.text2))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            paint_ring(painter, self.rect().adjusted(self._lead(), 0, 0, 0), tokens.accent)
        painter.end()

    def _paint_circle(self, painter: QPainter, tokens: Tokens) -> None:
        box = QRect(self._lead() + PAD, (self.height() - CIRCLE) // 2, CIRCLE, CIRCLE)
        done, now = self._place < self._current, self._place == self._current
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if done or now else tokens.edge), 2 if done else 1))
        painter.setBrush(QColor(tokens.accent if now else tokens.surface))
        painter.drawEllipse(QRectF(box).adjusted(1, 1, -1, -1))
        if done:
            paint_icon(painter, box, "check-bold", "accent", 12)
            return
        painter.setFont(font(Role.SMALL_STRONG))
        painter.setPen(QColor(tokens.on_accent if now else tokens.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._place + 1))

    def _lead(self) -> int:
        """Room for the line from the step before."""
        return self.width() - self._told() if self._place else 0

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()
