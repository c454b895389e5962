"""A damaged NIP in the window: asked about once, and taken only where the clerk says so."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from smartpns_desktop.domain import nip
from smartpns_desktop.services.lists import ListQuery
from tests.conftest import SheetWriter
from tests.ui.importing.driving import Begin, people, step_to
from ui.importing.wizard import CHECK, VALUES
from ui.pages.exchange_page import ExchangePage

SITI = "198503122010012003"


def test_whose_a_damaged_nip_is_can_be_answered_by_key(
    page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot
) -> None:
    app = page.context.app
    app.imports.apply(app.imports.plan(people(sheet, (SITI, "Siti Aminah", "III/a"))))
    heading = ["NIP", "Nama Pegawai", "Nama Pelatihan", "Mulai"]
    rows = [[float(SITI), "Siti Aminah", name, date(2026, 3, 2)] for name in ("Bimtek SPBE", "Diklat PBJ")]
    wizard = begin(sheet([heading, *rows], "recap.xlsx"))
    step_to(wizard, page, VALUES)
    assert wizard.note.text() == "1 belum dijawab, 2 baris akan ditolak"
    radios = wizard.values.findChildren(QRadioButton)
    assert [it.text() for it in radios] == [f"{nip.show(SITI)} · Siti Aminah", "Bukan; tolak barisnya"]
    assert "Pegawai yang dimaksud · 1 pertanyaan" in [it.text() for it in wizard.values.findChildren(QLabel)]
    assert QApplication.focusWidget() is radios[0]
    qtbot.keyClick(radios[0], Qt.Key.Key_Space)
    assert wizard.note.text() == ""
    step_to(wizard, page, CHECK)
    step_to(wizard, page, 4)
    assert len(app.lists.rows("trainings", ListQuery(where=(("nip", SITI),)))[1]) == 2
