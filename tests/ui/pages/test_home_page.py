"""The first page: its numbers are the rows they open, and its tasks lead to where they are done."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from smartpns_desktop.app import App
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages.home_page import HomePage
from ui.pages.list_page import ListPage
from ui.pages.task_row import TaskRow
from ui.waiting import settle
from ui.widgets.bar_chart import BarChart
from ui.workers.operation import Operations


@pytest.fixture
def page(window: MainWindow) -> HomePage:
    shown = window.current_page()
    assert isinstance(shown, HomePage)
    return shown


def rows_shown(window: MainWindow) -> int:
    """How many rows the list in front shows."""
    settle(window.context.operations)
    page = window.current_page().top()
    assert isinstance(page, ListPage)
    return page.list.model.rowCount()


@pytest.mark.parametrize("card", ["people", "jp", "trainings"])
def test_a_card_opens_exactly_the_rows_it_counts(page: HomePage, window: MainWindow, card: str) -> None:
    figures = page.context.app.dashboard.figures(page.context.year)
    counted = {"people": figures.jp.people, "jp": figures.jp.short, "trainings": figures.trainings}
    getattr(page.view, card).click()
    assert rows_shown(window) == counted[card]


def test_a_bar_opens_the_people_of_its_agency(page: HomePage, window: MainWindow) -> None:
    agency = page.context.app.dashboard.figures(page.context.year).agencies[0]
    page.view.findChild(BarChart).chosen.emit(agency.short_name)
    assert rows_shown(window) == agency.jp.people


def test_each_task_with_a_filter_opens_as_many_rows_as_it_names(page: HomePage, window: MainWindow) -> None:
    tasks = page.context.app.dashboard.summary(page.context.year).tasks
    counted = [task for task in tasks if task.target.where and task.target.page in ("employees", "trainings")]
    assert counted
    for task in counted:
        page.open_task(task.target)
        assert rows_shown(window) == task.count, task.code


def test_a_backup_takes_its_task_away(page: HomePage) -> None:
    def codes() -> list[str]:
        settle(page.context.operations)
        return [row.task.code for row in page.view.findChildren(TaskRow) if row.isVisible()]

    assert "backup.never" in codes()
    page.context.app.backups.backup()
    page.context.backed_up.emit()
    assert "backup.never" not in codes()


def test_another_year_shows_its_own_figures(page: HomePage) -> None:
    year = page.context.year - 1
    page.context.set_year(year)
    settle(page.context.operations)
    assert str(year) in page.view.trainings.accessibleName()
    trainings = page.context.app.dashboard.figures(year).trainings
    assert f"{trainings:,}".replace(",", ".") in page.view.trainings.accessibleName()


def test_an_empty_store_claims_nothing(app: App, themed: QApplication) -> None:
    assert themed is not None
    operations = Operations()
    window = MainWindow(Context(app, operations))
    window.show()
    settle(operations)
    page = window.current_page()
    assert isinstance(page, HomePage)
    told = " ".join(card.accessibleName() for card in (page.view.people, page.view.jp, page.view.trainings))
    assert "Semua" not in told
    assert told.count("Belum ada") == 3
    window.close()
    operations.close()
