"""The first start: an office of its own, or the invented city; and whoever closes the question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from smartpns_desktop.app import App, open_app
from smartpns_desktop.services.office import OfficeProfile
from tests.ui.driving import Answers
from ui.context import Context
from ui.first_start import FirstStart
from ui.main_window import MainWindow
from ui.waiting import settle
from ui.workers.operation import Operations


@pytest.fixture
def empty(themed: QApplication, app: App) -> Iterator[MainWindow]:
    """The window as the very first start shows it."""
    assert themed is QApplication.instance()
    operations = Operations()
    shown = MainWindow(Context(app, operations))
    shown.show()
    settle(operations)
    yield shown
    shown.close()
    shown.deleteLater()
    operations.close()


def question(window: MainWindow) -> FirstStart:
    window.first_start()
    settle(window.context.operations)
    return window.findChildren(FirstStart)[-1]


def test_the_kind_of_the_region_is_read_from_the_word_before_its_name(empty: MainWindow) -> None:
    asked = question(empty)
    QTest.keyClicks(asked.office, "  BKPSDM ")
    QTest.keyClicks(asked.region, "Kabupaten  Nusa Jaya")
    QTest.keyClick(asked.region, Qt.Key.Key_Return)
    settle(empty.context.operations)
    profile = empty.context.app.office.profile()
    assert (profile.office, profile.region_kind, profile.region) == ("BKPSDM", "regency", "Nusa Jaya")
    assert not asked.isVisible()
    assert "Kabupaten Nusa Jaya" in empty.view.sidebar.office.text()
    page = empty.current_page()
    assert page is not None
    assert page.name == "home"


@pytest.fixture
def backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The backup of another office, which is chosen when the window asks for one."""
    old = open_app(tmp_path / "lama", "siti")
    old.office.save(OfficeProfile("BKPSDM", "Nusa Jaya", "regency"))
    made = old.backups.backup(tmp_path / "usb" / "cadangan.smartpns")
    old.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_told: (str(made), ""))
    return made


@pytest.mark.usefixtures("backup")
def test_who_comes_from_an_old_computer_puts_the_backup_back(empty: MainWindow, answers: Answers) -> None:
    asked = question(empty)
    QTest.mouseClick(asked.move_in, Qt.MouseButton.LeftButton)
    settle(empty.context.operations)
    assert not asked.isVisible()
    assert not answers.asked, "there is nothing here that could be lost"
    assert empty.context.app.office.profile().office == "BKPSDM"
    assert "Kabupaten Nusa Jaya" in empty.view.sidebar.office.text()
    assert empty.view.status.done.text() == "Cadangan dipulihkan"


@pytest.mark.usefixtures("backup")
def test_where_there_are_data_a_backup_is_put_back_only_after_a_question(window: MainWindow, answers: Answers) -> None:
    before = window.context.app.office.profile()
    QTest.mouseClick(question(window).move_in, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    assert answers.asked == ["Pulihkan cadangan.smartpns?"]
    assert window.context.app.office.profile() == before


def test_who_chooses_no_backup_is_still_asked(empty: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_told: ("", ""))
    asked = question(empty)
    QTest.mouseClick(asked.move_in, Qt.MouseButton.LeftButton)
    assert asked.isVisible()
    asked.reject()


def test_the_file_that_the_program_was_started_with_still_waits_afterwards(
    monkeypatch: pytest.MonkeyPatch, empty: MainWindow, samples: Path
) -> None:
    monkeypatch.setattr("ui.importing.wizard.ask_destructive", lambda *_: True)
    asked = question(empty)
    empty.open_files([str(samples / "siasn_profil_asn.xlsx")])
    settle(empty.context.operations)
    QTest.keyClicks(asked.office, "BKPSDM")
    QTest.keyClicks(asked.region, "Kota Samudra")
    QTest.keyClick(asked.region, Qt.Key.Key_Return)
    settle(empty.context.operations)
    page = empty.current_page()
    assert page is not None
    assert (page.name, asked.isVisible()) == ("exchange", False)


@pytest.mark.parametrize(
    ("office", "region", "hint"),
    [("", "Kota Samudra", "nama kantor"), ("BKPSDM", "  ", "kota, kabupaten"), ("BKPSDM", "Samudra", "“Samudra”")],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    empty: MainWindow, office: str, region: str, hint: str
) -> None:
    asked = question(empty)
    QTest.keyClicks(asked.office, office)
    QTest.keyClicks(asked.region, region)
    QTest.mouseClick(asked.begin, Qt.MouseButton.LeftButton)
    settle(empty.context.operations)
    assert hint in asked.hint.text()
    assert (asked.isVisible(), asked.office.text(), asked.region.text()) == (True, office, region)
    assert not empty.context.app.office.is_set_up()


def test_the_invented_city_fills_the_first_page(empty: MainWindow) -> None:
    asked = question(empty)
    QTest.mouseClick(asked.demo, Qt.MouseButton.LeftButton)
    settle(empty.context.operations)
    assert empty.context.app.office.profile().sample
    assert "data contoh" in empty.view.sidebar.office.text()
    assert "Kota contoh dibuat" in empty.view.status.done.text()
    assert not asked.isVisible()


def test_closing_the_question_changes_nothing_and_it_comes_again(empty: MainWindow) -> None:
    asked = question(empty)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    settle(empty.context.operations)
    assert not asked.isVisible()
    assert not empty.context.app.office.is_set_up()
    assert question(empty).isVisible()


def test_no_invented_people_come_among_real_ones(window: MainWindow) -> None:
    asked = question(window)
    assert not asked.demo.isEnabled()
    assert "sudah berisi" in asked.demo.toolTip()


def test_a_long_paste_stays_a_name(empty: MainWindow) -> None:
    asked = question(empty)
    asked.office.insert("<b>BKPSDM</b>\n" + "x" * 10_000)
    asked.region.insert("Kota " + "y" * 10_000)
    QTest.mouseClick(asked.begin, Qt.MouseButton.LeftButton)
    settle(empty.context.operations)
    profile = empty.context.app.office.profile()
    assert profile.office.startswith("<b>BKPSDM</b> xxx")
    assert len(profile.office) <= 120
    assert empty.minimumSizeHint().width() <= 911
