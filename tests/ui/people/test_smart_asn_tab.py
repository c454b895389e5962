"""The profile of a Smart ASN on a person's page, driven in the real window."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartpns_desktop.app import App
from smartpns_desktop.domain.smart_asn import ATTRIBUTES
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import in_front, press, show
from ui.context import Context, Target
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.person_page import PersonPage
from ui.people.profile import profile_html
from ui.people.smart_asn_tab import SmartAsnTab
from ui.people.timeline import Kind, Thing
from ui.waiting import settle
from ui.widgets.line import Line

WORD = "Nasionalisme"


@pytest.fixture
def person(active: MainWindow, context: Context, city: App) -> PersonPage:
    """The page of somebody whom no assessor has seen, its tab Smart ASN in front."""
    show(active, "employees")
    assessed = {row["nip"] for row in city.lists.rows("competency-assessments", ListQuery())[1]}
    people = city.lists.by_keys("employees", city.lists.keys("employees", ListQuery()))
    active.go(Target("employees", key=next(row["key"] for row in people if row["nip"] not in assessed)))
    settle(context.operations)
    page = in_front(active).currentWidget()
    assert isinstance(page, PersonPage)
    page.view.tabs.setCurrentWidget(page.view.tab(SmartAsnTab))
    return page


def lines(page: PersonPage) -> list[Line]:
    shown = page.view.tab(SmartAsnTab).list.lines
    return [shown.index(row).data(Qt.ItemDataRole.UserRole) for row in range(shown.rowCount())]


def form_of(page: PersonPage) -> FormPage:
    settle(page.context.operations)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    return form


def assess(page: PersonPage, level: int, day: date) -> None:
    """Fill in the form that lies open, and save it."""
    form = form_of(page)
    assert form.form.values()["competency"] == WORD
    form.form.jump("level")
    for _step in range(level):
        press(form.window(), "Down")
    form.form.jump("assessed_on")
    QTest.keyClicks(form.form.rows["assessed_on"].editor.inner, f"{day:%d-%m-%Y}")
    press(form.window(), "Ctrl+S")
    settle(page.context.operations)


def test_enter_on_an_attribute_that_nobody_has_assessed_opens_its_form(person: PersonPage, city: App) -> None:
    tab = person.view.tab(SmartAsnTab)
    assert [it.title for it in lines(person)] == list(ATTRIBUTES)
    assert {it.state.word for it in lines(person) if it.state} == {"Belum dinilai"}
    assert tab.summary.text() == "0 dari 8 karakter sudah dinilai"
    tab.list.setFocus()
    tab.list.setCurrentIndex(tab.list.lines.index(1))
    press(person.window(), "Return")
    assess(person, 4, date(2026, 2, 5))
    (row,) = city.persons.whole(person.key, 2026).records["competency-assessments"]
    assert (row["competency"], row["level"], row["assessed_on"]) == (WORD, 4, date(2026, 2, 5))
    told = lines(person)[1]
    assert (told.lead, told.right, told.state) == ("5 Feb 2026", "Level 4", None)
    assert told.thing == Thing(Kind.COMPETENCY, row["key"])
    assert tab.summary.text() == "1 dari 8 karakter sudah dinilai · rata-rata level 4"
    assert person.person is not None
    assert "1 dari 8 karakter" in profile_html(person.person, city.office.profile(), date.today())


def test_the_button_assesses_the_attribute_under_the_cursor_anew(person: PersonPage, city: App) -> None:
    tab = person.view.tab(SmartAsnTab)
    for level, day in ((2, date(2025, 2, 5)), (3, date(2026, 2, 5))):
        tab.list.setCurrentIndex(tab.list.lines.index(1))
        tab.add.click()
        assess(person, level, day)
    found = city.persons.whole(person.key, 2026).records["competency-assessments"]
    assert sorted(row["level"] for row in found) == [2, 3]
    assert lines(person)[1].right == "Level 3"
