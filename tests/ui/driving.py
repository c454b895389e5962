"""How tests drive the window: keys where the focus is, answers to its questions, and where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QWidget

from ui.context import Target
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.pages.page import Page
from ui.waiting import settle
from ui.widgets.banner import Banner

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


def click(window: MainWindow, button: QAbstractButton) -> None:
    """Click a button and wait for what it begins."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(window.context.operations)


def until(held: Callable[[], bool], longest: int = 2000) -> bool:
    """Wait until something holds, at most so many milliseconds; whether it does."""
    for _ in range(longest // 20):
        if held():
            return True
        QTest.qWait(20)
    return held()


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


def banner(window: MainWindow) -> str:
    """What the banner says; "" where there is none."""
    QApplication.sendPostedEvents(None, 0)
    told = [it.accessibleName() for it in window.findChildren(Banner) if it.isVisible() and it.parent() is window.view]
    return told[0] if told else ""


def form_of(window: MainWindow, act: str = "new") -> FormPage:
    """A form of employees: a new one, or that of the first row."""
    page = listed(window)
    page.new() if act == "new" else page.edit(page.list.model.key(0))
    settle(window.context.operations)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    return form


def typed(form: FormPage, name: str, text: str) -> None:
    """Type over what a field holds."""
    line = form.form.rows[name].editor.inner
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def listed(window: MainWindow, name: str = "employees") -> ListPage:
    page = show(window, name)
    assert isinstance(page, ListPage)
    return page


def settled(window: MainWindow, *keys: str) -> QWidget:
    """Press keys one after the other, wait, and tell where the keyboard is then."""
    for key in keys:
        press(window, key)
        settle(window.context.operations)
    return focus(window)
