"""The third step: questions and their answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton
from pytestqt.qtbot import QtBot

from tests.conftest import SheetWriter
from tests.ui.importing.driving import NIP, OTHER, Begin, people, step_to
from ui.importing.question_card import QuestionCard, likeness_word
from ui.importing.wizard import CHECK, VALUES
from ui.pages.exchange_page import ExchangePage
from ui.waiting import settle

ALT = Qt.KeyboardModifier.AltModifier


def test_an_open_order_of_dates_is_asked_and_read_both_ways(
    page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot
) -> None:
    file = sheet([["NIP", "Nama", "Tanggal Lahir"], [NIP, "Anisa", "03/08/1992"], [OTHER, "Budi", "04/09/1985"]])
    wizard = begin(file)
    step_to(wizard, page, VALUES)
    assert wizard.note.text() == "1 belum dijawab, 2 baris akan ditolak"
    radios = wizard.values.findChildren(QRadioButton)
    assert [it.text() for it in radios] == ["3 Agu 1992 (hari lebih dahulu)", "8 Mar 1992 (bulan lebih dahulu)"]
    assert QApplication.focusWidget() is radios[0]
    qtbot.keyClick(radios[0], Qt.Key.Key_Space)
    assert wizard.note.text() == ""
    step_to(wizard, page, CHECK)
    step_to(wizard, page, 4)
    found = page.context.app.employees.by_nip(NIP)
    assert found.birth_date == date(1992, 8, 3)


def test_many_questions_come_in_portions(page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot) -> None:
    rows = [(f"19850101201001{n:04d}", f"Orang {n}", f"Gol {n}") for n in range(1001, 1051)]
    wizard = begin(people(sheet, *rows))
    step_to(wizard, page, VALUES)
    asked = len(wizard.draft.questions)
    assert asked > 30

    def shows(count: int) -> bool:
        return len(wizard.values.findChildren(QuestionCard)) == count

    qtbot.waitUntil(lambda: shows(30))
    qtbot.wait(100)
    assert shows(30), "no more than a portion unless asked for"
    qtbot.mouseClick(wizard.values.view.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shows(min(asked, 60)))


def test_an_unknown_grade_is_answered_for_all_its_rows(page: ExchangePage, begin: Begin, sheet: SheetWriter) -> None:
    wizard = begin(people(sheet, (NIP, "Anisa", "Gol Tiga C"), (OTHER, "Budi", "Gol Tiga C")))
    step_to(wizard, page, VALUES)
    (question,) = wizard.draft.questions
    assert question.rows == 2
    choice = next(it for it in question.proposals if it.label == "III/c")
    wizard.values.take(question, choice.answer)
    step_to(wizard, page, 4)
    grades = {it["grade"] for it in page.context.app.lists.by_keys("employees", _keys(page, NIP, OTHER))}
    assert grades == {"III/c"}


def _keys(page: ExchangePage, *nips: str) -> list[int]:
    from smartpns_desktop.services.lists import ListQuery

    lists = page.context.app.lists
    return [key for nip in nips for key in lists.keys("employees", ListQuery(where=(("nip", nip),)))]


def test_likeness_in_words() -> None:
    assert [likeness_word(it) for it in (100.0, 96.0, 85.0, 70.0, 20.0, 0.0)] == [
        "namanya sama", "hampir sama", "sangat mirip", "mirip", "agak mirip", "",
    ]  # fmt: skip


def test_digits_choose_and_enter_goes_on(page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot) -> None:
    wizard = begin(people(sheet, (NIP, "Anisa", "Gol A"), (OTHER, "Budi", "Gol B")))
    step_to(wizard, page, VALUES)
    first, second = wizard.values.findChildren(QuestionCard)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert wizard.values.answer(first.question) == first.question.proposals[1].answer
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert second.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert wizard.note.text() == ""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(page.context.operations)
    assert wizard.steps.currentIndex() == CHECK


def units(sheet: SheetWriter, *names: str) -> Path:
    rows = [[f"19850312201001{number + 2001:04d}", f"Orang {number}", it] for number, it in enumerate(names)]
    return sheet([["NIP", "Nama", "Unit Kerja"], *rows])


def test_all_certain_proposals_are_taken_with_one_click_and_asked_never_again(
    page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot
) -> None:
    first, second = (
        it for it in page.context.app.agencies.tree() if it.name in ("Dinas Kesehatan", "Sekretariat Daerah")
    )
    file = units(sheet, "Dinas Kesehtan", "Sekretriat Daerah", "Dinas Kesehatan Hewan")
    wizard = begin(file)
    step_to(wizard, page, VALUES)
    assert wizard.values.view.accept.text() == "Terima 2 usulan ≥ 90 %"
    qtbot.mouseClick(wizard.values.view.accept, Qt.MouseButton.LeftButton)
    assert not wizard.values.view.accept.isVisible()
    assert sorted(wizard.draft.values.values()) == sorted(map(str, (first.key, second.key)))
    assert wizard.note.text() == "1 belum dijawab, 1 nama menjadi data baru"
    step_to(wizard, page, 4)
    wizard = begin(file)
    step_to(wizard, page, CHECK)
    wizard.go_back()
    assert wizard.steps.currentIndex() == VALUES
    assert wizard.values.findChildren(QuestionCard) == [], "what is answered stands behind a link"
    qtbot.mouseClick(wizard.values.view.remembered, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(wizard.values.findChildren(QuestionCard)) == 2)


def test_a_new_unit_is_put_below_its_agency(page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot) -> None:
    parent = page.context.app.agencies.tree()[0]
    wizard = begin(units(sheet, "Klinik Zebra"))
    step_to(wizard, page, VALUES)
    (card,) = wizard.values.findChildren(QuestionCard)
    details = next(it for it in card.findChildren(QComboBox) if it.isVisible())
    place = details.findText(f"Di bawah {parent.name}")
    assert (details.itemText(0), place > 0) == ("Berdiri sendiri", True)
    details.setFocus()
    for _ in range(place):
        qtbot.keyClick(details, Qt.Key.Key_Down)
    assert wizard.draft.values == {("agency", "Klinik Zebra"): f"create:{parent.key}"}
    step_to(wizard, page, 4)

    def below() -> set[str]:
        return {it.name for it in page.context.app.agencies.tree()[0].units} - {it.name for it in parent.units}

    assert below() == {"Klinik Zebra"}
    assert wizard.draft.result is not None
    page.context.app.undo.undo(wizard.draft.result.batch or 0)
    assert below() == set()
