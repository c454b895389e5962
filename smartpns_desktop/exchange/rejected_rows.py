"""The rows that an import refused, in the sender's own sheet with the reasons beside them; mended, it imports again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path

from smartpns_desktop.exchange import cells
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.date_columns import Order, read_date, read_span, years_of
from smartpns_desktop.exchange.day_columns import date_orders
from smartpns_desktop.exchange.heading_columns import is_passive, reason_heading
from smartpns_desktop.exchange.headings import heading_key
from smartpns_desktop.exchange.layout import Layout, find_layout, headings_of
from smartpns_desktop.exchange.lexicon import ORDERS
from smartpns_desktop.exchange.new_workbooks import new_workbook
from smartpns_desktop.exchange.origins import mark, plain
from smartpns_desktop.exchange.refused_page import RefusedPage
from smartpns_desktop.exchange.sheet_looks import SheetLook
from smartpns_desktop.exchange.sheets import Cell, Sheet
from smartpns_desktop.exchange.writing import AS_TEXT
from smartpns_desktop.words.figures import show_date

_PROGRESS_EVERY = 500
_ROWS_BELOW = 500
"""Rows below a heading by which is tried whether it can be understood by itself."""
_FORBIDDEN, _LONGEST_NAME = re.compile(r"[\[\]:*?/\\]"), 31
"""What Excel takes for the name of a sheet; a text file's name may be any."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A refused row: its number in the sender's sheet, what the sections above it say, and why it was refused:
    headings ("" for the row as a whole) and sentences."""

    number: int
    section: Mapping[str, str]
    reasons: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class SentSheet:
    """A sender's sheet: cells, heading, numbers of all rows of data and of the sections' rows, and how it looks.

    `date_orders` are those that the clerk told, "dmy" or "mdy" by field.
    """

    sheet: Sheet
    layout: Layout
    numbers: Sequence[int]
    sections: Sequence[int] = ()
    look: SheetLook = field(default_factory=SheetLook)
    date_orders: Mapping[str, str] = field(default_factory=dict)


def write_rejected_rows(
    path: Path, sent: SentSheet, rows: Sequence[Rejected], progress: Callable[[int], None], password: str = ""
) -> None:
    """Write title rows, heading and refused rows as the sender had them, with a last column of reasons.

    Cells that are wrong are coloured and say why. Ids and dates become text, so that no program rounds or turns
    them. A day that could be read is written as "3 Agu 2026": among fewer rows its own digits might mean another, or
    decide what the sender left open. With a password the file asks for it. `progress` is told the rows done and may
    raise to cancel. Raises CannotDo as `new_workbook` does, and file.too_large where a cell or the sheet would
    overflow.
    """
    with new_workbook(path, constant_memory=True, password=password) as workbook:
        name = _FORBIDDEN.sub(" ", sent.sheet.name)[:_LONGEST_NAME].strip(" '") or "Data"
        writer = _Writer(sent, RefusedPage(path.name, workbook, name, sent.look))
        writer.write_head(rows)
        for done, row in enumerate(rows, start=1):
            writer.write(row)
            if done % _PROGRESS_EVERY == 0:
                progress(done)
        writer.close()


def _date_readers(sent: SentSheet) -> dict[int, Callable[[Cell], object]]:
    """How the cells of each date column are read, by its place."""
    readers: dict[int, Callable[[Cell], object]] = {}
    for mapped, order in date_orders(sent.sheet.rows, sent.numbers, sent.layout).items():
        if mapped.split:
            continue
        read = read_span if mapped.column.until else read_date
        told = ORDERS.get(sent.date_orders.get(mapped.field, ""), Order.OPEN)
        readers[mapped.index] = partial(read, order=order, told=told, years=years_of(mapped.field))
    return readers


class _Writer:
    """What of the sender's sheet goes where."""

    def __init__(self, sent: SentSheet, page: RefusedPage) -> None:
        self._layout, self._rows, self._page = sent.layout, sent.sheet.rows, page
        self._name = sent.sheet.name
        self._kinds = {it.index: it.column.kind for it in sent.layout.columns if not it.split}
        self._readers = _date_readers(sent)
        self._headings = headings_of(sent.sheet.rows, sent.layout)
        keys = list(map(heading_key, self._headings))
        self._title = reason_heading(sent.layout.spec)
        reason = heading_key(self._title)
        # Rows that are refused a second time get new reasons in the place of the old.
        self._reason = keys.index(reason) if reason in keys else len(keys)
        self._section: Mapping[str, str] = {}
        self._sections = list(reversed(sent.sections))
        self._section_rows: dict[str, int] = {}

    def write_head(self, refused: Sequence[Rejected]) -> None:
        """Columns, title rows, heading, and below it what its columns were taken for where it does not say so."""
        texts = {place for place, kind in self._kinds.items() if kind in AS_TEXT}
        widths = {mapped.index: mapped.column.width for mapped in self._layout.columns}
        self._page.set_columns(self._reason, texts, widths)
        for number in range(1, self._layout.header_row + 1):
            row = [cells.shown(cell) if cell != "" else "" for cell in self._rows[number - 1]]
            reason = self._title if number == self._layout.header_row else ""
            self._page.copy(number, row, reason=reason, heading=number >= self._layout.first_row)
        if not self._is_plain(refused):
            self._page.hide([self._mark(place) for place in range(len(self._headings))])
        self._page.freeze()

    def write(self, row: Rejected) -> None:
        """A refused row, below the sections that say whose it is where these are not those of the row before."""
        while self._sections and self._sections[-1] < row.number:
            self._pass(self._sections.pop())
        if row.section != self._section:
            self._section = row.section
            self._enter()
        values = [self._written(place, cell) for place, cell in enumerate(self._rows[row.number - 1])]
        reason = "\n".join(f"{heading}: {said}" if heading else said for heading, said in row.reasons)
        self._page.copy(row.number, values, reason=reason, wrong=self._wrong(row))

    def close(self) -> None:
        """Put together what the sender had merged."""
        self._page.merge(self._layout.header_row)

    def _pass(self, number: int) -> None:
        """Remember what a section's row says: its texts, and what stands behind a label's colon."""
        for cell in self._rows[number - 1]:
            if cell != "":
                text = plain(cell)
                self._section_rows |= dict.fromkeys((text, text.partition(":")[2].strip(), text.lstrip(": ")), number)

    def _enter(self) -> None:
        """The rows above a group of rows that say whose it is, as the sender had them."""
        told = {name: plain(text) for name, text in self._section.items() if text}
        for number in sorted({self._section_rows[text] for text in told.values() if text in self._section_rows}):
            self._page.copy(number, [cells.shown(cell) if cell != "" else "" for cell in self._rows[number - 1]])

    def _wrong(self, row: Rejected) -> dict[int, str]:
        """What is said about each cell, by its place."""
        places = [(place, mapped.heading) for mapped in self._layout.columns for place in mapped.places]
        told: dict[int, str] = {}
        for place, heading in places:
            said = [sentence for its, sentence in row.reasons if its and its == heading]
            if said:
                told[place] = "\n".join(said)
        return told

    def _written(self, place: int, cell: Cell) -> str | float:
        day = self._readers[place](cell) if place in self._readers else cell
        if isinstance(day, tuple):
            return " s.d. ".join(show_date(end) for end in day if end is not None)
        if isinstance(day, date) and (place in self._readers or not isinstance(day, datetime)):
            return show_date(day)
        if isinstance(cell, str) or (self._kinds.get(place) not in AS_TEXT and isinstance(cell, bool | int | float)):
            return cell
        return cells.shown(cell)

    def _is_plain(self, refused: Sequence[Rejected]) -> bool:
        """Whether anybody understands the refused rows' heading as it was understood, without being told."""
        below = [self._rows[row.number - 1] for row in refused[:_ROWS_BELOW]]
        found = find_layout([*self._rows[: self._layout.header_row], *below], SPECS.values(), self._name)
        if found is None or found.incomplete or found.doubtful:
            return False
        mine, theirs = ({it.places: it.field for it in layout.columns} for layout in (self._layout, found))
        return (found.spec.kind, found.header_row, theirs) == (self._layout.spec.kind, self._layout.header_row, mine)

    def _mark(self, place: int) -> str:
        names = {place: mapped.field for mapped in self._layout.columns for place in mapped.places}
        heading = self._headings[place]
        if place == self._reason or not heading or (place not in names and is_passive(heading)):
            return ""
        return mark(self._layout.spec.kind, names.get(place, ""))
