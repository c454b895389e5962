"""The records of an .xls workbook, looked through before it is read: the room they ask for, and what they hide."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.sheet_xml import Scan

_BOF = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_PASSWORD, _ROW, _COLUMNS, _MERGED, _BOOLEAN_OR_ERROR, _FORMULA = 0x002F, 0x0208, 0x007D, 0x00E5, 0x0205, 0x0006
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Codes of error values (MS-XLS 2.5.10)."""
_EOF, _SHEET, _SHARED_STRINGS, _DIMENSIONS = 0x000A, 0x0085, 0x00FC, 0x0200
_MANY_NUMBERS = 0x00BD
_DATE_MODE = 0x0022
_CELLS = frozenset({0x0006, _MANY_NUMBERS, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_SHORTEST_STRING = 3


def check_workbook_stream(stream: bytes, file_name: str) -> tuple[int, ...]:
    """Where each sheet's records begin, in the workbook's order.

    Raises CannotDo: file.encrypted, file.too_large where a reader would have to hold more than `limits.CELLS_OF_XLS`
    cells, file.unreadable where records do not fit together or promise more than there is (MS-XLS 2.4).
    """
    sheets: list[int] = []
    try:
        for kind, start, _ in _records(stream, 0):
            if kind == _PASSWORD:
                raise CannotDo("file.encrypted", path=file_name)
            if kind == _SHEET:
                sheets.append(struct.unpack_from("<I", stream, start)[0])
            elif kind == _SHARED_STRINGS:
                count = struct.unpack_from("<i", stream, start + 4)[0]
                if not 0 <= count * _SHORTEST_STRING <= len(stream):
                    raise CannotDo("file.unreadable", path=file_name)
        cells = 0
        for place in sheets:
            cells += _checked_cells(stream, place, file_name)
            if cells > limits.CELLS_OF_XLS:
                raise limits.too_large(file_name, "cells", limits.CELLS_OF_XLS)
    except struct.error as error:
        raise CannotDo("file.unreadable", path=file_name) from error
    return tuple(sheets)


def counts_from_1904(stream: bytes) -> bool:
    """Whether a checked workbook counts its days from 1904 (MS-XLS 2.4.77)."""
    return any(kind == _DATE_MODE and stream[start : start + 1] == b"\x01" for kind, start, _ in _records(stream, 0))


def scan_records(stream: bytes, place: int) -> Scan:
    """What the sheet whose records begin there says besides values, the records having been checked."""
    scan = Scan()
    for kind, start, length in _records(stream, place):
        content = stream[start : start + length]
        if kind == _ROW and len(content) >= 14 and content[12] & 0x20:
            scan.hidden_rows.add(int.from_bytes(content[:2], "little") + 1)
        elif kind == _COLUMNS and len(content) >= 10 and content[8] & 1:
            first, last = struct.unpack_from("<HH", content)
            scan.hidden_columns.append(range(first, last + 1))
        elif kind == _MERGED and len(content) >= 2:
            scan.merged += int.from_bytes(content[:2], "little")
        elif kind == _BOOLEAN_OR_ERROR and len(content) >= 8 and content[7]:
            _note_error(scan, content, content[6])
        elif kind == _FORMULA and len(content) >= 14 and content[12:14] == b"\xff\xff" and content[6] == 2:
            _note_error(scan, content, content[8])
    return scan


def _note_error(scan: Scan, content: bytes, code: int) -> None:
    row, column = struct.unpack_from("<HH", content)
    scan.errors[row + 1, column] = ERRORS.get(code, "")


def _checked_cells(stream: bytes, place: int, file_name: str) -> int:
    """How many cells the area of a sheet has that its records fill."""
    rows = columns = 0
    for kind, start, length in _records(stream, place):
        if kind == _DIMENSIONS:
            _check_dimensions(stream[start : start + length], file_name)
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", stream, start)
            if kind == _MANY_NUMBERS:
                column = struct.unpack_from("<H", stream, start + length - 2)[0]
            rows, columns = max(rows, row + 1), max(columns, column + 1)
    return rows * columns


def _check_dimensions(content: bytes, file_name: str) -> None:
    """First and one past the last row, then column; zero past the last means that there is none."""
    sizes = {10: "<HHHH", 14: "<IIHH"}
    if len(content) not in sizes:
        raise CannotDo("file.unreadable", path=file_name)
    first_row, end_row, first_column, end_column = struct.unpack_from(sizes[len(content)], content)
    if not end_row or not end_column:
        return
    if end_row <= first_row or end_column <= first_column:
        raise CannotDo("file.unreadable", path=file_name)
    if (end_row - first_row) * (end_column - first_column) > limits.CELLS_OF_XLS:
        raise limits.too_large(file_name, "cells", limits.CELLS_OF_XLS)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record up to the end of its substream; charts in a sheet are left out."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        depth += (kind in _BOF) - (kind == _EOF)
        if kind == _EOF and depth <= 0:
            return
        if depth <= 1:
            yield kind, at + 4, length
        at += 4 + length
