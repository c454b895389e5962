"""The five steps with sample files: by keyboard alone, by mouse, and what may go wrong on the way."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from smartpns_desktop.services.lists import ListQuery
from tests.conftest import SheetWriter
from tests.ui.driving import DISCARD, STAY, Answers
from ui.context import Target
from ui.importing.draft import KINDS
from ui.importing.wizard import APPLY, CHECK, COLUMNS, FILE, VALUES, ImportWizard
from ui.pages.exchange_page import ExchangePage
from ui.waiting import settle

Begin = Callable[..., ImportWizard]
SIASN = "siasn_profil_asn.xlsx"
CTRL = Qt.KeyboardModifier.ControlModifier


def place(wizard: ImportWizard) -> int:
    return wizard.steps.currentIndex()


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None, "the keyboard is nowhere"
    qtbot.keyClick(focused, key, modifier)


def on(wizard: ImportWizard, qtbot: QtBot) -> None:
    """Ctrl+Enter, and whatever it sets going."""
    press(qtbot, Qt.Key.Key_Return, CTRL)
    settle(wizard.work._context.operations)  # noqa: SLF001 - a wizard tells nobody its context


def count(page: ExchangePage, kind: str) -> int:
    return page.context.app.lists.count(kind, ListQuery())


def test_siasn_by_keyboard_alone(
    page: ExchangePage, begin: Begin, qtbot: QtBot, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = count(page, "employees")
    wizard = begin()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(samples / SIASN), ""))
    press(qtbot, Qt.Key.Key_O, CTRL)
    settle(page.context.operations)
    assert wizard.note.text() == "32 dari 32 kolom dikenali"
    on(wizard, qtbot)
    assert place(wizard) == COLUMNS
    on(wizard, qtbot)
    assert place(wizard) == VALUES
    on(wizard, qtbot)
    assert place(wizard) == CHECK
    assert wizard.next_button.text() == "Terapkan 167 baris"
    assert wizard.note.text() == "167 baris akan diterapkan, 4 salah dilewati"
    press(qtbot, Qt.Key.Key_Space)
    assert wizard.next_button.text() == "Terapkan 166 baris"
    on(wizard, qtbot)
    assert place(wizard) == APPLY
    assert wizard.applied.title.text() == "166 baris diterapkan"
    assert count(page, "employees") == before + 166


@pytest.mark.parametrize("name", ["usulan_kebutuhan_tb_diskominfo.xlsx", "usulan_kebutuhan_tb_dpuprk.xlsx"])
def test_need_forms_by_mouse(page: ExchangePage, begin: Begin, qtbot: QtBot, samples: Path, name: str) -> None:
    before = count(page, "study-needs")
    wizard = begin(samples / name)
    for _ in range(4):
        qtbot.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
        settle(page.context.operations)
    assert wizard.applied.title.text() == "7 baris diterapkan"
    assert count(page, "study-needs") == before + 7
    qtbot.mouseClick(wizard.applied.undo, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    assert wizard.applied.title.text() == "Impor ini sudah diurungkan"
    assert count(page, "study-needs") == before
    qtbot.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    assert page.count() == 1
    assert page.list.current_record() is not None


def test_a_file_without_questions_passes_the_third_step_by(
    page: ExchangePage, begin: Begin, qtbot: QtBot, samples: Path
) -> None:
    first = begin(samples / SIASN)
    for _ in range(5):
        first.go_on()
        settle(page.context.operations)
    wizard = begin(samples / "riwayat_kursus_siasn.csv")
    on(wizard, qtbot)
    on(wizard, qtbot)
    assert place(wizard) == CHECK
    press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert place(wizard) == COLUMNS


def test_enter_ends_a_finished_import(page: ExchangePage, begin: Begin, qtbot: QtBot, samples: Path) -> None:
    wizard = begin(samples / SIASN)
    while wizard.draft.result is None:
        on(wizard, qtbot)
    assert QApplication.focusWidget() is wizard.next_button
    press(qtbot, Qt.Key.Key_Return)
    settle(page.context.operations)
    assert page.count() == 1


def test_the_pulled_stick(page: ExchangePage, begin: Begin, samples: Path, tmp_path: Path) -> None:
    """Once read, the file is not needed; only another sheet of it would be."""
    file = tmp_path / "usb.xlsx"
    shutil.copyfile(samples / SIASN, file)
    wizard = begin(file)
    file.unlink()
    for _ in range(4):
        wizard.go_on()
        settle(page.context.operations)
    assert place(wizard) == APPLY
    assert wizard.draft.result is not None
    assert wizard.draft.result.new == 167


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", b"%PDF-1.7 x", None])
def test_a_file_that_cannot_be_read_is_told_calmly(
    page: ExchangePage, begin: Begin, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "kiriman.xlsx"
    if content is not None:
        file.write_bytes(content)
    wizard = begin(file)
    assert place(wizard) == FILE
    assert wizard.banner.isVisible()
    assert "kiriman.xlsx" in wizard.banner.accessibleName()
    assert not wizard.next_button.isEnabled()
    assert page.wizard() is wizard


def test_a_mended_file_is_read_by_the_banners_link(
    page: ExchangePage, begin: Begin, samples: Path, tmp_path: Path
) -> None:
    file = tmp_path / "kiriman.xlsx"
    file.write_bytes(b"")
    wizard = begin(file)
    shutil.copyfile(samples / SIASN, file)
    wizard.banner.clicked.emit()
    settle(page.context.operations)
    assert not wizard.banner.isVisible()
    assert wizard.draft.kind == "employees"


def test_cancelling_the_apply_stores_nothing(page: ExchangePage, begin: Begin, samples: Path) -> None:
    before = count(page, "employees")
    wizard = begin(samples / SIASN)
    for _ in range(3):
        wizard.go_on()
        settle(page.context.operations)
    wizard.go_on()
    wizard.cancel()
    settle(page.context.operations)
    assert place(wizard) == CHECK
    assert "dibatalkan" in wizard.banner.accessibleName()
    assert count(page, "employees") == before
    assert count(page, "batches") == 0
    wizard.go_on()
    settle(page.context.operations)
    assert count(page, "employees") == before + 167


def test_a_store_that_changed_meanwhile_is_checked_again(page: ExchangePage, begin: Begin, samples: Path) -> None:
    wizard = begin(samples / SIASN)
    for _ in range(3):
        wizard.go_on()
        settle(page.context.operations)
    page.context.app.employees.add({"nip": "199204172019032001", "name": "Anisa"})
    wizard.go_on()
    settle(page.context.operations)
    assert place(wizard) == COLUMNS
    wizard.banner.clicked.emit()
    settle(page.context.operations)
    assert place(wizard) in (VALUES, CHECK)


@pytest.mark.parametrize(("given", "stays"), [(STAY, True), (DISCARD, False)])
def test_leaving_half_way_asks(
    page: ExchangePage, begin: Begin, samples: Path, answers: Answers, qtbot: QtBot, given: int, stays: bool
) -> None:
    begin(samples / SIASN)
    answers.answer = given
    press(qtbot, Qt.Key.Key_Escape)
    settle(page.context.operations)
    assert answers.asked == [f"Tinggalkan impor {SIASN}?"]
    assert (page.count() == 2) is stays


def test_another_file_dropped_meanwhile_asks(page: ExchangePage, begin: Begin, samples: Path, answers: Answers) -> None:
    first = begin(samples / SIASN)
    page.context.go(Target("exchange", act="import", file=samples / "pegawai_lama.xls"))
    settle(page.context.operations)
    assert page.wizard() is first
    answers.answer = DISCARD
    second = begin(samples / "pegawai_lama.xls")
    assert page.wizard() is second
    assert second.draft.look is not None
    assert second.draft.look.name == "pegawai_lama.xls"


def test_leaving_an_empty_wizard_asks_nothing(page: ExchangePage, begin: Begin, qtbot: QtBot) -> None:
    begin()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.count() == 1


def test_a_step_that_is_done_can_be_pressed(page: ExchangePage, begin: Begin, samples: Path) -> None:
    wizard = begin(samples / SIASN)
    for _ in range(3):
        wizard.go_on()
        settle(page.context.operations)
    plan = wizard.draft.plan
    wizard.stepper.chosen.emit(FILE)
    assert place(wizard) == FILE
    for _ in range(3):
        wizard.go_on()
        settle(page.context.operations)
    assert place(wizard) == CHECK
    assert wizard.draft.plan is plan, "nothing was changed, so nothing is planned again"


def test_an_import_waits_for_its_turn(page: ExchangePage, begin: Begin, samples: Path) -> None:
    done: list[str] = []
    page.context.operations.run("lain", lambda _watch: None, lambda _none: done.append("lain"))
    wizard = begin(samples / SIASN)
    assert done == ["lain"]
    assert wizard.draft.look is not None


def test_refused_rows_are_written_for_the_sender(
    page: ExchangePage, begin: Begin, samples: Path, tmp_path: Path
) -> None:
    wizard = begin(samples / SIASN)
    for _ in range(3):
        wizard.go_on()
        settle(page.context.operations)
    wizard.reading.write_rejected(tmp_path / "salah.xlsx")
    settle(page.context.operations)
    back = page.context.app.imports.plan(tmp_path / "salah.xlsx")
    assert back.rows == 4


def test_every_control_says_what_it_is(page: ExchangePage, begin: Begin, samples: Path) -> None:
    wizard = begin(samples / SIASN)
    for _ in range(4):
        silent = [
            type(it).__name__
            for it in wizard.findChildren(QWidget)
            if it.isVisible()
            and it.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (it.accessibleName() or getattr(it, "text", str)() or it.toolTip())
            and not isinstance(it.parent(), QComboBox)
            and "spinbox" not in it.objectName()
        ]
        assert not silent
        wizard.go_on()
        settle(page.context.operations)


def test_every_kind_of_sheet_can_be_chosen() -> None:
    from smartpns_desktop.exchange.columns import SPECS

    assert set(KINDS) == set(SPECS)


def test_an_unknown_kind_waits_for_the_clerk(
    page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot
) -> None:
    wizard = begin(sheet([["apel", "pisang", "jeruk"], ["1", "2", "3"]]))
    assert not wizard.next_button.isEnabled()
    assert wizard.note.text() == "Pilih jenis datanya."
    assert wizard.file.view.problem.isVisible()
    wizard.file.view.kind.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    settle(page.context.operations)
    assert wizard.draft.kind
