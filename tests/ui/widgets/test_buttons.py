"""Buttons, and what they take from the actions behind them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.icons import icon
from ui.widgets.buttons import action_button, button, icon_button, menu_button, set_kind

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
