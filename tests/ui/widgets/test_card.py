"""Cards and panels: what they say, and how they are opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.card import Card, Panel

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def card(qtbot: QtBot) -> Card:
    made = Card("Memenuhi 20 JP")
    qtbot.addWidget(made)
    made.set_number("302", "dari 420")
    made.set_line("118 masih kurang", "warn", "clock")
    made.show()
    return made


def test_screen_readers_hear_the_whole_card(card: Card) -> None:
    assert card.accessibleName() == "Memenuhi 20 JP: 302 dari 420. 118 masih kurang"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_opens_it(card: Card, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, key)


def test_a_click_on_its_number_opens_it(card: Card, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())


def test_cards_with_and_without_a_meter_align(qtbot: QtBot) -> None:
    with_meter, without = Card("Satu"), Card("Dua")
    with_meter.set_meter(302, 420)
    without.set_meter(None)
    for made in (with_meter, without):
        qtbot.addWidget(made)
        made.set_line("baris")
    assert with_meter.sizeHint().height() == without.sizeHint().height()


def test_a_panels_link_can_be_pressed_and_hidden(qtbot: QtBot) -> None:
    panel = Panel("Perlu dikerjakan", "Lihat semua")
    qtbot.addWidget(panel)
    panel.show()
    link = panel.findChild(QPushButton)
    with qtbot.waitSignal(panel.link_clicked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    panel.set_link("")
    assert not link.isVisible()


def test_panels_side_by_side_start_alike(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    panels = [Panel("Satu", "Lihat semua"), Panel("Dua")]
    layout = QHBoxLayout(row)
    for panel in panels:
        panel.body.addWidget(QWidget())
        layout.addWidget(panel)
    row.resize(600, 200)
    row.show()
    assert len({panel.body.geometry().top() for panel in panels}) == 1
