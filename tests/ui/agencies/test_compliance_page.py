"""The board of all agencies and the list behind its numbers, on a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.driving import Answers, show
from tests.ui.pages.agency_driving import DO_IT, done, type_into
from ui.agencies.compliance_page import CompliancePage
from ui.agencies.submissions_page import SubmissionsPage
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.agencies_page import AgenciesPage


@pytest.fixture
def agencies(active: MainWindow) -> AgenciesPage:
    found = show(active, "agencies")
    assert isinstance(found, AgenciesPage)
    return found


@pytest.fixture
def board(agencies: AgenciesPage) -> CompliancePage:
    agencies.view.compliance_button.click()
    done(agencies)
    found = agencies.currentWidget()
    assert isinstance(found, CompliancePage)
    return found


def submissions(agencies: AgenciesPage, board: CompliancePage) -> SubmissionsPage:
    done(agencies)
    found = board.currentWidget()
    assert isinstance(found, SubmissionsPage)
    return found


def form_on(page: CompliancePage | SubmissionsPage, agencies: AgenciesPage) -> FormPage:
    done(agencies)
    found = page.currentWidget()
    assert isinstance(found, FormPage)
    return found


def test_every_number_opens_as_many_rows(agencies: AgenciesPage, board: CompliancePage) -> None:
    detail = board.detail
    for field in ("asked", "missing", "late"):
        link = detail.numbers[field]  # type: ignore[union-attr]
        count = int(link.text().split()[0])
        link.click()
        page = submissions(agencies, board)
        assert page.list.model.rowCount() == count
        board.pop()


def test_esc_leads_back_to_the_tree(agencies: AgenciesPage, board: CompliancePage) -> None:
    QTest.keyClick(board.list.grid, Qt.Key.Key_Escape)
    done(agencies)
    assert agencies.currentWidget() is agencies.view


def test_data_are_asked_for_from_all(agencies: AgenciesPage, board: CompliancePage) -> None:
    before = agencies.context.app.agency_submissions
    board.new()
    form = form_on(board, agencies)
    form.form.rows["kind"].editor.set_value("study-needs")
    type_into(form, "period", "Renstra")
    type_into(form, "deadline", "31 Des 2026")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    done(agencies)
    assert board.count() == 1
    assert before.problems({"kind": "study-needs", "period": "Renstra"})[-1].code == "call.period_taken"


def test_an_answer_is_stated_and_a_call_taken_away(
    agencies: AgenciesPage, board: CompliancePage, answers: Answers
) -> None:
    board.all_button.click()
    page = submissions(agencies, board)
    whole = page.list.model.rowCount()
    page.edit(page.list.current_key() or 0)
    form = form_on(page, agencies)
    form.form.rows["state"].editor.set_value("DIAJUKAN")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    done(agencies)
    assert page.count() == 1
    answers.answer = DO_IT
    page.remove([page.list.current_key() or 0])
    done(agencies)
    assert page.list.model.rowCount() < whole
