"""Everything by keyboard: each key of the habits, every page, and a focus that is always somewhere and seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QPushButton, QWidget

from tests.ui.driving import STAY, Answers, focus, in_front, press, show
from ui.context import Target
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.pages.table import places
from ui.printing.print_dialog import PrintDialog
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT
from ui.waiting import settle
from ui.widgets.buttons import button

PAGES = [place.name for place in places()]
LISTS = ["employees", "trainings"]


@pytest.fixture
def saved_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that every question for a place to save to is answered with."""
    out = tmp_path / "hasil.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(out), ""))
    return out


def listed(window: MainWindow, name: str = "employees") -> ListPage:
    page = show(window, name)
    assert isinstance(page, ListPage)
    return page


def settled(window: MainWindow, *keys: str) -> QWidget:
    """Press keys one after the other, wait, and tell where the keyboard is then."""
    for key in keys:
        press(window, key)
        settle(window.context.operations)
    return focus(window)


# Where one can go


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


# What one can do


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


@pytest.mark.parametrize("name", LISTS)
def test_control_f_filters_and_tab_leads_on_to_the_grid(active: MainWindow, name: str) -> None:
    page = listed(active, name)
    assert settled(active, "Ctrl+F") is page.list.facets.words
    for _ in range(80):
        if settled_tab(active) is page.list.grid:
            break
    assert focus(active) is page.list.grid


def settled_tab(window: MainWindow, keys: str = "Tab") -> QWidget:
    press(window, keys)
    return focus(window)


@pytest.mark.parametrize("name", LISTS)
def test_tab_leaves_the_grid_and_comes_back(active: MainWindow, name: str) -> None:
    page = listed(active, name)
    page.list.grid.setFocus()
    row = page.list.grid.currentIndex()
    after = settled_tab(active)
    assert after is not page.list.grid
    assert settled_tab(active, "Shift+Tab") is page.list.grid
    assert page.list.grid.currentIndex() == row


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_through_the_whole_window_and_round(active: MainWindow, name: str) -> None:
    show(active, name)
    first, seen = focus(active), 0
    for seen in range(1, 120):
        if settled_tab(active) is first:
            break
    assert 3 < seen < 119, "Tab is caught somewhere"


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


@pytest.mark.parametrize("name", PAGES)
def test_f5_reads_again_and_leaves_the_keyboard_where_it_is(active: MainWindow, name: str) -> None:
    show(active, name)
    before = focus(active)
    assert settled(active, "F5") is before


def test_f5_does_not_steal_the_keyboard_for_a_facet(active: MainWindow) -> None:
    page = listed(active)
    box = next(it for it in page.list.facets.findChildren(QAbstractButton) if it.isCheckable() and it.isVisible())
    box.setFocus()
    settled(active, "Space")
    page.list.grid.setFocus()
    assert settled(active, "F5") is page.list.grid


@pytest.mark.parametrize(("name", "act"), [("employees", "Baru"), ("trainings", "Baru"), ("settings", "Simpan")])
def test_the_primary_act_is_reached_by_tab(active: MainWindow, name: str, act: str) -> None:
    show(active, name)
    for _ in range(120):
        found = settled_tab(active)
        if isinstance(found, QPushButton) and found.property("kind") == "primary":
            assert found.text() == act
            return
    raise AssertionError("the primary button cannot be reached")


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


# Where the keyboard is seen


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    "part",
    [
        pytest.param(lambda window: window.view.sidebar.row("home"), id="active row of the sidebar"),
        pytest.param(lambda window: window.view.sidebar.row("settings"), id="row of the sidebar"),
        pytest.param(lambda window: window.view.top.search, id="search"),
        pytest.param(lambda window: window.view.top.year, id="year"),
        pytest.param(lambda window: window.page("employees").new_button, id="primary button"),
        pytest.param(lambda window: window.page("employees").print_button, id="button"),
        pytest.param(lambda window: window.page("employees").list.grid, id="grid"),
    ],
)  # fmt: skip
def test_the_keyboard_is_seen(active: MainWindow, part: Callable[[MainWindow], QWidget], tokens: object) -> None:
    show(active, "employees")
    theme().apply(QApplication.instance(), tokens)
    widget = part(active)
    others = active.view.top.user
    others.setFocus()
    settle(active.context.operations)
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle(active.context.operations)
    changed = widget.grab().toImage()
    different = sum(
        without.pixel(x, y) != changed.pixel(x, y) for x in range(changed.width()) for y in range(changed.height())
    )
    assert different >= 40, "nobody sees where the keyboard is"
    theme().apply(QApplication.instance(), LIGHT)


def test_no_link_or_button_is_left_out_of_the_tab_order(themed: QApplication) -> None:
    assert themed is not None
    for kind in ("", "primary", "ghost", "danger", "link"):
        assert button("x", kind=kind).focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_target_that_is_refused_leaves_the_keyboard_in_the_form(active: MainWindow, answers: Answers) -> None:
    page = listed(active)
    settled(active, "Ctrl+N")
    QTest.keyClicks(focus(active), "1985")
    answers.answer = STAY
    active.go(Target("trainings"))
    settle(active.context.operations)
    assert page.currentWidget().isAncestorOf(focus(active))
