"""What leaves a person's page: the profile, the copy of the person's data, and the way to the colleagues."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from smartpns_desktop.app import App
from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import in_front, press, show
from ui.context import Context, Target
from ui.main_window import MainWindow
from ui.pages.employees_page import EmployeesPage
from ui.pages.person_page import PersonPage
from ui.people.trainings_tab import TrainingsTab
from ui.printing import document_print
from ui.waiting import settle


@pytest.fixture
def person(active: MainWindow, context: Context, city: App) -> PersonPage:
    """The page of somebody who was in a training."""
    show(active, "employees")
    key = city.trainings.record(city.lists.keys("trainings", ListQuery())[0]).employee_id
    active.go(Target("employees", key=key))
    settle(context.operations)
    page = in_front(active).currentWidget()
    assert isinstance(page, PersonPage)
    return page


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Callable[[], str]]]:
    """Titles of the documents that were to be printed, and what makes them."""
    found: list[tuple[str, Callable[[], str]]] = []
    monkeypatch.setattr(
        document_print, "ask_and_print", lambda _context, title, html, _parent: found.append((title, html))
    )
    return found


def act(page: PersonPage, word: str) -> None:
    """Choose what the menu of prints calls so."""
    menu = page.view.header.print.menu()
    next(it for it in menu.actions() if word in it.text()).trigger()


def test_ctrl_p_prints_the_profile(
    person: PersonPage, active: MainWindow, printed: list[tuple[str, Callable[[], str]]]
) -> None:
    press(active, "Ctrl+P")
    assert person.person is not None
    ((title, html),) = printed
    assert title == f"Profil {person.person.record.name}"
    assert person.person.number in html()


def test_the_copy_of_the_data_is_printed_and_tells_every_change(
    person: PersonPage, city: App, printed: list[tuple[str, Callable[[], str]]]
) -> None:
    city.employees.change(person.key, {"phone": "0811223344"})
    act(person, "Salinan data pribadi…")
    ((title, html),) = printed
    assert title.startswith("Salinan data pribadi ")
    assert "0811223344" in html()
    assert "Jejak perubahan" in html()


def test_the_copy_of_the_data_is_saved_for_programs(
    person: PersonPage, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, told = tmp_path / "salinan.json", list[str]()
    context.told.connect(lambda text, _number: told.append(text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    act(person, "Simpan salinan")
    settle(context.operations)
    assert person.person is not None
    assert json.loads(out.read_text(encoding="utf-8"))["nip"] == person.person.record.nip
    assert told == ["Salinan data ditulis ke salinan.json"]


def test_the_unit_of_the_person_is_told_and_opened(
    person: PersonPage, active: MainWindow, context: Context, city: App
) -> None:
    tab = person.view.tab(TrainingsTab)
    person.view.tabs.setCurrentWidget(tab)
    settle(context.operations)
    assert person.person is not None
    unit = str(person.person.record.current["agency"])
    count = city.lists.count("employees", ListQuery(where=(("agency", unit), *IN_SERVICE)))
    assert f"{count} pegawai" in tab.team.text()
    tab.team.click()
    settle(context.operations)
    page = in_front(active)
    assert isinstance(page, EmployeesPage)
    assert page.list.model.rowCount() == count


def test_the_nip_is_copied_without_spaces(person: PersonPage, city: App) -> None:
    person.view.header.copy_nip.click()
    assert QGuiApplication.clipboard().text() == city.employees.record(person.key).nip
