"""Everything by keyboard: each key of the habits, and every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests.ui.driving import Answers, focus, in_front, listed, press, settled, show
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.table import places
from ui.printing.print_dialog import PrintDialog
from ui.waiting import settle

PAGES = [place.name for place in places()]
LISTS = ["employees", "trainings"]


@pytest.fixture
def saved_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that every question for a place to save to is answered with."""
    out = tmp_path / "hasil.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(out), ""))
    return out


@pytest.mark.parametrize("place", range(len(PAGES)))
def test_a_number_goes_to_a_page_and_takes_the_keyboard_along(active: MainWindow, place: int) -> None:
    found = settled(active, f"Ctrl+{place + 1}")
    assert in_front(active).name == PAGES[place]
    assert in_front(active).isAncestorOf(found)


@pytest.mark.parametrize("name", PAGES)
def test_the_sidebar_reaches_every_page_with_arrows_and_enter(active: MainWindow, name: str) -> None:
    sidebar = active.view.sidebar
    sidebar.row("home").setFocus()
    for _ in range(PAGES.index(name)):
        press(active, "Down")
        assert in_front(active).name == "home", "an arrow alone opens nothing"
    assert focus(active) is sidebar.row(name)
    settled(active, "Return")
    assert in_front(active).name == name
    assert sidebar.row(name).isChecked()


def test_the_ends_of_the_sidebar_hold(active: MainWindow) -> None:
    sidebar = active.view.sidebar
    sidebar.row("home").setFocus()
    assert settled(active, "Up") is sidebar.row("home")
    assert settled(active, "End") is sidebar.row(PAGES[-1])
    assert settled(active, "Down") is sidebar.row(PAGES[-1])
    assert settled(active, "Home") is sidebar.row("home")


def test_control_k_searches_from_everywhere_and_escape_goes_back_to_the_page(active: MainWindow) -> None:
    for name in PAGES:
        show(active, name)
        assert settled(active, "Ctrl+K") is active.view.top.search
        found = settled(active, "Escape")
        assert in_front(active).isAncestorOf(found), name


def test_f6_goes_round_the_panes_and_shift_f6_back(active: MainWindow) -> None:
    page = listed(active)
    assert page.detail is not None
    panes = [page.list.grid, page.detail, active.view.sidebar, active.view.top, page.list.facets, page.list.grid]
    page.list.grid.setFocus()
    for pane in panes[1:]:
        found = settled(active, "F6")
        assert pane is found or pane.isAncestorOf(found), type(pane).__name__
    for pane in reversed(panes[:-1]):
        found = settled(active, "Shift+F6")
        assert pane is found or pane.isAncestorOf(found), type(pane).__name__


@pytest.mark.parametrize("name", PAGES)
def test_f6_comes_round_on_every_page_and_form(active: MainWindow, name: str) -> None:
    for act in ("", "new"):
        show(active, name, act)
        seen = [settled(active, "F6") for _ in range(8)]
        for pane in (active.view.sidebar, active.view.top, in_front(active)):
            assert any(pane.isAncestorOf(found) for found in seen), (name, act, type(pane).__name__)


def test_f6_comes_back_to_where_one_was_in_a_pane(active: MainWindow) -> None:
    page = listed(active)
    page.list.facets.words.setFocus()
    settled(active, "F6", "Shift+F6")
    assert focus(active) is page.list.facets.words


@pytest.mark.parametrize("name", LISTS)
def test_new_opens_the_form_and_escape_comes_back(active: MainWindow, name: str) -> None:
    page = listed(active, name)
    found = settled(active, "Ctrl+N")
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    assert form.form.isAncestorOf(found), "one can type at once"
    found = settled(active, "Escape")
    assert page.count() == 1
    assert page.isAncestorOf(found)


def test_f2_changes_the_row_with_the_cursor(active: MainWindow) -> None:
    page = listed(active)
    settled(active, "Down", "Down")
    key = page.list.current_key()
    assert key is not None
    found = settled(active, "F2")
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    assert form.form.isAncestorOf(found)
    assert form.form.values()["nip"] == active.context.app.employees.record(key).nip


