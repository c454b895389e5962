"""The list of attached files: dropped, opened, taken off, told when they cannot be taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import DISCARD, Answers
from ui.context import Context
from ui.waiting import settle
from ui.widgets.attachment_list import AttachmentList


@pytest.fixture
def key(city: App) -> int:
    return city.lists.keys("employees", ListQuery())[0]


@pytest.fixture
def files(context: Context, qtbot: QtBot, key: int) -> AttachmentList:
    """The files of one employee, none as yet."""
    shown = AttachmentList(context)
    qtbot.addWidget(shown)
    shown.show_of("employees", key)
    settle(context.operations)
    return shown


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    file = tmp_path / "KTP.pdf"
    file.write_bytes(b"%PDF-1.7")
    return file


def drop(on: AttachmentList, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    on.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, none))


def shown(files: AttachmentList) -> list[str]:
    lines = files.view.list.lines
    return [lines.index(row).data() for row in range(lines.rowCount())]


def test_a_dropped_file_is_attached(files: AttachmentList, context: Context, city: App, key: int, scan: Path) -> None:
    assert files.view.hint.isVisibleTo(files)
    drop(files, scan)
    settle(context.operations)
    assert shown(files) == ["KTP.pdf"]
    assert not files.view.hint.isVisibleTo(files)
    assert [it.name for it in city.attachments.of("employees", key)] == ["KTP.pdf"]


def test_what_cannot_be_taken_is_told(files: AttachmentList, context: Context, tmp_path: Path) -> None:
    refused: list[CannotDo] = []
    context.refused.connect(refused.append)
    program = tmp_path / "surat.pdf"
    program.write_bytes(b"MZ")
    drop(files, program)
    settle(context.operations)
    files.begin()
    drop(files, program)
    settle(context.operations)
    assert [it.code for it in refused] == ["attachment.format", "attachment.format"]
    assert shown(files) == files.pending == []


def test_enter_opens_a_copy(
    files: AttachmentList, context: Context, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr("ui.widgets.attachments_opened.QDesktopServices.openUrl", opened.append)
    drop(files, scan)
    settle(context.operations)
    QTest.keyClick(files.view.list, Qt.Key.Key_Return)
    settle(context.operations)
    copy = Path(opened[0].toLocalFile())
    assert (copy.name, copy.read_bytes()) == ("KTP.pdf", scan.read_bytes())


def test_delete_takes_a_file_off_after_a_question(
    files: AttachmentList, context: Context, city: App, key: int, scan: Path, answers: Answers
) -> None:
    drop(files, scan)
    settle(context.operations)
    files.remove.trigger()
    settle(context.operations)
    assert shown(files) == ["KTP.pdf"]
    answers.answer = DISCARD
    files.remove.trigger()
    settle(context.operations)
    assert len(answers.asked) == 2
    assert shown(files) == []
    assert city.attachments.of("employees", key) == ()


def test_a_file_that_is_gone_says_so(files: AttachmentList, context: Context, city: App, key: int, scan: Path) -> None:
    drop(files, scan)
    settle(context.operations)
    (found,) = city.attachments.of("employees", key)
    city.attachments.path(found.id).unlink()
    files.show_of("employees", key)
    settle(context.operations)
    line = files.view.list.current_line()
    assert line is not None
    assert "tidak ada lagi" in line.note
