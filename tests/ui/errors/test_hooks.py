"""Errors of every thread and library end in one report, are logged whole, and flood neither log nor screen."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.logs import forget_log, keep_log, log_file
from ui.errors.hooks import Hooks, install
from ui.errors.reports import BugReport, Known


class Told:
    """What reached the user, and in which thread."""

    def __init__(self) -> None:
        self.bugs: list[BugReport] = []
        self.sentences: list[str] = []
        self.threads: set[QThread] = set()

    def bug(self, report: BugReport) -> None:
        self.threads.add(QThread.currentThread())
        self.bugs.append(report)

    def known(self, told: Known) -> None:
        self.threads.add(QThread.currentThread())
        self.sentences.append(told.sentence)


@pytest.fixture
def told(qapp: QApplication, tmp_path: Path) -> Iterator[Told]:
    """The hooks in place, with a log, and what they told."""
    assert QThread.currentThread() is qapp.thread()
    told = Told()
    keep_log(tmp_path)
    hooks = install(told.bug, told.known)
    told.hooks = hooks  # type: ignore[attr-defined]
    yield told
    hooks.remove()
    forget_log()


@pytest.fixture
def log(tmp_path: Path) -> Callable[[], str]:
    return lambda: log_file(tmp_path).read_text(encoding="utf-8")


def fail() -> None:
    int("Siti 198503122010011005")


def test_an_error_in_a_slot_is_reported(told: Told, log: Callable[[], str], qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(fail)
    button.click()
    qtbot.waitUntil(lambda: len(told.bugs) == 1)
    (report,) = told.bugs
    assert "ValueError" in report.text
    for part in ("SmartPNS ", "Python 3", "Qt 6", "SQLite 3", "test_hooks.py:"):
        assert part in report.text
    assert "unexpected error" in log()
    assert not [secret for secret in ("Siti", "198503") if secret in report.text + log()]


def test_errors_of_python_and_qt_threads_arrive_in_the_thread_of_the_window(told: Told, qtbot: QtBot) -> None:
    class Qt(QThread):
        def run(self) -> None:
            fail()

    threading.Thread(target=lambda: {}["Siti"]).start()
    thread = Qt()
    thread.start()
    qtbot.waitUntil(lambda: len(told.bugs) == 2)
    assert thread.wait()
    assert told.threads == {QThread.currentThread()}


def test_a_known_error_is_a_calm_sentence_and_no_bug(told: Told, qtbot: QtBot, tmp_path: Path) -> None:
    def refuse() -> None:
        raise CannotDo("file.empty", path="a.xlsx")

    QTimer.singleShot(0, refuse)
    qtbot.waitUntil(lambda: told.sentences == ["Berkas a.xlsx kosong. Minta pengirim mengirim ulang berkasnya."])
    assert not told.bugs
    assert not log_file(tmp_path).exists()


def test_a_fault_in_painting_is_told_once(told: Told, log: Callable[[], str], qtbot: QtBot) -> None:
    class Broken(QWidget):
        painted = 0

        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            self.painted += 1
            fail()

    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    again = QTimer(widget, interval=1)
    again.timeout.connect(widget.update)
    again.start()
    qtbot.waitUntil(lambda: widget.painted >= 20)
    assert len(told.bugs) == 1
    assert log().count("unexpected error") == 1


def test_a_fault_in_a_destructor_is_logged_only(told: Told, log: Callable[[], str], qtbot: QtBot) -> None:
    class Broken:
        def __del__(self) -> None:
            fail()

    Broken()
    gc.collect()
    qtbot.wait(10)
    assert "unraisable error" in log()
    assert not told.bugs


def test_what_qt_warns_about_is_logged_once(told: Told, log: Callable[[], str]) -> None:
    for _ in range(10):
        qWarning("QPainter::begin: Painter already active for Siti")
    assert log().count("Qt: QPainter::begin: Painter already active for …") == 1
    assert not told.bugs


def test_a_page_may_hand_over_an_error_itself(told: Told, qtbot: QtBot) -> None:
    hooks = told.hooks  # type: ignore[attr-defined]
    assert isinstance(hooks, Hooks)
    hooks.take(ZeroDivisionError("x"))
    assert not told.bugs, "never in the middle of what is going on"
    qtbot.waitUntil(lambda: len(told.bugs) == 1)


@pytest.mark.usefixtures("qapp")
def test_removed_hooks_leave_everything_as_it_was() -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    hooks = install(lambda _: None, lambda _: None)
    assert isinstance(hooks, QObject)
    assert sys.excepthook != before[0]
    hooks.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
