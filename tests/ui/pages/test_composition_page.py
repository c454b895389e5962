"""The page of the make-up of the people: every bar and every number opens its rows, by mouse and by keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from smartpns_desktop.app import App
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import in_front, press, show
from ui.context import Context, Target
from ui.main_window import MainWindow
from ui.pages.composition_figures import COMPOSITION, COVERAGE
from ui.pages.composition_page import CompositionPage
from ui.pages.employees_page import EmployeesPage
from ui.pages.home_page import HomePage
from ui.printing import composition_print
from ui.waiting import settle
from ui.widgets.bar_chart import BarChart
from ui.widgets.count_table import CountTable


@pytest.fixture
def home(active: MainWindow) -> HomePage:
    page = show(active, "home")
    assert isinstance(page, HomePage)
    return page


def opened(window: MainWindow, context: Context, act: str, *where: tuple[str, str]) -> CompositionPage:
    window.go(Target("home", query=ListQuery(where=where), act=act))
    settle(context.operations)
    page = in_front(window).currentWidget()
    assert isinstance(page, CompositionPage)
    return page


def bars(chart: BarChart) -> list[QAbstractButton]:
    return [it for it in chart.widget().findChildren(QAbstractButton) if it.isVisibleTo(chart)]


def listed(window: MainWindow, context: Context) -> int:
    """How many people the list shows that is now in front."""
    settle(context.operations)
    page = in_front(window)
    assert isinstance(page, EmployeesPage)
    return page.list.model.rowCount()


def test_every_bar_of_every_chart_opens_as_many_people_as_it_says(active: MainWindow, context: Context) -> None:
    fields = list(opened(active, context, COMPOSITION).view.charts)
    for field in fields:
        page = opened(active, context, COMPOSITION)
        assert page.figures is not None
        chart = page.figures.composition.charts[fields.index(field)]
        assert len(bars(page.view.charts[field])) == len(chart.parts)
        bars(page.view.charts[field])[-1].click()
        assert listed(active, context) == chart.parts[-1].count


def test_numbers_of_the_coverage_open_their_people_with_the_arrows_and_enter(
    active: MainWindow, context: Context
) -> None:
    page = opened(active, context, COVERAGE)
    assert page.figures is not None
    total = page.figures.coverage.total
    for steps, count in enumerate((total.people, total.none, total.below, total.met, total.exempt)):
        table = opened(active, context, COVERAGE).view.table
        table.setFocus()
        for _ in range(steps):
            press(active, "Right")
        press(active, "Return")
        assert listed(active, context) == count


def cell(table: CountTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.counts.index(row, column)).center()


def test_a_click_on_an_agencys_number_opens_its_people(active: MainWindow, context: Context) -> None:
    page = opened(active, context, COVERAGE)
    assert page.figures is not None
    row, table = page.figures.coverage.rows[0], page.view.table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell(table, 1, 6))
    assert listed(active, context) == row.none + row.below


def test_the_headings_sort_and_the_total_stays_above(active: MainWindow, context: Context) -> None:
    table = opened(active, context, COVERAGE).view.table
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    rows = [table.counts.row(place) for place in range(table.counts.rowCount(QModelIndex()))]
    assert [row.is_total for row in rows] == [True] + [False] * (len(rows) - 1)
    people = [row.numbers[0] for row in rows[1:]]
    assert people == sorted(people, reverse=True)


def test_an_agency_is_chosen_and_its_units_are_shown(active: MainWindow, context: Context, city: App) -> None:
    page = opened(active, context, COMPOSITION)
    scope, agency = page.view.scope, city.composition.places()[0]
    scope.setFocus()
    scope.setCurrentIndex(scope.findData(agency))
    scope.activated.emit(scope.currentIndex())
    settle(context.operations)
    assert page.figures is not None
    assert page.figures.composition.people == city.composition.composition((("root_agency", agency),)).people
    assert page.figures.composition.charts[-1].field == "agency"
    assert page.view.scope.currentText() == agency


def test_a_unit_out_of_the_tree_is_shown_too(active: MainWindow, context: Context, city: App) -> None:
    unit = city.composition.coverage(2026, (("root_agency", city.composition.places()[0]),)).rows[0].place
    page = opened(active, context, COMPOSITION, ("agency", unit))
    assert page.view.scope.currentText() == unit
    assert page.figures is not None
    assert page.figures.composition.people == city.composition.composition((("agency", unit),)).people


def test_the_buttons_of_the_first_page_lead_here_and_esc_goes_back(
    home: HomePage, active: MainWindow, context: Context
) -> None:
    for made, tab in ((home.view.composition_button, 0), (home.view.coverage_button, 1)):
        made.click()
        settle(context.operations)
        page = home.currentWidget()
        assert isinstance(page, CompositionPage)
        assert page.view.tabs.currentIndex() == tab
        press(active, "Escape")
        assert home.count() == 1


def test_figures_follow_what_is_written(active: MainWindow, context: Context, city: App) -> None:
    page = opened(active, context, COMPOSITION)
    assert page.figures is not None
    before = page.figures.composition.people
    _key, changes = city.employees.add({"nip": "198503122010012001", "name": "Siti Aminah"})
    context.changed.emit(changes)
    settle(context.operations)
    assert page.figures.composition.people == before + 1


def test_both_tables_are_exported(
    active: MainWindow, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "komposisi.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    page = opened(active, context, COMPOSITION)
    page.view.export.click()
    settle(context.operations)
    assert page.figures is not None
    sheet, coverage = load_workbook(out).worksheets
    status = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Status"]
    assert sum(int(str(row[2])) for row in status) == page.figures.composition.people
    last = list(coverage.iter_rows(values_only=True))[-1]
    total = page.figures.coverage.total
    assert last[:5] == ("Semua", total.people, total.none, total.below, total.met)


def test_what_is_in_front_is_printed(active: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = []
    monkeypatch.setattr(composition_print, "ask_and_print", lambda _context, job, _parent: jobs.append(job))
    page = opened(active, context, COMPOSITION)
    page.view.print.click()
    page.view.tabs.setCurrentIndex(1)
    page.view.print.click()
    assert page.figures is not None
    parts = sum(len(chart.parts) for chart in page.figures.composition.charts)
    assert [job.rows()[0] for job in jobs] == [parts, len(page.figures.coverage.rows) + 1]
    assert all(len(row) == len(job.printout.columns) for job in jobs for row in job.rows()[1])


def test_the_page_fits_a_narrow_window(home: HomePage, active: MainWindow, context: Context) -> None:
    page = opened(active, context, COMPOSITION)
    active.resize(911, 459)
    settle(context.operations)
    assert page.minimumSizeHint().width() <= home.width()
    assert not page.view.table.has_bars()
    places = {page.view.panels[field].geometry().x() for field in page.view.panels}
    assert len(places) == 1


def test_another_day_shows_and_opens_what_was_then(active: MainWindow, context: Context, city: App) -> None:
    day = date(2025, 6, 30)
    page = opened(active, context, COVERAGE)
    page.as_of.choose(day)
    settle(context.operations)
    assert page.figures is not None
    total = page.figures.coverage.total
    assert page.figures.coverage.year == 2025
    assert total.people == city.composition.composition(as_of=day).people
    page.view.table.setFocus()
    for _ in range(2):
        press(active, "Right")
    press(active, "Return")
    assert listed(active, context) == total.below


def test_a_year_that_is_over_is_shown_as_it_ended(active: MainWindow, context: Context) -> None:
    page = opened(active, context, COVERAGE)
    context.set_year(2025)
    settle(context.operations)
    assert page.as_of.day == date(2025, 12, 31)
    assert page.figures is not None
    assert page.figures.coverage.year == 2025
