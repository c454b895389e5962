"""The fourth step: counts, rows, changes, and what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartpns_desktop.exchange.body import SKIPPED
from tests.conftest import SheetWriter
from tests.ui.importing.driving import NIP, OTHER, Begin, people, step_to, watched
from ui.importing import check_columns
from ui.importing.check_model import CheckModel
from ui.importing.wizard import CHECK
from ui.pages.exchange_page import ExchangePage
from ui.waiting import settle

ALT = Qt.KeyboardModifier.AltModifier


def test_the_counts_open_their_rows_and_add_up(page: ExchangePage, begin: Begin, samples: Path, qtbot: QtBot) -> None:
    wizard = begin(samples / "siasn_profil_asn.xlsx")
    step_to(wizard, page, CHECK)
    view, model = wizard.check.view, wizard.check.model
    tester = watched(model)
    assert view.tabs.sum.text() == "= 172 baris"
    shown = []
    for outcome in ("changed", "new", "rejected", "same", "skipped"):
        qtbot.mouseClick(view.tabs._tabs[outcome], Qt.MouseButton.LeftButton)  # noqa: SLF001
        settle(page.context.operations)
        shown.append(model.rowCount())
    assert sum(shown) == 172
    view.tabs._tabs["rejected"].click()  # noqa: SLF001
    settle(page.context.operations)
    assert "NIP" in view.strip.body.text()
    view.tabs._tabs["rejected"].setFocus()  # noqa: SLF001
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert wizard.check.view.count.text() == "0 baris sama"
    del tester


def test_a_change_is_shown_old_and_new_with_its_cell(
    page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot
) -> None:
    page.context.app.employees.add({"nip": NIP, "name": "Anisa", "phone": "0811"})
    file = sheet([["NIP", "Nama", "Nomor HP"], [NIP, "Anisa", "0822"], [OTHER, "Budi", "0833"]])
    wizard = begin(file)
    step_to(wizard, page, CHECK)
    strip = wizard.check.view.strip
    assert "0811" in strip.body.text()
    assert "sumber: kolom “Nomor HP”, sel C2" in strip.body.text()
    assert not wizard.check.view.grid.grab().isNull(), "the delegate paints the change without an error"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert strip.title.text().endswith("tidak diikutkan")
    assert wizard.next_button.text() == "Terapkan 1 baris"
    step_to(wizard, page, 4)
    assert page.context.app.employees.by_nip(NIP).phone == "0811"


def test_a_click_on_the_box_leaves_a_row_out(
    page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot
) -> None:
    wizard = begin(people(sheet, (NIP, "Anisa", "III/c")))
    step_to(wizard, page, CHECK)
    grid, model = wizard.check.view.grid, wizard.check.model
    box = grid.visualRect(model.index(0, 0)).topLeft() + QPoint(16, 12)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert not model.is_taken(0)
    assert not wizard.next_button.isEnabled()
    assert wizard.note.text() == "Tidak ada baris baru atau berubah untuk diterapkan."
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert wizard.next_button.text() == "Terapkan 1 baris"


def test_alt_down_goes_from_row_to_row(page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot) -> None:
    wizard = begin(people(sheet, (NIP, "Anisa", "III/c"), (OTHER, "Budi", "III/d")))
    step_to(wizard, page, CHECK)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, ALT)
    assert wizard.check.view.strip.title.text() == "Baris 3 · Budi"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, ALT)
    assert wizard.check.view.strip.title.text() == "Baris 2 · Anisa"


def test_an_empty_check_model_is_sound(themed: QApplication) -> None:  # noqa: ARG001
    model = CheckModel(set())
    tester = watched(model)
    assert model.rowCount() == 0
    assert not model.checkable
    del tester


@pytest.mark.parametrize("size", [(1366, 688), (911, 459)])
def test_no_step_holds_the_window_wide(page: ExchangePage, begin: Begin, samples: Path, size: tuple[int, int]) -> None:
    wizard = begin(samples / "siasn_profil_asn.xlsx")
    page.window().resize(*size)
    for place in (1, 2, 3, 4):
        least = wizard.minimumSizeHint()
        assert least.width() <= 911 - 56
        assert least.height() <= 459 - 46 - 26
        step_to(wizard, page, place)


def test_every_reason_to_skip_a_row_is_said_in_words() -> None:
    assert set(check_columns._REASONS) == set(SKIPPED)  # noqa: SLF001 - the words are what is tested
