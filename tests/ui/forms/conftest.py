"""What tests of forms share: a context on a real store, in which reads and writes go through the background."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smartpns_desktop.app import App
from ui.context import Context
from ui.workers.operation import Operations


@pytest.fixture
def context(qapp: QApplication, app: App) -> Iterator[Context]:
    """The context that pages are handed; errors that nobody shows fail the test."""
    operations = Operations(qapp)
    context = Context(app, operations)
    unseen: list[BaseException] = []
    context.refused.connect(unseen.append)
    operations.failed.connect(unseen.append)
    yield context
    operations.close()
    assert not unseen, f"Nobody showed {unseen}"


class Desk(QWidget):
    """A window with one editor and a field to which the cursor can go on."""

    def __init__(self) -> None:
        super().__init__()
        self.following = QLineEdit()
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.following)

    def lay(self, editor: QWidget) -> None:
        """Put the editor before the other field and the cursor into it."""
        self.column.insertWidget(0, editor)
        editor.show()
        editor.setFocus()

    def leave(self) -> None:
        """Let the cursor go on."""
        self.following.setFocus()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """The active window."""
    desk = Desk()
    qtbot.addWidget(desk)
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    return desk
