"""The page of people who were recorded twice: by keyboard and mouse, on a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from db import ChangeSetHeader
from db.queries import writing
from smartpns_desktop.domain.people_merging import Side
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import Answers, focus, in_front, press, show
from tests.ui.shell.test_help import HANDLED, keys_in, own, shortcuts, standing
from ui.context import Context, Target
from ui.duplicates.choice_table import ChoiceModel
from ui.main_window import MainWindow
from ui.pages.duplicates_page import DuplicatesPage
from ui.pages.employees_page import EmployeesPage
from ui.pages.person_page import PersonPage
from ui.people.trail_tab import TrailTab
from ui.shell.help import help_text
from ui.waiting import settle

KEEP, OTHER, THIRD = "198503122010012001", "198503122021212001", "198503122010012045"


@pytest.fixture
def recorded_twice(context: Context) -> None:
    """One person twice with two names and a training each, and another one who has the first one's name."""
    people = (
        (KEEP, "Siti Aminah", "PNS", "6474015203850001"), (OTHER, "Sitti Aminah", "PPPK", "6474015203850001"),
        (THIRD, "Siti Aminah", "PNS", None),
    )  # fmt: skip
    with context.app.database.write(ChangeSetHeader("edit", "Uji", "Dua catatan")) as writer:
        for number, name, kind, nik in people:
            row = {"nip": number, "name": name, "kind": kind, "nik": nik, "birth_date": "1985-03-12"}
            key = writing.insert_one(writer, "employees", row | {"phone": number[8:]})
            course = {"name": "Bimtek", "name_key": "bimtek", "start_date": "2026-02-01", "verified": False}
            writing.insert_one(
                writer, "trainings", {"employee_id": key, **course, "organiser": f"Instansi {number[8:12]}"}
            )


@pytest.fixture
def page(recorded_twice: None, active: MainWindow) -> DuplicatesPage:  # noqa: ARG001 - people come before the window
    employees = show(active, "employees")
    assert isinstance(employees, EmployeesPage)
    QTest.mouseClick(employees.duplicates, Qt.MouseButton.LeftButton)
    return laid_on_top(active)


def laid_on_top(window: MainWindow) -> DuplicatesPage:
    settle(window.context.operations)
    employees = window.current_page()
    assert employees is not None
    top = employees.currentWidget()
    assert isinstance(top, DuplicatesPage)
    return top


def things(page: DuplicatesPage) -> list[tuple[str, str]]:
    lines = page.view.pairs.lines
    return [lines.index(row).data(Qt.ItemDataRole.UserRole).thing for row in range(lines.rowCount())]


def row_of(page: DuplicatesPage, field: str) -> int:
    return next(place for place, row in enumerate(page.view.model.rows) if row.field == field)


def nips(page: DuplicatesPage) -> set[str]:
    query = ListQuery(search="aminah")
    return {row["nip"] for row in page.context.app.lists.rows("employees", query)[1]}


def test_the_list_of_employees_tells_how_many_pairs_there_are(active: MainWindow, context: Context) -> None:
    employees = show(active, "employees")
    assert isinstance(employees, EmployeesPage)
    count = len(context.app.duplicates.pairs())
    assert employees.duplicates.isVisible() is (count > 0)


def test_a_pair_is_shown_side_by_side_with_what_the_merge_does(page: DuplicatesPage) -> None:
    assert things(page)[0] == (KEEP, OTHER)
    assert page.view.header.note.text() == str(len(page.context.app.duplicates.pairs()))
    rows = {row.field: row for row in page.view.model.rows}
    assert (rows["name"].keep, rows["name"].other, rows["name"].differs) == ("Siti Aminah", "Sitti Aminah", True)
    assert (rows["name"].taken, rows["birth_date"].taken, rows["nip"].taken) == (Side.KEEP, None, None)
    assert "NIK sama" in page.view.signs.text()
    lines = page.view.effects.lines
    told = [lines.index(row).data(Qt.ItemDataRole.UserRole).spoken for row in range(lines.rowCount())]
    (bimtek,) = (it for it in told if it.startswith("Pelatihan Bimtek"))
    assert "Penyelenggara Instansi 2021 tidak dipakai (tetap Instansi 2010)" in bimtek


def test_values_are_chosen_with_arrows_and_space_and_merged_with_a_key(
    page: DuplicatesPage, active: MainWindow
) -> None:
    press(active, "Return")
    assert focus(active) is page.view.table
    page.view.table.setCurrentIndex(page.view.model.index(row_of(page, "name"), 1))
    press(active, "Right")
    press(active, "Space")
    assert page.view.model.taken()["name"] is Side.OTHER
    press(active, "Ctrl+Return")
    settle(active.context.operations)
    record = page.context.app.employees.by_nip(OTHER)
    assert (record.nip, record.name, record.phone) == (KEEP, "Sitti Aminah", KEEP[8:])
    assert (KEEP, OTHER) not in things(page)
    assert active.view.status.undo.isVisible()
    QTest.mouseClick(active.view.status.undo, Qt.MouseButton.LeftButton)
    settle(active.context.operations)
    assert nips(page) >= {KEEP, OTHER}
    assert (KEEP, OTHER) in things(page)


