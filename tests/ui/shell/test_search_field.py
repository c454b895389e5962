"""The one search over everything: typed or pasted, chosen with the keyboard, left with Esc."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartpns_desktop.services.lists import FOUND, ListQuery
from tests.ui.driving import in_front, press
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.shell.search_results import Choice, ResultList
from ui.waiting import settle


def results(window: MainWindow) -> ResultList:
    return window.view.top.search.results


def type_in(window: MainWindow, text: str) -> None:
    press(window, "Ctrl+K")
    QTest.keyClicks(window.view.top.search, text)
    QTest.qWait(200)
    settle(window.context.operations)


def row(window: MainWindow, kind: str) -> dict[str, object]:
    return window.context.app.lists.rows(kind, ListQuery(), 1)[1][0]


def lines(window: MainWindow) -> list[str]:
    shown = results(window)
    return [shown.item(place).text() for place in range(shown.count())]


def choice(window: MainWindow) -> Choice:
    found = results(window).choice()
    assert found is not None
    return found


def test_arrows_pass_the_headings_and_enter_opens(active: MainWindow) -> None:
    type_in(active, "an")
    shown = results(active)
    assert shown.isVisible()
    chosen = []
    for _ in range(shown.count()):
        item = shown.currentItem()
        assert item is not None
        assert item.flags() & Qt.ItemFlag.ItemIsEnabled
        chosen.append(item.text())
        press(active, "Down")
    assert len(set(chosen)) > 3
    press(active, "Return")
    settle(active.context.operations)
    assert not shown.isVisible()
    assert in_front(active).name != "home"


def test_page_keys_go_from_kind_to_kind(active: MainWindow) -> None:
    type_in(active, "an")
    kinds = [choice(active).kind]
    for _ in range(3):
        press(active, "PgDown")
        kinds.append(choice(active).kind)
    assert len(set(kinds)) == 4
    press(active, "PgUp")
    assert choice(active).kind == kinds[2]


@pytest.mark.parametrize(
    ("kind", "field", "page"),
    [("employees", "nip", "employees"), ("agencies", "name", "agencies"), ("trainings", "name", "trainings")],
)
def test_each_kind_leads_to_its_page(active: MainWindow, kind: str, field: str, page: str) -> None:
    type_in(active, str(row(active, kind)[field]))
    while choice(active).kind != kind:
        press(active, "PgDown")
    press(active, "Return")
    settle(active.context.operations)
    assert in_front(active).name == page


def test_a_closed_agency_says_so(active: MainWindow) -> None:
    agencies = active.context.app.agencies
    name, _ = "Badan Uji Coba", agencies.close(agencies.add({"name": "Badan Uji Coba"})[0], date(2026, 4, 1))
    type_in(active, name)
    assert f"{name} · (ditutup 1 Apr 2026)" in [line.strip() for line in lines(active)]


def test_ctrl_enter_lists_as_many_as_the_search_counts(active: MainWindow) -> None:
    name = str(row(active, "employees")["name"]).split()[0]
    found = active.context.app.search.find(name)
    count = next(it.count for it in found.answers if it.kind == "employees")
    type_in(active, name)
    while choice(active).kind != "employees":
        press(active, "PgDown")
    press(active, "Ctrl+Return")
    settle(active.context.operations)
    page = in_front(active)
    assert isinstance(page, ListPage)
    assert page.list.query().where == ((FOUND, name),)
    assert page.list.model.rowCount() == count


def test_a_command_is_carried_out(active: MainWindow) -> None:
    type_in(active, "cadang")
    assert choice(active).kind == "commands"
    press(active, "Return")
    settle(active.context.operations)
    assert in_front(active).name == "settings"


def test_a_mistyped_name_is_found(active: MainWindow) -> None:
    name = str(row(active, "agencies")["name"])
    longest = max(name.split(), key=len)
    type_in(active, longest[:2] + longest[3:])
    assert any(longest in line for line in lines(active))


def test_nothing_found_says_so_and_enter_does_nothing(active: MainWindow) -> None:
    type_in(active, "zzzqx")
    assert "Tidak ada yang memuat “zzzqx”" in lines(active)[0]
    press(active, "Return")
    settle(active.context.operations)
    assert in_front(active).name == "home"


def test_escape_closes_the_results_then_empties_the_field_then_leaves(active: MainWindow) -> None:
    type_in(active, "an")
    press(active, "Escape")
    assert not results(active).isVisible()
    assert active.view.top.search.text() == "an"
    press(active, "Escape")
    assert active.view.top.search.text() == ""
    assert not active.view.top.search.hasFocus()


def test_an_emptied_field_shows_no_late_results(active: MainWindow) -> None:
    press(active, "Ctrl+K")
    QTest.keyClicks(active.view.top.search, "an")
    QTest.qWait(160)
    press(active, "Ctrl+A")
    press(active, "Delete")
    QTest.qWait(200)
    settle(active.context.operations)
    assert not results(active).isVisible()


def test_an_answer_that_comes_after_the_keyboard_left_stays_away(active: MainWindow) -> None:
    press(active, "Ctrl+K")
    QTest.keyClicks(active.view.top.search, "an")
    active.view.sidebar.row("home").setFocus()
    QTest.qWait(200)
    settle(active.context.operations)
    assert not results(active).isVisible()
