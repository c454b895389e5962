"""A quiet button that leads to a list elsewhere and says how much there is."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from smartpns_desktop.words.figures import show_number
from ui.texts import tr
from ui.widgets.buttons import answer_enter, set_kind


class CountButton(QPushButton):
    """Words and a number; where there is little room its sign alone, the rest as a hint."""

    def __init__(self, words: str, icon: str, hint: str) -> None:
        super().__init__()
        self._words, self._hint, self._count, self._narrow = words, hint, 0, False
        answer_enter(self)
        set_kind(self, "ghost", icon)
        self._show()

    def set_count(self, count: int) -> None:
        """Tell another number; 0 is not told."""
        self._count = count
        self._show()

    def set_narrow(self, *, on: bool) -> None:
        """Give way to other buttons."""
        self._narrow = on
        self._show()

    def _show(self) -> None:
        number = show_number(self._count) if self._count else ""
        whole = tr("{words} ({count})", words=self._words, count=number) if number else self._words
        self.setText("" if self._narrow else whole)
        self.setToolTip(f"{whole}: {self._hint}" if self._narrow else self._hint)
        self.setAccessibleName(whole)
