"""Out of a list: copied, written to a workbook that comes back the same, printed to a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tests.ui.driving import press
from tests.ui.lists.driving import boxes, wait
from ui.pages.list_page import ListPage


def test_a_copy_keeps_the_nip_whole(page: ListPage) -> None:
    page.list.grid.setFocus()
    press(page, "Down")
    press(page, "Shift+Down")
    press(page, "Ctrl+C")
    wait(page)
    lines = QGuiApplication.clipboard().text().splitlines()
    numbers = [line.split("\t")[0] for line in lines[1:]]
    stored = [page.context.app.employees.record(key).nip for key in page.list.selected_keys()]
    assert numbers == stored
    html = QGuiApplication.clipboard().mimeData().html()
    assert all(number in html for number in stored)
    assert "mso-number-format" in html


def test_more_than_the_clipboard_carries_is_refused_with_the_other_way(
    page: ListPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.list_output._MOST_COPIED", 3)
    QGuiApplication.clipboard().setText("tetap")
    told: list[str] = []
    page.context.told.connect(lambda sentence, _change_set: told.append(sentence))
    page.list.grid.selectAll()
    page.copy()
    wait(page)
    assert QGuiApplication.clipboard().text() == "tetap"
    assert told == ["Paling banyak 3 baris dapat disalin; pakai Ekspor."]


@pytest.mark.parametrize("chosen", [False, True], ids=["filtered", "chosen"])
def test_what_is_written_comes_back_as_the_same(
    page: ListPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: bool
) -> None:
    out = tmp_path / "hasil.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    boxes(page, "sex")["M"].click()
    wait(page)
    count = page.list.model.rowCount()
    page.list.grid.setFocus()
    press(page, "Down")
    press(page, "Shift+Down")
    page.export_chosen() if chosen else page.export()
    wait(page)
    plan = page.context.app.imports.plan(out)
    wanted, told = 2 if chosen else count, plan.judgement
    assert (told.same, told.new, told.changed, plan.rejected) == (wanted, 0, 0, 0)


def test_a_pdf_of_what_is_filtered(page: ListPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "daftar.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))
    boxes(page, "sex")["M"].click()
    wait(page)
    page.save_pdf()
    wait(page)
    assert out.read_bytes().startswith(b"%PDF")
    assert "halaman" in page.window().view.status.done.text()  # type: ignore[attr-defined]


def test_a_file_that_is_open_elsewhere_is_told_and_nothing_is_lost(
    page: ListPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "tiada" / "x.xlsx"), ""))
    page.export()
    wait(page)
    assert not page.window().refusals.is_clear  # type: ignore[attr-defined]
    assert page.list.model.rowCount() == 60
