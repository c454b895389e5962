"""Reports for people as workbooks: a title, a table that prints well on paper, totals and notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum
from math import ceil
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from smartpns_desktop.exchange.new_workbooks import new_workbook
from smartpns_desktop.words import workbooks as words


class Paper(IntEnum):
    """Paper sizes by Excel's numbers; F4 is what Excel calls Folio, 8.5 × 13 inches."""

    A4 = 9
    F4 = 14


_NARROWEST, _WIDEST = 9, 66
_LINE_HEIGHT = 15
"""Points of one line of text."""
_HEADING_LINES = 2
_HEADING = {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#E7ECF2"}
_LONGEST_SHEET_NAME = 31


@dataclass(slots=True)
class _Table:
    """The sheet while it is written: its formats, the next row, and the longest text of each column."""

    workbook: Workbook
    sheet: Worksheet
    row: int = 0
    longest: dict[int, float] = field(default_factory=dict)
    wrapped: dict[int, float] = field(default_factory=dict)
    looks: dict[tuple[str, bool], Any] = field(default_factory=dict)

    def headings(self, texts: Sequence[str]) -> None:
        """The heading of the table; a long one makes its row higher, not its column wider."""
        look = self.workbook.add_format(_HEADING)
        for column, text in enumerate(texts):
            self.sheet.write_string(self.row, column, text, look)
            self.longest[column] = max(map(_breadth, text.split()), default=0)
        self.sheet.set_row(self.row, _LINE_HEIGHT * _HEADING_LINES)
        self.row += 1

    def line(self, cells: Sequence[object], *, strong: bool = False) -> None:
        """One row of the table, each cell by its type."""
        for column, cell in enumerate(cells):
            shown, write, value = _way_of(self.sheet, cell)
            write(self.row, column, value, self._look(shown, strong=strong))
            breadth = max(map(_breadth, _as_shown(cell).split("\n")))
            self.longest[column] = max(self.longest.get(column, 0), breadth)
            self.wrapped[self.row] = max(self.wrapped.get(self.row, 0), breadth)
        self.row += 1

    def fit(self) -> None:
        """Columns as wide as what stands in them, rows high enough for what is broken into lines.

        Not every office program finds the height by itself.
        """
        for column, longest in self.longest.items():
            self.sheet.set_column(column, column, min(max(longest + 2, _NARROWEST), _WIDEST))
        for row, breadth in self.wrapped.items():
            if breadth + 2 > _WIDEST:
                self.sheet.set_row(row, _LINE_HEIGHT * ceil((breadth + 2) / _WIDEST))

    def text(self, text: str, properties: dict[str, object]) -> None:
        """One line of text above or below the table, as long as it is."""
        self.sheet.write_string(self.row, 0, text, self.workbook.add_format(properties))
        self.row += 1

    def _look(self, shown: str, *, strong: bool) -> Any:
        if (shown, strong) not in self.looks:
            properties: dict[str, object] = {
                "num_format": shown,
                "border": 1,
                "valign": "top",
                "bold": strong,
            }
            if shown == "@":
                properties["text_wrap"] = True
            self.looks[shown, strong] = self.workbook.add_format(properties)
        return self.looks[shown, strong]


def write_report(
    path: Path,
    title: str,
    subtitle: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    totals: Sequence[object] | None = None,
    notes: Iterable[str] = (),
    *,
    paper: Paper = Paper.A4,
    printed: date | None = None,
) -> None:
    """Write a report that is printed across the page, as wide as the page, its headings on every page.

    Whole numbers are shown with thousands, others with two decimals, dates as dd-mm-yyyy; what is no quantity
    (a year, a NIP) is to be given as text. `printed` is the day it carries, today if `None`.
    Raises CannotDo as `new_workbook` does.
    """
    with new_workbook(path) as workbook:
        sheet = workbook.add_worksheet(_sheet_name(title))
        table = _Table(workbook, sheet)
        table.text(title, {"bold": True, "font_size": 14})
        if subtitle:
            table.text(subtitle, {"font_size": 11})
        day = printed or date.today()
        table.text(words.PRINTED.format(date=f"{day:%d-%m-%Y}"), {"italic": True})
        table.row += 1
        _set_page(sheet, table.row, paper)
        table.headings(headings)
        for row in rows:
            table.line(row)
        if totals is not None:
            table.line(totals, strong=True)
        table.row += 1
        for note in notes:
            table.text(note, {"italic": True})
        table.fit()


def _set_page(sheet: Worksheet, heading_row: int, paper: Paper) -> None:
    sheet.set_landscape()
    sheet.set_paper(int(paper))
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heading_row)
    sheet.freeze_panes(heading_row + 1, 0)
    sheet.set_footer("&C" + words.PAGE.format(page="&P", pages="&N"))


def _way_of(sheet: Worksheet, cell: object) -> tuple[str, Callable[..., Any], object]:
    """Number format, writing method and value of a cell."""
    if cell is None or cell == "":
        return "@", sheet.write_blank, None
    if isinstance(cell, date):
        return "dd-mm-yyyy", sheet.write_datetime, cell
    if isinstance(cell, int) and not isinstance(cell, bool):
        return "#,##0", sheet.write_number, cell
    if isinstance(cell, float | Decimal):
        return "#,##0.00", sheet.write_number, float(cell)
    return "@", sheet.write_string, str(cell)


def _as_shown(cell: object) -> str:
    if isinstance(cell, int | float | Decimal):
        return f"{cell:,}" if isinstance(cell, int) else f"{cell:,.2f}"
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else str(cell or "")


def _breadth(text: str) -> float:
    """The width of a text in characters of a column; capitals are broader than figures and small letters."""
    return len(text) + 0.15 * sum(map(str.isupper, text))


def _sheet_name(title: str) -> str:
    """The title as a sheet's name: at most 31 characters, none of those that Excel forbids."""
    return re.sub(r"[\[\]:*?/\\]", " ", title).strip(" '")[:_LONGEST_SHEET_NAME].strip(" '") or words.REPORT_SHEET
