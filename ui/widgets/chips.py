"""Small buttons side by side that choose any of several things; where the line is full they begin a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from ui.texts import tr
from ui.theme.icons import icon
from ui.widgets.buttons import button

_GAP = 4


class Chips(QWidget):
    """`chosen` tells that another choice was made; nothing chosen means everything."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._chips: dict[object, QPushButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choices(self, choices: Sequence[tuple[object, str, int]]) -> None:
        """Show key, word and count of each choice; those that were chosen stay so."""
        for key in [key for key in self._chips if key not in {it[0] for it in choices}]:
            gone = self._chips.pop(key)
            gone.hide()
            gone.deleteLater()
        for key, word, count in choices:
            if key not in self._chips:
                self._add(key)
            self._chips[key].setText(f"{word} {count}")
            self._chips[key].setAccessibleName(tr("{word}: {count}", word=word, count=count))
        self._flow.order([self._chips[key] for key, _word, _count in choices])

    def chip(self, key: object) -> QPushButton:
        """The button of a choice."""
        return self._chips[key]

    def keys(self) -> frozenset[object]:
        """What is chosen."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def _add(self, key: object) -> None:
        chip = self._chips[key] = button("", kind="chip")
        chip.setCheckable(True)
        chip.toggled.connect(lambda on, chip=chip: self._toggle(chip, on=on))
        self._flow.addWidget(chip)

    def _toggle(self, chip: QPushButton, *, on: bool) -> None:
        """A chosen one bears a check too, for colour alone says nothing."""
        chip.setIcon(icon("check", "accent") if on else QIcon())
        self.chosen.emit()


class FlowLayout(QLayout):
    """Widgets beside each other, line by line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def order(self, widgets: Sequence[QWidget]) -> None:
        """Bring the widgets into this order."""
        places: dict[QWidget | None, int] = {widget: place for place, widget in enumerate(widgets)}
        self._items.sort(key=lambda it: places.get(it.widget(), len(places)))
        before: QWidget | None = None
        for widget in widgets:
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        widths = [it.sizeHint().width() + _GAP for it in self._items]
        return QSize(sum(widths), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        sizes = [it.minimumSize() for it in self._items]
        return QSize(max((it.width() for it in sizes), default=0), max((it.height() for it in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Where everything goes; the height that it takes."""
        x, y, high = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, high = rect.x(), y + high + _GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, high = x + size.width() + _GAP, max(high, size.height())
        return y + high - rect.y()
