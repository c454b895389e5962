"""How tests go about in the page of study needs: agencies by the state of their plans, their lines, and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartpns_desktop.domain.study_needs import Period, PlanState
from smartpns_desktop.services.study_needs import AgencyPlan, NeedLine
from tests.ui.driving import press
from ui.main_window import MainWindow
from ui.pages.study_needs_page import StudyNeedsPage
from ui.waiting import settle


def opened(window: MainWindow) -> StudyNeedsPage:
    window.resize(1366, 688)
    press(window, "Ctrl+5")
    settle(window.context.operations)
    found = window.current_page()
    assert isinstance(found, StudyNeedsPage)
    return found


def done(page: StudyNeedsPage) -> None:
    settle(page.context.operations)


def period_of(page: StudyNeedsPage) -> Period:
    assert page.period is not None
    return page.period


def agency_in(page: StudyNeedsPage, state: PlanState) -> AgencyPlan:
    board = page.context.app.study_needs.board(page.context.year)
    return next(it for it in board.agencies if it.state is state and (it.lines or state is PlanState.BELUM))


def choose(page: StudyNeedsPage, plan: AgencyPlan) -> None:
    """Click the agency's row."""
    index = page.view.model.index(page.view.model.row_of(plan.agency_id))
    page.view.agencies.scrollTo(index)
    place = page.view.agencies.visualRect(index).center()
    QTest.mouseClick(page.view.agencies.viewport(), Qt.MouseButton.LeftButton, pos=place)
    done(page)
    page.list.grid.setFocus()


def lines(page: StudyNeedsPage, plan: AgencyPlan) -> tuple[NeedLine, ...]:
    key = next(it.key for it in page.context.app.study_needs.plans() if it.agency_id == plan.agency_id)
    return page.context.app.study_needs.lines(key)


def type_keys(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def headings(page: StudyNeedsPage) -> list[str]:
    columns = page.list.grid.shown_columns()
    return [page.list.model.headerData(place, Qt.Orientation.Horizontal) for place in columns]