def test_enter_opens_the_row_and_escape_comes_back_to_it(active: MainWindow) -> None:
    page = listed(active)
    settled(active, "Down", "Down")
    row = page.list.grid.currentIndex().row()
    found = settled(active, "Return")
    assert page.count() == 2
    assert page.isAncestorOf(found)
    assert settled(active, "Escape") is page.list.grid
    assert (page.count(), page.list.grid.currentIndex().row()) == (1, row)


def test_all_rows_are_chosen_and_copied(active: MainWindow) -> None:
    page = listed(active)
    settled(active, "Ctrl+A")
    assert page.list.grid.chosen_count() == page.list.model.rowCount()
    settled(active, "Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == page.list.model.rowCount() + 1
    assert "disalin" in active.view.status.done.text()


def test_delete_asks_and_batal_keeps_everything(active: MainWindow, answers: Answers) -> None:
    page = listed(active, "trainings")
    count = page.list.model.rowCount()
    settled(active, "Down", "Shift+Down", "Delete")
    assert answers.asked == ["Hapus 2 pelatihan?"]
    assert page.list.model.rowCount() == count
    answers.answer = 1
    settled(active, "Delete")
    assert page.list.model.rowCount() == count - 2
    assert page.isAncestorOf(focus(active))
    settled(active, "Ctrl+Z")
    assert page.list.model.rowCount() == count
    settled(active, "Ctrl+Y")
    assert page.list.model.rowCount() == count - 2
    settled(active, "Ctrl+Z")


def test_the_cursor_stays_where_the_row_under_it_went(active: MainWindow, answers: Answers) -> None:
    page = listed(active, "trainings")
    settled(active, *["Down"] * 5)
    answers.answer = 1
    settled(active, "Delete")
    assert page.list.grid.currentIndex().row() == 5
    page.list.facets.words.setText(page.list.current_record()["name"][:4])  # type: ignore[index]
    page.list.facets.words.textEdited.emit("")
    QTest.qWait(250)
    settle(active.context.operations)
    assert page.list.grid.currentIndex().row() == 0, "another list begins at its top"


def test_control_e_writes_what_is_filtered(active: MainWindow, saved_to: Path) -> None:
    listed(active)
    settled(active, "Ctrl+E")
    assert saved_to.stat().st_size > 1000
    assert saved_to.name in active.view.status.done.text()


@pytest.mark.parametrize("name", ["home", *LISTS, "agencies"])
def test_control_p_asks_for_the_paper(active: MainWindow, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(PrintDialog, "exec", lambda dialog: asked.append(dialog.windowTitle()) or 0)
    show(active, name)
    press(active, "Ctrl+P")
    settle(active.context.operations)
    assert len(asked) == 1


@pytest.mark.parametrize("name", PAGES)
def test_f1_helps_and_escape_closes_the_help(active: MainWindow, name: str) -> None:
    show(active, name)
    press(active, "F1")
    (help_,) = [it for it in active.findChildren(QDialog) if it.isVisible()]
    QTest.keyClick(help_, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, 0)
    assert not any(it.isVisible() for it in active.findChildren(QDialog))


def test_keys_of_the_page_are_still_where_a_form_lies_on_top(active: MainWindow, answers: Answers) -> None:
    """Ctrl+N, Ctrl+E and F5 would throw a half filled form away."""
    page = listed(active)
    settled(active, "Ctrl+N")
    form = page.currentWidget()
    for keys in ("Ctrl+N", "Ctrl+F", "Ctrl+E", "F5"):
        settled(active, keys)
        assert (page.currentWidget(), page.count()) == (form, 2), keys
    assert answers.asked == []


def test_control_z_in_a_line_takes_back_letters_and_no_data(active: MainWindow) -> None:
    page = listed(active)
    number = active.context.app.undo.next_undo()
    words = page.list.facets.words
    words.setFocus()
    QTest.keyClicks(words, "abc")
    settled(active, "Ctrl+Z")
    assert words.text() == ""
    assert active.context.app.undo.next_undo() == number
