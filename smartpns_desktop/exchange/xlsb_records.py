"""The records of an .xlsb sheet, looked through before it is read: how far its cells reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits

_ROW, _BLANK_CELL, _LAST_CELL_KIND = 0, 1, 11


def check_records(pieces: Iterable[bytes], file_name: str) -> None:
    """Raises CannotDo(file.too_large) where a reader would have to hold more than `limits.CELLS` cells,
    file.unreadable where the records do not fit together (MS-XLSB 2.1.4: kind, length, content)."""
    row = rows = columns = 0
    for kind, start in _records(pieces, file_name):
        if kind == _ROW:
            row = int.from_bytes(start, "little") + 1
        elif _BLANK_CELL < kind <= _LAST_CELL_KIND:
            rows, columns = max(rows, row), max(columns, int.from_bytes(start, "little") + 1)
            if rows * columns > limits.CELLS:
                raise limits.too_large(file_name, "cells", limits.CELLS)


def _records(pieces: Iterable[bytes], file_name: str) -> Iterator[tuple[int, bytes]]:
    """Kind and first four bytes of each record."""
    buffer, at = b"", 0
    for piece in pieces:
        buffer, at = buffer[at:] + piece, 0
        while record := _record(buffer, at):
            kind, content, at = record
            yield kind, buffer[content : content + 4]
        if len(buffer) - at > limits.ROW_BYTES:
            raise CannotDo("file.unreadable", path=file_name)
    if at != len(buffer):
        raise CannotDo("file.unreadable", path=file_name)


def _record(buffer: bytes, at: int) -> tuple[int, int, int] | None:
    """Kind, place of the content and end of the record at `at`; `None` where it is not there whole."""
    if len(buffer) < at + 2:
        return None
    kind, at = buffer[at], at + 1
    if kind & 0x80:
        kind, at = kind & 0x7F | buffer[at] << 7, at + 1
    length = shift = 0
    while at < len(buffer) and shift < 28:
        byte, at = buffer[at], at + 1
        length |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            return (kind, at, at + length) if at + length <= len(buffer) else None
    return None
