"""Workbooks as offices send them: opened safely whatever they are, and read sheet by sheet."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Protocol, Self

from python_calamine import CalamineError, PasswordError

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.exchange.calamine_book import CalamineBook
from smartpns_desktop.exchange.containers import Format, recognise
from smartpns_desktop.exchange.content import Content
from smartpns_desktop.exchange.delimited import read_delimited
from smartpns_desktop.exchange.excel_2003 import read_excel_2003
from smartpns_desktop.exchange.flat_ods import packed
from smartpns_desktop.exchange.origins import MARKER_SHEET
from smartpns_desktop.exchange.passwords import unlocked
from smartpns_desktop.exchange.returned import with_origin
from smartpns_desktop.exchange.sheets import Cell, HeldSheet, Sheet, SheetInfo
from smartpns_desktop.exchange.web_pages import read_web_archive, read_web_page

__all__ = [
    "Cell",
    "Format",
    "Sheet",
    "SheetInfo",
    "Workbook",
    "digest_and_size",
    "open_workbook",
]

_READ_WHOLE: dict[Format, Callable[[Content], list[HeldSheet]]] = {
    Format.CSV: read_delimited,
    Format.HTML: read_web_page,
    Format.MHTML: read_web_archive,
    Format.XML: read_excel_2003,
}


def open_workbook(path: Path, password: str = "") -> Workbook:
    """The workbook in a file, recognised by its content; the password is asked of protected ones only.

    Raises CannotDo: file.missing, file.empty, file.unreadable, file.not_a_workbook, file.truncated,
    file.too_large, file.encrypted (with the fact `format` where no password helps), file.password_wrong,
    file.in_use, file.html_as_xls, file.unsupported.
    """
    try:
        return _open(path, path)
    except CannotDo as error:
        if error.code != "file.encrypted" or "format" in error.facts:
            raise
    with _reading(path):
        content = unlocked(path, password)
    return _open(path, content)


def _open(path: Path, content: Content) -> Workbook:
    """`content` is that of the file, or what came out of it."""
    container = recognise(content)
    with _reading(path):
        if container.format in _READ_WHOLE:
            return Workbook(path, container.format, _HeldBook(_READ_WHOLE[container.format](content)))
        if container.format is Format.FODS:
            content = packed(content)
            container = recognise(content)
        return Workbook(path, container.format, CalamineBook(content, container))


def digest_and_size(path: Path) -> tuple[str, int]:
    """SHA-256 of a file as hexadecimal digits, and its bytes; CannotDo as `open_workbook` where it went away."""
    with _reading(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()


class Book(Protocol):
    """What a format's reader offers."""

    sheets: tuple[SheetInfo, ...]

    def read(self, name: str) -> Sheet:
        """All cells of a sheet that is there."""

    def close(self) -> None:
        """Let go of the file."""


class _HeldBook:
    """Sheets that were read when the file was opened, each under a name of its own."""

    def __init__(self, sheets: Sequence[HeldSheet]) -> None:
        self._held: dict[str, HeldSheet] = {}
        for sheet in sheets:
            name, number = sheet.content.name, 1
            while name in self._held:
                number += 1
                name = f"{sheet.content.name} ({number})"
            self._held[name] = sheet
        self.sheets = tuple(SheetInfo(name, sheet.visible) for name, sheet in self._held.items())

    def read(self, name: str) -> Sheet:
        return replace(self._held[name].content, name=name)

    def close(self) -> None:
        self._held.clear()


class Workbook:
    """An open workbook: its format, its sheets in their order, and the way to their cells.

    It holds the file open; close it, or use it as a context manager, before the file is to be replaced.
    """

    def __init__(self, path: Path, file_format: Format, book: Book) -> None:
        self.path, self.format, self.sheets = path, file_format, book.sheets
        self._book = book
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; nothing can be read afterwards."""
        if not self._closed:
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
            sheet = with_origin(self._book.read(name), self._marker)
        if not sheet.rows:
            raise CannotDo("sheet.empty", path=self.path.name, name=name)
        return sheet

    @cached_property
    def _marker(self) -> list[list[Cell]]:
        """What a workbook of ours says of itself; nothing in any other."""
        return self._book.read(MARKER_SHEET).rows if any(it.name == MARKER_SHEET for it in self.sheets) else []


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
