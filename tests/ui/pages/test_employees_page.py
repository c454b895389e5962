"""The page of employees: the panel beside the list, the form, deleting."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from smartpns_desktop.domain import nip
from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.employee_detail import EmployeeDetail, degree_of
from ui.pages.employees_page import EmployeesPage
from ui.shell.refusals import Refusals
from ui.waiting import settle


@pytest.fixture
def page(window: MainWindow) -> EmployeesPage:
    window.go(Target("employees"))
    settle(window.context.operations)
    shown = window.current_page()
    assert isinstance(shown, EmployeesPage)
    return shown


def test_the_panel_follows_the_cursor_and_copies_the_bare_nip(page: EmployeesPage) -> None:
    page.list.grid.setCurrentIndex(page.list.model.index(5, 0))
    settle(page.context.operations)
    record, panel = page.list.current_record(), page.detail
    assert isinstance(panel, EmployeeDetail)
    assert record is not None
    assert panel.nip.text() == nip.show(record["nip"])
    panel.copy_nip.click()
    assert QApplication.clipboard().text() == record["nip"]


@pytest.mark.parametrize(
    ("level", "programme", "said"),
    [
        ("S-2", "S-2 Hukum", "S-2 Hukum"),
        ("S-2", "Hukum", "S-2 Hukum"),
        ("", "Hukum", "Hukum"),
        ("SMA", "", "SMA"),
        ("S-1/Sarjana", "S-1 Akuntansi", "S-1 Akuntansi"),
        ("Diploma III/Sarjana Muda", "D-III Gizi", "D-III Gizi"),
        ("S-1/Sarjana", "Pendidikan Guru Sekolah Dasar", "S-1/Sarjana Pendidikan Guru Sekolah Dasar"),
    ],
)
def test_the_level_of_a_degree_is_said_once(level: str, programme: str, said: str) -> None:
    assert degree_of(level, programme) == said


def test_the_panel_tells_of_the_day_of_the_list(page: EmployeesPage) -> None:
    year = date.today().year - 1
    page.as_of.choose(date(year, 12, 31))
    settle(page.context.operations)
    panel = page.detail
    assert isinstance(panel, EmployeeDetail)
    assert panel.year.text() == f"JP {year}"
    assert "sisa" not in panel.jp_note.text()
    page.as_of.choose(None)
    settle(page.context.operations)
    assert panel.year.text() == f"JP {page.context.year}"


def test_a_person_with_trainings_is_not_deleted_and_the_reason_is_told(
    page: EmployeesPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.employees_page.ask_destructive", lambda *_: True)
    before = page.list.model.rowCount()
    page.remove(list(page.list.model.keys()))
    settle(page.context.operations)
    assert page.list.model.rowCount() == before
    assert isinstance(window.refusals, Refusals)
    assert not window.refusals.is_clear


def test_the_number_of_the_list_is_the_number_of_the_first_page(page: EmployeesPage) -> None:
    app = page.context.app
    assert page.list.model.rowCount() == app.dashboard.figures(page.context.year).jp.people
