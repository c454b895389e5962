"""Columns that step aside where the grid is narrow, and still count as shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.driving import in_front, show, until
from ui.lists.grid_view import GridView
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.theme.theme import theme


@pytest.fixture
def due(active: MainWindow) -> ListPage:
    show(active, "employees", "due")
    page = in_front(active).currentWidget()
    assert isinstance(page, ListPage)
    return page


def seen(page: ListPage) -> list[str]:
    grid: GridView = page.list.grid
    return [page.kind.columns[it].field for it in grid.shown_columns() if not grid.isColumnHidden(it)]


def shown(page: ListPage) -> list[str]:
    return [page.kind.columns[it].field for it in page.list.grid.shown_columns()]


def test_they_go_one_by_one_and_come_back(due: ListPage, active: MainWindow) -> None:
    whole = shown(due)
    for width, gone in ((1366, set()), (911, {"to_do"}), (780, {"to_do", "root_agency_short"}), (1366, set())):
        active.resize(width, 600)
        QApplication.processEvents()
        active.resize(width, 600)  # the sidebar has become narrow meanwhile
        assert until(lambda: set(whole) - set(seen(due)) == gone), (width, seen(due))  # noqa: B023 - called at once
        assert shown(due) == whole, "paper and workbook have them all"
        assert due.list.grid.horizontalScrollBar().maximum() == 0


def test_one_that_stepped_aside_can_be_hidden_for_good(due: ListPage, active: MainWindow) -> None:
    active.resize(911, 600)
    menu = due.list.grid.columns_menu(due)
    by_title = {it.text(): it for it in menu.actions()}
    assert by_title["Yang perlu dilakukan"].isChecked()
    by_title["Yang perlu dilakukan"].trigger()
    active.resize(1366, 600)
    assert "to_do" not in shown(due)
    assert "to_do" not in seen(due)


def test_the_default_shows_what_there_is_room_for(due: ListPage, active: MainWindow) -> None:
    active.resize(911, 600)
    for place in range(4, len(due.kind.columns)):
        due.list.grid.setColumnHidden(place, True)
    assert shown(due) == seen(due)
    due.list.grid.arrange()
    assert "to_do" in shown(due)
    assert "to_do" not in seen(due)


def test_columns_grow_with_the_text(active: MainWindow) -> None:
    page = show(active, "trainings")
    assert isinstance(page, ListPage)
    place = next(it for it, column in enumerate(page.kind.columns) if column.field == "start")
    before = page.list.grid.columnWidth(place)
    try:
        theme().set_text_size(12.0)
        assert page.list.grid.columnWidth(place) == pytest.approx(before * 12 / 9.75, abs=2)
    finally:
        theme().set_text_size(9.75)
    assert page.list.grid.columnWidth(place) == pytest.approx(before, abs=2)
