"""The tick that says that a list is complete: whose, what it finds, and the way to those who are absent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words.absences import OPEN
from tests.conftest import SheetWriter
from tests.ui.importing.driving import NIP, Begin, people, step_to
from ui.importing.wizard import APPLY, CHECK
from ui.main_window import MainWindow
from ui.pages.absences_page import AbsencesPage
from ui.pages.exchange_page import ExchangePage
from ui.waiting import settle


def test_a_complete_list_leads_to_whom_it_lacks(
    page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot
) -> None:
    wizard = begin(people(sheet, (NIP, "Anisa", "III/a")))
    choice = wizard.file.full_list
    assert (choice.isVisible(), choice.tick.isChecked(), choice.whose.isVisible()) == (True, False, False)
    here = page.context.app.lists.count("employees", ListQuery(where=(("service", "active"), ("service", "away"))))
    choice.tick.click()
    assert choice.whose.isVisible()
    assert choice.whose.itemText(0) == "seluruh pegawai"
    step_to(wizard, page, APPLY)
    assert wizard.draft.result is not None
    assert wizard.draft.result.absent == here
    assert wizard.applied.absent.isVisible()
    qtbot.mouseClick(wizard.applied.absent, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    window = page.window()
    assert isinstance(window, MainWindow)
    shown = window.current_page()
    assert shown is not None
    assert isinstance(shown.top(), AbsencesPage)


def test_a_complete_list_without_news_notes_whom_it_lacks(page: ExchangePage, begin: Begin, sheet: SheetWriter) -> None:
    rows = people(sheet, (NIP, "Anisa", "III/a"))
    step_to(begin(rows), page, APPLY)
    wizard = begin(rows)
    wizard.file.full_list.tick.click()
    step_to(wizard, page, CHECK)
    missing = wizard.draft.plan.judgement.absent  # type: ignore[union-attr]
    assert missing > 0
    assert wizard.check.taken() == 0
    assert wizard.next_button.isEnabled()
    assert wizard.next_button.text() == f"Catat {missing} yang tidak ada"
    step_to(wizard, page, APPLY)
    assert wizard.applied.title.text() == f"{missing} pegawai dicatat untuk diputuskan"
    assert page.context.app.lists.count("absences", ListQuery(where=(("decision", OPEN),))) == missing


def test_an_agency_is_chosen_by_name(page: ExchangePage, begin: Begin, sheet: SheetWriter) -> None:
    wizard = begin(people(sheet, (NIP, "Anisa", "III/a")))
    choice = wizard.file.full_list
    choice.tick.click()
    choice.whose.setCurrentIndex(1)
    choice.whose.activated.emit(1)
    choices = wizard.draft.choices()
    tree = page.context.app.agencies.tree()
    assert choices.full_list in {node.code or node.name for node in tree}
    choice.tick.click()
    assert wizard.draft.choices().full_list is None


def test_other_kinds_are_not_asked(page: ExchangePage, begin: Begin, sheet: SheetWriter) -> None:
    rows = [["NIP", "Nama Pelatihan", "JP"], [NIP, "Bimtek", 5]]
    wizard = begin(sheet(rows, "diklat.xlsx"))  # type: ignore[arg-type]
    settle(page.context.operations)
    assert wizard.draft.kind == "trainings"
    assert not wizard.file.full_list.isVisible()
