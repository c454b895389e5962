"""Workbooks of ours keep texts as texts, and leave nothing behind when they are given up."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.new_workbooks import new_workbook
from tests.exchange.test_new_files import names


@pytest.mark.parametrize("constant_memory", [True, False])
def test_a_workbook_keeps_texts_as_texts(tmp_path: Path, constant_memory: bool) -> None:
    path = tmp_path / "a.xlsx"
    texts = ["=1+1", "+62811", "-", "@nama", "https://bkn.go.id", "0012", "<a&b>", "a\nb"]
    with new_workbook(path, constant_memory=constant_memory) as workbook:
        workbook.add_worksheet().write_row(0, 0, texts)
    cells = next(openpyxl.load_workbook(path).active.iter_rows())
    assert [cell.value for cell in cells] == texts
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert names(tmp_path) == ["a.xlsx"]


@pytest.mark.parametrize("constant_memory", [True, False])
def test_a_workbook_that_is_given_up_leaves_no_scratch_files(tmp_path: Path, constant_memory: bool) -> None:
    def give_up() -> None:
        with new_workbook(tmp_path / "a.xlsx", constant_memory=constant_memory) as workbook:
            sheet = workbook.add_worksheet()
            for row in range(2_000):
                sheet.write_string(row, 0, "teks")
            raise TimeoutError

    with pytest.raises(TimeoutError):
        give_up()
    assert names(tmp_path) == []


def test_a_disk_that_fills_up_while_writing_is_told(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="limits of this kind are not for Windows")
    signal = pytest.importorskip("signal")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill() -> None:
        with new_workbook(tmp_path / "a.xlsx", constant_memory=True) as workbook:
            sheet = workbook.add_worksheet()
            for row in range(20_000):
                sheet.write_string(row, 0, "teks yang panjang")

    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(CannotDo, match=r"disk\.full"):
            fill()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert names(tmp_path) == []
