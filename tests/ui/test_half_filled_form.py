"""A form left half filled: asked about on every way out, and nothing is lost by staying."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartpns_desktop.services.lists import FOUND, ListQuery
from tests.ui.driving import (
    DISCARD,
    SAVE,
    STAY,
    Answers,
    focus,
    form_of,
    in_front,
    listed,
    press,
    typed,
)
from ui.context import Target
from ui.main_window import MainWindow
from ui.waiting import settle

WAYS = {
    "sidebar": lambda window: QTest.mouseClick(window.view.sidebar.row("trainings"), Qt.MouseButton.LeftButton),
    "key": lambda window: press(window, "Ctrl+6"),
    "same page": lambda window: QTest.mouseClick(window.view.sidebar.row("employees"), Qt.MouseButton.LeftButton),
    "escape": lambda window: press(window, "Escape"),
    "close": lambda window: window.close(),
    "search": lambda window: window.view.top.search.chosen.emit(
        Target("trainings", query=ListQuery(where=((FOUND, "a"),)))
    ),
    "found person": lambda window: window.view.top.search.chosen.emit(Target("employees", key=1)),
    "new": lambda window: window.go(Target("employees", act="new")),
    "dropped file": lambda window: window.open_files(["/usb/siasn.xlsx"]),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("act", ["new", "edit"])
def test_a_half_filled_form_is_asked_about_and_stays(active: MainWindow, answers: Answers, way: str, act: str) -> None:
    form = form_of(active, act)
    typed(form, "name", "Siti Aminah")
    answers.answer = STAY
    WAYS[way](active)
    settle(active.context.operations)
    assert len(answers.asked) == 1
    assert in_front(active).currentWidget() is form
    assert form.isVisible()
    assert form.form.values()["name"] == "Siti Aminah"
    assert active.view.sidebar.row("employees").isChecked()
    assert not active.view.sidebar.row("trainings").isChecked()
    assert form.isAncestorOf(focus(active)), "one can go on typing"


@pytest.mark.parametrize("way", ["sidebar", "key", "search"])
def test_what_was_given_up_is_asked_about_once(active: MainWindow, answers: Answers, way: str) -> None:
    form = form_of(active)
    typed(form, "name", "Siti Aminah")
    answers.answer = DISCARD
    WAYS[way](active)
    settle(active.context.operations)
    assert in_front(active).name == "trainings"
    page = listed(active)
    assert (len(answers.asked), page.count()) == (1, 1)


def test_saving_from_the_question_stores_the_form(active: MainWindow, answers: Answers) -> None:
    form = form_of(active, "edit")
    key = in_front(active).list.model.key(0)  # type: ignore[attr-defined]
    typed(form, "phone", "0812")
    answers.answer = SAVE
    WAYS["sidebar"](active)
    settle(active.context.operations)
    assert active.context.app.employees.record(key).phone == "0812"
    assert in_front(active).count() == 1


def test_an_untouched_form_is_left_without_a_question(active: MainWindow, answers: Answers) -> None:
    form_of(active)
    WAYS["sidebar"](active)
    settle(active.context.operations)
    assert (in_front(active).name, answers.asked) == ("trainings", [])
