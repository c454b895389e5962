"""Workbooks in the XML that Excel 2003 introduced (SpreadsheetML 2003), read whole within bounds."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from xml.parsers import expat

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.content import Content
from smartpns_desktop.exchange.sheets import Cell, HeldSheet, Sheet, without_trailing_blanks
from smartpns_desktop.exchange.web_pages import text_bytes

_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet "
_EXCEL = "urn:schemas-microsoft-com:office:excel "
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_PIECE = 1024 * 1024
_DEEPEST = 64
_FIRST_DAY = date(1899, 12, 31)


def read_excel_2003(content: Content) -> list[HeldSheet]:
    """All worksheets. Raises CannotDo: file.unreadable where this is no such XML, or has a document type;
    file.truncated where it breaks off, file.too_large."""
    reader = _Reader(content.name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.begin, reader.end
    parser.CharacterDataHandler = reader.take_text
    parser.StartDoctypeDeclHandler = reader.refuse
    text = text_bytes(content).strip()
    code = "file.unreadable"
    try:
        for at in range(0, len(text), _PIECE):
            parser.Parse(text[at : at + _PIECE], False)
        # All of it was sound so far; what is wrong now is that there is no more.
        code = "file.truncated"
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise CannotDo(code, path=content.name) from error
    if not reader.sheets:
        raise CannotDo("file.unreadable", path=content.name)
    return reader.sheets


@dataclass(slots=True)
class _Growing:
    """A worksheet while it is read: its filled cells by row and column from 0, and where the next one stands."""

    name: str
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    valueless: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    merged: int = 0
    visible: bool = True
    row: int = -1
    column: int = -1
    next_row: int = 0
    next_column: int = 0
    next_format: int = 0
    width: int = 0
    height: int = 0


class _Reader:
    """One pass over the XML; only data that stands directly in a cell is a value, not that of its comment."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self.sheets: list[HeldSheet] = []
        self._sheet = _Growing("")
        self._path: list[str] = []
        self._kind, self._formula = "", False
        self._text: list[str] | None = None

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        above = self._path[-1] if self._path else ""
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            self.refuse()
        told = {key.removeprefix(_SPREADSHEET): value for key, value in attributes.items()}
        element = name.removeprefix(_SPREADSHEET)
        if element == "Worksheet":
            self._sheet = _Growing(told.get("Name", f"Sheet{len(self.sheets) + 1}"))
        elif element == "Column":
            self._begin_column(told)
        elif element == "Row":
            self._begin_row(told)
        elif element == "Cell":
            self._begin_cell(told)
        elif (element == "Data" and above == f"{_SPREADSHEET}Cell") or name == f"{_EXCEL}Visible":
            self._kind, self._text = told.get("Type", ""), []

    def end(self, name: str) -> None:
        self._path.pop()
        above = self._path[-1] if self._path else ""
        text = None if self._text is None else "".join(self._text)
        if name == f"{_SPREADSHEET}Data" and above == f"{_SPREADSHEET}Cell" and text is not None:
            self._text = None
            self._take_value(text)
        elif name == f"{_EXCEL}Visible" and text is not None:
            self._text = None
            self._sheet.visible = not text.strip().endswith("Hidden")
        elif name == f"{_SPREADSHEET}Cell" and self._formula:
            self._sheet.valueless.add((self._sheet.row + 1, self._sheet.column))
            self._formula = False
        elif name == f"{_SPREADSHEET}Worksheet":
            self.sheets.append(_held(self._sheet))

    def take_text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def refuse(self, *_: object) -> None:
        """Neither Excel nor any honest program writes a document type here."""
        raise CannotDo("file.unreadable", path=self._file_name)

    def _begin_column(self, told: Mapping[str, str]) -> None:
        sheet = self._sheet
        first = self._place(told, sheet.next_format, _LAST_COLUMN)
        sheet.next_format = first + 1 + self._count(told, "Span", _LAST_COLUMN)
        if told.get("Hidden") == "1":
            sheet.hidden_columns.append(range(first, sheet.next_format))

    def _begin_row(self, told: Mapping[str, str]) -> None:
        sheet = self._sheet
        sheet.row = self._place(told, sheet.next_row, _LAST_ROW)
        sheet.next_row = sheet.row + 1 + self._count(told, "Span", _LAST_ROW)
        sheet.next_column = 0
        if told.get("Hidden") == "1":
            sheet.hidden_rows.update(range(sheet.row + 1, sheet.next_row + 1))

    def _begin_cell(self, told: Mapping[str, str]) -> None:
        sheet = self._sheet
        across = self._count(told, "MergeAcross", _LAST_COLUMN)
        sheet.merged += bool(across or self._count(told, "MergeDown", _LAST_ROW))
        sheet.column = self._place(told, sheet.next_column, _LAST_COLUMN)
        sheet.next_column = sheet.column + 1 + across
        self._formula = "Formula" in told

    def _take_value(self, text: str) -> None:
        sheet = self._sheet
        self._formula = False
        if self._kind == "Error":
            sheet.errors[sheet.row + 1, sheet.column] = text
        elif (value := _value(self._kind, text)) == "":
            return
        else:
            sheet.cells.setdefault(sheet.row, {})[sheet.column] = value
        sheet.width, sheet.height = max(sheet.width, sheet.column + 1), max(sheet.height, sheet.row + 1)
        if sheet.width * sheet.height > limits.CELLS:
            raise limits.too_large(self._file_name, "cells", limits.CELLS)

    def _place(self, told: Mapping[str, str], otherwise: int, last: int) -> int:
        """Where a row, column or cell stands, from 0: what has no index follows the one before."""
        place = self._count(told, "Index", last) - 1 if "Index" in told else otherwise
        if not 0 <= place < last:
            self.refuse()
        return place

    def _count(self, told: Mapping[str, str], name: str, most: int) -> int:
        digits = told.get(name, "0")
        if not (digits.isascii() and digits.isdigit() and len(digits) < 9 and int(digits) <= most):
            self.refuse()
        return int(digits)


def _value(kind: str, text: str) -> Cell:
    """What a cell of that type holds; what does not fit its type stays the text that it is."""
    try:
        if kind == "Number":
            number = float(text)
            return number if math.isfinite(number) else text
        if kind == "DateTime":
            return _moment(datetime.fromisoformat(text.strip().removesuffix("Z")))
    except ValueError:
        return text
    return text.strip() == "1" if kind == "Boolean" else text


def _moment(moment: datetime) -> Cell:
    """A time of day stands on the day before all days."""
    if moment.date() <= _FIRST_DAY and moment.time() != time():
        return moment.time()
    return moment.date() if moment.time() == time() else moment


def _held(grown: _Growing) -> HeldSheet:
    rows: list[list[Cell]] = []
    for row in range(grown.height):
        line: list[Cell] = [""] * grown.width
        for column, value in grown.cells.pop(row, {}).items():
            line[column] = value
        rows.append(line)
    hidden = {column for part in grown.hidden_columns for column in range(part.start, min(part.stop, grown.width))}
    sheet = Sheet(
        grown.name,
        without_trailing_blanks(rows),
        hidden_rows=frozenset(grown.hidden_rows),
        hidden_columns=frozenset(hidden),
        errors=grown.errors,
        valueless_formulas=frozenset(grown.valueless),
        merged=grown.merged,
    )
    return HeldSheet(sheet, grown.visible)