def test_a_click_takes_a_value_and_the_button_merges(page: DuplicatesPage) -> None:
    table = page.view.table
    index = page.view.model.index(row_of(page, "phone"), 2)
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    assert page.view.model.taken()["phone"] is Side.OTHER
    QTest.mouseClick(page.view.merge, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    assert page.context.app.employees.by_nip(KEEP).phone == OTHER[8:]


def test_the_other_may_be_the_one_who_stays(page: DuplicatesPage, active: MainWindow) -> None:
    press(active, "Ctrl+T")
    settle(active.context.operations)
    rows = {row.field: row for row in page.view.model.rows}
    assert rows["name"].keep == "Sitti Aminah"
    press(active, "Ctrl+Return")
    settle(active.context.operations)
    assert page.context.app.employees.by_nip(KEEP).nip == OTHER


def test_people_who_are_two_leave_the_list(page: DuplicatesPage, active: MainWindow) -> None:
    before = things(page)
    press(active, "Ctrl+D")
    settle(active.context.operations)
    assert things(page) == before[1:]
    assert nips(page) >= {KEEP, OTHER, THIRD}
    press(active, "Ctrl+Z")
    settle(active.context.operations)
    assert things(page) == before


def test_a_merge_is_parted_from_the_trail_of_the_one_who_stayed(
    page: DuplicatesPage, active: MainWindow, answers: Answers
) -> None:
    app, operations = page.context.app, active.context.operations
    page.merge()
    settle(operations)
    key = app.employees.by_nip(KEEP).key
    app.employees.change(key, {"email": "siti@contoh.id"})
    active.go(Target("employees", key=key))
    settle(operations)
    person = in_front(active).currentWidget()
    assert isinstance(person, PersonPage)
    entry = next(it for it in app.trail.of("employees", key) if it.kind == "merge")
    answers.answer = 1
    person.view.tab(TrailTab).take_back(entry)
    settle(operations)
    assert [app.employees.by_nip(it).nip for it in (KEEP, OTHER)] == [KEEP, OTHER]
    assert app.employees.by_nip(KEEP).email == "siti@contoh.id"
    assert "dipisahkan kembali" in active.view.status.done.text()


def test_when_nothing_is_left_the_page_says_so_and_leads_back(page: DuplicatesPage, active: MainWindow) -> None:
    for _ in things(page):
        page.judge_different()
        settle(active.context.operations)
    assert page.empty.isVisible()
    assert not page.view.merge.isVisible()
    page.setFocus()
    press(active, "Escape")
    settle(active.context.operations)
    employees = active.current_page()
    assert isinstance(employees, EmployeesPage)
    assert employees.count() == 1
    assert not employees.duplicates.isVisible()


@pytest.mark.parametrize("pane", range(3))
def test_escape_goes_back_from_every_pane(page: DuplicatesPage, active: MainWindow, pane: int) -> None:
    page.panes()[pane].setFocus()
    press(active, "Escape")
    settle(active.context.operations)
    employees = active.current_page()
    assert isinstance(employees, EmployeesPage)
    assert employees.count() == 1


def test_every_part_has_a_name_and_every_cell_says_what_is_taken(page: DuplicatesPage) -> None:
    view = page.view
    assert all(it.accessibleName() for it in (view.pairs, view.table, view.effects, view.back))
    place = row_of(page, "name")
    said = [view.model.index(place, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(3)]
    assert said == ["Nama. berbeda", "Siti Aminah. dipakai", "Sitti Aminah"]


def test_f1_helps_with_this_page_and_names_only_keys_that_it_has(page: DuplicatesPage, active: MainWindow) -> None:
    employees = active.current_page()
    assert employees is not None
    assert employees.help_topic() == "duplicates"
    assert help_text("duplicates").startswith(f"# {page.title()}")
    assert standing(keys_in(own("duplicates")) - HANDLED) <= shortcuts(active)


def test_a_narrow_window_keeps_everything_in_reach(page: DuplicatesPage, active: MainWindow) -> None:
    active.resize(911, 459)
    QApplication.processEvents()
    for made in (page.view.different, page.view.swap, page.view.merge):
        right = made.mapTo(active, QPoint(made.width(), 0)).x()
        assert right <= active.width()
        assert made.width() >= made.sizeHint().width()


def test_the_model_is_sound(page: DuplicatesPage) -> None:
    model = ChoiceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(page.view.model.rows)
    model.take(model.index(row_of(page, "name"), 2))
    model.show_rows(())
    assert model.rowCount() == 0
