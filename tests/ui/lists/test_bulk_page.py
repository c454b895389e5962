"""One field of many rows, by keyboard alone: chosen, looked at, done, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import focus, in_front, press, show
from ui.lists.bulk_page import BulkPage
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.waiting import settle


def opened(window: MainWindow, page: str = "employees") -> tuple[ListPage, BulkPage]:
    """The list with its first two rows chosen, and the page for changing them on top."""
    shown = show(window, page)
    assert isinstance(shown, ListPage)
    shown.list.grid.setFocus()
    shown.list.grid.selectRow(0)
    press(window, "Shift+Down")
    press(window, "Ctrl+M")
    settle(window.context.operations)
    bulk = in_front(window).top()
    assert isinstance(bulk, BulkPage)
    return shown, bulk


def choose(window: MainWindow, word: str) -> None:
    """Choose an entry of the box with the keyboard by its first letters."""
    box = focus(window)
    assert isinstance(box, QComboBox)
    QTest.keyClicks(box, word)
    QApplication.processEvents()
    press(window, "Tab")


def religions(window: MainWindow) -> list[str | None]:
    rows = window.context.app.lists.rows("employees", ListQuery())[1]
    return [row["religion"] for row in rows[:2]]


def test_the_effect_is_shown_then_done_and_undone_by_keyboard_alone(active: MainWindow) -> None:
    before = religions(active)
    page, bulk = opened(active)
    assert bulk.view.header.title.text() == "Ubah massal: 2 pegawai"
    assert focus(active) is bulk.view.field.focusProxy() or bulk.view.field.isAncestorOf(focus(active))
    choose(active, "Agama")
    choose(active, "Hindu")
    press(active, "Ctrl+Return")
    settle(active.context.operations)
    changed = sum(it != "Hindu" for it in before)
    assert bulk.view.counts.text() == f"{changed} berubah · {2 - changed} sudah “Hindu” · 0 ditolak"
    assert bulk.view.effect.model().rowCount() == changed
    assert religions(active) == before
    press(active, "Ctrl+Return")
    settle(active.context.operations)
    assert religions(active) == ["Hindu", "Hindu"]
    assert in_front(active).top() is page
    assert page.list.grid.chosen_count() == 2
    press(active, "Ctrl+Z")
    settle(active.context.operations)
    assert religions(active) == before


def test_another_value_makes_one_look_again(active: MainWindow) -> None:
    _, bulk = opened(active)
    choose(active, "Agama")
    choose(active, "Hindu")
    press(active, "Ctrl+Return")
    settle(active.context.operations)
    assert "baris" in bulk.view.act.text()
    press(active, "Shift+Tab")
    press(active, "Shift+Tab")
    press(active, "Up")
    assert bulk.view.act.text() == "Lihat pengaruhnya"
    assert bulk.view.effect.model().rowCount() == 0


def test_a_day_is_asked_for_what_holds_from_a_day_on(active: MainWindow) -> None:
    _, bulk = opened(active)
    choose(active, "Kedudukan")
    choose(active, "Tugas")
    press(active, "Ctrl+Return")
    settle(active.context.operations)
    assert bulk.view.act.text() == "Lihat pengaruhnya"
    assert bulk.form is not None
    assert [finding.field.name for finding in bulk.form.errors] == ["effective"]


def test_escape_leaves_everything_as_it_was(active: MainWindow) -> None:
    before = religions(active)
    page, _ = opened(active)
    choose(active, "Agama")
    press(active, "Escape")
    settle(active.context.operations)
    assert in_front(active).top() is page
    assert religions(active) == before


def test_without_a_choice_all_that_is_filtered_is_meant(active: MainWindow) -> None:
    page = show(active, "trainings")
    assert isinstance(page, ListPage)
    page.list.grid.clearSelection()
    QTest.mouseClick(page.list.footer.many, Qt.MouseButton.LeftButton)
    settle(active.context.operations)
    bulk = page.top()
    assert isinstance(bulk, BulkPage)
    assert bulk.keys == list(page.list.model.keys())


@pytest.mark.parametrize("page", ["employees", "trainings"])
def test_the_help_of_the_page_is_its_own(active: MainWindow, page: str) -> None:
    opened(active, page)
    assert in_front(active).help_topic() == "bulk"
