"""The records of an .xlsb workbook, looked through before it is read: how far cells reach, and what is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.sheet_xml import Scan
from smartpns_desktop.exchange.xls_records import ERRORS

_ROW, _BLANK_CELL, _ERROR, _FORMULA_ERROR, _LAST_CELL_KIND = 0, 1, 3, 11, 11
_COLUMNS, _SHEET, _MERGED = 60, 156, 176
_MOST = 1024
"""Bytes of a record that are looked at: a sheet's names are the longest."""
_WORKBOOK = 153


def sheet_relations(pieces: Iterable[bytes], file_name: str) -> tuple[str, ...]:
    """By what relation the workbook names each sheet, in its order (MS-XLSB 2.4.313)."""
    found = []
    for kind, content in _records(pieces, file_name):
        if kind == _SHEET:
            letters = int.from_bytes(content[8:12], "little")
            found.append(content[12 : 12 + 2 * letters].decode("utf-16-le", "replace"))
    return tuple(found)


def counts_from_1904(pieces: Iterable[bytes], file_name: str) -> bool:
    """Whether the workbook's part says that days are counted from 1904 (MS-XLSB 2.4.824)."""
    return any(kind == _WORKBOOK and content[:1] and content[0] & 1 for kind, content in _records(pieces, file_name))


def scan_records(pieces: Iterable[bytes], file_name: str) -> Scan:
    """What a sheet says besides values.

    Raises CannotDo(file.too_large) where a reader would have to hold more than `limits.CELLS` cells,
    file.unreadable where the records do not fit together (MS-XLSB 2.1.4: kind, length, content).
    """
    scan = Scan()
    row = rows = columns = 0
    for kind, content in _records(pieces, file_name):
        first = int.from_bytes(content[:4], "little")
        if kind == _ROW:
            row = first + 1
            if len(content) > 11 and content[11] & 0x10:
                scan.hidden_rows.add(row)
        elif _BLANK_CELL < kind <= _LAST_CELL_KIND:
            rows, columns = max(rows, row), max(columns, first + 1)
            if rows * columns > limits.CELLS:
                raise limits.too_large(file_name, "cells", limits.CELLS)
            if kind in (_ERROR, _FORMULA_ERROR) and len(content) > 8:
                scan.errors[row, first] = ERRORS.get(content[8], "")
        elif kind == _COLUMNS and len(content) > 16 and content[16] & 1:
            scan.hidden_columns.append(range(first, int.from_bytes(content[4:8], "little") + 1))
        scan.merged += kind == _MERGED
    return scan


def _records(pieces: Iterable[bytes], file_name: str) -> Iterator[tuple[int, bytes]]:
    """Kind and beginning of each record."""
    buffer, at = b"", 0
    for piece in pieces:
        buffer, at = buffer[at:] + piece, 0
        while record := _record(buffer, at):
            kind, content, at = record
            yield kind, buffer[content : min(at, content + _MOST)]
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
