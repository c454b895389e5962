"""A searched field on a real store: what is typed brings a list, Enter chooses, a wrong name is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smartpns_desktop.domain.typed import Unread
from tests.ui.forms.conftest import Desk
from ui.context import Context
from ui.forms.searched_editor import SearchedEditor
from ui.forms.searching import find, known


@pytest.fixture
def agencies(context: Context) -> dict[str, int]:
    """Keys of three agencies by short name."""
    names = {"Diskominfo": "Dinas Komunikasi dan Informatika", "Disdik": "Dinas Pendidikan", "RSUD": "RSUD Taman"}
    return {short: context.app.agencies.add({"name": name, "short_name": short})[0] for short, name in names.items()}


@pytest.fixture
def editor(context: Context, desk: Desk) -> SearchedEditor:
    """A field for an agency, the cursor in it."""
    editor = SearchedEditor(context, "agencies", allows_new=False)
    desk.lay(editor)
    return editor


def offered(qtbot: QtBot, editor: SearchedEditor) -> list[str]:
    qtbot.waitUntil(editor.popup.isVisible)
    model = editor.popup.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_letters_bring_a_list_and_enter_chooses(qtbot: QtBot, editor: SearchedEditor, agencies: dict[str, int]) -> None:
    qtbot.keyClicks(editor.line, "dinas")
    assert offered(qtbot, editor) == [
        "Dinas Komunikasi dan Informatika · Diskominfo",
        "Dinas Pendidikan · Disdik",
    ]
    qtbot.keyClick(editor.popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(editor.edited):
        qtbot.keyClick(editor.popup, Qt.Key.Key_Return)
    assert editor.value() == agencies["Disdik"]
    assert editor.line.text() == "Dinas Pendidikan"


def test_the_down_key_shows_all_of_a_short_list(qtbot: QtBot, editor: SearchedEditor, agencies: dict[str, int]) -> None:
    qtbot.keyClick(editor.line, Qt.Key.Key_Down)
    assert len(offered(qtbot, editor)) == len(agencies)


def test_a_stored_key_is_shown_by_name(qtbot: QtBot, editor: SearchedEditor, agencies: dict[str, int]) -> None:
    editor.set_value(agencies["RSUD"])
    assert editor.value() == agencies["RSUD"]
    qtbot.waitUntil(lambda: editor.line.text() == "RSUD Taman")
    editor.set_value(10_000)
    qtbot.waitUntil(lambda: editor.line.text() == "(sudah dihapus)")
    editor.set_value(None)
    assert (editor.value(), editor.line.text()) == (None, "")


def test_a_name_that_is_typed_whole_stands_for_the_thing(
    qtbot: QtBot, desk: Desk, editor: SearchedEditor, agencies: dict[str, int]
) -> None:
    qtbot.keyClicks(editor.line, "dinas  PENDIDIKAN")
    desk.leave()
    qtbot.waitUntil(lambda: editor.value() == agencies["Disdik"])


@pytest.mark.usefixtures("agencies")
def test_a_name_that_is_not_listed_is_told(qtbot: QtBot, desk: Desk, editor: SearchedEditor) -> None:
    qtbot.keyClicks(editor.line, "Dinas Antah")
    assert offered(qtbot, editor) == ["Tidak ditemukan"]
    qtbot.keyClick(editor.popup, Qt.Key.Key_Return)
    desk.leave()
    assert editor.value() == Unread("value.not_in_list", "Dinas Antah")


def test_typing_after_a_choice_takes_it_back(qtbot: QtBot, editor: SearchedEditor, agencies: dict[str, int]) -> None:
    editor.set_value(agencies["RSUD"])
    qtbot.waitUntil(lambda: editor.line.text() == "RSUD Taman")
    qtbot.keyClicks(editor.line, "X")
    assert isinstance(editor.value(), Unread)


def test_a_new_name_may_be_allowed(qtbot: QtBot, context: Context, desk: Desk) -> None:
    editor = SearchedEditor(context, "programmes", allows_new=True)
    desk.lay(editor)
    qtbot.keyClicks(editor.line, "Ilmu Gizi Terapan")
    assert offered(qtbot, editor) == ["Pakai “Ilmu Gizi Terapan” sebagai yang baru"]
    qtbot.keyClick(editor.popup, Qt.Key.Key_Return)
    assert editor.value() == "Ilmu Gizi Terapan"


def test_every_kind_can_be_searched_and_named(context: Context) -> None:
    context.app.demo.fill(employees=20)
    for kind in ("agencies", "employees", "positions", "programmes"):
        hits = find(context.app, kind, "a")
        assert hits
        assert known(context.app, kind, hits[0].key) == hits[0]
        assert known(context.app, kind, 10**9) is None
        assert find(context.app, kind, "xyzzy") == ()


def test_a_post_is_told_by_its_echelon_as_it_is_read(context: Context) -> None:
    context.app.demo.fill(employees=20)
    notes = [hit.note for hit in find(context.app, "positions", "kepala")]
    assert any(note.endswith(("II.b", "III.a", "III.b", "IV.a")) for note in notes)
    assert not any(part.isdigit() for note in notes for part in note.split(" · "))
