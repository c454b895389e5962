"""The page of what falls due: its bars open its rows, its rows the people, and it goes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import press, show
from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.due_page import DuePage
from ui.pages.employees_page import EmployeesPage
from ui.pages.person_page import PersonPage
from ui.shell.help import help_text
from ui.waiting import settle


@pytest.fixture
def page(active: MainWindow) -> DuePage:
    employees = show(active, "employees")
    assert isinstance(employees, EmployeesPage)
    QTest.mouseClick(employees.due, Qt.MouseButton.LeftButton)
    return laid(active)


def laid(window: MainWindow) -> DuePage:
    settle(window.context.operations)
    employees = window.current_page()
    assert employees is not None
    top = employees.currentWidget()
    assert isinstance(top, DuePage)
    return top


def test_it_shows_all_that_falls_due_and_a_bar_for_each_year(page: DuePage) -> None:
    lists = page.context.app.lists
    assert page.list.model.rowCount() == lists.count("due", ListQuery()) > 0
    years = {it.value: it.count for it in lists.facets("due", ListQuery(), ["year"])["year"]}
    for year, count in years.items():
        page.bars.chosen.emit(year)
        settle(page.context.operations)
        assert page.list.model.rowCount() == count
        page.bars.chosen.emit(year)
        settle(page.context.operations)
    assert page.list.model.rowCount() == sum(years.values())


def test_a_target_opens_its_rows(active: MainWindow) -> None:
    query = ListQuery(where=(("kind", "retirement"), ("window", "later")))
    active.context.go(Target("employees", query=query, act="due"))
    page = laid(active)
    assert page.list.model.rowCount() == page.context.app.lists.count("due", query)


def test_enter_opens_the_person_and_escape_goes_back_step_by_step(page: DuePage, active: MainWindow) -> None:
    page.list.grid.setFocus()
    record = page.list.current_record()
    assert record is not None
    press(active, "Return")
    settle(page.context.operations)
    person = page.currentWidget()
    assert isinstance(person, PersonPage)
    assert person.key == record["employee_id"]
    press(active, "Escape")
    assert page.currentWidget() is not person
    press(active, "Escape")
    settle(page.context.operations)
    employees = active.current_page()
    assert employees is not None
    assert employees.count() == 1


def test_it_has_its_help(page: DuePage) -> None:
    assert page.help_topic() == "due"
    assert "BUP" in help_text("due")
