"""The page of trainings: a year's list, a form by keyboard alone, checking, deleting and taking back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.trainings_page import TrainingsPage
from ui.waiting import settle


@pytest.fixture
def page(window: MainWindow) -> TrainingsPage:
    window.activateWindow()
    window.go(Target("trainings"))
    settle(window.context.operations)
    shown = window.current_page()
    assert isinstance(shown, TrainingsPage)
    return shown


def type_into(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def test_it_shows_the_year_of_work_and_every_year_when_the_filter_goes(page: TrainingsPage) -> None:
    lists, year = page.context.app.lists, page.context.year
    shown = [record["year"] for record in lists.by_keys("trainings", page.list.model.keys())]
    assert set(shown) <= {year}
    page.list.facets.clear()
    settle(page.context.operations)
    assert page.list.model.rowCount() == len(lists.keys("trainings", _everything()))


def test_a_training_is_added_by_keyboard_alone_and_stands_under_the_cursor(page: TrainingsPage) -> None:
    operations, year = page.context.operations, page.context.year
    name = page.context.app.lists.rows("employees", _everything(), 1)[1][0]["name"]
    page.new()
    settle(operations)
    type_into(name)
    QTest.qWait(400)
    settle(operations)
    # The list of names takes the keys while it is open.
    QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    type_into("Bimtek Arsip Dinamis")
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    type_into(f"12/3/{year}")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(400)
    settle(operations)
    assert page.count() == 1
    record = page.list.current_record()
    assert record is not None
    assert (record["name"], record["person"]) == ("Bimtek Arsip Dinamis", name)


def test_certificates_are_checked_together_and_that_is_taken_back(page: TrainingsPage) -> None:
    operations, app = page.context.operations, page.context.app
    page.list.facets.set_state("", (("verified", "False"),))
    page.list.reload()
    settle(operations)
    keys = list(page.list.model.keys())[:3]
    page.list.grid.choose_runs([range(3)])
    page.verify_chosen()
    settle(operations)
    assert [app.trainings.record(key).verified for key in keys] == [True] * 3
    turn = app.undo.next_undo()
    assert turn is not None
    app.undo.undo(turn.number)
    assert [app.trainings.record(key).verified for key in keys] == [False] * 3


def test_deleting_asks_and_names_how_many(page: TrainingsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def agree(_parent: object, title: str, _body: str, _act: str) -> bool:
        asked.append(title)
        return True

    monkeypatch.setattr("ui.pages.trainings_page.ask_destructive", agree)
    before = page.list.model.rowCount()
    page.list.grid.choose_runs([range(2)])
    page.remove_chosen()
    settle(page.context.operations)
    assert asked == ["Hapus 2 pelatihan?"]
    assert page.list.model.rowCount() == before - 2


def _everything() -> object:
    from smartpns_desktop.services.lists import ListQuery

    return ListQuery()
