"""The wizard in the real window on a real store, and files to feed it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.context import Target
from ui.importing.wizard import ImportWizard
from ui.main_window import MainWindow
from ui.pages.exchange_page import ExchangePage
from ui.waiting import settle

Begin = Callable[..., ImportWizard]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ExchangePage:
    """The page of exchange in the active window."""
    window.resize(1366, 688)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go(Target("exchange"))
    settle(window.context.operations)
    found = window.current_page()
    assert isinstance(found, ExchangePage)
    return found


@pytest.fixture
def begin(page: ExchangePage) -> Begin:
    """Opens the wizard as a file dropped on the window does, or empty."""

    def make(file: Path | None = None) -> ImportWizard:
        page.context.go(Target("exchange", act="import", file=file))
        settle(page.context.operations)
        return page.wizard()

    return make
