"""The daily tasks on the lists of people and trainings, each by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from smartpns_desktop.services.lists import ListQuery, Sort
from tests.ui.driving import focus, in_front, press, show
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.waiting import settle


def listed(window: MainWindow, name: str) -> ListPage:
    page = show(window, name)
    assert isinstance(page, ListPage)
    return page


def typed(window: MainWindow, text: str) -> None:
    QTest.keyClicks(focus(window), text)
    QTest.qWait(250)
    settle(window.context.operations)


def to_grid(window: MainWindow, page: ListPage) -> None:
    """F6 from wherever the keyboard is."""
    for _ in range(6):
        if page.list.grid.hasFocus():
            return
        press(window, "F6")
    raise AssertionError("F6 does not reach the list")


def choose(menu: QMenu, *words: str) -> None:
    """Go down to an entry with the arrows, into its menu, and press Enter."""
    for depth, word in enumerate(words):
        for _ in range(40):
            active = menu.activeAction()
            if active is not None and active.text() == word:
                break
            QTest.keyClick(menu, Qt.Key.Key_Down)
        else:
            raise AssertionError(f"{word} is not in the menu")
        QTest.keyClick(menu, Qt.Key.Key_Right if depth + 1 < len(words) else Qt.Key.Key_Return)
        inner = menu.activeAction().menu() if depth + 1 < len(words) else None
        menu = inner if isinstance(inner, QMenu) else menu


def views(window: MainWindow, *words: str) -> None:
    """Ctrl+T, then an entry of the menu "Tampilan"."""
    press(window, "Ctrl+T")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, *words)
    # A desktop gives the keyboard back to the window below a menu; without a screen nobody does.
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    settle(window.context.operations)


def test_a_person_is_looked_for_opened_and_left(active: MainWindow) -> None:
    page = listed(active, "employees")
    row = active.context.app.lists.rows("employees", ListQuery(), 5)[1][4]
    press(active, "Ctrl+F")
    typed(active, row["nip"])
    assert page.list.model.rowCount() == 1
    to_grid(active, page)
    press(active, "Return")
    settle(active.context.operations)
    assert page.count() == 2
    press(active, "Escape")
    settle(active.context.operations)
    assert page.count() == 1
    assert page.list.grid.hasFocus()


def test_a_facet_is_ticked_and_the_sums_follow(active: MainWindow) -> None:
    page = listed(active, "employees")
    before = page.list.model.rowCount()
    press(active, "Ctrl+F")
    for _ in range(80):
        press(active, "Tab")
        box = focus(active)
        if box.property("value") == "F":
            break
    press(active, "Space")
    settle(active.context.operations)
    assert 0 < page.list.model.rowCount() < before
    assert ("sex", "F") in page.list.query().where
    assert page.list.footer.sums.text()


def test_sorting_by_two_columns_and_turning_one_round(active: MainWindow) -> None:
    page = listed(active, "employees")
    to_grid(active, page)
    title = {it.field: it.title for it in page.kind.columns}
    views(active, "Urutkan menurut", title["root_agency_short"])
    views(active, "Lalu menurut", title["name"])
    sort_field = next(it.sort_field for it in page.kind.columns if it.field == "root_agency_short")
    assert page.list.query().sort == (Sort(sort_field), Sort("name"))
    views(active, "Urutkan menurut", f"{title['name']} (menaik)")
    assert page.list.query().sort == (Sort("name", descending=True),)


def test_columns_are_chosen_and_moved(active: MainWindow) -> None:
    page = listed(active, "trainings")
    to_grid(active, page)
    title = {it.field: it.title for it in page.kind.columns}
    fields = [it.field for it in page.kind.columns]
    views(active, "Kolom", title["organiser"])
    assert fields.index("organiser") in list(page.list.grid.shown_columns())
    views(active, "Geser ke kiri", title["name"])
    assert next(iter(page.list.grid.shown_columns())) == fields.index("name")


def test_rows_are_chosen_and_copied_with_whole_nips(active: MainWindow) -> None:
    page = listed(active, "employees")
    to_grid(active, page)
    press(active, "Home")
    press(active, "Shift+Down")
    press(active, "Ctrl+C")
    settle(active.context.operations)
    text = QGuiApplication.clipboard().text()
    nips = [row["nip"] for row in active.context.app.lists.rows("employees", page.list.query(), 2)[1]]
    assert all(number in text for number in nips)
    assert page.list.footer.chosen.text().startswith("2 dipilih")


def test_what_is_filtered_is_exported(active: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "keluar.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    listed(active, "trainings")
    press(active, "Ctrl+E")
    settle(active.context.operations)
    assert out.exists()


def test_certificates_are_checked_and_a_form_is_left(active: MainWindow) -> None:
    page = listed(active, "trainings")
    to_grid(active, page)
    press(active, "Home")
    record = page.list.current_record()
    key = page.list.current_key()
    assert record is not None
    assert key is not None
    press(active, "Ctrl+Shift+V")
    settle(active.context.operations)
    assert active.context.app.trainings.record(key).verified is not record["verified"]
    to_grid(active, page)
    press(active, "F2")
    settle(active.context.operations)
    assert in_front(active).count() == 2
    press(active, "Escape")
    settle(active.context.operations)
    assert in_front(active).count() == 1
