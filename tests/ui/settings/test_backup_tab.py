"""Backups under Pengaturan: made, kept elsewhere, put back after a question, and checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import STAY, Answers, click, show
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage
from ui.settings.backup_tab import BackupTab


@pytest.fixture
def tab(active: MainWindow) -> BackupTab:
    """The tab of backups in front."""
    page = show(active, "settings", "backups")
    assert isinstance(page, SettingsPage)
    return page.backups


def trainings(window: MainWindow) -> int:
    return window.context.app.lists.count("trainings", ListQuery())


def test_a_backup_is_listed_and_told_in_the_status_bar(active: MainWindow, tab: BackupTab) -> None:
    assert not tab.restore.isEnabled(), "nothing is chosen"
    click(active, tab.make)
    assert tab.list.count() == 1
    assert "Cadangan dibuat" in active.view.status.done.text()
    assert "hari ini" in active.view.status.backup.text()


def test_a_backup_is_put_back_after_a_question(active: MainWindow, tab: BackupTab, answers: Answers) -> None:
    count = trainings(active)
    click(active, tab.make)
    active.context.app.trainings.delete(1)
    tab.list.setCurrentRow(0)
    answers.answer = STAY
    click(active, tab.restore)
    assert trainings(active) == count - 1
    answers.answer = 1
    click(active, tab.restore)
    assert trainings(active) == count
    assert len(answers.asked) == 2
    assert "Cadangan dipulihkan" in active.view.status.done.text()
    page = show(active, "trainings")
    assert page.isVisible()


def test_a_file_that_is_no_backup_changes_nothing(
    active: MainWindow, tab: BackupTab, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = tmp_path / "surat.smartpns"
    foreign.write_text("bukan cadangan", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(foreign), ""))
    count, answers.answer = trainings(active), 1
    click(active, tab.restore_file)
    assert not active.refusals.is_clear
    assert trainings(active) == count


def test_the_check_says_what_it_found(active: MainWindow, tab: BackupTab) -> None:
    click(active, tab.check)
    assert "utuh" in tab.findings.text()


def test_where_there_is_no_backup_the_next_step_is_told(tab: BackupTab) -> None:
    assert tab.none.isVisible()
    assert "Cadangkan sekarang" in tab.none.text()
    assert not tab.list.isVisible(), "nothing to stand on"


def test_the_keyboard_is_seen_on_every_part(active: MainWindow, tab: BackupTab) -> None:
    click(active, tab.make)
    tab.list.setCurrentRow(0)
    for part in (tab.make, tab.elsewhere, tab.check, tab.list, tab.restore, tab.restore_file):
        active.view.top.user.setFocus()
        without = part.grab().toImage()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        edge = [part.grab().toImage().pixelColor(it, 1) for it in (part.width() // 2, part.width() // 3)]
        assert edge != [without.pixelColor(it, 1) for it in (part.width() // 2, part.width() // 3)], part
