"""The office under Pengaturan: stored as it reads, asked about when left half changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.driving import DISCARD, SAVE, STAY, Answers, in_front, show
from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.settings_page import SettingsPage
from ui.settings.office_tab import OfficeTab
from ui.waiting import settle


def office(window: MainWindow) -> OfficeTab:
    page = show(window, "settings")
    assert isinstance(page, SettingsPage)
    return page.office


def typed(tab: OfficeTab, name: str, text: str) -> None:
    line = tab.form.rows[name].editor.inner
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_the_word_before_the_region_is_understood(window: MainWindow) -> None:
    tab = office(window)
    typed(tab, "region", "Kabupaten Nusa")
    QTest.mouseClick(tab.save, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    assert window.context.app.office.profile().place == "Kabupaten Nusa"
    assert tab.form.values()["region"] == "Nusa"
    assert tab.form.values()["region_kind"] == "regency"
    assert "Kabupaten Nusa" in window.view.sidebar.office.text()
    assert not tab.form.is_dirty


def test_a_half_changed_office_is_asked_about(window: MainWindow, answers: Answers) -> None:
    tab = office(window)
    before = window.context.app.office.profile()
    typed(tab, "office", "Dinas Lain")
    for answer, page in ((STAY, "settings"), (DISCARD, "trainings")):
        answers.answer = answer
        window.go(Target("trainings"))
        settle(window.context.operations)
        assert in_front(window).name == page
    assert window.context.app.office.profile() == before
    assert office(window).form.values()["office"] == before.office
    assert len(answers.asked) == 2


def test_the_question_can_save(window: MainWindow, answers: Answers) -> None:
    tab = office(window)
    typed(tab, "office", "Dinas Lain")
    answers.answer = SAVE
    window.go(Target("trainings"))
    settle(window.context.operations)
    assert window.context.app.office.profile().office == "Dinas Lain"


def test_an_empty_name_is_not_stored(window: MainWindow) -> None:
    tab = office(window)
    before = window.context.app.office.profile()
    typed(tab, "region", "Kota")
    QTest.mouseClick(tab.save, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    assert window.context.app.office.profile() == before
    assert tab.form.errors
