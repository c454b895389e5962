"""Workbooks that calamine reads (.xlsx, .xlsb, .xls, .ods): judged before it looks in, scanned for what it omits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from itertools import chain, islice
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits, xls_records, xlsb_records
from smartpns_desktop.exchange.archives import Archive
from smartpns_desktop.exchange.compound import Compound
from smartpns_desktop.exchange.containers import Container, Format
from smartpns_desktop.exchange.content import Content
from smartpns_desktop.exchange.ods_xml import scan_tables
from smartpns_desktop.exchange.packages import parts_of, sheet_parts
from smartpns_desktop.exchange.sheet_xml import Scan, counts_from_1904, scan_sheet
from smartpns_desktop.exchange.sheets import Cell, Sheet, SheetInfo, without_trailing_blanks
from smartpns_desktop.exchange.xls_records import check_workbook_stream, scan_records
from smartpns_desktop.exchange.xlsb_records import scan_records as scan_xlsb
from smartpns_desktop.exchange.xlsb_records import sheet_relations

_MIDNIGHT = time()
_AT_A_TIME = 1_000
_ODS_CONTENT = "content.xml"

Scanner = Callable[[int, str], Scan]
"""What a sheet says besides values, by its place in the workbook and its name."""


class CalamineBook:
    """An open workbook and its sheets in their order; it holds the file open until it is closed."""

    def __init__(self, content: Content, container: Container) -> None:
        """Raises CannotDo: file.encrypted, file.unreadable, file.truncated, file.too_large."""
        self._file_name = content.name
        self._scan, count, self._from_1904 = _prepared(content, container)
        if isinstance(content, Path):
            self._book = CalamineWorkbook.from_path(content)
        else:
            self._book = CalamineWorkbook.from_filelike(content.open("rb"))
        self.sheets = tuple(
            SheetInfo(sheet.name, sheet.visible == SheetVisibleEnum.Visible)
            for sheet in self._book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        )
        if not self.sheets or (count is not None and count != len(self._book.sheet_names)):
            raise CannotDo("file.unreadable", path=content.name)

    def close(self) -> None:
        """Let go of the file."""
        self._book.close()

    def read(self, name: str) -> Sheet:
        """All cells of a sheet that is there. Raises CannotDo: file.too_large, file.unreadable."""
        place = self._book.sheet_names.index(name)
        scan = self._scan(place, name)
        rows = _rows(self._book.get_sheet_by_index(place), self._file_name)
        width = len(rows[0]) if rows else 0
        hidden_columns = (range(part.start, min(part.stop, width)) for part in scan.hidden_columns)
        hidden_rows = (range(part.start, min(part.stop, len(rows) + 1)) for part in scan.hidden_row_ranges)
        return Sheet(
            name,
            rows,
            hidden_rows=frozenset(chain(scan.hidden_rows, *hidden_rows)),
            hidden_columns=frozenset(chain.from_iterable(hidden_columns)),
            errors=scan.errors,
            valueless_formulas=frozenset(scan.valueless_formulas),
            merged=scan.merged,
            from_1904=self._from_1904,
        )


def _rows(sheet: CalamineSheet, file_name: str) -> list[list[Cell]]:
    if sheet.end is None:
        return []
    if (sheet.end[0] + 1) * (sheet.end[1] + 1) > limits.CELLS:
        raise limits.too_large(file_name, "cells", limits.CELLS)
    rows: list[list[Cell]] = []
    source, known = sheet.iter_rows(), dict[str, str]()
    while part := list(islice(source, _AT_A_TIME)):
        _tidy(part, known)
        rows += part
    if sheet.start and sheet.start[1]:
        left = [""] * sheet.start[1]
        for row in rows:
            row[:0] = left
    return without_trailing_blanks(rows)


def _tidy(rows: list[list[Cell]], known: dict[str, str]) -> None:
    """Midnights are days; equal texts are one object where they repeat, as grades, posts and agencies do."""
    for place, cells in enumerate(zip(*rows, strict=True)):
        kinds = set(map(type, cells))
        if datetime in kinds:
            for row in rows:
                row[place] = _day_if_midnight(row[place])
        # Of texts alone, for 1 and True are equal and not the same.
        elif kinds == {str} and 2 * len(set(cells)) < len(cells):
            for row, text in zip(rows, map(known.setdefault, cells, cells), strict=True):
                row[place] = text


def _day_if_midnight(cell: Cell) -> Cell:
    return cell.date() if isinstance(cell, datetime) and cell.time() == _MIDNIGHT else cell


def _prepared(content: Content, container: Container) -> tuple[Scanner, int | None, bool]:
    """Judges all that the reader will look into; gives the scanner of its sheets, which judges those parts that
    are read later, how many sheets there are where that is known, and whether days are counted from 1904."""
    archive, workbook = container.archive, container.workbook
    if archive is None:
        stream = Compound(content).stream("Workbook", "Book")
        places = check_workbook_stream(stream, content.name)
        return (lambda place, _: scan_records(stream, places[place])), len(places), xls_records.counts_from_1904(stream)
    if container.format is Format.ODS:
        _vet(archive, set())
        return partial(_scan_ods, archive, content.name, {}), None, False
    if container.format is Format.XLSB:
        relations = sheet_relations(archive.inflate(workbook), content.name)
        parts = parts_of(archive, workbook, relations)
        from_1904 = xlsb_records.counts_from_1904(archive.inflate(workbook), content.name)
    else:
        parts = sheet_parts(archive, workbook)
        from_1904 = counts_from_1904(archive.inflate(workbook))
    scan = scan_xlsb if container.format is Format.XLSB else scan_sheet
    _vet(archive, {part.lower() for part in parts})
    return (lambda place, _: scan(archive.inflate(parts[place]), content.name)), len(parts), from_1904


def _vet(archive: Archive, judged_later: set[str]) -> None:
    for part in archive.names:
        if part not in judged_later:
            archive.vet(part)


def _scan_ods(archive: Archive, file_name: str, known: dict[str, Scan], _place: int, name: str) -> Scan:
    """All sheets stand in one part, which is scanned when the first of them is read."""
    if not known:
        known.update(scan_tables(archive.inflate(_ODS_CONTENT), file_name))
    return known.get(name) or Scan()
