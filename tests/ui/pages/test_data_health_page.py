"""The page of the data's health: its numbers open their rows, a row leads where it is mended, the numbers follow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from smartpns_desktop.app import App
from smartpns_desktop.domain.data_quality import CODES, Dimension
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import press
from ui.context import Target
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.data_findings_page import DataFindingsPage
from ui.pages.data_health_page import DataHealthPage
from ui.pages.home_page import HomePage
from ui.pages.person_page import PersonPage
from ui.pages.task_row import TaskRow
from ui.people.data_tab import DataTab
from ui.waiting import settle


@pytest.fixture
def doubtful(city: App) -> App:
    """Four people of the invented city have something to be mended."""
    keys = city.lists.keys("employees", ListQuery(where=(("kind", "PNS"), ("service", "active"))))
    for key in keys[:3]:
        city.employees.change(key, {"phone": None})
    born = city.employees.record(keys[3]).birth_date
    assert born is not None
    city.employees.change(keys[3], {"birth_date": born.replace(year=born.year - 1)})
    return city


@pytest.fixture
def page(doubtful: App, active: MainWindow) -> DataHealthPage:
    active.go(Target("data-health"))
    settle(active.context.operations)
    shown = active.current_page()
    assert isinstance(shown, DataHealthPage)
    assert shown.context.app is doubtful
    return shown


def rows_of(page: DataHealthPage) -> DataFindingsPage:
    settle(page.context.operations)
    shown = page.currentWidget()
    assert isinstance(shown, DataFindingsPage)
    return shown


def on_top(page: DataFindingsPage, kind: type) -> object:
    """What lies on top once everything is read."""
    for _ in range(4):
        settle(page.context.operations)
    front = page.currentWidget()
    if isinstance(front, PersonPage) and kind is not PersonPage:
        front = front.currentWidget()
    assert isinstance(front, kind), front
    return front


def test_score_and_dimensions_are_those_of_the_service(page: DataHealthPage) -> None:
    summary = page.context.app.data_quality.summary()
    assert summary.score is not None
    names = [card.accessibleName() for card in page.view.cards]
    points = [summary.score.total, *(summary.score.dimensions[it] for it in Dimension)]
    for name, value in zip(names, points, strict=True):
        assert f"{round(value, 2):g}".replace(".", ",") in name


def test_all_checks_are_listed_below_their_dimension(page: DataHealthPage) -> None:
    shown = page.view.checks.lines
    lines = [shown.index(row).data(Qt.ItemDataRole.UserRole) for row in range(shown.rowCount())]
    assert [it.thing for it in lines if not it.is_heading] == list(CODES)
    assert sum(it.is_heading for it in lines) == len(Dimension)


def test_every_number_opens_as_many_rows(page: DataHealthPage) -> None:
    summary = page.context.app.data_quality.summary()
    for figures in summary.checks:
        if figures.found:
            page.open_check(figures.check.code)
            assert rows_of(page).list.model.rowCount() == figures.found
            page.back()
    for card, dimension in zip(page.view.cards[1:], Dimension, strict=True):
        card.click()
        found = sum(it.found for it in summary.checks if it.check.dimension is dimension)
        assert rows_of(page).list.model.rowCount() == found
        page.back()


def test_by_keys_alone_from_the_number_to_the_mended_record(page: DataHealthPage, active: MainWindow) -> None:
    page.view.checks.choose("COM_7")
    page.view.checks.setFocus()
    QTest.keyClick(page.view.checks, Qt.Key.Key_Return)
    rows = rows_of(page)
    before = rows.list.model.rowCount()
    QTest.keyClick(rows.list.grid, Qt.Key.Key_Return)
    form = on_top(rows, FormPage)
    assert isinstance(form, FormPage)
    assert form.form.rows["phone"].editor.isAncestorOf(active.focusWidget())  # type: ignore[arg-type]
    QTest.keyClicks(active.focusWidget(), "081234567890")
    press(active, "Ctrl+S")
    for _ in range(4):
        settle(page.context.operations)
    person = rows.currentWidget()
    assert isinstance(person, PersonPage)
    assert person.view.tabs.currentWidget() is person.view.tab(DataTab)
    assert not [it for it in person.view.tab(DataTab).rows() if "Nomor HP" in it.link.accessibleName()]
    rows.back()
    settle(page.context.operations)
    assert rows.list.model.rowCount() == before - 1


def test_a_finding_of_a_history_leads_to_its_form(page: DataHealthPage) -> None:
    city = page.context.app
    key = city.lists.keys("employees", ListQuery(where=(("kind", "PNS"), ("service", "active"))))[5]
    from smartpns_desktop.services.employee_states import History

    for state in city.employees.record(key).educations:
        changes = city.employees.remove_state(History.EDUCATION, state.key)
    page.context.changed.emit(changes)
    settle(page.context.operations)
    page.open_check("COM_3")
    rows = rows_of(page)
    assert rows.list.model.rowCount() == 1
    rows.mend_current()
    form = on_top(rows, FormPage)
    assert isinstance(form, FormPage)
    assert "pendidikan" in form.view.header.title.text().lower()


def test_an_agency_narrows_everything(page: DataHealthPage) -> None:
    service = page.context.app.data_quality
    worst = service.summary().agencies[0]
    page.view.bars.chosen.emit(worst.key)
    settle(page.context.operations)
    assert page.agency_name() == worst.name
    assert f"{worst.people} pegawai" in page.view.header.note.text()
    page.view.open_all.click()
    summary = service.summary(agency=worst.name)
    assert rows_of(page).list.model.rowCount() == summary.found + summary.open


def test_another_day_is_judged_with_what_held_then(page: DataHealthPage) -> None:
    then = date(date.today().year - 2, 12, 31)
    page.view.as_of.choose(then)
    settle(page.context.operations)
    summary = page.context.app.data_quality.summary(then)
    assert f"{summary.people} pegawai" in page.view.header.note.text()
    page.view.cards[0].click()
    rows = rows_of(page)
    assert (rows.list.model.rowCount(), rows.list.as_of) == (summary.found, then)


def test_the_months_of_kept_figures_open_their_state(page: DataHealthPage) -> None:
    kept = date.today().replace(day=1)
    page.context.app.data_quality.snapshot(kept)
    page.reload()
    settle(page.context.operations)
    assert "belum ada angka" not in page.view.months.month_text(kept.month)
    page.context.app.data_quality.snapshot(kept.replace(year=kept.year - 1))
    page.view.months.chosen.emit(kept.month)
    settle(page.context.operations)
    assert page.view.as_of.day in (None, kept)


def test_the_months_that_are_over_can_be_judged_afterwards(page: DataHealthPage) -> None:
    page.context.set_year(date.today().year - 1)
    settle(page.context.operations)
    page.fill_year()
    for _ in range(3):
        settle(page.context.operations)
    told = [page.view.months.month_text(month) for month in range(1, 13)]
    assert not [it for it in told if "belum ada angka" in it]


def test_a_mended_record_is_told_at_once(page: DataHealthPage) -> None:
    found = page.context.app.data_quality.summary().found
    key = page.context.app.lists.rows("data-findings", ListQuery(where=(("check", "COM_7"),)))[1][0]["employee"]
    changes = page.context.app.employees.change(key, {"phone": "0812"})
    page.context.changed.emit(changes)
    settle(page.context.operations)
    assert page.view.check_panel.title.text().startswith(f"{found - 1} temuan")


def test_the_workbook_to_mend_in_holds_the_people(
    page: DataHealthPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "perbaikan.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    page.export()
    settle(page.context.operations)
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert sheet.cell(1, 1).value == "YANG PERLU DIPERBAIKI"
    ratings = tmp_path / "skp.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(ratings), ""))
    page.view.mending.menu().actions()[1].trigger()
    settle(page.context.operations)
    assert ratings.exists()


def test_serious_findings_are_a_task_of_the_first_page_that_opens_them(
    page: DataHealthPage, active: MainWindow
) -> None:
    active.go(Target("home"))
    for _ in range(3):
        settle(active.context.operations)
    home = active.current_page()
    assert isinstance(home, HomePage)
    (row,) = [it for it in home.view.findChildren(TaskRow) if it.task.code == "health.serious" and it.isVisible()]
    home.open_task(row.task.target)
    settle(active.context.operations)
    assert rows_of(page).list.model.rowCount() == row.task.count


def test_an_empty_store_says_so(active: MainWindow, city: App) -> None:
    city.undo.undo(2)
    active.go(Target("data-health"))
    settle(active.context.operations)
    shown = active.current_page()
    assert isinstance(shown, DataHealthPage)
    assert "Belum ada pegawai" in shown.view.cards[0].accessibleName()
