"""Buttons, and what they take from the actions behind them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.icons import icon
from ui.theme.theme import theme
from ui.widgets.buttons import action_button, button, icon_button, menu_button, set_kind
from ui.widgets.count_button import CountButton

pytestmark = pytest.mark.usefixtures("themed")


def test_a_button_without_a_word_has_a_name_and_a_tooltip(qtbot: QtBot) -> None:
    made = icon_button("arrow-counter-clockwise", "Urungkan (Ctrl+Z)")
    qtbot.addWidget(made)
    assert made.accessibleName() == made.toolTip() == "Urungkan (Ctrl+Z)"
    assert not made.icon().isNull()


def test_a_primary_button_steps_back_and_keeps_its_icon(qtbot: QtBot) -> None:
    made = button("Baru", "plus", "primary")
    qtbot.addWidget(made)
    bold = made.sizeHint().width()
    set_kind(made, "")
    assert made.icon().name() == "plus"
    assert made.sizeHint().width() < bold, "the style sheet has seen the change"


def test_a_menu_button_shows_that_it_opens(qtbot: QtBot) -> None:
    menu = QMenu()
    made, plain = menu_button("Ekspor", "export", menu), button("Ekspor", "export")
    for widget in (menu, made, plain):
        qtbot.addWidget(widget)
    assert made.menu() is menu
    assert made.sizeHint().width() >= plain.sizeHint().width() + 12, "room for the arrow"


def test_a_button_does_and_is_what_its_action_is(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    action = QAction(icon("download-simple"), "Impor", page)
    action.setEnabled(False)
    made = action_button(action, "primary")
    QVBoxLayout(page).addWidget(made)
    page.show()
    assert not made.isEnabled()
    action.setEnabled(True)
    action.setText("Impor dari Excel")
    action.setToolTip("Ctrl+I")
    assert (made.isEnabled(), made.text(), made.toolTip()) == (True, "Impor dari Excel", "Ctrl+I")
    assert made.icon().name() == "download-simple"
    with qtbot.waitSignal(action.triggered):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    action.setVisible(False)
    assert not made.isVisible()
    action.setVisible(True)
    assert made.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", ["plain", "icon", "action", "count"])
def test_enter_presses_a_button_as_space_does(qtbot: QtBot, kind: str, key: Qt.Key) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    made = {
        "plain": lambda: button("Baru"),
        "icon": lambda: icon_button("trash", "Hapus"),
        "action": lambda: action_button(QAction("Impor", page)),
        "count": lambda: CountButton("Jatuh tempo", "clock", "Yang jatuh tempo"),
    }[kind]()
    QVBoxLayout(page).addWidget(made)
    page.show()
    made.setFocus()
    with qtbot.waitSignal(made.clicked, timeout=500):
        qtbot.keyClick(made, key)


def test_the_keyboard_is_shown_by_the_edge_alone(qtbot: QtBot) -> None:
    """The style would paint a box of its own around the words."""
    page = QWidget()
    qtbot.addWidget(page)
    first, made = button("Baru"), button("Ubah")
    column = QVBoxLayout(page)
    for widget in (first, made):
        column.addWidget(widget)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert made.hasFocus()
    painted = made.grab().toImage()
    ground = {painted.pixelColor(x, 4).name() for x in range(8, painted.width() - 8)}
    assert ground == {theme().tokens.surface.lower()}, "one ground inside the edge, above the words"
