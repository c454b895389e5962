"""The first step: heading, hidden rows, sheets, senders."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import SheetWriter
from tests.ui.importing.driving import NIP, Begin, step_to, watched
from ui.importing.file_step import column_widths
from ui.importing.files import short_name
from ui.importing.sheet_model import SheetModel
from ui.importing.wizard import CHECK
from ui.pages.exchange_page import ExchangePage
from ui.waiting import settle

ALT = Qt.KeyboardModifier.AltModifier


def test_the_heading_is_found_moved_by_keys_and_by_a_click(
    page: ExchangePage, begin: Begin, samples: Path, qtbot: QtBot
) -> None:
    wizard = begin(samples / "rekap_diklat_diskominfo_2025.xlsx")
    tester = watched(wizard.file.view.model)
    assert list(wizard.file.view.model.heading()) == [5, 6]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, ALT)
    settle(page.context.operations)
    assert wizard.draft.header_row == 7
    assert list(wizard.file.view.model.heading()) == [7]
    assert wizard.note.text().startswith("0 dari")
    wizard.file.view.row.setValue(4)
    settle(page.context.operations)
    assert wizard.file.view.problem.isVisible()
    assert not wizard.next_button.isEnabled(), "an empty row names no column"
    grid = wizard.file.view.grid
    place = grid.visualRect(wizard.file.view.model.index(5, 1)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(page.context.operations)
    assert list(wizard.file.view.model.heading()) == [5, 6]
    assert wizard.next_button.isEnabled()
    del tester


def test_hidden_rows_are_told_and_can_be_left(page: ExchangePage, begin: Begin, samples: Path, qtbot: QtBot) -> None:
    wizard = begin(samples / "rekap_diklat_diskominfo_2025.xlsx")
    box = wizard.file.view.hidden
    assert box.text() == "Lewati 2 baris tersembunyi"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    step_to(wizard, page, CHECK)
    assert wizard.draft.plan is not None
    assert wizard.draft.plan.skipped["left_out"] == 2


def test_hidden_columns_are_told_and_can_be_left(
    page: ExchangePage, begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "tersembunyi.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["NIP", "Nama", "No HP"])
        sheet.write_row(1, 0, ["198503122010012001", "Siti", "0812"])
        sheet.set_column(2, 2, options={"hidden": True})
    wizard = begin(path)
    box = wizard.file.view.hidden_columns
    assert box.text() == "Lewati 1 kolom tersembunyi"
    assert not wizard.file.view.hidden.isVisible()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    step_to(wizard, page, CHECK)
    assert wizard.draft.plan is not None
    assert "columns.left_out" in {it.code for it in wizard.draft.plan.notices}


def test_another_sheet_is_read_when_it_is_chosen(page: ExchangePage, begin: Begin, samples: Path) -> None:
    wizard = begin(samples / "rekap_diklat_diskominfo_2025.xlsx")
    wizard.file.view.sheet.setCurrentIndex(1)
    wizard.file.view.sheet.activated.emit(1)
    settle(page.context.operations)
    assert wizard.draft.look is not None
    assert wizard.draft.look.sheet == "Referensi"
    assert not wizard.next_button.isEnabled()


def test_what_a_sender_taught_is_known_the_next_time(page: ExchangePage, begin: Begin, sheet: SheetWriter) -> None:
    file = sheet([["NIP", "Nama", "Kolom Aneh"], [NIP, "Anisa", "Mawar 1"]])
    wizard = begin(file)
    wizard.file.view.sender.setEditText("Disdikbud")
    wizard.file.view.sender.lineEdit().editingFinished.emit()
    settle(page.context.operations)
    step_to(wizard, page, 1)
    wizard.columns.choose(2, "address")
    step_to(wizard, page, 4)
    again = begin(file)
    assert [again.file.view.sender.itemText(row) for row in range(again.file.view.sender.count())] == ["Disdikbud"]
    again.file.view.sender.setEditText("Disdikbud")
    again.file.view.sender.lineEdit().editingFinished.emit()
    settle(page.context.operations)
    assert again.draft.mapping[2] == "address"


def test_columns_are_as_wide_as_their_first_texts(themed: QApplication) -> None:  # noqa: ARG001
    narrow, wide = column_widths([("No", "x" * 500), ("1", "y")], 0)
    assert narrow < wide == 220


def test_a_long_name_keeps_its_beginning_and_its_ending() -> None:
    assert short_name("a.xlsx") == "a.xlsx"
    assert short_name("rekapitulasi pengembangan kompetensi 2025.xlsx").endswith("i 2025.xlsx")
    assert len(short_name("x" * 200)) <= 36


def test_an_empty_sheet_model_is_sound(themed: QApplication) -> None:  # noqa: ARG001
    model = SheetModel()
    tester = watched(model)
    model.show_rows(())
    model.mark_heading(0, 0)
    model.show_rows((("a", "b"), ("c", "d")))
    model.mark_heading(1, 2)
    assert model.headerData(1, Qt.Orientation.Vertical) == "judul 2"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "B"
    del tester
