"""The page of exchange: earlier imports, taking them back and doing them again, exports, templates, dropped files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words.labels import kind_label
from tests.conftest import SheetWriter
from tests.ui.driving import DISCARD, Answers, typed
from ui.context import Target
from ui.forms.searched_editor import SearchedEditor
from ui.importing.draft import KINDS
from ui.main_window import MainWindow
from ui.pages.exchange_batches import what_goes
from ui.pages.exchange_page import ExchangePage
from ui.pages.template_form import TemplatePage
from ui.waiting import settle

NIP, OTHER = "199204172019032001", "198501012010011001"


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ExchangePage:
    """The page in the active window, wide enough for its panel."""
    window.resize(1366, 688)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go(Target("exchange"))
    settle(window.context.operations)
    found = window.current_page()
    assert isinstance(found, ExchangePage)
    return found


@pytest.fixture
def imported(page: ExchangePage, sheet: SheetWriter) -> int:
    """Two people were imported and the page has heard of it; gives the batch."""
    app = page.context.app
    plan = app.imports.plan(
        sheet([["NIP", "Nama"], [NIP, "Anisa"], [OTHER, "Budi"]], "dua orang.xlsx"), sender="Disdik"
    )
    result = app.imports.apply(plan)
    page.context.changed.emit(result.changes)
    settle(page.context.operations)
    assert result.batch is not None
    return result.batch


def people(page: ExchangePage) -> int:
    return page.context.app.lists.count("employees", ListQuery())


def test_while_nothing_was_imported_the_page_says_what_to_do(page: ExchangePage) -> None:
    assert page.view.import_button.property("kind") == ""
    assert not page.view.detail.isVisible()
    assert [it.text() for it in page.findChildren(QPushButton) if it.property("kind") == "primary" and it.isVisible()]


def test_an_import_is_listed_with_its_counts(page: ExchangePage, imported: int) -> None:
    record = page.list.current_record()
    assert record is not None
    assert (record["key"], record["file"], record["sender"]) == (imported, "dua orang.xlsx", "Disdik")
    assert page.view.detail.title.text() == "dua orang.xlsx"
    assert page.view.detail.state.text() == "Berlaku"
    assert page.view.import_button.property("kind") == "primary"
    assert page.undo_action.isVisible()
    assert not page.redo_action.isVisible()


def test_taken_back_after_a_question_and_done_again(
    page: ExchangePage, imported: int, qtbot: QtBot, answers: Answers
) -> None:
    before = people(page)
    answers.answer = DISCARD
    page.list.grid.setFocus()
    qtbot.keyClick(page.list.grid, Qt.Key.Key_Delete)
    settle(page.context.operations)
    assert answers.asked == ["Urungkan impor dua orang.xlsx?"]
    assert people(page) == before - 2
    assert page.view.detail.state.text() == "Diurungkan"
    assert page.view.detail.kept.text() == "2 data dikembalikan seperti sebelumnya."
    page.redo_action.trigger()
    settle(page.context.operations)
    assert people(page) == before
    assert page.list.current_record()["undone"] == 0  # type: ignore[index]
    assert imported == page.list.current_key()


def test_no_means_no(page: ExchangePage, imported: int, answers: Answers) -> None:
    before = people(page)
    page.undo_current()
    settle(page.context.operations)
    assert answers.asked
    assert people(page) == before
    assert imported


def test_what_was_edited_since_is_kept_and_named(page: ExchangePage, imported: int, answers: Answers) -> None:
    app = page.context.app
    (key,) = app.lists.keys("employees", ListQuery(where=(("nip", NIP),)))
    app.employees.change(key, {"phone": "0811"})
    answers.answer = DISCARD
    page.undo_current()
    settle(page.context.operations)
    assert "dipertahankan" in page.view.detail.kept.text()
    assert "Anisa" in page.view.detail.kept.text()
    assert answers.asked[-1] == "Sebagian dipertahankan"
    assert imported


def test_what_goes_is_said_with_numbers() -> None:
    said = what_goes({"new": 2, "changed": 1})
    assert said.startswith("2 baris yang ditambahkan dihapus lagi dan 1 baris yang diubah kembali seperti sebelumnya.")
    assert what_goes({"new": 0, "changed": 0}).startswith("Yang sesudahnya")


def test_a_file_dropped_on_the_window_is_imported(window: MainWindow, page: ExchangePage, samples: Path) -> None:
    window.go(Target("home"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(samples / "pegawai_lama.xls"))])
    dropped = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(dropped)
    settle(window.context.operations)
    assert window.current_page() is page
    assert page.wizard().draft.look is not None
    assert page.wizard().draft.kind == "employees"


@pytest.mark.parametrize(("place", "kind"), [(0, "employees"), (0, "trainings"), (1, "trainings"), (0, "agencies")])
def test_a_kind_is_exported_from_the_menu_and_reads_back(
    page: ExchangePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: int, kind: str
) -> None:
    out = tmp_path / "keluar.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    named = [it for it in page.view.export_button.menu().actions() if it.text().startswith(kind_label(kind))]
    named[place].trigger()
    settle(page.context.operations)
    plan = page.context.app.imports.plan(out, kind=kind)
    assert plan.rows
    assert plan.judgement.new == 0


def test_a_template_is_written(page: ExchangePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "isi"), ""))
    page.view.template_button.menu().actions()[2].trigger()
    settle(page.context.operations)
    assert (tmp_path / "isi.xlsx").stat().st_size > 1000


def test_giving_no_file_writes_nothing(page: ExchangePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.export("employees", None)
    page.save_template("employees")
    assert page.context.operations.is_settled


def test_where_it_is_narrow_the_acts_move_into_the_header(
    window: MainWindow, page: ExchangePage, imported: int
) -> None:
    window.resize(1000, 600)
    settle(window.context.operations)
    assert not page.view.detail.isVisible()
    assert page.view.acts.isVisible()
    window.resize(1366, 688)
    settle(window.context.operations)
    assert page.view.detail.isVisible()
    assert not page.view.acts.isVisible()
    assert imported


def test_the_menus_name_every_kind(page: ExchangePage) -> None:
    menu: Callable[[QPushButton], list[str]] = lambda made: [it.text() for it in made.menu().actions()]  # noqa: E731
    page.view.export_button.menu().aboutToShow.emit()
    year = page.context.year
    assert f"Pelatihan {year}…" in menu(page.view.export_button)
    kinds = [f"{kind_label(kind)}…" for kind in KINDS]
    assert {"Pegawai…", "Pelatihan…", "Kebutuhan Studi…", "Perangkat Daerah…"} <= set(kinds)
    assert menu(page.view.template_button) == [*kinds, "", "Untuk perangkat daerah…"]


def test_a_template_for_an_agency_holds_its_people(
    page: ExchangePage, sheet: SheetWriter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page.context.app
    people = [["NIP", "Nama", "Unit Kerja", "Jabatan"], [NIP, "Anisa", "Kantor Arsip", "Arsiparis"]]
    app.imports.apply(app.imports.plan(sheet(people)))
    page.view.template_button.menu().actions()[-1].trigger()
    form = page.currentWidget()
    assert isinstance(form, TemplatePage)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("nothing to save yet"))
    qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(page.context.operations)
    typed(form, "agency", "kantor ars")
    editor = form.form.rows["agency"].editor
    assert isinstance(editor, SearchedEditor)
    qtbot.waitUntil(editor.popup.isVisible)
    qtbot.keyClick(editor.popup, Qt.Key.Key_Return)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    qtbot.mouseClick(form.view.save, Qt.MouseButton.LeftButton)
    assert page.currentWidget() is form
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "isi"), ""))
    qtbot.mouseClick(form.view.save, Qt.MouseButton.LeftButton)
    settle(page.context.operations)
    assert page.count() == 1
    assert app.imports.plan(tmp_path / "isi.xlsx").judgement.same == 1
