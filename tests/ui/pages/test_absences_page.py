"""The page of people whom a complete list lacks: one or many are decided about, and it can be undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from db import ChangeSetHeader
from db.queries import writing
from smartpns_desktop.domain.absences import Decision
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import show, typed
from ui.context import Context
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.absences_page import AbsencesPage
from ui.pages.employees_page import EmployeesPage
from ui.shell.help import help_text
from ui.waiting import settle

TODAY = date.today()


@pytest.fixture
def missed(context: Context) -> list[int]:
    """Three people of the invented city are absent, and nobody else."""
    lists = context.app.lists
    keys = list(lists.keys("employees", ListQuery(where=(("service", "active"),)), 3))
    with context.app.database.write(ChangeSetHeader("edit", "Uji", "Daftar lengkap")) as writer:
        writing.delete_rows(writer, "absences", lists.keys("absences", ListQuery()))
        for key in keys:
            row = {"employee_id": key, "noticed_on": TODAY, "file_name": "lengkap.xlsx"}
            writing.insert_one(writer, "absences", row)
    return keys


@pytest.fixture
def page(missed: list[int], active: MainWindow) -> AbsencesPage:  # noqa: ARG001 - people are missed before
    employees = show(active, "employees")
    assert isinstance(employees, EmployeesPage)
    settle(active.context.operations)
    assert employees.absent.text() == "Tidak ada dalam daftar (3)"
    QTest.mouseClick(employees.absent, Qt.MouseButton.LeftButton)
    settle(active.context.operations)
    top = employees.currentWidget()
    assert isinstance(top, AbsencesPage)
    return top


def test_one_is_decided_in_a_form_that_asks_from_when(page: AbsencesPage, missed: list[int]) -> None:
    app = page.context.app
    assert page.list.model.rowCount() == 3
    page.decide(Decision.RETIRED)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    form.save()
    settle(page.context.operations)
    assert page.currentWidget() is form
    typed(form, "effective_date", f"{TODAY:%d-%m-%Y}")
    typed(form, "decree_number", "800/1")
    form.save()
    settle(page.context.operations)
    assert page.list.model.rowCount() == 2
    services = [app.employees.record(key).current["service"] for key in missed]
    assert sorted(services) == ["active", "active", "left"]


def test_a_day_before_somebodys_birth_is_told_at_the_field_with_the_name(page: AbsencesPage) -> None:
    page.list.grid.selectAll()
    page.decide(Decision.RETIRED)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    typed(form, "effective_date", "01-01-1930")
    form.save()
    settle(page.context.operations)
    (finding,) = form.form.errors
    keys = list(page.list.model.keys())
    names = [row["person"] for row in page.context.app.lists.by_keys("absences", keys)]
    assert finding.field.name == "effective_date"
    assert any(name in finding.sentence for name in names)


def test_the_decisions_stand_in_the_menu_of_the_list_and_nothing_that_does_nothing(page: AbsencesPage) -> None:
    told = [action.text() for action in page.list.grid.actions()]
    assert {"Pensiun…", "Tetap bertugas"} <= set(told)
    assert "Hapus" not in told
    next(it for it in page.list.grid.actions() if it.text() == "Tetap bertugas").trigger()
    settle(page.context.operations)
    assert page.list.model.rowCount() == 2


def test_who_stays_is_decided_at_once_and_all_of_them_together(page: AbsencesPage) -> None:
    page.list.grid.selectAll()
    page.decide(Decision.STAYS)
    settle(page.context.operations)
    assert page.list.model.rowCount() == 0
    undo = page.context.app.undo
    assert undo.turns(1)[0].reason == "Putuskan 3 pegawai yang tidak ada dalam daftar: tetap bertugas"


def test_the_header_of_employees_keeps_its_words_when_the_list_is_narrowed(
    missed: list[int], active: MainWindow
) -> None:
    employees = show(active, "employees")
    assert isinstance(employees, EmployeesPage)
    assert missed
    # Just wide enough for the count of the whole list.
    active.resize(active.width() - employees.width() + employees.header.sizeHint().width() + 2, 688)
    QTest.qWait(20)
    assert employees.absent.text(), "it has its words"
    employees.list.set_query(ListQuery(where=(*employees.kind.default, ("sex", "M"))))
    settle(active.context.operations)
    QTest.qWait(20)
    assert "dari" in employees.header.note.text()
    buttons = [it for it in employees.header.findChildren(QPushButton) if it.isVisible()]
    assert [it.text() for it in buttons if it.width() < it.sizeHint().width()] == []


def test_it_has_its_help(page: AbsencesPage) -> None:
    assert page.help_topic() == "absences"
    assert "daftar lengkap" in help_text("absences")
