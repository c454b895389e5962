"""The field that is chosen from a short list; typing the first letters finds an entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ui.forms.editor import Editor
from ui.texts import tr
from ui.widgets.choice_box import ChoiceBox

Choice = tuple[object, str]
"""A key and its word."""


class _Box(ChoiceBox):
    """A list that the wheel does not change while someone only scrolls the form."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class ChoiceEditor(Editor):
    """One of the form's choices, or none; a stored key that is no longer among them stays as it is."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__(inner := _Box())
        self._box = inner
        inner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inner.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        inner.setMinimumContentsLength(8)
        self.set_choices(choices)
        inner.activated.connect(self.edited)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; the value stays if it is among them."""
        value = self.value()
        self._choices: list[Choice] = [(None, tr("Belum dipilih")), *choices]
        self._box.clear()
        self._box.addItems([word for _, word in self._choices])
        self.set_value(value if any(key == value for key, _ in choices) else None)

    def value(self) -> object:
        """The key of the choice, or `None`."""
        place = self._box.currentIndex()
        return self._choices[place][0] if place >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose a key."""
        keys = [key for key, _ in self._choices]
        if value not in keys:
            keys.append(value)
            self._choices.append((value, str(value)))
            self._box.addItem(str(value))
        self._box.setCurrentIndex(keys.index(value))
