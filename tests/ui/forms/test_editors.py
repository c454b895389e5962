"""How each kind of field is typed, pasted, shown and read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from smartpns_desktop.domain.employees import Sex
from smartpns_desktop.domain.typed import Unread
from tests.ui.forms.conftest import Desk
from ui.context import Context
from ui.forms.choice_editor import ChoiceEditor
from ui.forms.date_editor import DateEditor
from ui.forms.editor import Editor
from ui.forms.editors import editor_for
from ui.forms.field import Field, FieldKind
from ui.forms.heads_editor import HeadsEditor

CHOICES = {"sex": [(Sex.M, "Laki-laki"), (Sex.F, "Perempuan")]}
HTML = "<table><tr><td style='color:red'>19850101 201001 1 001</td></tr></table>"
NIP = "198501012010011001"


class Bench:
    """Shows an editor and drives it."""

    def __init__(self, qtbot: QtBot, context: Context, desk: Desk) -> None:
        self.qtbot, self.context, self.desk = qtbot, context, desk

    def show(self, kind: FieldKind, **more: Any) -> Editor:
        editor = editor_for(Field("sex", "Isian", kind, **more), self.context, CHOICES)
        self.desk.lay(editor)
        return editor

    def press(self, editor: Editor, key: Qt.Key) -> None:
        """A key with Ctrl."""
        self.qtbot.keyClick(editor.inner, key, Qt.KeyboardModifier.ControlModifier)

    def paste(self, editor: Editor, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press(editor, Qt.Key.Key_V)


@pytest.fixture
def bench(qtbot: QtBot, context: Context, desk: Desk) -> Bench:
    return Bench(qtbot, context, desk)


def text_of(editor: Editor) -> str:
    assert isinstance(editor.inner, QLineEdit)
    return editor.inner.text()


@pytest.mark.parametrize(
    ("kind", "typed", "value", "spelling"),
    [
        (FieldKind.LINE, "  Anisa   Maharani ", "Anisa Maharani", "Anisa Maharani"),
        (FieldKind.NIP, NIP, NIP, "19850101 201001 1 001"),
        (FieldKind.NIP, "19850101.201001.1.001", NIP, "19850101 201001 1 001"),
        (FieldKind.NIK, "'6472 0157 0492 0001", "6472015704920001", "6472015704920001"),
        (FieldKind.DATE, "17/4/92", date(1992, 4, 17), "17 Apr 1992"),
        (FieldKind.YEAR, "2026", 2026, "2026"),
        (FieldKind.NUMBER, "12,5", 12.5, "12,5"),
        (FieldKind.WHOLE, "1250", 1250, "1.250"),
        (FieldKind.MONEY, "1250000", 1_250_000, "Rp1.250.000"),
    ],
)
def test_a_line_is_understood_and_shown_in_its_usual_spelling(
    bench: Bench, kind: FieldKind, typed: str, value: object, spelling: str
) -> None:
    editor = bench.show(kind)
    bench.qtbot.keyClicks(editor.inner, typed)
    assert editor.value() == value
    bench.desk.leave()
    assert text_of(editor) == spelling
    assert editor.value() == value
    editor.set_value(value)
    assert text_of(editor) == spelling


@pytest.mark.parametrize("kind", list(FieldKind))
@pytest.mark.parametrize("text", [HTML, "9" * 10_000, "a\r\nb\tc\x00" * 50, "\r\n", "'" + NIP + "\n", "💼\u202e"])
def test_whatever_is_pasted_never_breaks_a_field(bench: Bench, kind: FieldKind, text: str) -> None:
    editor = bench.show(kind, years=(2026, 2027), choices="agencies" * (kind is FieldKind.SEARCHED))
    bench.paste(editor, text)
    before = editor.value()
    bench.desk.leave()
    assert editor.value() == before
    lines = [it.text() for it in editor.findChildren(QLineEdit)]
    assert all(len(line.splitlines()) <= 1 for line in lines)


def test_a_nip_from_a_spreadsheet_keeps_none_of_its_line_break(bench: Bench) -> None:
    editor = bench.show(FieldKind.NIP)
    bench.paste(editor, "'19850101 201001\r\n1 001\r\n")
    assert editor.value() == NIP
    bench.desk.leave()
    assert text_of(editor) == "19850101 201001 1 001"


def test_html_alone_on_the_clipboard_leaves_the_field_as_it_is(bench: Bench) -> None:
    editor = bench.show(FieldKind.TEXT)
    data = QMimeData()
    data.setHtml(f"<b>{NIP}</b>")
    QGuiApplication.clipboard().setMimeData(data)
    bench.press(editor, Qt.Key.Key_V)
    assert "<b>" not in str(editor.value())


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_a_nip_is_copied_without_spaces(bench: Bench, key: Qt.Key) -> None:
    editor = bench.show(FieldKind.NIP)
    editor.set_value(NIP)
    bench.press(editor, Qt.Key.Key_A)
    bench.press(editor, key)
    assert QGuiApplication.clipboard().text() == NIP
    assert editor.value() == (NIP if key == Qt.Key.Key_C else None)


def test_what_is_no_day_stays_as_it_was_typed(bench: Bench) -> None:
    editor = bench.show(FieldKind.DATE)
    bench.qtbot.keyClicks(editor.inner, "31/02/2020")
    bench.desk.leave()
    assert editor.value() == Unread("date.unreadable", "31/02/2020")
    assert text_of(editor) == "31/02/2020"


def test_undo_brings_the_typed_spelling_back(bench: Bench) -> None:
    editor = bench.show(FieldKind.DATE)
    bench.qtbot.keyClicks(editor.inner, "17/4/1992")
    bench.desk.leave()
    editor.setFocus()
    bench.press(editor, Qt.Key.Key_Z)
    assert text_of(editor) == "17/4/1992"


def test_the_calendar_opens_by_key_and_gives_its_day(bench: Bench) -> None:
    editor = bench.show(FieldKind.DATE)
    assert isinstance(editor, DateEditor)
    bench.qtbot.keyClicks(editor.inner, "17/4/1992")
    bench.qtbot.keyClick(editor.inner, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = editor.popup.calendar
    assert calendar.selectedDate() == QDate(1992, 4, 17)
    assert calendar.locale().monthName(5) == "Mei"
    with bench.qtbot.waitSignal(editor.edited):
        calendar.setSelectedDate(QDate(1992, 5, 2))
        calendar.activated.emit(calendar.selectedDate())
    assert editor.value() == date(1992, 5, 2)
    assert text_of(editor) == "2 Mei 1992"


def test_a_choice_is_found_by_its_first_letter(bench: Bench) -> None:
    editor = bench.show(FieldKind.CHOICE)
    assert editor.value() is None
    with bench.qtbot.waitSignal(editor.edited):
        bench.qtbot.keyClick(editor.inner, Qt.Key.Key_P)
    assert editor.value() is Sex.F


def test_a_choice_that_is_gone_stays_as_it_was_stored(bench: Bench) -> None:
    editor = bench.show(FieldKind.CHOICE)
    editor.set_value("X")
    assert editor.value() == "X"
    editor.set_value("M")
    assert editor.value() == "M"
    assert isinstance(editor, ChoiceEditor)
    editor.set_choices([("M", "Pria")])
    assert editor.value() == "M"
    editor.set_choices([("F", "Wanita")])
    assert editor.value() is None


def test_the_wheel_scrolls_the_form_and_changes_no_choice(bench: Bench) -> None:
    editor = bench.show(FieldKind.CHOICE)
    editor.set_value(Sex.M)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert isinstance(editor.inner, QComboBox)
    editor.inner.wheelEvent(wheel)
    assert not wheel.isAccepted()
    assert editor.value() is Sex.M


def test_several_lines_keep_their_breaks_and_tab_goes_on(bench: Bench) -> None:
    editor = bench.show(FieldKind.TEXT)
    bench.qtbot.keyClicks(editor.inner, "Jalan Melati")
    bench.qtbot.keyClick(editor.inner, Qt.Key.Key_Return)
    bench.qtbot.keyClicks(editor.inner, "Bontang  ")
    assert editor.value() == "Jalan Melati\nBontang"
    bench.qtbot.keyClick(editor.inner, Qt.Key.Key_Tab)
    assert not editor.inner.hasFocus()
    editor.set_value(None)
    assert editor.value() is None


def test_a_tick_is_yes(bench: Bench) -> None:
    editor = bench.show(FieldKind.FLAG)
    assert editor.value() is False
    with bench.qtbot.waitSignal(editor.edited):
        bench.qtbot.keyClick(editor.inner, Qt.Key.Key_Space)
    assert editor.value() is True


def test_people_stand_by_year(bench: Bench) -> None:
    editor = bench.show(FieldKind.HEADS, years=(2026, 2027))
    assert isinstance(editor, HeadsEditor)
    editor.set_value({2027: 3, 2031: 9})
    assert editor.value() == {2026: None, 2027: 3}
    bench.qtbot.keyClicks(bench.desk.focusWidget(), "2")
    assert editor.value() == {2026: 2, 2027: 3}
    bench.qtbot.keyClicks(bench.desk.focusWidget(), ",5")
    assert editor.value() == Unread("value.not_whole", "2,5")
    editor.show_state("error")
    states = [line.property("st") for line in editor.findChildren(QLineEdit)]
    assert states == ["error", ""]
    assert [line.accessibleName() for line in editor.findChildren(QLineEdit)] == ["", ""]
    editor.describe("Jumlah orang", "")
    assert [line.accessibleName() for line in editor.findChildren(QLineEdit)] == [
        "Jumlah orang, 2026",
        "Jumlah orang, 2027",
    ]


@pytest.mark.parametrize("kind", [it for it in FieldKind if it not in (FieldKind.SEARCHED, FieldKind.HEADS)])
def test_a_field_that_is_set_elsewhere_takes_no_typing(bench: Bench, kind: FieldKind) -> None:
    editor = bench.show(kind, read_only="Diatur di Riwayat Pangkat")
    before = editor.value()
    bench.qtbot.keyClicks(editor.inner, "P2 ")
    assert editor.value() == before
    assert isinstance(editor.inner, QLineEdit | QPlainTextEdit) == editor.inner.isEnabled()
