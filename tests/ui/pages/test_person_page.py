"""The page of a person, driven by keys in the real window on the invented city."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from smartpns_desktop.app import App
from tests.ui.driving import DISCARD, STAY, Answers, press, show
from ui.context import Context
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.employees_page import EmployeesPage
from ui.pages.person_page import PersonPage
from ui.people.data_tab import DataTab
from ui.people.history_tab import HistoryTab
from ui.people.identity_tab import IdentityTab
from ui.people.timeline import Kind, Thing
from ui.people.trail_tab import TrailTab
from ui.people.trainings_tab import TrainingsTab
from ui.waiting import settle
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

NEW_GRADE = date.today() - timedelta(days=date.today().day == 1)
"""Not the first of a month, when people of the invented city are promoted."""


@pytest.fixture
def employees(active: MainWindow, answers: Answers) -> EmployeesPage:
    """The list of employees, the first of them under the cursor; dialogs are answered by the test."""
    assert answers.answer == STAY
    page = show(active, "employees")
    assert isinstance(page, EmployeesPage)
    press(active, "Home")
    return page


@pytest.fixture
def person(active: MainWindow, employees: EmployeesPage, context: Context) -> PersonPage:
    """The page of that person, opened with Enter."""
    press(active, "Return")
    settle(context.operations)
    page = employees.currentWidget()
    assert isinstance(page, PersonPage)
    return page


def form_of(page: QWidget) -> FormPage:
    """The form on top of a page, its choices read."""
    settle(page.context.operations)  # type: ignore[attr-defined]
    form = page.currentWidget()  # type: ignore[attr-defined]
    assert isinstance(form, FormPage)
    return form


def save(form: FormPage, context: Context) -> None:
    press(form.window(), "Ctrl+S")
    settle(context.operations)


def type_into(form: FormPage, field: str, text: str) -> None:
    form.form.jump(field)
    press(form.window(), "Ctrl+A")
    QTest.keyClicks(form.form.rows[field].editor.inner, text)


def lines_of(shown: LineList) -> list[Line]:
    rows = range(shown.lines.rowCount())
    return [shown.lines.index(row).data(Qt.ItemDataRole.UserRole) for row in rows]


def titles(page: PersonPage) -> list[str]:
    return [line.title for line in lines_of(page.view.tab(HistoryTab).list)]


def trail(page: PersonPage) -> list[tuple[str, bool]]:
    """Titles of the journal, and whether each is struck."""
    page.view.tabs.setCurrentWidget(page.view.tab(TrailTab))
    settle(page.context.operations)
    return [(line.title, line.is_struck) for line in lines_of(page.view.tab(TrailTab).trail.list)]


def add_grade(page: PersonPage, context: Context) -> None:
    page.adds[Kind.GRADE].trigger()
    form = form_of(page)
    form.form.jump("grade_code")
    press(form.window(), "End")
    type_into(form, "effective", f"{NEW_GRADE:%d-%m-%Y}")
    save(form, context)


def test_enter_in_the_list_opens_the_person_and_esc_goes_back(
    employees: EmployeesPage, person: PersonPage, city: App
) -> None:
    record = city.employees.record(person.key)
    header = person.view.header
    assert record.name in header.name.text()
    assert header.nip.text().replace(" ", "") == record.nip
    assert str(record.current["grade"]) in header.grade.text()
    assert all(str(record.current[name]) in header.place.text() for name in ("post", "root_agency"))
    assert header.kind.text() == record.kind
    press(person.window(), "Escape")
    assert employees.count() == 1


def test_the_line_of_time_holds_everything_newest_first(person: PersonPage, city: App) -> None:
    record = city.employees.record(person.key)
    assert person.person is not None
    states = (*record.grades, *record.posts, *record.educations, *record.standings)
    shown, records = lines_of(person.view.tab(HistoryTab).list), person.person.records.values()
    assert len(shown) == len(states) + len(person.person.trainings) + sum(map(len, records))
    marked = {line.thing for line in shown if line.state is not None}
    assert Thing(Kind.GRADE, next(it.key for it in record.grades if it.in_force)) in marked


def test_a_kind_can_be_chosen(person: PersonPage, city: App) -> None:
    record, kinds = city.employees.record(person.key), person.view.tab(HistoryTab).kinds
    assert kinds.chip(Kind.POST).text() == f"Jabatan {len(record.posts)}"
    kinds.chip(Kind.POST).click()
    assert len(titles(person)) == len(record.posts)
    kinds.chip(Kind.GRADE).click()
    assert len(titles(person)) == len(record.posts) + len(record.grades)


def test_a_field_is_corrected_from_here(
    person: PersonPage, employees: EmployeesPage, context: Context, city: App
) -> None:
    press(person.window(), "F2")
    form = form_of(employees)
    type_into(form, "birth_place", "Tanjung Uji")
    save(form, context)
    assert employees.currentWidget() is person
    assert city.employees.record(person.key).birth_place == "Tanjung Uji"
    assert person.view.tab(IdentityTab).told("birth_place") == "Tanjung Uji"
    assert ("Tempat lahir", False) in trail(person)


def test_a_new_grade_shows_in_time_and_header_and_is_undone(
    person: PersonPage, window: MainWindow, context: Context, city: App
) -> None:
    before = person.view.header.grade.text()
    count = len(city.employees.record(person.key).grades)
    add_grade(person, context)
    newest = city.employees.record(person.key).grades[0]
    assert newest.effective == NEW_GRADE
    assert len(city.employees.record(person.key).grades) == count + 1
    assert f"{newest.grade} · {newest.rank}" in titles(person)
    assert str(newest.grade) in person.view.header.grade.text()
    window.undo.undo.trigger()
    settle(context.operations)
    assert person.view.header.grade.text() == before
    told = trail(person)
    assert told[0][0].startswith("Mengurungkan")
    assert any(struck for _, struck in told)


def test_an_entry_of_the_trail_is_taken_back(person: PersonPage, context: Context, city: App, answers: Answers) -> None:
    answers.answer = DISCARD
    count = len(city.employees.record(person.key).grades)
    add_grade(person, context)
    assert trail(person)
    person.view.tab(TrailTab).trail.list.setFocus()
    press(person.window(), "Home")
    QTest.mouseClick(person.view.tab(TrailTab).trail.take_back, Qt.MouseButton.LeftButton)
    settle(context.operations)
    assert answers.asked == []
    assert len(city.employees.record(person.key).grades) == count


def test_a_whole_import_is_taken_back_only_after_a_question(
    person: PersonPage, context: Context, city: App, answers: Answers
) -> None:
    assert trail(person)
    QTest.mouseClick(person.view.tab(TrailTab).trail.take_back, Qt.MouseButton.LeftButton)
    settle(context.operations)
    assert len(answers.asked) == 1
    assert city.employees.record(person.key)


def test_a_row_of_the_history_is_changed_with_f2_and_removed_with_delete(
    person: PersonPage, context: Context, city: App, answers: Answers
) -> None:
    grade = city.employees.record(person.key).grades[0]
    person.view.tabs.setCurrentWidget(person.view.tab(HistoryTab))
    rows = person.view.tab(HistoryTab).list
    rows.setFocus()
    rows.choose(Thing(Kind.GRADE, grade.key))
    press(person.window(), "F2")
    form = form_of(person)
    type_into(form, "decree_number", "821/77")
    save(form, context)
    assert city.employees.record(person.key).grades[0].decree_number == "821/77"
    assert rows.current_thing() == Thing(Kind.GRADE, grade.key)
    answers.answer = DISCARD
    press(person.window(), "Delete")
    settle(context.operations)
    assert str(grade.grade) in answers.asked[0]
    assert grade.key not in {it.key for it in city.employees.record(person.key).grades}


def test_a_training_is_added_for_this_person(person: PersonPage, context: Context, city: App) -> None:
    assert person.person is not None
    before = len(person.person.trainings)
    person.view.tab(TrainingsTab).add.click()
    form = form_of(person)
    type_into(form, "name", "Pelatihan Uji Coba")
    type_into(form, "start_date", "05-02-2026")
    type_into(form, "end_date", "06-02-2026")
    type_into(form, "jp", "16")
    save(form, context)
    assert len(person.person.trainings) == before + 1
    assert "Pelatihan Uji Coba" in titles(person)
    (added,) = [row for row in person.person.trainings if row["name"] == "Pelatihan Uji Coba"]
    assert city.trainings.record(added["key"]).employee_id == person.key


def test_a_tmt_before_the_birth_is_refused_beside_the_field(person: PersonPage, context: Context, city: App) -> None:
    count = len(city.employees.record(person.key).standings)
    person.adds[Kind.STANDING].trigger()
    form = form_of(person)
    type_into(form, "standing", "Aktif")
    type_into(form, "effective", "01-01-1930")
    save(form, context)
    assert person.currentWidget() is form
    assert [it.field.name for it in form.form.errors] == ["effective"]
    assert len(city.employees.record(person.key).standings) == count


def test_what_is_missing_leads_to_its_form(
    person: PersonPage, employees: EmployeesPage, context: Context, city: App
) -> None:
    changes = city.employees.change(person.key, {"phone": None})
    context.changed.emit(changes)
    settle(context.operations)
    rows = person.view.tab(DataTab).rows()
    (row,) = [it for it in rows if it.link.accessibleName() == "Lengkapi: Nomor HP kosong"]
    row.link.click()
    assert "Ubah data" in form_of(employees).view.header.title.text()


def test_ctrl_tab_turns_the_tabs(person: PersonPage) -> None:
    tabs = person.view.tabs
    for _ in range(tabs.count()):
        press(person.window(), "Ctrl+Tab")
    assert tabs.currentIndex() == 0
    press(person.window(), "Ctrl+Tab")
    assert tabs.currentWidget() is person.view.tab(HistoryTab)


def test_a_person_who_is_gone_sends_back_to_the_list_with_a_line(
    person: PersonPage, employees: EmployeesPage, context: Context, city: App
) -> None:
    told: list[str] = []
    context.told.connect(lambda text, _number: told.append(text))
    assert person.person is not None
    city.trainings.delete(*(row["key"] for row in person.person.trainings))
    context.changed.emit(city.employees.delete(person.key))
    settle(context.operations)
    assert employees.count() == 1
    assert told == ["Data pegawai itu sudah tidak ada"]


def test_deleting_the_person_closes_the_page_and_can_be_undone(
    person: PersonPage, employees: EmployeesPage, context: Context, city: App, answers: Answers
) -> None:
    answers.answer, told = DISCARD, []
    context.told.connect(lambda text, number: told.append((text, number)))
    assert person.person is not None
    name = person.person.record.name
    city.trainings.delete(*(row["key"] for row in person.person.trainings))
    person.view.header.remove.click()
    settle(context.operations)
    assert answers.asked == [f"Hapus {name}?"]
    assert employees.count() == 1
    ((text, number),) = told
    assert text == f"{name} dihapus"
    assert number is not None


def test_the_page_fits_a_narrow_window(
    person: PersonPage, window: MainWindow, employees: EmployeesPage, context: Context
) -> None:
    window.resize(911, 459)
    settle(context.operations)
    assert window.width() == 911
    assert person.minimumSizeHint().width() <= employees.width()
    assert person.view.header.initials.isHidden()


def test_all_controls_have_names(person: PersonPage) -> None:
    def unnamed(it: QWidget) -> bool:
        return not (it.accessibleName() or getattr(it, "text", str)())

    controls = [it for it in person.findChildren(QWidget) if it.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert [it for it in controls if unnamed(it) and type(it).__name__ not in ("QTabWidget", "QToolButton")] == []
