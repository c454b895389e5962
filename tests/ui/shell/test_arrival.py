"""The first start after an update: one calm line that leads to what is new, and goes when it was read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QTextBrowser, QToolButton

from smartpns_desktop.domain.updates import setup_name
from smartpns_desktop.domain.versions import Version
from smartpns_desktop.services.installation import RESULT
from smartpns_desktop.services.updates import UpdateService
from tests.ui.driving import banner, in_front, until
from tests.updates import NEW, OLD, Office
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage
from ui.waiting import settle
from ui.widgets.banner import Banner


class Starts:
    """Opens the window as some version of the program."""

    def __init__(self, context: Context, office: Office) -> None:
        self.context, self.office = context, office
        self.windows: list[MainWindow] = []

    def __call__(self, version: Version, began: str = "") -> MainWindow:
        app = self.context.app
        app.updates = UpdateService(app.database, app.backups, app.preferences, self.office.program(version))
        if began:
            app.preferences.put("update.started", began)
        window = MainWindow(self.context)
        window.show()
        settle(self.context.operations)
        self.windows.append(window)
        return window


@pytest.fixture
def start(context: Context, tmp_path: Path) -> Iterator[Starts]:
    starts = Starts(context, Office.made(tmp_path / "kantor"))
    yield starts
    for window in starts.windows:
        window.hide()
        window.deleteLater()


def line(window: MainWindow) -> Banner:
    (found,) = (it for it in window.findChildren(Banner) if it.isVisible() and it.parent() is window.view)
    return found


def link(window: MainWindow) -> QPushButton:
    (found,) = (it for it in line(window).findChildren(QPushButton) if it.isVisible())
    return found


def test_a_newer_version_is_told_once_and_leads_to_what_is_new(start: Starts) -> None:
    assert banner(start(OLD)) == ""
    window = start(NEW)
    assert banner(window) == "SmartPNS sudah diperbarui ke versi 0.2.0."
    QTest.mouseClick(link(window), Qt.MouseButton.LeftButton)
    (dialog,) = (it for it in window.findChildren(QDialog) if it.isVisible())
    text = dialog.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    assert "Komunitas belajar." in text.toPlainText()
    assert "Versi 0.2.0 · 24 Des 2026" in text.toPlainText()
    assert until(lambda: banner(window) == ""), "it was read"
    assert banner(start(NEW)) == ""


def test_the_line_can_be_put_away_unread(start: Starts) -> None:
    start(OLD)
    window = start(NEW)
    (close,) = line(window).findChildren(QToolButton)
    assert close.accessibleName() == "Tutup"
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert until(lambda: banner(window) == "")


def test_an_update_that_came_to_nothing_leads_back_to_the_updates(start: Starts) -> None:
    start(OLD)
    window = start(OLD, began=str(NEW))
    assert banner(window).startswith("Versi 0.2.0 belum terpasang: pemasangannya tidak selesai. Data tidak berubah.")
    QTest.mouseClick(link(window), Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    page = in_front(window)
    assert isinstance(page, SettingsPage)
    assert page.updates.isVisible()
    assert banner(window) == ""


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("4", "SmartPNS masih terbuka, atau berkasnya sedang dipakai program lain. Data tidak berubah. Tutup SmartPNS"),
        ("5", "ruang disk tidak cukup. Data tidak berubah. Kosongkan"),
        ("99", "pemasangannya tidak selesai. Data tidak berubah. Tutup SmartPNS"),
    ],
)
def test_why_nothing_was_installed_is_told_once_as_the_setup_left_it(start: Starts, code: str, told: str) -> None:
    start(OLD)
    copy = start.office.folder / "scratch" / "smartpns-update-x"
    copy.mkdir()
    for name, content in ((setup_name(NEW), ""), (RESULT, code)):
        (copy / name).write_text(content, encoding="ascii")
    assert banner(start(OLD, began=str(NEW))).startswith(f"Versi 0.2.0 belum terpasang: {told}")
    assert not copy.exists()
    assert banner(start(OLD)) == ""
