"""What kind of file something is, by its content and never by its name, and whether we take its size."""

from __future__ import annotations

import codecs
import mmap
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.archives import Archive
from smartpns_desktop.exchange.packages import workbook_part


class Format(StrEnum):
    """The formats that can be read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Container:
    """A file that was recognised; `archive` where it is a zip, `workbook` its main part in Excel's formats."""

    format: Format
    archive: Archive | None = None
    workbook: str = ""


_HEAD = 64 * 1024
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_WORKBOOK_ENDINGS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots"})
_OTHERS = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"\x1f\x8b": "GZip",
}
_OTHER_OFFICE = {"word/": "Word", "ppt/": "PowerPoint"}
_WEB_PAGES = ("<html", "<table", "<!doctype html", "office:spreadsheet", "mime-version:")
_CONTROLS = frozenset(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")


def recognise(path: Path) -> Container:
    """The file's format; CannotDo with a `file.` code where it is none that we can read."""
    name = path.name
    try:
        head = _head(path)
        if not head:
            raise CannotDo("file.empty", path=name)
        if head.startswith(_ZIP):
            return _recognise_archive(path)
        if head.startswith(_OLE):
            return Container(_recognise_ole(path))
    except FileNotFoundError as error:
        raise CannotDo("file.missing", path=name) from error
    except PermissionError as error:
        raise CannotDo("file.in_use", Outcome.FORBIDDEN, path=name) from error
    except OSError as error:
        raise CannotDo("file.unreadable", path=name) from error
    return Container(_recognise_text(path, head))


def _head(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise CannotDo("file.unreadable", path=path.name)
    if status.st_size > limits.FILE_BYTES:
        raise limits.too_large(path.name, "file", limits.FILE_BYTES)
    with path.open("rb") as file:
        return file.read(_HEAD)


def _recognise_archive(path: Path) -> Container:
    archive = Archive(path)
    workbook = workbook_part(archive) or ""
    if workbook.startswith("xl/"):
        return Container(Format.XLSB if workbook.endswith(".bin") else Format.XLSX, archive, workbook)
    if "mimetype" in archive and archive.read("mimetype", 1024).startswith(_ODS):
        return Container(Format.ODS, archive)
    for folder, program in _OTHER_OFFICE.items():
        if workbook.startswith(folder):
            raise CannotDo("file.unsupported", path=path.name, format=program)
    raise CannotDo("file.not_a_workbook", path=path.name)


def _recognise_ole(path: Path) -> Format:
    """An OLE2 file is told by the names in its directory, UTF-16; Excel wraps a workbook with a password
    whole into a stream of such a file."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if any(content.find(stream.encode("utf-16-le")) >= 0 for stream in ("Workbook\0", "Book\0")):
            return Format.XLS
        if content.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            raise CannotDo("file.encrypted", path=path.name)
        directory = int.from_bytes(content[48:52], "little")
        cut = len(content) <= (directory + 1) * 512
    raise CannotDo("file.truncated" if cut else "file.not_a_workbook", path=path.name)


def _recognise_text(path: Path, head: bytes) -> Format:
    for signature, program in _OTHERS.items():
        if head.startswith(signature):
            raise CannotDo("file.unsupported", path=path.name, format=program)
    text = _as_text(head)
    if text is None:
        raise CannotDo("file.not_a_workbook", path=path.name)
    start = text.lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<", "mime-version:")):
        if any(mark in start for mark in _WEB_PAGES):
            raise CannotDo("file.html_as_xls", path=path.name)
        if start.startswith("<?xml"):
            raise CannotDo("file.unsupported", path=path.name, format="XML")
    if path.suffix.lower() in _WORKBOOK_ENDINGS:
        raise CannotDo("file.not_a_workbook", path=path.name)
    return Format.CSV


def _as_text(head: bytes) -> str | None:
    """The head as text, `None` where it is binary: it has NULs, or more than two in a hundred controls."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head.decode("utf-16", "replace")
        return None if "\0" in text else text
    if b"\0" in head or sum(byte in _CONTROLS for byte in head[:4096]) * 50 > len(head[:4096]):
        return None
    return head.decode("utf-8", "replace")
