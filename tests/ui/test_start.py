"""Starting the window: what it is dressed in, when the collector begins, and what counts as a painted first page."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartpns_desktop.app import App
from ui.app import keep_smooth
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages.home_page import HomePage
from ui.theme.theme import theme
from ui.waiting import settle

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def resting() -> Iterator[None]:
    """The collector as the door leaves it, sparing nothing yet."""
    threshold = gc.get_threshold()
    gc.disable()
    gc.unfreeze()
    yield
    gc.enable()
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_it_looks_and_speaks_the_same_on_every_system(qapp: QApplication) -> None:
    qapp.setStyleSheet("")  # under a sheet the style has no name
    assert qapp.style().name() == "fusion"
    assert QLocale().language() == QLocale.Language.Indonesian
    assert theme() is theme()
    assert theme().parent() is qapp


STORY = """
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from ui.app import start_qt
application = start_qt()
policy = QGuiApplication.highDpiScaleFactorRoundingPolicy()
print(policy == Qt.HighDpiScaleFactorRoundingPolicy.PassThrough, application.devicePixelRatio())
print(QLocale().name(), QLocale().toString(1234567), QLocale().toString(0.5))
"""


@pytest.mark.parametrize(("scale", "language"), [("1", "C"), ("1.25", "en_US.UTF-8"), ("1.75", "C"), ("2", "C")])
def test_it_is_indonesian_and_scaled_as_the_screen_asks(scale: str, language: str) -> None:
    """In a process of its own: nothing is rounded to 100 or 200 %, and the system's language does not matter."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "LC_ALL": language}
    told = subprocess.run(
        [sys.executable, "-c", STORY], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert told.stdout.splitlines() == [f"True {float(scale)}", "id_ID 1.234.567 0,5"]


class _Ring:
    """Refers to itself, so that counting references never frees it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.usefixtures("resting")
def test_the_windows_thread_collects_once_the_first_page_stands(context: Context, qtbot: QtBot) -> None:
    before = gc.get_freeze_count()
    keep_smooth(context.operations)
    window = MainWindow(context)
    window.show()
    settle(context.operations)
    assert gc.get_freeze_count() > before + 10_000
    gone = weakref.ref(_Ring())
    young: list[list[int]] = [[] for _ in range(gc.get_threshold()[0] + 1)]
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None)
    assert young
    assert not gc.isenabled(), "Python would look in any thread"
    window.close()


def test_the_first_page_has_data_only_once_they_were_read(context: Context) -> None:
    page = HomePage(context)
    assert not page.has_data()
    page.show()
    assert not page.has_data()
    settle(context.operations)
    assert page.has_data()
    page.close()


@pytest.mark.parametrize("again", [False, True], ids=["counted", "kept"])
def test_a_first_page_is_painted_with_its_data(city: App, *, again: bool) -> None:
    """In a process of its own, on figures counted now or kept from the start before."""
    if again:
        city.dashboard.figures(date.today().year)
    city.close()
    told = subprocess.run(
        [sys.executable, "-m", "ui.first_paint", str(city.data_dir)],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert told.stdout == "painted\n"
