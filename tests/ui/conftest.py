"""A real window on a real store, without a screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from smartpns_desktop.app import App, open_app
from tests.ui.driving import DISCARD, Answers
from ui.app import start_qt
from ui.context import Context
from ui.main_window import MainWindow
from ui.theme.theme import theme
from ui.theme.tokens import LIGHT
from ui.waiting import settle
from ui.workers.operation import Operations

DEMO_DAY = date.today()


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The application as the program starts it."""
    application = start_qt()
    yield application
    # The clipboard of a run without a screen outlives Python, and with it what Python put there.
    application.clipboard().clear()


@pytest.fixture
def themed(qapp: QApplication) -> QApplication:
    """The application in the light theme; where it wears it already, nothing is dressed again."""
    if theme().tokens is not LIGHT or not qapp.styleSheet():
        theme().apply(qapp, LIGHT)
    return qapp


@pytest.fixture(scope="session")
def city_store(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The store of a small invented city that was looked at today, as bytes to be copied."""
    folder = tmp_path_factory.mktemp("city")
    app = open_app(folder, "Uji")
    app.demo.fill(60, today=DEMO_DAY)
    # What the first page derives is kept: it is judged here once, not in each test.
    app.dashboard.summary(DEMO_DAY.year)
    app.data_quality.tasks()
    app.close()
    return (folder / "data.smartpns").read_bytes()


@pytest.fixture
def city(tmp_path: Path, city_store: bytes) -> Iterator[App]:
    """The services on a small invented city of 60 people."""
    (tmp_path / "data.smartpns").write_bytes(city_store)
    app = open_app(tmp_path, "Uji")
    yield app
    app.close()


@pytest.fixture
def context(themed: QApplication, city: App) -> Iterator[Context]:
    """What a page is handed, on the invented city, in the light theme."""
    operations = Operations(themed)
    made = Context(city, operations, themed)
    yield made
    operations.close()
    # Windows that live on would be dressed again with every change of the theme, and what is connected never freed.
    for left in themed.topLevelWidgets():
        if isinstance(left, MainWindow):
            delete(left)
    delete(made)
    delete(operations)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Whatever a dialog asks is answered with "Batal" or "Tetap di sini" unless the test says otherwise."""
    return Answers(monkeypatch)


@pytest.fixture
def window(context: Context, answers: Answers) -> Iterator[MainWindow]:
    """The main window, shown, with its first page read."""
    shown = MainWindow(context)
    shown.show()
    settle(context.operations)
    yield shown
    answers.answer = DISCARD
    shown.close()
    delete(shown)


@pytest.fixture
def active(window: MainWindow) -> MainWindow:
    """The window with the focus, so that short-cuts reach it."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return window
