"""Exports are read back as they were meant: ids and dates as text, numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec
from smartpns_desktop.exchange.workbooks import open_workbook
from smartpns_desktop.exchange.writing import column_of, write_table

SPEC = SheetSpec(
    kind="study-needs",
    title="Kebutuhan Studi",
    identifying=("nip",),
    columns=(
        Column("nip", "NIP", kind=CellKind.ID, width=21),
        Column("name", "NAMA", width=30),
        Column("birth_date", "TANGGAL LAHIR", kind=CellKind.DATE),
        Column("score", "NILAI", kind=CellKind.NUMBER),
        Column("jp", "JP", kind=CellKind.INTEGER),
        Column("amount", "BIAYA", kind=CellKind.MONEY),
        Column("heads", "TAHUN", kind=CellKind.YEAR_COUNT),
        Column("field_2", "BIDANG 2"),
    ),
)
FIELDS = ("nip", "name", "birth_date", "score", "jp", "amount", "heads_2026", "field_2")
ROW = ("197209182004122001", "=Kasiyah", date(1972, 9, 18), 62.5, 20, 1_250_000, 3, "x")


def written(path: Path, rows: Sequence[Sequence[object]], fields: Sequence[str] = FIELDS) -> Path:
    assert write_table(path, SPEC, fields, rows) == len(rows)
    return path


def test_headings_are_bold_frozen_and_wide(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path / "a.xlsx", [ROW]))
    assert book.sheetnames == ["Kebutuhan Studi"]
    sheet = book.active
    headings = next(sheet.iter_rows(max_row=1))
    assert [cell.value for cell in headings] == [
        "NIP",
        "NAMA",
        "TANGGAL LAHIR",
        "NILAI",
        "JP",
        "BIAYA",
        "2026",
        "BIDANG 2",
    ]
    assert all(cell.font.bold for cell in headings)
    assert sheet.freeze_panes == "A2"
    assert 30 < sheet.column_dimensions["B"].width < 32


def test_every_kind_is_written_as_what_it_is(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path / "a.xlsx", [ROW])).active
    cells = next(sheet.iter_rows(min_row=2))
    assert [(cell.value, cell.number_format) for cell in cells] == [
        ("197209182004122001", "@"),
        ("=Kasiyah", "General"),
        ("18-09-1972", "@"),
        (62.5, "General"),
        (20, "0"),
        (1_250_000, "#,##0"),
        (3, "0"),
        ("x", "General"),
    ]
    assert {cell.data_type for cell in cells[:3]} == {"s"}


@pytest.mark.parametrize(
    ("value", "field", "read"),
    [
        ("0012", "name", "0012"),
        ("+62", "name", "+62"),
        ("-", "name", "-"),
        ("@x", "name", "@x"),
        ("12/03", "birth_date", "12/03"),
        (datetime(2025, 3, 6, 9), "birth_date", "06-03-2025"),
        (date(205, 3, 6), "birth_date", "06-03-0205"),
        (197209182004122001, "nip", "197209182004122001"),
        (Decimal("22.5"), "score", 22.5),
        ("-", "score", "-"),
        (0, "jp", 0.0),
        (2, "name", "2"),
    ],
)
def test_values_come_back(tmp_path: Path, value: object, field: str, read: object) -> None:
    path = written(tmp_path / "a.xlsx", [(value,)], [field])
    with open_workbook(path) as workbook:
        assert workbook.read(SPEC.title).rows[1:] == [[read]]


def test_nothing_is_a_blank_cell(tmp_path: Path) -> None:
    rows = [(None,) * 8, ("",) * 8, ROW]
    sheet = openpyxl.load_workbook(written(tmp_path / "a.xlsx", rows)).active
    assert [cell.value for cell in sheet[2]] == [cell.value for cell in sheet[3]] == [None] * 8
    assert sheet["A4"].value == ROW[0]


def test_no_rows_are_a_sheet_of_headings(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path / "a.xlsx", [])).active
    assert sheet.max_row == 1


def test_fields_of_years_and_others() -> None:
    assert column_of(SPEC, "heads_2027") == (SPEC.column("heads"), "2027")
    assert column_of(SPEC, "field_2") == (SPEC.column("field_2"), "BIDANG 2")
    for unknown in ("grade", "name_2026", "heads_x"):
        with pytest.raises(KeyError):
            column_of(SPEC, unknown)


def test_rows_are_streamed_and_progress_is_told(tmp_path: Path) -> None:
    seen: list[int] = []
    made = 0

    def rows() -> Iterator[Sequence[object]]:
        nonlocal made
        for number in range(1, 1_201):
            made = number
            yield ROW

    def progress(done: int) -> None:
        seen.append(done)
        assert made == done

    assert write_table(tmp_path / "a.xlsx", SPEC, FIELDS, rows(), progress=progress) == 1_200
    assert seen == [500, 1_000]


def test_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    def cancel(_: int) -> None:
        raise InterruptedError

    path = tmp_path / "a.xlsx"
    path.write_bytes(b"lama")
    with pytest.raises(InterruptedError):
        write_table(path, SPEC, FIELDS, [ROW] * 600, progress=cancel)
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("a.xlsx", b"lama")]


def test_a_row_of_the_wrong_length_is_a_bug_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zip"):
        write_table(tmp_path / "a.xlsx", SPEC, FIELDS, [ROW, ROW[:3]])
    assert list(tmp_path.iterdir()) == []


def test_no_text_is_cut_silently(tmp_path: Path) -> None:
    with pytest.raises(CannotDo) as caught:
        write_table(tmp_path / "a.xlsx", SPEC, ["name"], [("x" * 32_768,)])
    assert caught.value.facts["limit"] == "32.767 karakter dalam satu sel"
    assert list(tmp_path.iterdir()) == []


def test_no_row_is_dropped_silently(tmp_path: Path) -> None:
    rows = ((None,) if number < 1_048_576 else ("x",) for number in range(1, 1_048_577))
    with pytest.raises(CannotDo) as caught:
        write_table(tmp_path / "a.xlsx", SPEC, ["name"], rows)
    assert (caught.value.code, caught.value.facts["limit"]) == ("file.too_large", "1.048.576 baris")
