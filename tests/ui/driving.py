"""How tests drive the window: keys where the focus is, answers to its questions, and where the keyboard is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.page import Page
from ui.waiting import settle

STAY, DISCARD, SAVE = 0, 1, 2
"""Places of the buttons in the question about what is not saved; 1 is also the deed in a destructive question."""


class Answers:
    """Stands in the place of the dialogs' exec: keeps what was asked and gives one answer to all of it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        self.answer = STAY
        monkeypatch.setattr("ui.widgets.dialogs._ask", self._ask)

    def _ask(
        self,
        _parent: QWidget | None,
        _icon: str,
        _colour: str,
        title: str,
        _body: str,
        buttons: Sequence[QPushButton],
        focus: int = 0,
    ) -> int:
        assert 0 <= focus < len(buttons)
        self.asked.append(title)
        return self.answer


def press(window: QWidget, keys: str) -> None:
    """Press keys where the focus is, as a user does."""
    focused = QApplication.focusWidget() or window
    combination = QKeySequence(keys)[0]
    QTest.keyClick(focused, combination.key(), combination.keyboardModifiers())


def show(window: MainWindow, name: str, act: str = "") -> Page:
    """Go to a page and wait until it has its data."""
    window.go(Target(name, act=act))
    settle(window.context.operations)
    return in_front(window)


def in_front(window: MainWindow) -> Page:
    """The page that is shown."""
    page = window.current_page()
    assert page is not None
    return page


def focus(window: MainWindow) -> QWidget:
    """The widget with the keyboard; the test fails where the keyboard is nowhere or behind something."""
    QApplication.sendPostedEvents(None, 0)
    found = QApplication.focusWidget()
    assert found is not None, "the keyboard is nowhere"
    assert found.isVisible(), f"the keyboard is in something hidden: {found}"
    assert found.isEnabled(), f"the keyboard is in something switched off: {found}"
    assert found.window() is window
    return found
