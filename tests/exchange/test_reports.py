"""Reports print well: as wide as the page, headings on every page, numbers with thousands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from smartpns_desktop.exchange.reports import Paper, write_report

HEADINGS = ("No", "Nama", "JP", "Biaya", "Mulai", "Tahun")
ROWS: list[Sequence[object]] = [
    (1, "Ani Kurniawati, S.Sos., M.A.P.", 20.5, 1_250_000, date(2025, 3, 6), "2025"),
    (2, "=Budi", None, Decimal("0.5"), None, ""),
]


def report(path: Path, title: str = "Rekap JP", paper: Paper = Paper.A4) -> Worksheet:
    totals = ("", "Jumlah", 20.5, 1_250_000, None, None)
    write_report(
        path, title, "Dinas A", HEADINGS, iter(ROWS), totals, ["Catatan."], paper=paper, printed=date(2026, 1, 5)
    )
    return openpyxl.load_workbook(path).active


def test_the_table_stands_under_title_and_date(tmp_path: Path) -> None:
    sheet = report(tmp_path / "a.xlsx")
    assert [sheet[f"A{row}"].value for row in range(1, 5)] == ["Rekap JP", "Dinas A", "Dicetak 05-01-2026", None]
    assert tuple(cell.value for cell in sheet[5]) == HEADINGS
    assert [cell.value for cell in sheet[7]] == [2, "=Budi", None, 0.5, None, None]
    assert sheet["B7"].data_type == "s"
    assert [cell.value for cell in sheet[8]] == [None, "Jumlah", 20.5, 1_250_000, None, None]
    assert sheet["A10"].value == "Catatan."
    assert sheet["B5"].font.bold
    assert sheet["C8"].font.bold
    assert not sheet["C6"].font.bold


def test_numbers_and_days_have_their_formats(tmp_path: Path) -> None:
    sheet = report(tmp_path / "a.xlsx")
    formats = [cell.number_format for cell in sheet[6]]
    assert formats == ["#,##0", "@", "#,##0.00", "#,##0", "dd-mm-yyyy", "@"]
    assert sheet["E6"].value.date() == date(2025, 3, 6)
    assert sheet["D7"].number_format == "#,##0.00"


@pytest.mark.parametrize(("paper", "code"), [(Paper.A4, 9), (Paper.F4, 14)])
def test_the_page(tmp_path: Path, paper: Paper, code: int) -> None:
    sheet = report(tmp_path / "a.xlsx", paper=paper)
    assert sheet.page_setup.orientation == "landscape"
    assert int(sheet.page_setup.paperSize) == code
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.freeze_panes == "A6"
    assert "Halaman" in sheet.oddFooter.center.text


def test_columns_are_as_wide_as_their_texts(tmp_path: Path) -> None:
    sheet = report(tmp_path / "a.xlsx")
    assert sheet.column_dimensions["B"].width > len(str(ROWS[0][1]))
    assert 8 <= sheet.column_dimensions["A"].width < 10


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Rekap: JP 2025/2026 [final]?", "Rekap  JP 2025 2026  final"),
        ("Rekapitulasi pengembangan kompetensi pegawai", "Rekapitulasi pengembangan kompe"),
        ("'Rekap'", "Rekap"),
        ("///", "Laporan"),
    ],
)
def test_a_sheets_name_is_one_that_excel_takes(tmp_path: Path, title: str, name: str) -> None:
    sheet = report(tmp_path / "a.xlsx", title)
    assert sheet.title == name
    assert sheet["A1"].value == title


def test_a_report_needs_no_rows_totals_or_notes(tmp_path: Path) -> None:
    write_report(tmp_path / "a.xlsx", "Kosong", "", HEADINGS, [])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet["A2"].value == f"Dicetak {date.today():%d-%m-%Y}"
    assert tuple(cell.value for cell in sheet[4]) == HEADINGS
    assert sheet.max_row == 4
