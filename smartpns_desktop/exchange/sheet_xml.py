"""A scan of an .xlsx sheet's XML before it is read: how far it reaches, and what the reader does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.archives import defines_entities
from smartpns_desktop.exchange.sheet_area import Area, column_number

_ROOT = re.compile(rb"<(?:([^\s<>/:!?]+):)?worksheet[\s/>]")
_ATTRIBUTES = rb"""((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)"""
_ATTRIBUTE = re.compile(rb"""([^\s<>=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ANY_ROW_OR_CELL = re.compile(rb"<(?:[^\s<>/:!?]+:)?(row|c)" + _ATTRIBUTES + rb">")
_COLUMN = re.compile(rb"<(?:[^\s<>/:!?]+:)?col" + _ATTRIBUTES + rb">")
_VALUE = re.compile(rb"<(?:[^\s<>/:!?]+:)?v(?:\s[^<>/]*)?>([^<]*)")
_FORMULA = re.compile(rb"<(?:[^\s<>/:!?]+:)?f[\s/>]")
_ON = (b"1", b"true")
_REFERENCE = re.compile(rb"([A-Za-z]{1,7})(\d{1,20})")
_FROM_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*[\"'](?:1|true|on)[\"']")


@dataclass(slots=True)
class Scan:
    """What a sheet's XML says besides values; rows from 1, columns from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    valueless_formulas: set[tuple[int, int]] = field(default_factory=set)
    merged: int = 0
    hidden_row_ranges: list[range] = field(default_factory=list)


def scan_sheet(pieces: Iterable[bytes], file_name: str) -> Scan:
    """Reads the XML once, in pieces; raises CannotDo(file.too_large) where a reader would have to hold more
    than `limits.CELLS` cells, file.unreadable where this is no sheet's XML.

    Cells as every office program writes them (`<c r="A1" …`) are only counted by what is unusual about them,
    at the speed of a search; a stretch with any other spelling is walked tag by tag.
    """
    pieces = iter(pieces)
    first = next(pieces, b"")
    root = _ROOT.search(first)
    if root is None:
        raise CannotDo("file.unreadable", path=file_name)
    scanner = _Scanner(b"%s:" % root[1] if root[1] else b"", file_name)
    before, stretch = b"", b""
    for following in scanner.stretches(chain([first], pieces)):
        before, stretch = stretch, following
        scanner.feed(stretch)
    # Merged areas stand behind the rows, where only <rowBreaks> can make one more cut.
    scanner.note_merged(before + stretch)
    return scanner.scan


class _Scanner:
    """One pass over one sheet; `prefix` is the namespace prefix of its elements, with its colon."""

    def __init__(self, prefix: bytes, file_name: str) -> None:
        name = re.escape(prefix)
        self.scan = Scan()
        self._area = Area(prefix)
        self._file_name = file_name
        self._row = 0
        self._head = True
        self._row_start = b"<" + prefix + b"row"
        self._cell_start = b"<" + prefix + b"c "
        self._cell_end = b"</" + prefix + b"c>"
        self._foreign = re.compile(rb"<(?!%s(?:c|row)[\s/>])(?:[^\s<>/:!?]+:)?(?:c|row)[\s/>]" % name)
        self._prefixed = bool(prefix)
        self._formula_start = b"<" + prefix + b"f"
        self._merge_start = b"<" + prefix + b"mergeCell "
        self._plain_cell = re.compile(rb'<%sc r="([A-Z]{1,7})(\d{1,9})"((?:[^<>"\']|"[^"<>]*")*)>' % name)
        self._row_of_note = re.compile(rb'<%srow(?! r="\d{1,9}"(?:[^<>\s]++|\s(?!hidden=))*+>)[\s/>]' % name)
        self._numbered_row = re.compile(rb'<%srow r="(\d{1,9})"' % name)
        self._hidden_row = re.compile(rb'<%srow r="(\d+)"[^<>]*?\shidden="(?:1|true)"' % name)
        self._no_value = re.compile(
            rb"(?:</%sf>|<%sf(?:\s[^<>]*)?/>)\s*(?:<%sv\s*/>|<%sv></%sv>)?\s*</%sc>" % ((name,) * 6)
        )

    def stretches(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The XML again, cut only in front of rows."""
        rest = b""
        for piece in pieces:
            rest = rest + piece if rest else piece
            cut = rest.rfind(self._row_start)
            if cut > 0:
                yield rest[:cut]
                rest = rest[cut:]
            elif len(rest) > limits.ROW_BYTES:
                raise self._unreadable()
        yield rest

    def feed(self, xml: bytes) -> None:
        """Take note of one stretch."""
        if defines_entities(xml):
            raise self._unreadable()
        if self._head:
            self._note_columns(xml)
            self._head = False
        if self._is_plain(xml):
            # A single sign is found ten times faster than a word. An error begins with #, or has no value yet.
            has_formulas = b"f" in xml and self._formula_start in xml
            if b"#" in xml or has_formulas:
                self._note_errors(xml)
            if has_formulas:
                self._note_formulas(xml)
            self._remember_row(xml)
        else:
            self._walk(xml)

    def note_merged(self, end: bytes) -> None:
        """Count the merged areas in the last part of the XML."""
        self.scan.merged = end.count(self._merge_start)

    def _is_plain(self, xml: bytes) -> bool:
        """Whether all rows and cells are spelled as usual; the area grows as cells are met beyond it."""
        if b":" in xml and (self._prefixed or b":c" in xml or b":row" in xml) and self._foreign.search(xml):
            raise self._unreadable()
        if not self._note_rows(xml):
            return False
        at = 0
        while beyond := self._area.beyond(xml, at):
            at = beyond.end()
            cell = self._plain_cell.match(xml, beyond.start())
            if cell:
                at = cell.end()
                self._reach(column_number(cell[1]), int(cell[2]), empty=self._is_empty(xml, cell))
            elif xml[at : at + 1] in b" \t\r\n/>":
                return False
        return True

    def _is_empty(self, xml: bytes, cell: re.Match[bytes]) -> bool:
        return cell[3].endswith(b"/") or xml.startswith(self._cell_end, cell.end())

    def _reach(self, column: int, row: int, *, empty: bool) -> None:
        """Cells that only carry a format take no room with the reader, wherever they stand."""
        wider = self._area.reaching(column, row)
        if wider.cells <= limits.CELLS and row <= limits.LAST_ROW:
            self._area = wider
        elif not empty:
            raise limits.too_large(self._file_name, "cells", limits.CELLS)

    def _note_rows(self, xml: bytes) -> bool:
        """Take note of hidden rows; tells whether all rows are numbered as usual."""
        for tag in self._row_of_note.finditer(xml):
            if not self._numbered_row.match(xml, tag.start()):
                return False
            if hidden := self._hidden_row.match(xml, tag.start()):
                self.scan.hidden_rows.add(int(hidden[1]))
        return True

    def _note_errors(self, xml: bytes) -> None:
        at = xml.find(b't="e"')
        while at >= 0:
            self._note_plain(xml, xml.rfind(b"<", 0, at))
            at = xml.find(b't="e"', at + 5)

    def _note_formulas(self, xml: bytes) -> None:
        for end in self._no_value.finditer(xml):
            self._note_plain(xml, xml.rfind(self._cell_start, 0, end.start()))

    def _note_plain(self, xml: bytes, start: int) -> None:
        cell = self._plain_cell.match(xml, start) if start >= 0 else None
        if cell:
            body = xml[cell.end() : xml.find(self._cell_end, cell.end())]
            self._note((int(cell[2]), column_number(cell[1]) - 1), cell[3], body)

    def _note(self, place: tuple[int, int], attributes: bytes, body: bytes) -> None:
        kind = attributes_of(attributes).get(b"t")
        value = _VALUE.search(body)
        if kind == b"e":
            self.scan.errors[place] = value[1].decode("ascii", "replace") if value else ""
        # The empty string is a value too, and then the cell says that it is a string.
        elif _FORMULA.search(body) and not (value and (value[1] or kind == b"str")):
            self.scan.valueless_formulas.add(place)

    def _note_columns(self, xml: bytes) -> None:
        for column in _COLUMN.finditer(xml, 0, max(xml.find(b"sheetData"), 0)):
            attributes = attributes_of(column[1])
            first, last = whole_number(attributes.get(b"min")), whole_number(attributes.get(b"max"))
            if attributes.get(b"hidden") in _ON and first and last:
                self.scan.hidden_columns.append(range(first - 1, last))

    def _remember_row(self, xml: bytes) -> None:
        """Rows without a number follow the last one that had one."""
        last = self._numbered_row.match(xml, xml.rfind(self._row_start + b' r="'))
        if last:
            self._row = int(last[1])

    def _walk(self, xml: bytes) -> None:
        """Tag by tag, as readers do: what has no reference stands right of, or below, the one before."""
        column = 0
        for tag, following in pairwise(chain(_ANY_ROW_OR_CELL.finditer(xml), [None])):
            if tag is None:
                break
            attributes = attributes_of(tag[2])
            if tag[1] == b"row":
                self._row = whole_number(attributes.get(b"r")) or self._row + 1
                column = 0
                if attributes.get(b"hidden") in _ON:
                    self.scan.hidden_rows.add(self._row)
                continue
            reference = _REFERENCE.fullmatch(attributes.get(b"r", b""))
            column = column_number(reference[1]) if reference else column + 1
            row = int(reference[2]) if reference else self._row
            body = xml[tag.end() : following.start() if following else len(xml)]
            self._reach(column, row, empty=tag[2].endswith(b"/") or body.startswith(b"</"))
            self._note((row, column - 1), tag[2], body)

    def _unreadable(self) -> CannotDo:
        return CannotDo("file.unreadable", path=self._file_name)


def attributes_of(text: bytes) -> dict[bytes, bytes]:
    """The attributes of a tag by their names as they are written."""
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(text)}


def whole_number(digits: bytes | None) -> int | None:
    """A number of at most nine digits; `None` for anything else."""
    return int(digits) if digits and digits.isdigit() and len(digits) < 10 else None


def counts_from_1904(workbook: Iterable[bytes]) -> bool:
    """Whether the workbook's part says that days are counted from 1904 (ECMA-376 18.2.28)."""
    return _FROM_1904.search(b"".join(workbook)) is not None
