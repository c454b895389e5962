"""Where on a sheet the table stands, and what a row has of what every row of the table should have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from smartpns_desktop.domain.agencies import names_agency
from smartpns_desktop.domain.dates import parse_date, split_numeric
from smartpns_desktop.exchange.columns_spec import CellKind
from smartpns_desktop.exchange.heading_columns import REASON, REFUSAL
from smartpns_desktop.exchange.heading_labels import parts_of
from smartpns_desktop.exchange.headings import heading_text
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.outline import bare_name
from smartpns_desktop.exchange.row_texts import begins_foot, begins_signature, filled, is_labelled_nip, is_total_label

_ID_DIGITS = 9
_DIGITS = re.compile(r"\d")
_SIGNATURE_CELLS = 2
_IDS, _NAMES = ("nip", "nik"), ("name", "person")
"""Fields that tell whom a row means, the surest first."""

Row = Sequence[object]


class TableRows:
    """The table below a heading; `last_certain` is the number of its last row that is data beyond doubt."""

    def __init__(self, rows: Sequence[Row], layout: Layout) -> None:
        heading = rows[layout.first_row - 1 : layout.header_row]
        self._layout = layout
        self._columns = layout.columns
        identifying = [it for it in layout.columns if it.field in layout.spec.identifying and it.field != "nip"]
        self._id = next((it for name in _IDS for it in layout.columns if it.field == name), None)
        self._others = identifying or [it for it in layout.columns if it.field in _NAMES]
        self._number = layout.number
        self._end = self._right_end(heading)
        self._headings = [_texts(self.inside(row)) for row in heading]
        self._begun = {row[self._columns[0].index] for row in heading}
        below = range(len(rows), layout.header_row, -1)
        certain = (it for it in below if self.is_certain(rows[it - 1]) and not self.may_be_signed(rows[it - 1]))
        self.last_certain = next(certain, 0)

    def _right_end(self, heading: Sequence[Row]) -> int:
        """Place right of the table: what an empty column sets apart from it is a legend; our reasons are none of it."""
        own = {REASON, REFUSAL}
        labelled = [bool(parts) and parts[-1] not in own for parts in parts_of(heading)]
        end = max(place for mapped in self._columns for place in mapped.places) + 1
        while end < len(labelled) and labelled[end]:
            end += 1
        return end

    def inside(self, row: Row) -> Row:
        """The cells of a row that stand in the table."""
        return row[: self._end]

    def is_heading(self, row: Row) -> bool:
        """Whether a row repeats one of the heading, as at the top of each page."""
        return row[self._columns[0].index] in self._begun and _texts(self.inside(row)) in self._headings

    def count_certain(self, rows: Sequence[Row]) -> int:
        """How many rows are data beyond doubt."""
        return sum(map(self.is_certain, rows))

    def has_id(self, row: Row) -> bool:
        """Whether a row has somebody's number where the table has them, so that it is no heading."""
        number = self._id.cell(row) if self._id is not None else None
        if type(number) is str:
            return _digits_in(number) >= _ID_DIGITS
        return isinstance(number, float) and number >= 10 ** (_ID_DIGITS - 1)

    def is_certain(self, row: Row) -> bool:
        """Whether a row is data beyond doubt: it has somebody's number and his name, or all that tells it apart."""
        if self._id is None:
            return self._is_line(row)
        if not self.has_id(row):
            return False
        for it in self._others:
            if not self._names(it.cell(row)):
                return False
        return bool(self._others) or _several(row)

    @staticmethod
    def _names(cell: object) -> bool:
        if not isinstance(cell, str):
            return cell != ""
        return bool(cell.strip()) and not is_labelled_nip(cell) and _digits_in(cell) < _ID_DIGITS

    def _is_line(self, row: Row) -> bool:
        """Of a table without people: its names, and a number somewhere, which no signature has."""
        cells = [it.cell(row) for it in self._others]
        if not cells or not all(self._names(cell) for cell in cells) or any(map(is_total_label, cells)):
            return False
        texts = [cell for cell in filled(self.inside(row)) if isinstance(cell, str)]
        others = [cell for place, cell in enumerate(self.inside(row)) if place != self._others[0].index]
        if any(isinstance(cell, (int, float)) for cell in others):
            return not begins_signature(texts)
        return any(_DIGITS.search(str(cell)) for cell in others) and not begins_foot(texts[:2])

    def is_dated(self, row: Row) -> bool:
        """Whether the day stands in a row that tells events apart: no signature has one in that column."""
        days = (it.cell(row) for it in self._others if it.column.kind is CellKind.DATE)
        return any(isinstance(it, date) or (isinstance(it, str) and _is_day(it)) for it in days)

    def may_be_signed(self, row: Row) -> bool:
        """Whether a row below a signature may be its last: a name beside another's labelled NIP."""
        if self._id is None or self.running_number(row):
            return False
        return len(filled(row)) <= _SIGNATURE_CELLS and is_labelled_nip(str(row[self._id.index]))

    def running_number(self, row: Row) -> float:
        """The number in the column of running numbers, 0 where there is none."""
        if self._number is None:
            return 0.0
        text = heading_text(row[self._number]).rstrip(".) ")
        return float(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0.0

    def holds_number_alone(self, row: Row) -> bool:
        """Whether a row was numbered and never filled in."""
        return bool(self.running_number(row)) and len(filled(self.inside(row))) == 1

    def names_somebody(self, row: Row) -> bool:
        """Whether a row has anything in a column that tells rows apart."""
        return any(it.cell(row) != "" for it in (*self._others, *filter(None, [self._id])))

    def is_bare_sum(self, row: Row) -> bool:
        """Whether only numbers stand there, none of them a running one and nobody's."""
        cells = filled(self.inside(row))
        plain = all(isinstance(cell, (int, float)) and not isinstance(cell, bool) for cell in cells)
        return plain and not self.running_number(row) and not self.names_somebody(row)

    def is_lone_name(self, row: Row) -> bool:
        """Whether the one text of a row stands where the kind itself has its agencies."""
        return self._layout.spec.kind == "agencies" and any(
            names_agency(bare_name(str(it.cell(row)))) for it in self._others if it.cell(row) != ""
        )


def _digits_in(text: str) -> int:
    """How many digits a text has; most have nothing else, or none."""
    return len(text) if text.isdigit() else sum(map(str.isdigit, text)) if _DIGITS.search(text) else 0


def _texts(row: Row) -> list[str]:
    return [heading_text(cell).casefold() for cell in row]


def _is_day(text: str) -> bool:
    return parse_date(text) is not None or split_numeric(text) is not None


def _several(row: Row) -> bool:
    return len(filled(row)) > 1
