"""A store that is locked, read-only, cut off in the middle or gone: nothing lost, nothing frozen, said calmly."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from db import ChangeSetHeader
from smartpns_desktop.app import App, open_app
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.watch import Watch
from tests.ui.driving import (
    DISCARD,
    STAY,
    Answers,
    banner,
    form_of,
    in_front,
    listed,
    press,
    show,
    typed,
)
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.pages.table import places
from ui.waiting import settle

PAGES = [place.name for place in places()]


@pytest.fixture
def locked(city: App) -> Iterator[sqlite3.Connection]:
    """Another program that writes to the store and does not end."""
    other = sqlite3.connect(city.database.path, isolation_level=None)
    yield other
    other.close()


def slow_import(window: MainWindow) -> threading.Event:
    """Writing work that has stored a person and goes on until it is stopped; the event tells that it has begun."""
    begun = threading.Event()
    app = window.context.app

    def work(watch: Watch) -> None:
        with app.database.write(ChangeSetHeader("edit", "Uji", "impor")) as writer:
            writer.connection.exec_driver_sql("DELETE FROM trainings")
            begun.set()
            while True:
                watch.step(0, 0)
                threading.Event().wait(0.005)

    window.context.write("Mengimpor siasn.xlsx", work, lambda _none: "selesai")
    assert begun.wait(5)
    return begun


def test_a_window_that_is_closed_in_the_middle_leaves_nothing_half_stored(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    trainings = window.context.app.lists.count("trainings", ListQuery())
    slow_import(window)
    assert not window.close()
    assert answers.asked == ["Hentikan “Mengimpor siasn.xlsx” dan tutup?"]
    assert window.isVisible()
    answers.answer = 1
    assert window.close()
    window.context.app.close()
    again = open_app(tmp_path, "Uji")
    try:
        assert again.lists.count("trainings", ListQuery()) == trainings > 0
        assert again.health.check().sound
    finally:
        again.close()


def test_size_and_page_are_kept_though_something_was_stopped(window: MainWindow, answers: Answers) -> None:
    show(window, "trainings")
    slow_import(window)
    answers.answer = 1
    assert window.close()
    assert window.context.app.preferences.get("window.page") == "trainings"


def test_a_half_filled_form_is_given_up_only_when_nothing_else_keeps_the_window(
    window: MainWindow, answers: Answers
) -> None:
    form = form_of(window)
    typed(form, "name", "Siti")
    slow_import(window)
    answers.answer = STAY
    assert not window.close()
    assert form.form.values()["name"] == "Siti"
    assert form.form.is_dirty
    window.context.operations.running[0].cancel()
    settle(window.context.operations)


def test_a_locked_store_gives_a_calm_banner_and_keeps_what_was_typed(
    window: MainWindow, locked: sqlite3.Connection
) -> None:
    form = form_of(window, "edit")
    typed(form, "phone", "0811 222 333")
    locked.execute("BEGIN IMMEDIATE")
    QTest.mouseClick(form.view.save, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    said = form.view.state.text() or banner(window)
    assert "dipakai program lain" in said or "sedang" in said, said
    assert in_front(window).currentWidget() is form
    assert form.form.values()["phone"] == "0811 222 333"
    locked.execute("ROLLBACK")
    QTest.mouseClick(form.view.save, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    assert in_front(window).count() == 1
    assert "disimpan" in window.view.status.done.text()


def test_reading_goes_on_while_another_program_writes(window: MainWindow, locked: sqlite3.Connection) -> None:
    locked.execute("BEGIN IMMEDIATE")
    for name in PAGES:
        show(window, name)
        assert banner(window) == "", name
    assert listed(window).list.model.rowCount() == 60
    assert window.close(), "a locked store does not keep the window open"


def test_deleting_from_a_locked_store_says_why_not(
    active: MainWindow, answers: Answers, locked: sqlite3.Connection
) -> None:
    page = show(active, "trainings")
    assert isinstance(page, ListPage)
    count = page.list.model.rowCount()
    locked.execute("BEGIN IMMEDIATE")
    answers.answer = 1
    for keys in ("Down", "Delete"):
        press(active, keys)
    settle(active.context.operations)
    assert banner(active)
    assert page.list.model.rowCount() == count
    show(active, "home")
    assert banner(active) == "", "what was said of one page does not stand over another"


@pytest.fixture
def read_only(city: App) -> Iterator[None]:
    """The store as a USB stick with its lock on gives it, also to an administrator."""

    def forbid(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only=ON")

    city.database.close()
    event.listen(Pool, "connect", forbid)
    yield
    event.remove(Pool, "connect", forbid)
    city.database.close()


def test_a_read_only_store_can_be_read_and_says_so_when_written(
    context: Context, answers: Answers, read_only: None
) -> None:
    assert read_only is None
    window = MainWindow(context)
    window.show()
    form = form_of(window, "edit")
    typed(form, "phone", "0811")
    QTest.mouseClick(form.view.save, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    assert "hanya dapat dibaca" in (form.view.state.text() or banner(window))
    assert in_front(window).currentWidget() is form
    assert form.form.values()["phone"] == "0811"
    answers.answer = DISCARD
    assert window.close()


def test_a_failed_read_is_a_calm_banner_and_f5_tries_again(active: MainWindow, city: App) -> None:
    path = city.database.path
    city.database.close()
    kept = path.with_suffix(".kept")
    path.rename(kept)
    path.mkdir()
    show(active, "employees")
    assert banner(active)
    path.rmdir()
    kept.rename(path)
    press(active, "F5")
    settle(active.context.operations)
    assert banner(active) == ""
    page = in_front(active)
    assert isinstance(page, ListPage)
    assert page.list.model.rowCount() == 60
    assert page.list.model.record(0) is not None


def test_a_data_folder_that_is_gone_does_not_keep_the_window_open(
    active: MainWindow, city: App, tmp_path: Path
) -> None:
    city.database.close()
    for path in tmp_path.iterdir():
        path.unlink()
    tmp_path.rmdir()
    show(active, "trainings")
    assert banner(active)
    assert active.close()
