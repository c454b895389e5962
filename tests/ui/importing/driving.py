"""How the tests of the wizard drive it and watch its models."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

from tests.conftest import SheetWriter
from ui.importing.wizard import ImportWizard
from ui.pages.exchange_page import ExchangePage
from ui.waiting import settle

Begin = Callable[..., ImportWizard]
NIP, OTHER = "199204172019032001", "198501012010011001"


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def step_to(wizard: ImportWizard, page: ExchangePage, place: int) -> None:
    for _ in range(5):
        if wizard.steps.currentIndex() < place:
            wizard.go_on()
            settle(page.context.operations)
    assert wizard.steps.currentIndex() == place, wizard.note.text()


def people(sheet: SheetWriter, *rows: tuple[object, ...], name: str = "pegawai.xlsx") -> Path:
    return sheet([["NIP", "Nama", "Golongan"], *(list(row) for row in rows)], name)  # type: ignore[list-item]
