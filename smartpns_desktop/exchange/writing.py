"""Tables written for exchange: one sheet whose columns follow a `SheetSpec`, ready to be read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec
from smartpns_desktop.exchange.new_workbooks import new_workbook

TEXT_FORMAT = "@"
AS_TEXT = frozenset({CellKind.ID, CellKind.DATE})
"""Kinds whose cells are formatted as text, so that what is typed over them stays what was typed."""
NUMBERS = {
    CellKind.NUMBER: "General",
    CellKind.SCORE: "General",
    CellKind.INTEGER: "0",
    CellKind.YEAR: "0",
    CellKind.MONEY: "#,##0",
    CellKind.YEAR_COUNT: "0",
}
"""Kinds that are written as numbers, and how they look."""

A4 = 9
"""Excel's number of the paper size."""
_LEGIBLE_WIDTH = 200
"""Characters that can still be read side by side on one page; what is wider runs on to the next."""
_PROGRESS_EVERY = 500
OVERFLOWS = {-1: ("rows", 1_048_576), -2: ("characters", 32_767)}
"""What XlsxWriter answers where a sheet or a cell is full."""

Write = Callable[[int, int, Any], int]
"""Writes a value into a row and column (both from 0); 0 where that went well."""


def write_table(
    path: Path,
    spec: SheetSpec,
    fields: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write the rows, whose values stand in the order of `fields`, and return how many there were.

    A field is one of the spec's, or `heads_2026` for a year of its YEAR_COUNT column. `None` leaves a cell
    empty; dates become the text dd-mm-yyyy. `progress` is told the number of rows done and may raise to
    cancel. Rows are streamed. Raises CannotDo as `new_workbook` does, and file.too_large where a sheet or
    a cell of Excel would overflow.
    """
    columns = [column_of(spec, field) for field in fields]
    with new_workbook(path, constant_memory=True) as workbook:
        sheet = workbook.add_worksheet(spec.title)
        write_headings(workbook, sheet, columns)
        writers = [writer_of(workbook, sheet, column.kind) for column, _ in columns]
        return _write_rows(path, rows, writers, progress)


def column_of(spec: SheetSpec, field: str) -> tuple[Column, str]:
    """A field's column and heading; `heads_2026` is the year 2026 of the column `heads`. KeyError else."""
    column = spec.column(field)
    return column, column.heading if column.field == field else field.rpartition("_")[2]


def write_headings(workbook: Workbook, sheet: Worksheet, columns: Sequence[tuple[Column, str]]) -> None:
    """The first row, frozen, and the columns' widths and formats below it."""
    bold = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, (column, heading) in enumerate(columns):
        sheet.set_column(place, place, column.width, cell_format(workbook, column.kind))
        sheet.write_string(0, place, heading, bold)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(0)
    if sum(column.width for column, _ in columns) <= _LEGIBLE_WIDTH:
        sheet.fit_to_pages(1, 0)


def cell_format(workbook: Workbook, kind: CellKind) -> Any:
    """The format of a column's cells; `None` for plain texts."""
    shown = TEXT_FORMAT if kind in AS_TEXT else NUMBERS.get(kind)
    return workbook.add_format({"num_format": shown}) if shown else None


def writer_of(workbook: Workbook, sheet: Worksheet, kind: CellKind) -> Write:
    """How a column's values are written, decided once and not per cell."""
    look = cell_format(workbook, kind)
    write_string, write_number = sheet.write_string, sheet.write_number

    def write_text(row: int, column: int, value: Any) -> int:
        return write_string(row, column, value if type(value) is str else as_text(value), look)

    def write_quantity(row: int, column: int, value: Any) -> int:
        if isinstance(value, str):
            return write_string(row, column, value)
        return write_number(row, column, value, look)

    return write_quantity if kind in NUMBERS else write_text


def as_text(value: object) -> str:
    """A value as an exchange file says it: days as dd-mm-yyyy."""
    if isinstance(value, date):
        return f"{value.day:02d}-{value.month:02d}-{value.year:04d}"
    return str(value)


def _write_rows(
    path: Path,
    rows: Iterable[Sequence[object]],
    writers: Sequence[Write],
    progress: Callable[[int], None] | None,
) -> int:
    number = 0
    for number, row in enumerate(rows, start=1):
        for column, (value, write) in enumerate(zip(row, writers, strict=True)):
            if value is not None and value != "" and (full := write(number, column, value)):
                raise limits.too_large(path.name, *OVERFLOWS[full])
        if progress and number % _PROGRESS_EVERY == 0:
            progress(number)
    return number
