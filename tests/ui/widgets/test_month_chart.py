"""The chart of a year: its scale, its keys and its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from ui.theme.tokens import LIGHT
from ui.widgets.month_chart import MonthChart
from ui.widgets.month_scale import MonthScale, nice_step

pytestmark = pytest.mark.usefixtures("themed")

VALUES = [1.5, 3.3, 4.7, 7, 7.7, 9.2, 10.2, 12, 12.8, 13.9, 14.6, None]
PLAN = [2.1, 4, 6, 7.5, 9, 10.5, 12, 13.8, 15.5, 17, 18.6, 20]


@pytest.fixture
def chart(qtbot: QtBot) -> MonthChart:
    made = MonthChart("Rata-rata JP")
    qtbot.addWidget(made)
    made.resize(600, 240)
    made.set_months(VALUES, plan=PLAN, current=11, goal_label="target 20 JP")
    made.show()
    return made


@pytest.mark.parametrize(("top", "step"), [(20, 5), (14.6, 5), (1, 0.25), (420, 200), (9, 2.5), (0.16, 0.05)])
def test_axis_numbers_are_round(top: float, step: float) -> None:
    assert nice_step(top) == pytest.approx(step)


@pytest.mark.parametrize("highest", [0.16, 1, 7, 20, 99, 1234])
def test_the_highest_value_stays_below_the_edge(highest: float) -> None:
    scale = MonthScale.of(QRect(40, 20, 500, 180), highest)
    assert scale.area.top() < scale.y(highest) < scale.area.bottom()
    assert 3 <= len(scale.ticks()) <= 7
    assert scale.ticks()[0] == 0


def test_months_share_the_width_without_gaps() -> None:
    scale = MonthScale.of(QRect(40, 20, 503, 180), 20)
    assert [scale.month_at(x) for x in range(40, 543)] == sorted(scale.month_at(x) or 0 for x in range(40, 543))
    assert scale.month_at(39) is None
    assert scale.month_at(560) is None


def test_the_current_month_has_the_accent(chart: MonthChart) -> None:
    image, scale = chart.grab().toImage(), chart.scale_now()
    inks = [image.pixelColor(scale.bar(month, 1).center()).name().upper() for month in (10, 11)]
    assert inks == [LIGHT.chart_soft, LIGHT.accent]


def test_the_keyboard_walks_the_year_and_tells_each_month(chart: MonthChart, qtbot: QtBot) -> None:
    assert chart.accessibleName() == "Rata-rata JP. Nov: 14,6, rencana 18,6"
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleName() == "Rata-rata JP. Des: belum ada angka, rencana 20"
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    with qtbot.waitSignal(chart.chosen) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert asked.args == [1]


def test_a_click_chooses_the_month_under_it(chart: MonthChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.chosen) as asked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.scale_now().slot(3).center())
    assert asked.args == [3]
    with qtbot.assertNotEmitted(chart.chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(1, 100))


def test_a_year_without_numbers_can_be_shown(chart: MonthChart) -> None:
    chart.set_months([None] * 12)
    chart.grab()
    assert "Jan: belum ada angka" in chart.accessibleDescription()
