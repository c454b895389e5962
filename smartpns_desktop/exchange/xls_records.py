"""The records of an .xls workbook, looked through before it is read: how much room its numbers ask for."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits

_EOF, _SHEET, _SHARED_STRINGS, _DIMENSIONS = 0x000A, 0x0085, 0x00FC, 0x0200
_MANY_NUMBERS = 0x00BD
_CELLS = frozenset({0x0006, _MANY_NUMBERS, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_SHORTEST_STRING = 3


def check_workbook_stream(stream: bytes, file_name: str) -> None:
    """Raises CannotDo(file.too_large) where a reader would have to hold more than `limits.CELLS` cells of a
    sheet, file.unreadable where records do not fit together or promise more than there is (MS-XLS 2.4)."""
    sheets: list[int] = []
    try:
        for kind, start, _ in _records(stream, 0):
            if kind == _SHEET:
                sheets.append(struct.unpack_from("<I", stream, start)[0])
            elif kind == _SHARED_STRINGS:
                count = struct.unpack_from("<i", stream, start + 4)[0]
                if not 0 <= count * _SHORTEST_STRING <= len(stream):
                    raise CannotDo("file.unreadable", path=file_name)
        for place in sheets:
            _check_sheet(stream, place, file_name)
    except struct.error as error:
        raise CannotDo("file.unreadable", path=file_name) from error


def _check_sheet(stream: bytes, place: int, file_name: str) -> None:
    rows = columns = 0
    for kind, start, length in _records(stream, place):
        if kind == _DIMENSIONS:
            _check_dimensions(stream[start : start + length], file_name)
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", stream, start)
            if kind == _MANY_NUMBERS:
                column = struct.unpack_from("<H", stream, start + length - 2)[0]
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if rows * columns > limits.CELLS:
                raise limits.too_large(file_name, "cells", limits.CELLS)


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
    if (end_row - first_row) * (end_column - first_column) > limits.CELLS:
        raise limits.too_large(file_name, "cells", limits.CELLS)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record up to the end of its substream."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _EOF:
            return
        yield kind, at + 4, length
        at += 4 + length
