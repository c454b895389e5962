"""An area that scrolls up and down by keys as well, and shows when the keyboard is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.theme.theme import theme
from ui.widgets.planes import paint_ring

_RING = 2


class ScrollPane(QScrollArea):
    """Holds one widget as wide as itself."""

    def __init__(self, inner: QWidget, name: str) -> None:
        super().__init__()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(_RING, _RING, _RING, _RING)
        self.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        """The ring is painted around what scrolls."""
        handled = super().event(event)
        if event.type() is QEvent.Type.Paint and self.hasFocus():
            painter = QPainter(self)
            paint_ring(painter, self.rect(), theme().tokens.accent)
            painter.end()
        return handled

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
