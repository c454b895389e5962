"""A scan of an .ods file's XML: what its reader does not tell, such as hidden rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.sheet_xml import Scan, attributes_of, whole_number

_ATTRIBUTES = rb"""((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?/?)"""
_TABLE = re.compile(rb"<table:table(?=[\s>])" + _ATTRIBUTES + rb">")
_COLUMN = re.compile(rb"<table:table-column" + _ATTRIBUTES + rb">")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell" + _ATTRIBUTES + rb">")
_ROW_START = b"<table:table-row"
_ROW = re.compile(_ROW_START + rb"(?=[\s>/])" + _ATTRIBUTES + rb">")
_UNUSUAL = (b"table:formula=", b"-spanned=", b'value-type="error"')
_SHOWN = re.compile(rb"<text:p[^>]*>([^<]*)")
_HIDDEN = (b"collapse", b"filter")
_MOST_REPEATED = 1_000
"""Equal rows of formulas that are told one by one."""


def scan_tables(pieces: Iterable[bytes], file_name: str) -> dict[str, Scan]:
    """What each sheet hides, by its name; raises CannotDo(file.unreadable) where a row is beyond all measure.

    Prefixes are those that every office program writes; the reader of the cells knows no others either.
    """
    scans: dict[str, Scan] = {}
    scan, row, column = Scan(), 0, 0
    for stretch in _stretches(pieces, file_name):
        tag = _ROW.match(stretch)
        if tag is not None:
            row = _take_row(scan, row, tag, stretch)
        for table in _TABLE.finditer(stretch):
            scan, row, column = Scan(), 0, 0
            name = attributes_of(table[1]).get(b"table:name", b"").decode("utf-8", "replace")
            scans.setdefault(unescape(name), scan)
        for tag in _COLUMN.finditer(stretch):
            column = _take_column(scan, column, attributes_of(tag[1]))
    return scans


def _stretches(pieces: Iterable[bytes], file_name: str) -> Iterator[bytes]:
    """The XML cut in front of each row."""
    rest = b""
    for piece in pieces:
        rest += piece
        *whole, rest = re.split(rb"(?=<table:table-row[\s>/])", rest)
        yield from whole
        if len(rest) > limits.ROW_BYTES:
            raise CannotDo("file.unreadable", path=file_name)
    yield rest


def _take_row(scan: Scan, before: int, tag: re.Match[bytes], stretch: bytes) -> int:
    """Number of the row's last repetition."""
    attributes = attributes_of(tag[1])
    rows = range(before + 1, before + 1 + (whole_number(attributes.get(b"table:number-rows-repeated")) or 1))
    if attributes.get(b"table:visibility") in _HIDDEN:
        scan.hidden_row_ranges.append(rows)
    end = stretch.find(b"</table:table-row>")
    content = stretch[tag.end() : end if end >= 0 else len(stretch)]
    if any(mark in content for mark in _UNUSUAL):
        _take_cells(scan, rows, content)
    return rows.stop - 1


def _take_column(scan: Scan, before: int, attributes: dict[bytes, bytes]) -> int:
    end = before + (whole_number(attributes.get(b"table:number-columns-repeated")) or 1)
    if attributes.get(b"table:visibility") in _HIDDEN:
        scan.hidden_columns.append(range(before, end))
    return end


def _take_cells(scan: Scan, rows: range, content: bytes) -> None:
    column = 0
    cells = list(_CELL.finditer(content))
    ends = [cell.start() for cell in islice(cells, 1, None)] + [len(content)]
    for cell, end in zip(cells, ends, strict=True):
        attributes = attributes_of(cell[1])
        body = b"" if cell[1].endswith(b"/") else content[cell.end() : end]
        scan.merged += any(_more_than_one(attributes, f"table:number-{it}-spanned") for it in ("columns", "rows"))
        _note(scan, [(row, column) for row in rows[:_MOST_REPEATED]], attributes, body)
        column += whole_number(attributes.get(b"table:number-columns-repeated")) or 1


def _more_than_one(attributes: dict[bytes, bytes], name: str) -> bool:
    return (whole_number(attributes.get(name.encode())) or 1) > 1


def _note(scan: Scan, places: list[tuple[int, int]], attributes: dict[bytes, bytes], body: bytes) -> None:
    if attributes.get(b"calcext:value-type") == b"error":
        shown = _SHOWN.search(body)
        scan.errors.update(dict.fromkeys(places, shown[1].decode("utf-8", "replace") if shown else ""))
    elif b"table:formula" in attributes and b"office:value-type" not in attributes and b"<text:p" not in body:
        scan.valueless_formulas.update(places)
