"""Under Pengaturan stands where the data are, who else has them open, and the way to a new computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTextBrowser

from tests.ui.driving import show
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage
from ui.settings.data_tab import DataTab
from ui.waiting import settle


@pytest.fixture
def tab(active: MainWindow) -> DataTab:
    """The tab of the data in front."""
    page = show(active, "settings", "data")
    assert isinstance(page, SettingsPage)
    assert page.tabs.currentWidget() is page.data
    return page.data


def test_it_names_the_place_and_the_folder(active: MainWindow, tab: DataTab) -> None:
    assert tab.place.text() == "Dipilih sendiri"
    assert "--data-dir" in tab.meaning.text()
    assert tab.folder.text() == str(active.context.app.data_dir)
    assert tab.bytes.text().endswith(" MB")
    assert tab.others.text() == "–"
    assert not tab.warning.isVisible()


def test_a_folder_in_the_cloud_is_warned_of(active: MainWindow, tab: DataTab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(active.context.app.data_dir.parent))
    tab.reload()
    settle(active.context.operations)
    assert "OneDrive" in tab.warning.text()
    assert tab.warning.isVisible()


def test_the_folder_is_opened(active: MainWindow, tab: DataTab, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    QTest.mouseClick(tab.opened, Qt.MouseButton.LeftButton)
    assert [Path(it.toLocalFile()) for it in shown] == [active.context.app.data_dir]


def test_the_way_to_a_new_computer_is_told(active: MainWindow, tab: DataTab) -> None:
    QTest.mouseClick(tab.moving, Qt.MouseButton.LeftButton)
    dialog = next(it for it in active.findChildren(QDialog) if it.isVisible())
    text = dialog.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    assert text.toPlainText().startswith("Pindah ke komputer baru")
    dialog.close()
