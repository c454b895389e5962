"""The second step: columns and what they mean."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from smartpns_desktop.services.imports.columns import FieldChoice, SheetColumns
from tests.ui.importing.driving import Begin, step_to, watched
from ui.importing.columns_step import fields_used_twice, missing_fields, state_of
from ui.importing.columns_view import PassingCombo
from ui.pages.exchange_page import ExchangePage

ALT = Qt.KeyboardModifier.AltModifier


def test_two_columns_of_one_meaning_are_told_at_once(
    page: ExchangePage, begin: Begin, samples: Path, qtbot: QtBot
) -> None:
    wizard = begin(samples / "siasn_profil_asn.xlsx")
    step_to(wizard, page, 1)
    tester = watched(wizard.columns.model)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    combo = wizard.columns.view.grid.findChild(PassingCombo)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("nip"))
    combo.activated.emit(combo.currentIndex())
    combo.hidePopup()
    assert wizard.columns.blocked() == "Satu isian dipasangkan dengan dua kolom: NIP."
    assert wizard.columns.view.problem.isVisible()
    assert not wizard.next_button.isEnabled()
    wizard.columns.choose(1, None)
    assert wizard.next_button.isEnabled()
    del tester


def test_a_column_that_is_needed_is_asked_for(page: ExchangePage, begin: Begin, samples: Path) -> None:
    wizard = begin(samples / "siasn_profil_asn.xlsx")
    step_to(wizard, page, 1)
    wizard.columns.choose(2, None)
    assert wizard.columns.blocked().startswith("Kolom wajib belum dipasangkan: NIP")


CHOICES = (
    FieldChoice("nip", "NIP", required=True),
    FieldChoice("name", "Nama", required=True),
    FieldChoice("note", "Catatan", required=False, many=True),
    FieldChoice("name+nip", "Nama + NIP", required=False, fields=("name", "nip")),
)
COLUMNS = SheetColumns("employees", 1, 1, (), CHOICES)


def test_a_field_is_told_by_one_column_but_notes_by_many() -> None:
    assert fields_used_twice(COLUMNS, {0: "nip", 1: None, 2: "name", 3: "nip", 4: None}) == ["nip"]
    assert fields_used_twice(COLUMNS, {0: "name+nip", 1: "note", 2: "note", 3: "name"}) == ["name"]
    assert missing_fields(COLUMNS, {0: "name+nip", 1: "note"}) == []
    assert missing_fields(COLUMNS, {0: "nip", 1: None}) == ["Nama"]


def test_what_is_said_of_a_columns_meaning() -> None:
    kinds = [
        state_of("nip", doubtful=False, twice=True, chosen=False).kind,
        state_of("nip", doubtful=True, twice=False, chosen=False).kind,
        state_of(None, doubtful=False, twice=False, chosen=False).kind,
        state_of("nip", doubtful=False, twice=False, chosen=True).kind,
    ]
    assert kinds == ["bad", "warn", "text2", "ok"]
