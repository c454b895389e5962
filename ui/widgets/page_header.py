"""The line at the top of a page: title and count on the left, its buttons on the right, always in one order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme.fonts import Role
from ui.widgets.buttons import fold
from ui.widgets.count_button import CountButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import label, on_plane

_HEIGHT = 46
_TITLE = 220
"""Pixels of a title that buttons with words on them leave to it."""


class PageHeader(QFrame):
    """Title, count, and room for buttons and a stepper.

    Where it is too full the buttons at its right end are their signs alone, then the title gives way.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_plane(self, "surface", "bottom")
        self.setFixedHeight(_HEIGHT)
        self.title = ElidedLabel(title, Role.TITLE, least=_TITLE)
        self.note = label("", Role.BODY, "text2")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 0, 16, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.title)
        self._layout.addSpacing(4)
        self._layout.addWidget(self.note)
        self._layout.addStretch(1)

    def add(self, widget: QWidget) -> QWidget:
        """Put a widget at the right end."""
        self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def lead(self, widget: QWidget) -> QWidget:
        """Put a widget before the title."""
        self._layout.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def add_quiet(self, widget: QWidget) -> QWidget:
        """Put a widget before the buttons; one that only leads elsewhere gives way where there is little room."""
        self._layout.insertWidget(self._layout.indexOf(self.note) + 2, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def fit(self, width: int, *, narrow: bool) -> None:
        """Where it is too full what leads elsewhere is a sign alone, and the count beside the title is left out."""
        leading = self.findChildren(CountButton)
        self.note.show()
        for made in leading:
            made.set_narrow(on=narrow)
        if self.sizeHint().width() > width:
            for made in leading:
                made.set_narrow(on=True)
        self._unfold()
        self.note.setVisible(self.sizeHint().width() <= width)
        self._fold(width)

    def add_button(self, made: QPushButton) -> QPushButton:
        """Put a button at the right end."""
        self.add(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons keep their words while there is room for all."""
        super().resizeEvent(event)
        self._unfold()
        self._fold(self.width())

    def event(self, event: QEvent) -> bool:
        """What the header says may have become longer."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold(self.width())
        return super().event(event)

    def _buttons(self) -> list[QPushButton]:
        found = (it for it in self.findChildren(QPushButton) if not it.isHidden())
        return [it for it in found if it.property("kind") != "ghost"]

    def _unfold(self) -> None:
        for made in self._buttons():
            fold(made, on=False)

    def _fold(self, width: int) -> None:
        """The one that stands out keeps its words longest."""
        if self._layout.minimumSize().width() <= width:
            return
        for made in sorted(self._buttons(), key=lambda it: (it.property("kind") == "primary", -it.x())):
            fold(made, on=True)
            if self._layout.minimumSize().width() <= width:
                break
