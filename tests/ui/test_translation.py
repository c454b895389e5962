"""Qt's own menus, buttons and dialogs hold no English word, and nothing breaks where the words are missing."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QErrorMessage,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QScrollBar,
    QSpinBox,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui import translation

TS = Path(__file__).resolve().parents[2] / "resources" / "translations" / "qt_id.ts"
ENGLISH = set(
    """
    undo redo cut copy paste delete select all insert step up down scroll here left right top bottom edge page ok yes no
    save open close cancel discard help apply reset restore defaults abort retry ignore show hide details look in
    name files file of type size date modified back forward parent directory new create list view sidebar computer
    choose rename remove hidden are you sure already exists do want replace change mode go the places bookmarks
    monday tuesday wednesday thursday friday saturday sunday january february march may june july august october
    december mon tue wed thu sat sun aug oct dec again message value enter this warning error link location
    """.split()
)


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[None]:
    """The application speaks Indonesian during the test."""
    before, others = QLocale(), qapp.findChildren(translation.QtWords)
    translation.install(qapp)
    yield
    for words in qapp.findChildren(translation.QtWords):
        if words not in others:
            qapp.removeTranslator(words)
            delete(words)
    QLocale.setDefault(before)


@pytest.fixture
def untranslated(qapp: QApplication) -> Iterator[None]:
    """The application speaks Qt's English during the test, whatever a test before it installed."""
    installed = qapp.findChildren(translation.QtWords)
    for words in installed:
        qapp.removeTranslator(words)
    yield
    for words in installed:
        qapp.installTranslator(words)


def english(texts: list[str]) -> set[str]:
    """English words in what a user reads; shortcuts behind a tab stay as they are on the keyboard."""
    plain = " ".join(text.partition("\t")[0].replace("&", "") for text in texts)
    return {word for word in re.findall(r"[a-z]+", plain.lower()) if word in ENGLISH}


def texts(top: QWidget) -> list[str]:
    """Everything that a widget and those in it show, hint, or tell a screen reader."""
    found: list[str] = [top.windowTitle()]
    for widget in [top, *top.findChildren(QWidget)]:
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        if isinstance(widget, QComboBox) and widget.objectName() == "fileTypeCombo":
            found += [widget.itemText(row) for row in range(widget.count())]
    found += [action.text() for action in top.findChildren(QAction)]
    return found


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize("make", [QLineEdit, QTextEdit, QPlainTextEdit, QTextBrowser, QSpinBox, QDateEdit, QScrollBar])
def test_context_menus(make: Callable[[], QWidget], qtbot: QtBot) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    shown: list[str] = []

    def read_menu() -> None:
        menu = QApplication.activePopupWidget()
        if menu is not None:
            shown.extend(action.text() for action in menu.actions())
            menu.close()

    # The menu of a spin box or a scroll bar comes back only when it is closed.
    looking = QTimer(widget, interval=10)
    looking.timeout.connect(read_menu)
    looking.start()
    inner = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    place = inner.rect().center()
    QCoreApplication.sendEvent(
        inner, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, inner.mapToGlobal(place))
    )
    qtbot.waitUntil(lambda: bool(shown))
    assert not english(shown)


@pytest.mark.usefixtures("indonesian")
def test_every_standard_button(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for kind in QDialogButtonBox.StandardButton:
        if kind != QDialogButtonBox.StandardButton.NoButton:
            box.addButton(kind)
    assert len(box.buttons()) >= 18
    assert not english(texts(box))


def message_box() -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Question, "Judul", "Isi")
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDetailedText("Rincian")
    return box


def file_dialog(mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode) -> QFileDialog:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    header = dialog.findChild(QWidget, "treeView").model()  # type: ignore[union-attr]
    heads = [header.headerData(column, Qt.Orientation.Horizontal) for column in range(header.columnCount())]
    dialog.setAccessibleDescription(" ".join(map(str, heads)))
    return dialog


DIALOGS: dict[str, Callable[[], QWidget]] = {
    "message": message_box,
    "open": lambda: file_dialog(QFileDialog.FileMode.ExistingFiles, QFileDialog.AcceptMode.AcceptOpen),
    "save": lambda: file_dialog(QFileDialog.FileMode.AnyFile, QFileDialog.AcceptMode.AcceptSave),
    "folder": lambda: file_dialog(QFileDialog.FileMode.Directory, QFileDialog.AcceptMode.AcceptOpen),
    "progress": lambda: QProgressDialog("", "", 0, 1),
    "input": QInputDialog,
    "error": QErrorMessage,
    "calendar": QCalendarWidget,
}


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_dialogs(make: Callable[[], QWidget], qtbot: QtBot) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    assert not english(texts(dialog))


@pytest.mark.usefixtures("untranslated")
def test_the_words_looked_for_are_there_without_a_translation(qtbot: QtBot) -> None:
    dialog = file_dialog(QFileDialog.FileMode.ExistingFiles, QFileDialog.AcceptMode.AcceptOpen)
    qtbot.addWidget(dialog)
    dialog.show()
    assert {"look", "name", "cancel", "parent", "size", "date"} <= english(texts(dialog))


@pytest.mark.usefixtures("indonesian")
def test_months_days_and_numbers() -> None:
    calendar = QCalendarWidget()
    assert calendar.locale().monthName(8) == "Agustus"
    assert QLocale().dayName(1) == "Senin"
    assert QLocale().toString(QDate(2026, 3, 12), "d MMM yyyy") == "12 Mar 2026"
    assert QLocale().toString(1250000) == "1.250.000"


def test_every_source_text_is_one_of_this_qt() -> None:
    german = QTranslator()
    assert german.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    unknown = [
        (context.findtext("name"), source)
        for context in ElementTree.parse(TS).getroot().iter("context")
        for source in (message.findtext("source", "") for message in context.iter("message"))
        if not german.translate(context.findtext("name", ""), source)
    ]
    assert not unknown


def test_the_compiled_words_are_made_from_the_source(tmp_path: Path) -> None:
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([tool, str(TS), "-qm", str(tmp_path / "qt_id.qm")], check=True, capture_output=True)
    assert TS.with_suffix(".qm").read_bytes() == (tmp_path / "qt_id.qm").read_bytes(), f"lrelease {TS.name}"


@pytest.mark.parametrize("content", [None, b"", b"broken", b"<TS/>" * 1000])
def test_missing_or_broken_words_are_logged_and_the_program_goes_on(
    content: bytes | None,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "translations").mkdir()
    if content is not None:
        (tmp_path / "translations" / "qt_id.qm").write_bytes(content)
    monkeypatch.setattr(resources, "files", lambda _name: tmp_path)
    before, others = QLocale(), qapp.findChildren(QTranslator)
    with caplog.at_level(logging.WARNING):
        translation.install(qapp)
    QLocale.setDefault(before)
    assert "words of Qt" in caplog.text
    assert qapp.findChildren(QTranslator) == others
