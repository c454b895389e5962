"""Chips: any of them may be chosen, a choice outlives other counts, and lines break where the room ends."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.chips import Chips

CHOICES = [("a", "Pangkat", 4), ("b", "Jabatan", 2), ("c", "Pendidikan", 3)]


def shown(qtbot: QtBot, width: int = 600) -> Chips:
    chips = Chips("Jenis")
    qtbot.addWidget(chips)
    chips.show_choices(CHOICES)
    chips.resize(width, chips.heightForWidth(width))
    chips.show()
    return chips


def test_chips_are_chosen_by_mouse_and_by_space(qtbot: QtBot) -> None:
    chips = shown(qtbot)
    with qtbot.waitSignal(chips.chosen):
        qtbot.mouseClick(chips.chip("b"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(chips.chosen):
        qtbot.keyClick(chips.chip("c"), Qt.Key.Key_Space)
    assert chips.keys() == {"b", "c"}
    assert not chips.chip("b").icon().isNull()
    chips.chip("b").click()
    assert chips.keys() == {"c"}
    assert chips.chip("b").icon().isNull()


def test_a_choice_outlives_other_counts_and_goes_with_its_chip(qtbot: QtBot) -> None:
    chips = shown(qtbot)
    chips.chip("b").click()
    chips.show_choices([("d", "SKP", 1), ("b", "Jabatan", 9)])
    assert chips.keys() == {"b"}
    assert chips.chip("b").text() == "Jabatan 9"
    assert chips.chip("d").accessibleName() == "SKP: 1"
    chips.show_choices(CHOICES[:1])
    assert chips.keys() == frozenset()


def test_chips_stand_in_their_order_and_break_into_lines(qtbot: QtBot) -> None:
    chips = shown(qtbot)
    chips.show_choices(CHOICES[::-1])
    chips.resize(600, chips.heightForWidth(600))
    qtbot.wait(10)
    lefts = [chips.chip(key).x() for key in "cba"]
    assert lefts == sorted(lefts)
    assert len({chips.chip(key).y() for key in "abc"}) == 1
    assert chips.heightForWidth(130) == 3 * chips.heightForWidth(600) + 2 * 4
