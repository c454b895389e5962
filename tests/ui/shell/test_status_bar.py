"""The line at the bottom: what runs, what was done, and the way back from exactly that."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartpns_desktop.services.watch import Watch
from tests.ui.driving import press, until
from ui.main_window import MainWindow
from ui.waiting import settle


def change(window: MainWindow, key: int, phone: str) -> None:
    service = window.context.app.employees
    window.context.write("Menyimpan", lambda _watch: service.change(key, {"phone": phone}), lambda _none: f"ke {phone}")
    settle(window.context.operations)


def phone(window: MainWindow, key: int) -> str | None:
    return window.context.app.employees.record(key).phone


def test_urungkan_takes_back_exactly_what_the_line_tells_of(active: MainWindow) -> None:
    first, second = 1, 2
    before = phone(active, first)
    change(active, first, "0811")
    assert active.view.status.done.text() == "ke 0811"
    app = active.context.app
    app.employees.change(second, {"phone": "0999"})  # behind the line's back, as an import on another screen would
    QTest.mouseClick(active.view.status.undo, Qt.MouseButton.LeftButton)
    settle(active.context.operations)
    assert (phone(active, first), phone(active, second)) == (before, "0999")


def test_escape_leaves_the_line_and_its_button(active: MainWindow) -> None:
    change(active, 1, "0811")
    for place in (active.view.sidebar.row("home"), active.view.top.search, active):
        place.setFocus()
        press(active, "Escape")
        assert active.view.status.done.isVisible()
        assert active.view.status.undo.isVisible()


def test_what_cannot_be_undone_has_no_button(active: MainWindow) -> None:
    active.context.told.emit("2 baris disalin", None)
    assert active.view.status.done.isVisible()
    assert not active.view.status.undo.isVisible()
    assert not active.view.status.undo_key.isVisible()


def test_running_work_shows_its_share_and_can_be_stopped(active: MainWindow) -> None:
    begun, told = threading.Event(), []

    def work(watch: Watch) -> None:
        while True:
            watch.step(43, 100)
            begun.set()
            threading.Event().wait(0.005)

    active.context.write("Mengimpor siasn.xlsx", work, lambda _none: "selesai")
    active.context.refused.connect(told.append)
    assert begun.wait(5)
    assert until(lambda: "43 %" in active.view.status.progress_text.text())
    assert active.view.status.progress_text.text() == "Mengimpor siasn.xlsx 43 %"
    assert active.view.status.progress.value() == 43
    QTest.mouseClick(active.view.status.cancel, Qt.MouseButton.LeftButton)
    assert active.view.status.progress_text.text() == "Membatalkan…"
    assert not active.view.status.cancel.isEnabled()
    settle(active.context.operations)
    assert not active.view.status.progress.isVisible()
    assert [getattr(it, "code", "") for it in told] == ["cancelled"]


def test_a_long_sentence_does_not_push_the_window_apart(active: MainWindow) -> None:
    active.resize(911, 459)
    active.context.told.emit("Perubahan " * 40, 1)
    QTest.qWait(50)
    assert active.width() == 911
    assert active.view.status.undo.isVisible()
    assert active.view.status.undo.geometry().right() <= active.view.status.width()
