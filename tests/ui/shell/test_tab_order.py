"""Tab on pages, records and forms that lie on one another: everything is reached, in reading order, round and round."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QTabBar, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import focus, in_front, press, settled, show
from ui.context import Target
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.agencies_page import AgenciesPage
from ui.pages.agency_forms import FORMS
from ui.pages.agency_tree import walk
from ui.pages.person_page import PersonPage
from ui.people.record_acts import ACTS
from ui.shell.tab_order import go_on, takes_keys
from ui.waiting import settle
from ui.widgets.line import Line
from ui.widgets.line_list import LineList


def person(window: MainWindow, tab: int = 0) -> PersonPage:
    page = show(window, "employees")
    key = window.context.app.lists.keys("employees", ListQuery())[0]
    window.go(Target("employees", key=key))
    settle(window.context.operations)
    found = page.currentWidget()
    assert isinstance(found, PersonPage)
    found.view.tabs.setCurrentIndex(tab)
    settle(window.context.operations)
    return found


def agency(window: MainWindow, tab: int) -> QWidget:
    page = show(window, "agencies")
    assert isinstance(page, AgenciesPage)
    page.open_key(next(walk(window.context.app.agencies.tree())).key)
    settle(window.context.operations)
    found = page.currentWidget()
    assert found is not None
    tabs = found.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex(tab)
    return found


def record_form(window: MainWindow, place: int) -> FormPage:
    page = person(window, 1)
    page.adds[list(ACTS)[place]].trigger()
    settle(window.context.operations)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    return form


def laid(window: MainWindow, name: str, act: str) -> QWidget:
    show(window, name, act)
    found = in_front(window).currentWidget()
    assert found is not None
    return found


def round_trip(window: MainWindow, keys: str = "Tab") -> list[QWidget]:
    """What Tab stops at until it comes back to where it began."""
    seen = [focus(window)]
    for _ in range(120):
        press(window, keys)
        now = focus(window)
        assert now is not seen[-1], f"Tab is caught at {now}"
        assert not now.visibleRegion().isEmpty(), f"nobody sees {now}"
        if now is seen[0]:
            return seen
        assert now not in seen, f"Tab goes in a circle at {now}"
        seen.append(now)
    raise AssertionError("Tab does not come back")


def agency_form(window: MainWindow, act: str) -> QWidget:
    page = show(window, "agencies")
    assert isinstance(page, AgenciesPage)
    page.tree.go_to(next(walk(window.context.app.agencies.tree())).key)
    page.acts.wanted.emit(act)
    settle(window.context.operations)
    found = page.currentWidget()
    assert found is not None
    return found


def settings(window: MainWindow, act: str) -> QWidget:
    page = laid(window, "settings", act)
    page.setFocus()
    return page


PLACES: dict[str, list[Callable[[MainWindow], QWidget]]] = {
    "tabs of a person": [partial(person, tab=tab) for tab in range(6)],
    "tabs of an agency": [partial(agency, tab=tab) for tab in range(6)],
    "forms over a person": [partial(record_form, place=place) for place in range(len(ACTS))],
    "lists over employees": [partial(laid, name="employees", act=act) for act in ("due", "absent", "duplicates")],
    "forms over agencies": [partial(agency_form, act=act) for act in FORMS],
    "new things": [partial(laid, name=name, act="new") for name in ("positions", "study-needs", "trainings")],
    "over the first page": [partial(laid, name="home", act=act) for act in ("composition", "coverage")],
    "settings": [
        partial(settings, act=act) for act in ("office", "regulations", "backups", "data", "updates", "about")
    ],
    "lists over others": [
        partial(laid, name=name, act=act)
        for name, act in (
            ("positions", "gaps"),
            ("agencies", "compliance"),
        )
    ],
}


@pytest.mark.parametrize("places", PLACES.values(), ids=PLACES)
def test_everything_is_reached_on_what_lies_on_a_page(
    active: MainWindow, places: list[Callable[[MainWindow], QWidget]]
) -> None:
    for place in places:
        laid_on_top = place(active)
        found = focus(active)
        assert laid_on_top is found or laid_on_top.isAncestorOf(found), (place, "the keyboard is elsewhere")
        seen = round_trip(active)
        buttons = [it for it in laid_on_top.findChildren(QPushButton) if takes_keys(it)]
        assert [it.text() or it.accessibleName() for it in buttons if it not in seen] == [], place
        assert any(active.view.sidebar.isAncestorOf(it) for it in seen)
        assert round_trip(active, "Shift+Tab") == [seen[0], *reversed(seen[1:])], place


def test_the_order_is_that_of_reading(active: MainWindow) -> None:
    page = person(active, 1)
    header, tabs = page.view.header, page.view.tabs.tabBar()
    assert isinstance(tabs, QTabBar)
    seen = round_trip(active)
    order = [seen.index(it) for it in (header.back, header.edit, header.remove, tabs)]
    steps = [(place - order[0]) % len(seen) for place in order]
    assert steps == sorted(steps)


def test_what_is_tabbed_to_is_scrolled_to(active: MainWindow) -> None:
    form = record_form(active, 0)
    active.resize(911, 459)
    settled(active, "Shift+Tab")
    for field in form.form.rows.values():
        field.editor.setFocus()
        press(active, "Tab")
        assert not focus(active).visibleRegion().isEmpty()


def test_what_is_hidden_gives_the_keyboard_to_what_is_near(active: MainWindow) -> None:
    page = person(active, 1)
    page.view.header.edit.setFocus()
    page.view.header.edit.hide()
    assert page.view.header.isAncestorOf(focus(active))


def test_of_several_choices_tab_reaches_the_chosen_one(themed: QApplication, qtbot: QtBot) -> None:
    assert themed is not None
    page = QWidget()
    qtbot.addWidget(page)
    first, *choices = QPushButton("Lanjut"), *(QRadioButton(it) for it in ("Baru", "Berubah", "Sama"))
    column = QVBoxLayout(page)
    for widget in (first, *choices):
        column.addWidget(widget)
    choices[1].setChecked(True)
    page.show()
    for forward in (True, False):
        first.setFocus()
        assert go_on(page, forward=forward)
        assert page.focusWidget() is choices[1]
        assert go_on(page, forward=forward)
        assert page.focusWidget() is first


def test_an_empty_list_of_lines_is_passed_by(themed: QApplication, qtbot: QtBot) -> None:
    assert themed is not None
    lines = LineList("Pengaruh")
    qtbot.addWidget(lines)
    lines.show()
    lines.show_lines([])
    assert not takes_keys(lines)
    lines.show_lines([Line("Anisa")])
    assert takes_keys(lines)
