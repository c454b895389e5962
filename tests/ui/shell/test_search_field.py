"""The one search over everything: typed or pasted, chosen with the keyboard, left with Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import in_front, press
from ui.main_window import MainWindow
from ui.waiting import settle


def results(window: MainWindow) -> QListWidget:
    found = window.view.top.search.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def type_in(window: MainWindow, text: str) -> None:
    press(window, "Ctrl+K")
    QTest.keyClicks(window.view.top.search, text)
    QTest.qWait(200)
    settle(window.context.operations)


def row(window: MainWindow, kind: str) -> dict[str, object]:
    return window.context.app.lists.rows(kind, ListQuery(), 1)[1][0]


def test_arrows_pass_the_headings_and_enter_opens(active: MainWindow) -> None:
    type_in(active, "an")
    shown = results(active)
    assert shown.isVisible()
    chosen = []
    for _ in range(shown.count()):
        item = shown.currentItem()
        assert item is not None
        assert item.flags() & Qt.ItemFlag.ItemIsEnabled
        chosen.append(item.text())
        press(active, "Down")
    assert len(set(chosen)) > 3
    press(active, "Return")
    settle(active.context.operations)
    assert not shown.isVisible()
    assert in_front(active).name != "home"


@pytest.mark.parametrize(
    ("kind", "field", "page"),
    [("employees", "nip", "employees"), ("agencies", "name", "agencies"), ("trainings", "name", "trainings")],
)
def test_each_kind_leads_to_its_page(active: MainWindow, kind: str, field: str, page: str) -> None:
    type_in(active, str(row(active, kind)[field]))
    press(active, "Return")
    settle(active.context.operations)
    assert in_front(active).name == page


def test_nothing_found_says_so_and_enter_does_nothing(active: MainWindow) -> None:
    type_in(active, "zzzqx")
    assert "Tidak ada yang memuat “zzzqx”" in results(active).item(0).text()
    press(active, "Return")
    settle(active.context.operations)
    assert in_front(active).name == "home"


def test_escape_closes_the_results_then_empties_the_field_then_leaves(active: MainWindow) -> None:
    type_in(active, "an")
    press(active, "Escape")
    assert not results(active).isVisible()
    assert active.view.top.search.text() == "an"
    press(active, "Escape")
    assert active.view.top.search.text() == ""
    assert not active.view.top.search.hasFocus()


def test_an_emptied_field_shows_no_late_results(active: MainWindow) -> None:
    press(active, "Ctrl+K")
    QTest.keyClicks(active.view.top.search, "an")
    QTest.qWait(160)
    press(active, "Ctrl+A")
    press(active, "Delete")
    QTest.qWait(200)
    settle(active.context.operations)
    assert not results(active).isVisible()


def test_an_answer_that_comes_after_the_keyboard_left_stays_away(active: MainWindow) -> None:
    press(active, "Ctrl+K")
    QTest.keyClicks(active.view.top.search, "an")
    active.view.sidebar.row("home").setFocus()
    QTest.qWait(200)
    settle(active.context.operations)
    assert not results(active).isVisible()
