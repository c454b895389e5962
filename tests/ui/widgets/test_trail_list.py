"""Lists of lines, and the journal of a thing as one of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartpns_desktop.services.trail import FieldChange, TrailEntry
from ui.lists.columns import State
from ui.widgets.line import Line
from ui.widgets.line_list import LineList, LineModel
from ui.widgets.trail_list import TrailList, trail_lines, why_not

PHONE = FieldChange("phone", "Nomor HP", "0811", "0822")


def entry(number: int, **more: Any) -> TrailEntry:
    told: dict[str, Any] = {
        "change_set": number,
        "at": datetime(2026, 11, 22, 8, 2, tzinfo=UTC).astimezone(),
        "actor": "Siti",
        "kind": "edit",
        "reason": "Ubah Ani: nomor HP",
        "file": None,
        "table": "employees",
        "key": 1,
        "thing": "Pegawai Ani",
        "operation": "update",
        "fields": (PHONE,),
        "undone": False,
        "destroyed": False,
    }
    return TrailEntry(**{**told, **more})


def test_lines_keep_the_rules_of_a_model(qapp: QApplication) -> None:
    model = LineModel(qapp)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_lines([Line("2026", is_heading=True), Line("a", thing=1)])
    model.show_lines([])
    model.show_lines([Line("b", thing=2)])
    assert tester.model() is model


def test_keys_pass_headings_by_and_enter_opens(qtbot: QtBot) -> None:
    shown = LineList("Uji", lead="28 Sep 2028", state="Berlaku", right="1.000 JP")
    qtbot.addWidget(shown)
    state = State("Berlaku", "ok", "check-circle")
    shown.show_lines(
        [
            Line("2026", is_heading=True, right="16 JP"),
            Line("a", note="b", lead="1 Jan 2026", icon="medal", state=state, right="16 JP", thing=1),
            Line("2025", is_heading=True),
            Line("Nomor HP", old="0811", new="0822", changes=True, is_part=True, thing=2),
        ]
    )
    shown.resize(500, 300)
    shown.show()
    opened: list[object] = []
    shown.opened.connect(opened.append)
    assert shown.current_thing() == 1
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert opened == [2]
    assert not shown.grab().isNull()


def test_the_cursor_stays_with_its_thing(qtbot: QtBot) -> None:
    shown = LineList("Uji")
    qtbot.addWidget(shown)
    shown.show_lines([Line(str(thing), thing=thing) for thing in range(5)])
    shown.choose(3)
    shown.show_lines([Line(str(thing), thing=thing) for thing in (9, 3, 1)])
    assert shown.current_thing() == 3
    shown.show_lines([Line(str(thing), thing=thing) for thing in (9, 1)])
    assert shown.current_thing() == 1
    shown.show_lines([])
    assert shown.current_thing() is None


def test_a_change_set_is_told_once_with_all_that_it_touched() -> None:
    added = entry(5, table="grade_history", thing="Riwayat golongan III/d", operation="insert", key=3)
    head, field, row, older, _ = trail_lines([entry(5), added, entry(4, file="siasn.xlsx", kind="import")])
    assert head.title == "Ubah Ani: nomor HP"
    assert "Siti" in head.note
    assert (field.title, field.old, field.new) == ("Nomor HP", "0811", "0822")
    assert row.title == "Riwayat golongan III/d: ditambahkan"
    assert older.note.endswith("Impor · dari siasn.xlsx")
    assert field.spoken == "Nomor HP: 0811 → 0822"


def test_what_was_taken_back_is_struck_and_says_so() -> None:
    head, field = trail_lines([entry(5, undone=True)])
    assert head.is_struck
    assert field.is_struck
    assert head.state == State("Diurungkan", "text2", "arrow-counter-clockwise")


def test_what_was_destroyed_on_purpose_says_so() -> None:
    (_, row) = trail_lines([entry(5, destroyed=True, fields=())])
    assert row.title == "Pegawai Ani: isi lamanya dimusnahkan"


@pytest.mark.parametrize(
    ("found", "may"),
    [
        (None, False),
        (entry(1), True),
        (entry(1, kind="import"), True),
        (entry(1, undone=True), False),
        (entry(1, kind="undo"), False),
        (entry(1, kind="reference"), False),
    ],
)
def test_only_what_stands_can_be_taken_back(found: TrailEntry | None, may: bool, qtbot: QtBot) -> None:
    shown = TrailList()
    qtbot.addWidget(shown)
    shown.show_entries([found] if found else [])
    wanted: list[TrailEntry] = []
    shown.take_back_wanted.connect(wanted.append)
    shown.take_back.click()
    assert wanted == ([found] if may else [])
    assert bool(why_not(found)) is not may
