"""The forms of the histories: what they tell the service, and what they warn of."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smartpns_desktop.app import App
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.services.employee_states import EducationState
from smartpns_desktop.services.lists import ListQuery
from ui.context import Context
from ui.people.person import read_person
from ui.people.state_forms import known_day, read_choices, split, state_form, state_problems
from ui.people.timeline import HISTORIES, Event, Kind, Thing
from ui.waiting import settle

DAY = date(2023, 4, 1)


def test_a_day_that_is_not_told_stays() -> None:
    assert split({"decree_number": "1"}, DAY) == (DAY, {"decree_number": "1"})
    assert split({"effective": None}, DAY) == (None, {})
    assert split({"effective": date(2024, 1, 2), "standing": "Aktif"}, DAY) == (date(2024, 1, 2), {"standing": "Aktif"})


def test_a_new_row_of_a_known_day_is_announced() -> None:
    twins = (Event(Thing(Kind.GRADE, 1), DAY, "III/d", ""),)
    (problem,) = state_problems(Kind.GRADE, {"effective": DAY}, twins)
    assert (problem.code, problem.column, problem.facts) == ("state.same_date", "effective", {"stored": "III/d"})
    assert state_problems(Kind.GRADE, {"effective": date(2024, 4, 1)}, twins) == ()
    assert state_problems(Kind.GRADE, {"effective": DAY}) == ()


@pytest.mark.parametrize(("year", "wrong"), [(2009, False), (None, False), (2010, True)])
def test_year_and_day_of_a_graduation_must_agree(year: int | None, wrong: bool) -> None:
    values = {"effective": date(2009, 9, 1), "graduation_year": year}
    assert bool(state_problems(Kind.EDUCATION, values)) is wrong


def test_the_first_of_january_says_that_the_year_alone_is_known() -> None:
    school = EducationState(
        key=1, effective=date(2009, 1, 1), in_force=True, level_code="40", level="S-1", programme_id=None,
        programme=None, school=None, certificate_number=None, graduation_year=2009,
    )  # fmt: skip
    assert known_day(Kind.EDUCATION, school) is None
    assert known_day(Kind.STANDING, school) == date(2009, 1, 1)


def test_grades_are_those_of_the_kind_of_person(city: App) -> None:
    pns = [word for _, word in read_choices(city, EmployeeKind.PNS)["grade_code"]]
    pppk = [word for _, word in read_choices(city, EmployeeKind.PPPK)["grade_code"]]
    assert "III/d · Penata Tingkat I" in pns
    assert not set(pns) & set(pppk)


@pytest.mark.parametrize("kind", HISTORIES)
def test_every_row_of_the_city_can_be_shown_and_saved_unchanged(context: Context, city: App, kind: Kind) -> None:
    key = city.lists.keys("employees", ListQuery())[0]
    person = read_person(city, key, 2026)
    choices = read_choices(city, person.record.kind)
    parent = QWidget()
    for state in getattr(person.record, f"{kind}s"):
        page = state_form(context, person, kind, state, choices)
        page.setParent(parent)
        settle(context.operations)
        assert page.form.changed() == {}
        assert page.form.errors == []
    parent.deleteLater()


def test_a_new_post_begins_where_the_person_works(context: Context, city: App) -> None:
    key = city.lists.keys("employees", ListQuery())[0]
    person = read_person(city, key, 2026)
    page = state_form(context, person, Kind.POST, None, read_choices(city, person.record.kind))
    settle(context.operations)
    present = next(it for it in person.record.posts if it.in_force)
    assert page.form.values()["agency_id"] == present.agency_id
    page.deleteLater()


def test_a_known_day_warns_while_it_is_typed(context: Context, city: App, qtbot: QtBot) -> None:
    key = city.lists.keys("employees", ListQuery())[0]
    person = read_person(city, key, 2026)
    page = state_form(context, person, Kind.GRADE, None, read_choices(city, person.record.kind))
    qtbot.addWidget(page)
    grade = person.record.grades[0]
    page.form.fill({"effective": grade.effective})
    qtbot.waitUntil(lambda: bool(page.form.warnings))
    assert str(grade.grade) in page.form.warnings[0].sentence
    assert page.form.errors == []
