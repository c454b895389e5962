"""Rows of small fields: added, filled and taken away by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton

from smartpns_desktop.domain.typed import Unread
from tests.ui.driving import press, until
from tests.ui.forms.conftest import Desk
from ui.context import Context
from ui.forms.editors import editor_for
from ui.forms.field import Field, FieldKind
from ui.forms.rows_editor import RowsEditor

PARTS = (
    Field("name", "Nama"),
    Field("level", "Level", FieldKind.CHOICE),
    Field("months", "Bulan", FieldKind.WHOLE),
    Field("mandatory", "Wajib", FieldKind.FLAG),
)
FIELD = Field("trainings", "Pelatihan", FieldKind.ROWS, parts=PARTS)
FIRST = {"name": "Diklat A", "level": 2, "months": 12, "mandatory": True}
SECOND = {"name": "Diklat B", "level": None, "months": None, "mandatory": False}


@pytest.fixture
def editor(context: Context, desk: Desk) -> RowsEditor:
    made = editor_for(FIELD, context, {"level": [(1, "Level 1"), (2, "Level 2")]})
    assert isinstance(made, RowsEditor)
    desk.lay(made)
    return made


def removers(editor: RowsEditor) -> list[QToolButton]:
    QTest.qWait(20)
    found = [it for it in editor.findChildren(QToolButton) if "Hapus baris" in it.accessibleName() and it.isVisible()]
    return sorted(found, key=lambda it: it.accessibleName())


def test_rows_are_shown_as_they_are_stored(editor: RowsEditor) -> None:
    assert editor.value() == ()
    editor.set_value((FIRST, SECOND))
    assert editor.value() == (FIRST, SECOND)
    editor.set_value((SECOND,))
    assert (editor.value(), len(removers(editor))) == ((SECOND,), 1)


def test_a_row_is_added_and_filled_by_keyboard_alone(editor: RowsEditor) -> None:
    edits: list[None] = []
    editor.edited.connect(lambda: edits.append(None))
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    press(editor, "Space")
    assert editor.value() == (), "a row that holds nothing is none"
    QTest.keyClicks(QApplication.focusWidget(), "Diklat C")
    press(editor, "Tab")
    press(editor, "Down")
    press(editor, "Tab")
    QTest.keyClicks(QApplication.focusWidget(), "24")
    press(editor, "Tab")
    press(editor, "Space")
    assert editor.value() == ({"name": "Diklat C", "level": 1, "months": 24, "mandatory": True},)
    assert edits


def test_a_row_is_taken_away_and_the_keyboard_stays_near(editor: RowsEditor) -> None:
    editor.set_value((FIRST, SECOND))
    QTest.mouseClick(removers(editor)[0], Qt.MouseButton.LeftButton)
    assert editor.value() == (SECOND,)
    assert until(lambda: QApplication.focusWidget() is not None)
    assert editor.isAncestorOf(QApplication.focusWidget())
    QTest.mouseClick(removers(editor)[0], Qt.MouseButton.LeftButton)
    assert editor.value() == ()
    assert QApplication.focusWidget() is editor.more


def test_what_cannot_be_read_is_told_and_marked(editor: RowsEditor) -> None:
    editor.set_value((FIRST,))
    months = next(it for it in editor.findChildren(QLineEdit) if it.text() == "12")
    months.setFocus()
    months.selectAll()
    QTest.keyClicks(months, "banyak")
    assert isinstance(editor.value(), Unread)
    editor.show_state("error")
    assert months.property("st") == "error"
    editor.describe("Pelatihan", "ada yang salah")
    assert months.accessibleName() == "Pelatihan 1, Bulan"
