"""Workbooks as offices send them: opened safely whatever they are, and read sheet by sheet."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from itertools import chain
from pathlib import Path
from typing import Self
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.archives import Archive
from smartpns_desktop.exchange.containers import Format, recognise
from smartpns_desktop.exchange.delimited import read_delimited
from smartpns_desktop.exchange.sheet_records import check_records
from smartpns_desktop.exchange.sheet_xml import Scan, scan_sheet
from smartpns_desktop.exchange.sheets import Cell, Sheet, SheetInfo, without_trailing_blanks

__all__ = ["MARKER_SHEET", "Cell", "Format", "Sheet", "SheetInfo", "Workbook", "open_workbook", "read_marker"]

MARKER_SHEET = "_smartpns"
"""The very hidden sheet by which our own templates are recognised: its rows are pairs of name and value."""

_SMALL_PART = 16 * limits.MEGABYTE
_MIDNIGHT = time()


def open_workbook(path: Path) -> Workbook:
    """The workbook in a file, recognised by its content.

    Raises CannotDo: file.missing, file.empty, file.unreadable, file.not_a_workbook, file.truncated,
    file.too_large, file.encrypted, file.in_use, file.html_as_xls, file.unsupported.
    """
    container = recognise(path)
    with _reading(path):
        if container.format is Format.CSV:
            return Workbook(path, container.format, (SheetInfo(path.stem, visible=True),))
        parts = _prepare(path, container.format, container.archive) if container.archive else ()
        book = CalamineWorkbook.from_path(path)
        sheets = tuple(
            SheetInfo(sheet.name, sheet.visible == SheetVisibleEnum.Visible)
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        )
        if not sheets or (parts and len(parts) != len(book.sheet_names)):
            raise CannotDo("file.unreadable", path=path.name)
        return Workbook(path, container.format, sheets, book, container.archive, parts)


def read_marker(workbook: Workbook) -> str | None:
    """Kind of sheet ("employees") that a template of ours is for; `None` for any other workbook."""
    if not any(sheet.name == MARKER_SHEET for sheet in workbook.sheets):
        return None
    pairs = {str(row[0]): str(row[1]) for row in workbook.read(MARKER_SHEET).rows if len(row) > 1}
    return pairs.get("kind")


class Workbook:
    """An open workbook: its format, its sheets in their order, and the way to their cells.

    It holds the file open; close it, or use it as a context manager, before the file is to be replaced.
    """

    def __init__(
        self,
        path: Path,
        file_format: Format,
        sheets: tuple[SheetInfo, ...],
        book: CalamineWorkbook | None = None,
        archive: Archive | None = None,
        parts: tuple[str, ...] = (),
    ) -> None:
        self.path, self.format, self.sheets = path, file_format, sheets
        self._book, self._archive, self._parts = book, archive, parts

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; nothing can be read afterwards."""
        if self._book is not None:
            self._book.close()
            self._book = None

    def read(self, name: str) -> Sheet:
        """All cells of a sheet; hidden sheets can be read like others.

        Raises CannotDo: sheet.missing, sheet.empty, file.too_large, file.unreadable.
        """
        if not any(sheet.name == name for sheet in self.sheets):
            names = ", ".join(sheet.name for sheet in self.sheets if sheet.visible)
            raise CannotDo("sheet.missing", path=self.path.name, name=name, names=names)
        with _reading(self.path):
            sheet = read_delimited(self.path) if self._book is None else self._read(self._book, name)
        if not sheet.rows:
            raise CannotDo("sheet.empty", path=self.path.name, name=name)
        return sheet

    def _read(self, book: CalamineWorkbook, name: str) -> Sheet:
        index = book.sheet_names.index(name)
        scan = Scan()
        if self._archive and self._parts:
            scan = scan_sheet(self._archive.inflate(self._parts[index]), self.path.name)
        rows = _rows(book.get_sheet_by_index(index), self.path.name)
        width = len(rows[0]) if rows else 0
        return Sheet(
            name,
            rows,
            hidden_rows=frozenset(scan.hidden_rows),
            hidden_columns=frozenset(chain.from_iterable(part[:width] for part in _within(scan, width))),
            errors=scan.errors,
            valueless_formulas=frozenset(scan.valueless_formulas),
            seen=self.format is Format.XLSX,
        )


def _within(scan: Scan, width: int) -> list[range]:
    return [range(part.start, min(part.stop, width)) for part in scan.hidden_columns]


def _rows(sheet: CalamineSheet, file_name: str) -> list[list[Cell]]:
    if sheet.end is None:
        return []
    if (sheet.end[0] + 1) * (sheet.end[1] + 1) > limits.CELLS:
        raise limits.too_large(file_name, "cells", limits.CELLS)
    # Equal texts share one object: grades, posts and agencies repeat all the way down.
    same = dict[str, str]().setdefault
    rows: list[list[Cell]] = [
        [same(cell, cell) if type(cell) is str else cell for cell in row] for row in sheet.iter_rows()
    ]
    left = [""] * sheet.start[1] if sheet.start else []
    for row in without_trailing_blanks(rows):
        row[:0] = left
        if datetime in map(type, row):
            row[:] = [_day_if_midnight(cell) for cell in row]
    return rows


def _day_if_midnight(cell: Cell) -> Cell:
    return cell.date() if isinstance(cell, datetime) and cell.time() == _MIDNIGHT else cell


def _prepare(path: Path, file_format: Format, archive: Archive) -> tuple[str, ...]:
    """Judges every part that the reader may look into; gives the parts of an .xlsx's sheets in their order,
    which are judged when they are read."""
    parts: tuple[str, ...] = ()
    judged: set[str] = set()
    if file_format is Format.XLSX:
        parts = _sheet_parts(path, archive)
        judged = {part.lower() for part in parts}
    if file_format is Format.XLSB:
        for name in archive.names:
            if name.startswith("xl/worksheets/") and name.endswith(".bin"):
                check_records(archive.inflate(name), path.name)
                judged.add(name)
    for name in archive.names:
        if name not in judged:
            archive.vet(name)
    return parts


def _sheet_parts(path: Path, archive: Archive) -> tuple[str, ...]:
    """Where each sheet of `xl/workbook.xml` is kept (ECMA-376 part 1, 18.2.20 and part 2, relationships)."""
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml", _SMALL_PART))
    related = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels", _SMALL_PART))
    targets = {
        item.get("Id", ""): posixpath.normpath(posixpath.join("/xl", item.get("Target", ""))).lstrip("/")
        for item in related.iterfind("{*}Relationship")
    }
    sheets = [
        targets.get(next((value for key, value in sheet.items() if key.endswith("}id")), ""), "")
        for sheet in workbook.iterfind("{*}sheets/{*}sheet")
    ]
    if not all(part in archive for part in sheets):
        raise CannotDo("file.unreadable", path=path.name)
    return tuple(sheets)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Whatever a reader can stumble over, said in our codes."""
    try:
        yield
    except PasswordError as error:
        raise CannotDo("file.encrypted", path=path.name) from error
    except FileNotFoundError as error:
        raise CannotDo("file.missing", path=path.name) from error
    except PermissionError as error:
        raise CannotDo("file.in_use", Outcome.FORBIDDEN, path=path.name) from error
    except (CalamineError, ElementTree.ParseError, OSError, ValueError, OverflowError) as error:
        raise CannotDo("file.unreadable", path=path.name) from error
    except BaseException as error:
        # A panic of the reader, written in Rust, is no Exception.
        if type(error).__name__ == "PanicException":
            raise CannotDo("file.unreadable", path=path.name) from error
        raise
