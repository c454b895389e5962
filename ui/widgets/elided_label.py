"""A text on one line that gives way where there is no room, and says the rest in its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.fonts import Role
from ui.widgets.labels import Label

_LEAST = 40
_BETWEEN = " · "


class ElidedLabel(Label):
    """A text that ends in … where it is too long; screen readers always hear the whole.

    Of a row of facts ("301 PNS · 101 PPPK") one that holds a number is shown whole or not at all.
    """

    def __init__(self, text: str = "", role: Role = Role.BODY, colour: str = "text", least: int = _LEAST) -> None:
        super().__init__(text, role, colour)
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self._hint()

    def minimumSizeHint(self) -> QSize:
        whole = super().sizeHint()
        return QSize(min(self._least, whole.width()), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, self._shown())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._hint()

    def _shown(self) -> str:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        facts = self.text().split(_BETWEEN)
        whole = shown.count(_BETWEEN)
        if shown == self.text() or not whole or not any(it.isdigit() for it in facts[whole]):
            return shown
        return f"{_BETWEEN.join(facts[:whole])} …"

    def _hint(self) -> None:
        self.setToolTip(self.text() if self._shown() != self.text() else "")
