"""The page of posts: list, detail, forms by keyboard, numbers that open their rows, careers, and the list of gaps."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartpns_desktop.domain.requirements import Requirement, RequirementKind
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import DISCARD, Answers, in_front, listed, press, settled, show, until
from ui.context import Target
from ui.forms.form_page import FormPage
from ui.forms.rows_editor import RowsEditor
from ui.main_window import MainWindow
from ui.pages.agencies_page import AgenciesPage
from ui.pages.employees_page import EmployeesPage
from ui.pages.gaps_page import GapsPage
from ui.pages.person_page import PersonPage
from ui.pages.position_detail import PositionDetail
from ui.pages.positions_page import PositionsPage
from ui.people.gap_tab import GapTab
from ui.waiting import settle


@pytest.fixture
def page(active: MainWindow) -> PositionsPage:
    shown = listed(active, "positions")
    assert isinstance(shown, PositionsPage)
    return shown


def detail(page: PositionsPage) -> PositionDetail:
    assert isinstance(page.detail, PositionDetail)
    return page.detail


def to_held(page: PositionsPage) -> int:
    """The cursor on a post that people hold and that asks something; its key."""
    app = page.context.app
    query = ListQuery(where=(("has_standard", "True"), ("kind", "Struktural"), ("staffing", "full")))
    key = app.lists.keys("positions", query)[0]
    page.reveal(key)
    settle(page.context.operations)
    return key


def form(page: PositionsPage) -> FormPage:
    settle(page.context.operations)
    shown = page.currentWidget()
    assert isinstance(shown, FormPage)
    return shown


def save(page: PositionsPage) -> None:
    press(page, "Ctrl+S")
    QTest.qWait(400)
    settle(page.context.operations)


def test_the_panel_tells_the_standard_and_the_numbers_open_their_rows(page: PositionsPage, window: MainWindow) -> None:
    key = to_held(page)
    shown = detail(page).shown
    assert shown is not None
    record, lists = page.context.app.positions.record(key), page.context.app.lists
    assert (shown.post, shown.gaps) == (record, lists.count("gaps", ListQuery(where=(("position_id", str(key)),))))
    assert str(record.holders) in detail(page).holders.text()
    QTest.mouseClick(detail(page).holders, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    people = in_front(window)
    assert isinstance(people, EmployeesPage)
    assert len(people.list.model.keys()) == record.holders


def test_gaps_of_those_who_hold_a_post_are_listed(page: PositionsPage) -> None:
    app = page.context.app
    key = next(row for row in app.lists.keys("positions", ListQuery(where=(("staffing", "full"),)))
               if app.lists.count("gaps", ListQuery(where=(("position_id", str(row)),))))  # fmt: skip
    page.reveal(key)
    settle(page.context.operations)
    QTest.mouseClick(detail(page).gaps, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    gaps = page.currentWidget()
    assert isinstance(gaps, GapsPage)
    shown = detail(page).shown
    assert shown is not None
    assert len(gaps.list.model.keys()) == shown.gaps > 0
    press(page, "Escape")
    assert page.count() == 1


def test_a_post_is_added_by_keyboard_alone(page: PositionsPage, active: MainWindow) -> None:
    settled(active, "Ctrl+N")
    QTest.keyClicks(QApplication.focusWidget(), "Arsiparis Ahli Utama")
    save(page)
    assert page.count() == 1
    record = page.list.current_record()
    assert record is not None
    assert (record["name"], record["level"]) == ("Arsiparis Ahli Utama", "Ahli Utama")


def test_what_is_wrong_stands_beside_the_field(page: PositionsPage) -> None:
    to_held(page)
    page.edit_current()
    shown = form(page)
    age = shown.form.rows["retirement_age"].editor
    age.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "99")
    assert until(lambda: bool(shown.form.errors))
    settle(page.context.operations)
    assert shown.form.errors[0].sentence == "Isian “99” tidak dapat dipakai. Isi 50–75."


def test_a_new_version_begins_as_the_one_in_force_and_the_old_one_stays(page: PositionsPage) -> None:
    key = to_held(page)
    before = page.context.app.positions.record(key)
    page.edit_version(None)
    shown = form(page)
    QTest.keyClicks(QApplication.focusWidget(), "1/3/2026")
    rows = shown.form.rows["trainings"].editor
    assert isinstance(rows, RowsEditor)
    rows.more.setFocus()
    press(page, "Space")
    QTest.keyClicks(QApplication.focusWidget(), "Sertifikasi Auditor")
    save(page)
    assert page.count() == 1
    record = page.context.app.positions.record(key)
    assert record.version is not None
    assert record.version.since == date(2026, 3, 1)
    assert [it.since for it in record.versions[1:]] == [it.since for it in before.versions]
    added = set(record.version.items) - set(before.version.items if before.version else ())
    assert added == {Requirement(RequirementKind.CERTIFICATE, "Sertifikasi Auditor")}


def test_a_version_is_corrected_and_only_what_was_typed_changes(page: PositionsPage) -> None:
    key = to_held(page)
    before = page.context.app.positions.record(key).version
    assert before is not None
    page.edit_version(before)
    shown = form(page)
    editor = shown.form.rows["job_family"].editor
    editor.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Manajemen")
    save(page)
    after = page.context.app.positions.record(key).version
    assert after is not None
    assert (after.job_family, after.items, after.lists) == ("Manajemen", before.items, before.lists)


def test_a_held_post_is_not_removed_and_says_who_holds_it(page: PositionsPage, answers: Answers) -> None:
    key = to_held(page)
    answers.answer = DISCARD
    refused: list[object] = []
    page.context.refused.connect(refused.append)
    page.remove([key])
    settle(page.context.operations)
    assert [getattr(it, "code", "") for it in refused] == ["position.in_use"]
    assert page.context.app.positions.record(key).holder_names[0] in refused[0].facts["names"]  # type: ignore[attr-defined]


def test_the_path_of_a_career_is_set_and_a_person_is_held_against_the_next_post(
    page: PositionsPage, window: MainWindow
) -> None:
    app, operations = page.context.app, page.context.operations
    key = to_held(page)
    target = app.lists.rows("positions", ListQuery(search="Sekretaris Daerah"), 1)[1][0]["name"]
    post = app.positions.named(target)
    app.positions.set_steps(key, [post])
    where = (("position_id", str(key)), ("service", "active"))
    person = app.lists.keys("employees", ListQuery(where=where))[0]
    window.go(Target("employees", key=person, act="gap"))
    settle(operations)
    people = in_front(window).currentWidget()
    assert isinstance(people, PersonPage)
    tab = people.view.tab(GapTab)
    assert people.view.tabs.currentWidget() is tab
    own = app.positions.gap(person)
    assert len([it for it in tab.rows() if it.state.text() == "Belum dipenuhi"]) == len(own.gaps)
    assert people.view.tabs.tabText(people.view.tabs.indexOf(tab)).endswith(f"({len(own.gaps)})") == bool(own.gaps)
    tab.post.setFocus()
    QTest.keyClick(tab.post, Qt.Key.Key_Down)
    settle(operations)
    assert target in tab.post.currentText()
    against = app.positions.gap(person, post)
    assert len([it for it in tab.rows() if it.state.text() == "Belum dipenuhi"]) == len(against.gaps)


def test_what_is_missing_has_the_button_that_records_it(page: PositionsPage, window: MainWindow) -> None:
    app = page.context.app
    row = app.lists.keys("gaps", ListQuery(where=(("requirement_kind", "training"),)))[0]
    window.go(Target("employees", key=row // 1_000, act="gap"))
    settle(page.context.operations)
    people = in_front(window).currentWidget()
    assert isinstance(people, PersonPage)
    links = [link for it in people.view.tab(GapTab).rows() for link in it.links if link.text() == "Catat pelatihan"]
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    assert isinstance(people.currentWidget(), FormPage)


def test_an_agency_says_how_many_gaps_its_people_have_and_lists_them(window: MainWindow) -> None:
    agencies = show(window, "agencies")
    assert isinstance(agencies, AgenciesPage)
    link = agencies.view.detail.gaps
    assert until(link.link.isVisible)
    count = int(link.link.text().split()[0])
    QTest.mouseClick(link.link, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    gaps = in_front(window).currentWidget()
    assert isinstance(gaps, GapsPage)
    assert len(gaps.list.model.keys()) == count > 0
