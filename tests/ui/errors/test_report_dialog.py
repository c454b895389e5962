"""The report of a bug: one dialog, calm, copied without a name, not opened again and again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.errors.desk import ErrorDesk
from ui.errors.report_dialog import ReportDialog
from ui.errors.reports import BugReport, describe


class Clock:
    """A clock that goes when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def report(origin: str = "ValueError ui/a.py:1") -> BugReport:
    return BugReport(origin, f"SmartPNS\n{origin}")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[ErrorDesk]:
    """A desk above a window that is shown."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    desk = ErrorDesk(tmp_path / "logs" / "smartpns.log", window, clock)
    yield desk
    if desk.dialog is not None:
        desk.dialog.close()


def opened(desk: ErrorDesk) -> ReportDialog:
    assert desk.dialog is not None
    return desk.dialog


def test_the_dialog_says_that_data_are_safe_and_where_the_log_is(desk: ErrorDesk, tmp_path: Path) -> None:
    desk.show(report())
    said = " ".join(label.text() for label in opened(desk).findChildren(QLabel))
    assert "Data Anda aman" in said
    assert str(tmp_path / "logs" / "smartpns.log") in said
    assert opened(desk).text.isReadOnly()


def test_copying_by_keyboard_gives_the_text_and_the_folder_opens(
    desk: ErrorDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folders: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", folders.append)
    desk.show(describe(ValueError("Siti 198503122010011005")))  # type: ignore[arg-type]
    dialog = opened(desk)
    dialog.copy_button.setFocus()
    qtbot.keyClick(dialog.copy_button, Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert not [secret for secret in ("Siti", "198503", str(Path.home())) if secret in copied]
    qtbot.mouseClick(dialog.folder_button, Qt.MouseButton.LeftButton)
    assert folders == [QUrl.fromLocalFile(str(tmp_path / "logs"))]


def test_a_second_bug_joins_the_open_dialog(desk: ErrorDesk) -> None:
    desk.show(report("A a.py:1"))
    desk.show(report("B b.py:2"))
    desk.show(report("A a.py:1"))
    assert len([it for it in QApplication.topLevelWidgets() if isinstance(it, ReportDialog) and it.isVisible()]) == 1
    assert opened(desk).text.toPlainText().count("SmartPNS") == 2
    assert "2 kesalahan" in opened(desk).heading.text()


def test_a_flood_of_different_bugs_stays_readable(desk: ErrorDesk) -> None:
    for number in range(500):
        desk.show(report(f"A a.py:{number}"))
    assert opened(desk).text.toPlainText().count("SmartPNS") == 20


def test_the_same_bug_does_not_reopen_at_once_and_not_for_ever(desk: ErrorDesk, clock: Clock, qtbot: QtBot) -> None:
    shown = 0
    for _ in range(10):
        clock.now += 60
        desk.show(report())
        if desk.dialog is not None:
            shown += 1
            qtbot.keyClick(desk.dialog, Qt.Key.Key_Escape)
            desk.show(report())
            assert desk.dialog is None, "the repaint below the closed dialog must not open it again"
    assert shown == 3
    desk.show(report("B b.py:2"))
    assert desk.dialog is not None
