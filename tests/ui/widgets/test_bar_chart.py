"""Horizontal bars: colours, keys, words, and room for many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from ui.theme.tokens import LIGHT
from ui.widgets.bar_chart import Bar, BarChart

pytestmark = pytest.mark.usefixtures("themed")

BARS = [Bar("Dishub", 10.4, "26 pegawai", 7), Bar("Satpol PP", 9.2, "14 pegawai", 8), Bar("DPUPRK", 12.7, "", 9)]


@pytest.fixture
def chart(qtbot: QtBot) -> BarChart:
    made = BarChart()
    qtbot.addWidget(made)
    made.resize(400, 140)
    made.set_bars(BARS, goal=20, goal_label="target 20 JP")
    made.show()
    return made


def rows(chart: BarChart) -> list[QAbstractButton]:
    return chart.widget().findChildren(QAbstractButton)


def colour_of(row: QAbstractButton) -> str:
    """The colour in the middle of the row just right of the names."""
    image = row.grab().toImage()
    inks = [image.pixelColor(x, row.height() // 2).name().upper() for x in range(60, row.width() - 60)]
    return next(ink for ink in inks if ink in (LIGHT.accent, LIGHT.chart_soft))


def test_each_bar_says_what_it_shows(chart: BarChart) -> None:
    first = rows(chart)[0]
    assert (first.accessibleName(), first.accessibleDescription()) == ("Dishub: 10,4", "26 pegawai")
    assert first.toolTip() == "Dishub: 10,4\n26 pegawai"


def test_the_accent_marks_the_lowest_or_the_one_that_is_asked_for(chart: BarChart) -> None:
    assert [colour_of(row) == LIGHT.accent for row in rows(chart)] == [False, True, False]
    chart.set_bars(BARS, current=9)
    assert [colour_of(row) == LIGHT.accent for row in rows(chart)] == [False, False, True]


def test_a_click_hands_on_the_key(chart: BarChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.chosen) as asked:
        qtbot.mouseClick(rows(chart)[1], Qt.MouseButton.LeftButton)
    assert asked.args == [8]


def test_arrows_go_from_bar_to_bar_and_enter_chooses(chart: BarChart, qtbot: QtBot) -> None:
    first, second, last = rows(chart)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_End)
    assert last.hasFocus()
    qtbot.keyClick(last, Qt.Key.Key_Down)
    assert last.hasFocus()
    with qtbot.waitSignal(chart.chosen) as asked:
        qtbot.keyClick(last, Qt.Key.Key_Return)
    assert asked.args == [9]
    qtbot.keyClick(last, Qt.Key.Key_Home)
    assert first.hasFocus()


def test_tab_reaches_one_bar_only(chart: BarChart) -> None:
    assert [row.focusPolicy() == Qt.FocusPolicy.StrongFocus for row in rows(chart)] == [True, False, False]


def test_many_bars_scroll_down_to_the_focus_and_never_sideways(chart: BarChart, qtbot: QtBot) -> None:
    chart.set_bars([Bar(f"Perangkat daerah dengan nama panjang {place}", place, key=place) for place in range(60)])
    first, *_, last = rows(chart)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_End)
    assert chart.verticalScrollBar().value() > 0
    assert last.hasFocus()
    assert chart.widget().width() <= chart.viewport().width()


def test_nothing_and_only_noughts_can_be_shown(chart: BarChart) -> None:
    for bars in ([], [Bar("Dishub", 0)], [Bar("Dishub", -1)]):
        chart.set_bars(bars)
        chart.grab()
        assert len(rows(chart)) == len(bars)
