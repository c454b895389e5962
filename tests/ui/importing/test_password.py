"""The first step asks for a file's password where it stands, and forgets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.exchange import protected
from tests.exchange.files import make_zip
from tests.ui.importing.driving import Begin, step_to
from ui.importing.wizard import CHECK
from ui.pages.exchange_page import ExchangePage
from ui.waiting import settle

PASSWORD = "Rahasia1"


@pytest.fixture
def closed(samples: Path, tmp_path: Path) -> Path:
    """The training recap with its two sheets, protected."""
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(protected.standard((samples / "rekap_diklat_diskominfo_2025.xlsx").read_bytes(), PASSWORD))
    return path


def test_a_wrong_password_then_the_right_one(page: ExchangePage, begin: Begin, closed: Path, qtbot: QtBot) -> None:
    wizard = begin(closed)
    question = wizard.file.view.password
    assert question.isVisible()
    assert "rekap.xlsx" in question.title.text()
    assert (question.wrong.text(), wizard.next_button.isEnabled()) == ("", False)
    assert QApplication.focusWidget() is question.field
    qtbot.keyClicks(question.field, "salah")
    qtbot.keyClick(question.field, Qt.Key.Key_Return)
    settle(page.context.operations)
    assert question.isVisible()
    assert "tidak cocok" in question.wrong.text()
    assert QApplication.focusWidget() is question.field
    qtbot.keyClicks(question.field, PASSWORD)
    qtbot.mouseClick(question.open, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    assert not question.isVisible()
    assert question.field.text() == ""
    assert wizard.draft.look is not None
    assert wizard.draft.look.sheet == "Rekap 2025"
    step_to(wizard, page, CHECK)
    assert wizard.draft.plan is not None
    assert wizard.draft.plan.rows == 27
    assert PASSWORD not in repr(wizard.draft.plan) + repr(wizard.draft.look)


def test_another_sheet_does_not_ask_again(page: ExchangePage, begin: Begin, closed: Path, qtbot: QtBot) -> None:
    wizard = begin(closed)
    qtbot.keyClicks(wizard.file.view.password.field, PASSWORD)
    qtbot.keyClick(wizard.file.view.password.field, Qt.Key.Key_Return)
    settle(page.context.operations)
    wizard.file.view.sheet.setCurrentIndex(1)
    wizard.file.view.sheet.activated.emit(1)
    settle(page.context.operations)
    assert wizard.draft.look is not None
    assert (wizard.draft.look.sheet, wizard.file.view.password.isVisible()) == ("Referensi", False)


def test_another_file_may_be_chosen_instead(page: ExchangePage, begin: Begin, closed: Path, samples: Path) -> None:
    wizard = begin(closed)
    wizard.read_file(samples / "daftar_pegawai_simpeg.xls")
    settle(page.context.operations)
    assert not wizard.file.view.password.isVisible()
    assert wizard.draft.look is not None
    assert (wizard.draft.look.format, wizard.draft.kind) == ("html", "employees")


def test_a_file_that_no_password_opens_is_told_and_not_asked(begin: Begin, tmp_path: Path) -> None:
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "encryption-data"}
    wizard = begin(make_zip(tmp_path / "a.ods", parts))
    assert not wizard.file.view.password.isVisible()
    assert "simpan ulang tanpa kata sandi" in wizard.banner.accessibleName()
