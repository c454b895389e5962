"""What is kept of a list: its columns by themselves, views by name."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu

from tests.ui.lists.driving import boxes, click_heading, column, wait
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.waiting import settle

_REMEMBERED = 900
"""Milliseconds after which dragged columns are kept."""


def test_columns_come_back_at_the_next_start(page: ListPage, active: MainWindow) -> None:
    grid = page.list.grid
    menu = grid.columns_menu(grid)
    by_title = {it.text(): it for it in menu.actions()}
    by_title["Jabatan"].trigger()
    by_title["Gol."].trigger()
    header = grid.horizontalHeader()
    header.moveSection(header.visualIndex(1), 0)
    QTest.qWait(_REMEMBERED)
    settle(active.context.operations)
    shown = [page.kind.columns[place].field for place in grid.shown_columns()]
    active.close()
    again = MainWindow(active.context)
    other = again.page("employees")
    assert isinstance(other, ListPage)
    assert [other.kind.columns[place].field for place in other.list.grid.shown_columns()] == shown
    assert "post" in shown
    assert "grade" not in shown
    again.deleteLater()


def test_the_last_column_cannot_be_hidden(page: ListPage) -> None:
    grid = page.list.grid
    for action in grid.columns_menu(grid).actions():
        if action.isChecked() and action.isEnabled() and len(list(grid.shown_columns())) > 1:
            action.trigger()
    assert len(list(grid.shown_columns())) == 1
    assert [it.isEnabled() for it in grid.columns_menu(grid).actions() if it.isChecked()] == [False]


def views(page: ListPage) -> dict[str, QAction | QMenu]:
    """What the menu of views offers now."""
    menu = page.views.button.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    return {it.text(): it.menu() or it for it in menu.actions() if it.text()}  # type: ignore[misc]


def test_a_view_is_saved_shown_and_deleted(page: ListPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("  Laki-laki  saja ", True))
    boxes(page, "sex")["M"].click()
    click_heading(page, "name")
    found, first = page.list.model.rowCount(), column(page, "name", 0)
    views(page)["Simpan tampilan ini…"].trigger()  # type: ignore[union-attr]
    wait(page)
    views(page)["Bawaan"].trigger()  # type: ignore[union-attr]
    wait(page)
    assert page.list.model.rowCount() == 60
    views(page)["Laki-laki saja"].trigger()  # type: ignore[union-attr]
    wait(page)
    assert (page.list.model.rowCount(), column(page, "name", 0)) == (found, first)
    gone = views(page)["Hapus tampilan"]
    assert isinstance(gone, QMenu)
    gone.actions()[0].trigger()
    wait(page)
    assert "Laki-laki saja" not in views(page)


@pytest.mark.parametrize(
    "state",
    [
        {"shown": ["nip", "gone"], "widths": {"nip": "x"}, "where": [["gone", "x"]], "sort": [["gone", True]]},
        {"shown": [], "widths": {}},
        {},
    ],
)  # fmt: skip
def test_a_view_of_another_version_does_no_harm(page: ListPage, state: dict[str, object]) -> None:
    page.context.app.preferences.put("list.employees.views", {"Lama": state})
    views(page)["Lama"].trigger()  # type: ignore[union-attr]
    wait(page)
    assert page.list.model.rowCount() == 60
    assert page.window().refusals.is_clear  # type: ignore[attr-defined]
    assert list(page.list.grid.shown_columns())
