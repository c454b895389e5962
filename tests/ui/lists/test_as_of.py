"""The day whose state a list shows: chosen in the header, told above the rows, on paper and in files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import show
from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.agencies_page import AgenciesPage
from ui.pages.employees_page import EmployeesPage
from ui.printing.list_print import _narrowed
from ui.waiting import settle

LAST = date(date.today().year - 1, 12, 31)
EARLY = date(2012, 1, 1)


@pytest.fixture
def page(active: MainWindow) -> EmployeesPage:
    found = show(active, "employees")
    assert isinstance(found, EmployeesPage)
    settle(active.context.operations)
    return found


def choose(page: EmployeesPage | AgenciesPage, day: date | None) -> None:
    page.as_of.choose(day)
    settle(page.context.operations)


def rows(page: EmployeesPage) -> int:
    return page.list.model.rowCount()


def test_at_first_those_in_service_are_shown_and_one_click_shows_all(page: EmployeesPage) -> None:
    lists = page.context.app.lists
    everybody, here = lists.count("employees", ListQuery()), lists.count("employees", ListQuery(where=IN_SERVICE))
    assert rows(page) == here
    assert not page.as_of.line.isVisible()
    page.list.facets.set_state("", (*IN_SERVICE, ("service", "left")))
    page.list.reload()
    settle(page.context.operations)
    assert rows(page) == everybody
    page.list.facets.clear()
    settle(page.context.operations)
    assert rows(page) == here


def test_another_day_is_told_and_today_is_one_click_away(page: EmployeesPage) -> None:
    lists = page.context.app.lists
    choose(page, EARLY)
    assert rows(page) == lists.count("employees", ListQuery(as_of=EARLY)) < lists.count("employees", ListQuery())
    assert page.as_of.line.isVisible()
    assert page.as_of.button.text() == "Keadaan per 1 Jan 2012"
    titles = [column.title for column in page.kind.columns]
    assert "JP 2012" in titles
    (back,) = [it for it in page.as_of.banner.findChildren(QPushButton) if it.isVisible()]
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    assert not page.as_of.line.isVisible()
    assert rows(page) == lists.count("employees", ListQuery(where=IN_SERVICE))


def test_a_day_is_chosen_from_the_menu_or_a_calendar(page: EmployeesPage) -> None:
    page.as_of.menu.aboutToShow.emit()
    offered = {action.text(): action for action in page.as_of.menu.actions()}
    assert next(iter(offered)) == "Hari ini"
    offered[f"31 Des {LAST.year}"].trigger()
    settle(page.context.operations)
    assert page.list.as_of == LAST
    page.as_of.open_calendar()
    page.as_of.popup.calendar.clicked.emit(QDate(2015, 6, 30))
    settle(page.context.operations)
    assert page.list.query().as_of == date(2015, 6, 30)
    choose(page, date.today())
    assert page.list.query().as_of is None


def test_a_place_may_be_asked_for_as_of_a_day(page: EmployeesPage) -> None:
    page.context.go(Target("employees", query=ListQuery(as_of=EARLY)))
    settle(page.context.operations)
    assert page.as_of.day == EARLY
    page.context.go(Target("employees", query=ListQuery(where=IN_SERVICE)))
    settle(page.context.operations)
    assert page.as_of.day is None


def test_paper_and_files_are_those_of_the_day(
    page: EmployeesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, EARLY)
    assert "Keadaan per 1 Jan 2012" in _narrowed(page.list)
    out = tmp_path / "dulu.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    page.export()
    settle(page.context.operations)
    sheet = openpyxl.load_workbook(out).worksheets[0]
    filled = [row for row in sheet.iter_rows(values_only=True) if row[0]]
    assert len(filled) == rows(page) + 1


def test_the_tree_counts_the_people_of_the_day(active: MainWindow) -> None:
    page = show(active, "agencies")
    assert isinstance(page, AgenciesPage)
    settle(active.context.operations)
    before = page.view.footer.sums.text()
    choose(page, EARLY)
    people = sum(node.people_in_all for node in page.context.app.agencies.tree(EARLY))
    assert f"{people} pegawai" in page.view.footer.sums.text() != before
    assert page.as_of.line.isVisible()
    page.detail.people_link.click()
    settle(active.context.operations)
    employees = active.current_page()
    assert isinstance(employees, EmployeesPage)
    assert employees.as_of.day == EARLY
