"""The rows that an import refused, in the sender's own sheet with the reasons beside them; mended, it imports again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter.worksheet import Worksheet

from smartpns_desktop.exchange import cells, limits
from smartpns_desktop.exchange.date_columns import read_date
from smartpns_desktop.exchange.layout import REASON, Layout, heading_key, headings_of
from smartpns_desktop.exchange.lines import date_orders
from smartpns_desktop.exchange.new_files import new_workbook
from smartpns_desktop.exchange.sheets import Cell, Sheet
from smartpns_desktop.exchange.writing import AS_TEXT, OVERFLOWS, TEXT_FORMAT
from smartpns_desktop.words.labels import show_date

_REASON_WIDTH = 90
_WIDTH = 18
_PROGRESS_EVERY = 500
_FORBIDDEN, _LONGEST_NAME = re.compile(r"[\[\]:*?/\\]"), 31
"""What Excel takes for the name of a sheet; a text file's name may be any."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A refused row: its number in the sender's sheet, what the sections above it say, and why it was refused."""

    number: int
    section: Mapping[str, str]
    reason: str


def write_rejected_rows(
    path: Path,
    sheet: Sheet,
    layout: Layout,
    numbers: Sequence[int],
    rows: Sequence[Rejected],
    progress: Callable[[int], None],
) -> None:
    """Write title rows, heading and refused rows as the sender had them, with a last column of reasons.

    Ids and dates become text, so that no program rounds or turns them. A day that could be read is written as
    "3 Agu 2026": among fewer rows its own digits might mean another, or decide what the sender left open.
    `numbers` are all rows of data. `progress` is told the rows done and may raise to cancel. Raises CannotDo as
    `new_workbook` does, and file.too_large where a cell or the sheet would overflow.
    """
    with new_workbook(path, constant_memory=True) as workbook:
        page = workbook.add_worksheet(_FORBIDDEN.sub(" ", sheet.name)[:_LONGEST_NAME].strip(" '") or "Data")
        text = workbook.add_format({"num_format": TEXT_FORMAT})
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        writer = _Page(path, page, layout, sheet, numbers)
        writer.set_columns(text, workbook.add_format({"text_wrap": True, "valign": "top"}))
        for number in range(1, layout.header_row + 1):
            writer.copy(number, bold if number >= layout.first_row else None)
        page.freeze_panes(layout.header_row, 0)
        section: Mapping[str, str] = {}
        for done, row in enumerate(rows, start=1):
            if row.section != section:
                section = row.section
                writer.enter(section)
            writer.copy(row.number, None, row.reason)
            if done % _PROGRESS_EVERY == 0:
                progress(done)


class _Page:
    """The sheet on its way to the file, one row below the other."""

    def __init__(self, path: Path, page: Worksheet, layout: Layout, sheet: Sheet, numbers: Sequence[int]) -> None:
        self._path, self._page, self._layout, self._rows = path, page, layout, sheet.rows
        self._next = 0
        self._kinds = {mapped.index: mapped.column.kind for mapped in layout.columns}
        orders = date_orders(sheet.rows, numbers, layout)
        self._orders = {mapped.index: order for mapped, order in orders.items()}
        headings = [heading_key(heading) for heading in headings_of(sheet.rows, layout)]
        reason = heading_key(REASON)
        # Rows that are refused a second time get new reasons in the place of the old.
        self._reason = headings.index(reason) if reason in headings else len(headings)

    def set_columns(self, text: Any, reason: Any) -> None:
        """Widths, and the format of text where what is typed must stay as it was typed."""
        for place in range(self._reason + 1):
            self._page.set_column(place, place, _WIDTH, text if self._kinds.get(place) in AS_TEXT else None)
        self._page.set_column(self._reason, self._reason, _REASON_WIDTH, reason)

    def enter(self, section: Mapping[str, str]) -> None:
        """The rows above a group of rows that say whose it is, the outer first."""
        for field in self._layout.spec.sections:
            if field in section:
                self._put(0, section[field], None)
                self._next += 1

    def copy(self, number: int, look: Any, reason: str = "") -> None:
        """A row of the sender, with the reason for its refusal; in the heading's last row that column's name."""
        for place, cell in enumerate(self._rows[number - 1]):
            if cell != "" and place != self._reason:
                below = number > self._layout.header_row
                self._put(place, self._written(place, cell) if below else cells.shown(cell), look)
        shown = REASON if number == self._layout.header_row else reason
        if shown:
            self._put(self._reason, shown, look)
        self._next += 1

    def _written(self, place: int, cell: Cell) -> str | float:
        day = read_date(cell, self._orders[place]) if place in self._orders else cell
        if isinstance(day, date) and (place in self._orders or not isinstance(day, datetime)):
            return show_date(day)
        if isinstance(cell, str) or (self._kinds.get(place) not in AS_TEXT and isinstance(cell, bool | int | float)):
            return cell
        return cells.shown(cell)

    def _put(self, place: int, value: str | float, look: Any) -> None:
        if isinstance(value, bool):
            full = self._page.write_boolean(self._next, place, value, look)
        elif isinstance(value, str):
            full = self._page.write_string(self._next, place, value, look)
        else:
            full = self._page.write_number(self._next, place, value, look)
        if full:
            raise limits.too_large(self._path.name, *OVERFLOWS[full])
