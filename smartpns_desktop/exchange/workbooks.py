"""Workbooks as offices send them: opened safely whatever they are, and read sheet by sheet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from itertools import chain
from pathlib import Path
from typing import Self

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
from smartpns_desktop.exchange.compound import Compound
from smartpns_desktop.exchange.containers import Container, Format, recognise
from smartpns_desktop.exchange.delimited import read_delimited
from smartpns_desktop.exchange.packages import sheet_parts, worksheets
from smartpns_desktop.exchange.sheet_xml import Scan, scan_sheet
from smartpns_desktop.exchange.sheets import Cell, Sheet, SheetInfo, without_trailing_blanks
from smartpns_desktop.exchange.xls_records import check_workbook_stream
from smartpns_desktop.exchange.xlsb_records import check_records

__all__ = [
    "MARKER_SHEET",
    "Cell",
    "Format",
    "Sheet",
    "SheetInfo",
    "Workbook",
    "digest_and_size",
    "open_workbook",
    "read_marker",
]

MARKER_SHEET = "_smartpns"
"""The very hidden sheet by which our own templates are recognised: its rows are pairs of name and value."""

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
        parts = _prepare(path, container)
        book = CalamineWorkbook.from_path(path)
        sheets = tuple(
            SheetInfo(sheet.name, sheet.visible == SheetVisibleEnum.Visible)
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        )
        if not sheets or (parts and len(parts) != len(book.sheet_names)):
            raise CannotDo("file.unreadable", path=path.name)
        return Workbook(path, container.format, sheets, book, container.archive, parts)


def digest_and_size(path: Path) -> tuple[str, int]:
    """SHA-256 of a file as hexadecimal digits, and its bytes; CannotDo as `open_workbook` where it went away."""
    with _reading(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()


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
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; nothing can be read afterwards."""
        if self._book is not None and not self._closed:
            self._book.close()
        self._closed = True

    def read(self, name: str) -> Sheet:
        """All cells of a sheet; hidden sheets can be read like others.

        Raises CannotDo: sheet.missing, sheet.empty, file.too_large, file.unreadable; ValueError once closed.
        """
        if self._closed:
            raise ValueError(f"{self.path.name} has been closed")
        if not any(sheet.name == name for sheet in self.sheets):
            names = ", ".join(sheet.name for sheet in self.sheets if sheet.visible)
            raise CannotDo("sheet.missing", path=self.path.name, name=name, names=names)
        with _reading(self.path):
            sheet = self._read(name)
        if not sheet.rows:
            raise CannotDo("sheet.empty", path=self.path.name, name=name)
        return sheet

    def _read(self, name: str) -> Sheet:
        if self._book is None:
            return read_delimited(self.path)
        index = self._book.sheet_names.index(name)
        scan = Scan()
        if self._archive and self._parts:
            scan = scan_sheet(self._archive.inflate(self._parts[index]), self.path.name)
        rows = _rows(self._book.get_sheet_by_index(index), self.path.name)
        width = len(rows[0]) if rows else 0
        hidden_columns = (range(part.start, min(part.stop, width)) for part in scan.hidden_columns)
        return Sheet(
            name,
            rows,
            hidden_rows=frozenset(scan.hidden_rows),
            hidden_columns=frozenset(chain.from_iterable(hidden_columns)),
            errors=scan.errors,
            valueless_formulas=frozenset(scan.valueless_formulas),
            merged=scan.merged,
            seen=self.format is Format.XLSX,
        )


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


def _prepare(path: Path, container: Container) -> tuple[str, ...]:
    """Judges all that the reader will look into; gives the parts of an .xlsx's sheets in their order, which
    are judged when they are read."""
    archive, workbook = container.archive, container.workbook
    if archive is None:
        check_workbook_stream(Compound(path).stream("Workbook", "Book"), path.name)
        return ()
    sheets: tuple[str, ...] = ()
    judged: set[str] = set()
    if container.format is Format.XLSX:
        sheets = sheet_parts(archive, workbook)
        judged = {part.lower() for part in sheets}
    if container.format is Format.XLSB:
        for part in worksheets(archive, workbook):
            check_records(archive.inflate(part), path.name)
            judged.add(part.lower())
    for part in archive.names:
        if part not in judged:
            archive.vet(part)
    return sheets


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
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise CannotDo("file.unreadable", path=path.name) from error
    except BaseException as error:
        # A panic of the reader, written in Rust, is no Exception.
        if type(error).__name__ == "PanicException":
            raise CannotDo("file.unreadable", path=path.name) from error
        raise
