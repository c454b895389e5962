"""What is pasted into lines, and what an installation may lack."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

import resources
from tests.ui.driving import (
    DISCARD,
    Answers,
    banner,
    form_of,
    listed,
    press,
    show,
)
from ui import translation
from ui.context import Context
from ui.main_window import MainWindow
from ui.pages.table import places
from ui.theme import icon_font
from ui.waiting import settle
from ui.widgets.banner import Banner

PAGES = [place.name for place in places()]
LONG = "Ketahanan " * 1_000
HTML = "<table><tr><td><b>198501012010011001</b></td><td>Siti &amp; Budi</td></tr></table>"


def lines(window: MainWindow) -> Iterator[QLineEdit]:
    """Every line one can paste into, wherever it stands."""
    yield window.view.top.search
    yield listed(window).list.facets.words
    yield show(window, "settings").findChild(QLineEdit)
    form = form_of(window)
    yield from (it for it in form.findChildren(QLineEdit) if it.isVisibleTo(form) and not it.isReadOnly())


def paste(line: QLineEdit, text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(("text", "html"), [(LONG, ""), (HTML, HTML), ("", HTML), ("a\tb\r\nc\0d", "")])
def test_odd_pastes_do_no_harm_to_any_line(active: MainWindow, text: str, html: str) -> None:
    count = 0
    for line in lines(active):
        paste(line, text, html)
        settle(active.context.operations)
        assert banner(active) == ""
        count += 1
    assert count > 20
    active.resize(911, 459)
    assert active.minimumSizeHint().width() <= 911


def test_markup_is_shown_as_it_was_typed(active: MainWindow) -> None:
    page = listed(active)
    page.list.facets.words.setText("<h1>x</h1>")
    page.list.facets.words.textEdited.emit("")
    QTest.qWait(250)
    settle(active.context.operations)
    assert page.list.model.rowCount() == 0
    assert all(
        "<h1>" not in it.text() or it.textFormat() == Qt.TextFormat.PlainText for it in page.findChildren(QLabel)
    )


@pytest.mark.parametrize("written", ["{0:.8} {0[8:14]}", "'{0}", "{0}\r\n", " {0}\t", "NIP. {0}", "{0:.8}-{1}"])
def test_a_nip_is_found_however_it_was_copied(active: MainWindow, written: str) -> None:
    page = listed(active)
    nip = page.list.current_record()["nip"]  # type: ignore[index]
    text = {
        "{0:.8} {0[8:14]}": f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}",
        "{0:.8}-{1}": f"{nip[:8]}-{nip[8:14]}-{nip[14]}-{nip[15:]}",
    }.get(written, written.replace("{0}", nip))
    paste(page.list.facets.words, text)
    QTest.qWait(250)
    settle(active.context.operations)
    assert page.list.model.rowCount() == 1
    paste(active.view.top.search, text)
    QTest.qWait(200)
    settle(active.context.operations)
    press(active, "Return")
    settle(active.context.operations)
    assert page.count() == 2


@pytest.mark.parametrize("pattern", ["{} ", "'{}", "{}\r\n", "\n{}", "NIP {}"])
def test_a_nip_is_understood_by_the_form_however_it_was_copied(active: MainWindow, pattern: str) -> None:
    form = form_of(active)
    line = form.form.rows["nip"].editor.inner
    assert isinstance(line, QLineEdit)
    paste(line, pattern.format("199003152015031001"))
    settle(active.context.operations)
    assert form.form.values()["nip"] == "199003152015031001"


@pytest.fixture
def incomplete(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A copy of the resources that the window reads in the place of its own; tests take parts away."""
    copy = tmp_path / "resources"
    shutil.copytree(Path(str(resources.__path__[0])), copy)
    for module in ("ui.theme.icon_font", "ui.shell.help"):
        monkeypatch.setattr(f"{module}.files", lambda _package: copy)
    monkeypatch.setattr("ui.translation.resources", SimpleNamespace(files=lambda _package: copy))
    _forget_icons()
    yield copy
    _forget_icons()


def _forget_icons() -> None:
    icon_font.signs.cache_clear()
    icon_font._font_is_there.cache_clear()  # noqa: SLF001
    QPixmapCache.clear()


@pytest.mark.parametrize("gone", ["icons/phosphor.json", "icons/phosphor.ttf", "help", "translations"])
def test_a_missing_part_stops_nothing(incomplete: Path, context: Context, answers: Answers, gone: str) -> None:
    part = incomplete / gone
    shutil.rmtree(part) if part.is_dir() else part.unlink()
    translation.install(QApplication.instance())
    window = MainWindow(context)
    window.show()
    for name in PAGES:
        show(window, name)
        window.help()
        assert not window.grab().isNull()
    assert window.view.sidebar.row("home").text() == "Beranda"
    assert banner(window) == ""
    answers.answer = DISCARD
    window.close()


def test_a_broken_list_of_icons_stops_nothing(incomplete: Path, context: Context) -> None:
    (incomplete / "icons/phosphor.json").write_text("{", encoding="utf-8")
    window = MainWindow(context)
    window.show()
    settle(context.operations)
    assert not window.grab().isNull()
    window.close()


def test_a_banner_can_be_closed_by_key(active: MainWindow) -> None:
    from smartpns_desktop.domain.errors import CannotDo

    active.context.refuse(CannotDo("file.in_use", path="data.xlsx"))
    (shown,) = [it for it in active.findChildren(Banner) if it.parent() is active.view]
    link: QWidget | None = shown.findChild(QPushButton)
    assert link is not None
    link.setFocus()
    press(active, "Space")
    QApplication.sendPostedEvents(None, 0)
    assert active.refusals.is_clear
