"""The last step: where what was imported is seen, and what stands there once it is taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import SheetWriter
from tests.ui.importing.driving import NIP, Begin, people, step_to
from ui.importing.draft import KINDS, PAGES
from ui.importing.wizard import APPLY, ImportWizard
from ui.main_window import MainWindow
from ui.pages.employees_page import EmployeesPage
from ui.pages.exchange_page import ExchangePage
from ui.pages.table import places
from ui.waiting import settle


def told(wizard: ImportWizard) -> list[str]:
    return [it.text() for it in wizard.applied.findChildren(QLabel) if it.isVisible() and it.text()]


def test_what_was_imported_is_seen_on_a_page_that_there_is() -> None:
    assert set(PAGES.values()) <= {it.name for it in places()}
    assert set(KINDS) - set(PAGES) == {"positions"}


def test_a_kind_without_a_page_of_its_own_leads_to_the_people(
    page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot
) -> None:
    imports = page.context.app.imports
    imports.apply(imports.plan(people(sheet, (NIP, "Anisa", "III/a"))))
    wizard = begin(sheet([["NIP", "Nama", "Tahun", "Predikat Kinerja"], [NIP, "Anisa", 2024, "Baik"]], "skp.xlsx"))
    step_to(wizard, page, APPLY)
    assert wizard.applied.list.text() == "Lihat pegawai"
    qtbot.mouseClick(wizard.applied.list, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert isinstance(window.current_page(), EmployeesPage)


def test_a_kind_that_no_page_shows_offers_none(page: ExchangePage, begin: Begin, sheet: SheetWriter) -> None:
    wizard = begin(
        sheet([["Nama Jabatan", "Jenis Jabatan", "Kelas Jabatan"], ["Pranata Komputer Ahli Pertama", "JF", 8]])
    )
    step_to(wizard, page, APPLY)
    assert (wizard.applied.list.isVisible(), wizard.applied.undo.isVisible()) == (False, True)


def test_the_counts_go_with_what_was_taken_back(
    page: ExchangePage, begin: Begin, sheet: SheetWriter, qtbot: QtBot
) -> None:
    wizard = begin(people(sheet, (NIP, "Anisa", "III/a")))
    step_to(wizard, page, APPLY)
    assert "baris baru" in told(wizard)
    qtbot.mouseClick(wizard.applied.undo, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    qtbot.waitUntil(lambda: "baris baru" not in told(wizard))
    assert "Impor ini sudah diurungkan" in told(wizard)
