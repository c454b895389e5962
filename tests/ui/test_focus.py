"""Where the keyboard is: never lost, never caught, never stolen, always seen."""

from __future__ import annotations

from collections.abc import Callable
from operator import ne

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from shiboken6 import delete

from smartpns_desktop.app import App
from tests.ui.driving import STAY, Answers, focus, listed, press, settled, show
from ui.context import Context, Target
from ui.main_window import MainWindow
from ui.pages.table import places
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT
from ui.waiting import settle
from ui.widgets.buttons import button
from ui.workers.operation import Operations

PAGES = [place.name for place in places()]
LISTS = ["employees", "trainings"]


def settled_tab(window: MainWindow, keys: str = "Tab") -> QWidget:
    press(window, keys)
    return focus(window)


@pytest.mark.parametrize("name", LISTS)
def test_control_f_filters_and_tab_leads_on_to_the_grid(active: MainWindow, name: str) -> None:
    page = listed(active, name)
    assert settled(active, "Ctrl+F") is page.list.facets.words
    for _ in range(80):
        if settled_tab(active) is page.list.grid:
            break
    assert focus(active) is page.list.grid


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
    first, seen = focus(active), [focus(active)]
    while settled_tab(active) is not first and len(seen) < 120:
        seen.append(focus(active))
    assert 3 < len(seen) < 120, f"Tab is caught at {seen[-1]}"


@pytest.mark.parametrize("name", PAGES)
def test_tab_goes_round_where_nothing_is_stored_yet(themed: QApplication, app: App, name: str) -> None:
    assert themed is not None
    operations = Operations()
    window = MainWindow(Context(app, operations))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    test_tab_goes_through_the_whole_window_and_round(window, name)
    window.close()
    operations.close()
    delete(window)


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
    assert (without.size(), without.format()) == (changed.size(), changed.format())
    assert changed.depth() == 32
    different = sum(map(ne, *(memoryview(it.constBits()).cast("I") for it in (without, changed))))
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
