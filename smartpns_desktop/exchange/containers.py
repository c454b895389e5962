"""What kind of file something is, by its content and never by its name, and whether we take its size."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.archives import Archive
from smartpns_desktop.exchange.content import Content
from smartpns_desktop.exchange.packages import workbook_part
from smartpns_desktop.exchange.text_encoding import decoded_head


class Format(StrEnum):
    """The formats that can be read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    FODS = "fods"
    XLS = "xls"
    XML = "xml"
    HTML = "html"
    MHTML = "mhtml"
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
_OTHERS = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"\x1f\x8b": "GZip",
}
_OTHER_OFFICE = {"word/": "Word", "ppt/": "PowerPoint"}
_FLAT_ODS = 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet'
_EXCEL_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ELEMENT = re.compile(r"<([a-z][^\s/>]*)")
_OF_WEB_PAGES = frozenset(
    "html head body meta title style link table thead tbody tr td div center font h1 h2 h3 p".split()
)
_ROW_OR_CELL = re.compile(r"<t[rdh][\s>]")
_MAIL_HEAD = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:")
_ENCRYPTION = b"encryption-data"
_MANIFEST = "META-INF/manifest.xml"


def recognise(content: Content) -> Container:
    """The format of a file, or of what came out of a protected one.

    Raises CannotDo with a `file.` code where it is none that we can read.
    """
    name = content.name
    try:
        head = _head(content)
        if not head:
            raise CannotDo("file.empty", path=name)
        if head.startswith(_ZIP):
            return _recognise_archive(content)
        if head.startswith(_OLE):
            return Container(_recognise_ole(content))
    except FileNotFoundError as error:
        raise CannotDo("file.missing", path=name) from error
    except PermissionError as error:
        raise CannotDo("file.in_use", Outcome.FORBIDDEN, path=name) from error
    except OSError as error:
        raise CannotDo("file.unreadable", path=name) from error
    return Container(_recognise_text(name, head))


def _head(content: Content) -> bytes:
    if isinstance(content, Path):
        status = content.stat()
        if not stat.S_ISREG(status.st_mode):
            raise CannotDo("file.unreadable", path=content.name)
        if status.st_size > limits.FILE_BYTES:
            raise limits.too_large(content.name, "file", limits.FILE_BYTES)
    with content.open("rb") as file:
        return file.read(_HEAD)


def _recognise_archive(content: Content) -> Container:
    archive = Archive(content)
    workbook = workbook_part(archive) or ""
    if workbook.startswith("xl/"):
        return Container(Format.XLSB if workbook.endswith(".bin") else Format.XLSX, archive, workbook)
    if "mimetype" in archive and archive.read("mimetype", 1024).startswith(_ODS):
        if _MANIFEST in archive and _ENCRYPTION in b"".join(archive.inflate(_MANIFEST)):
            raise CannotDo("file.encrypted", path=content.name, format="ODS")
        return Container(Format.ODS, archive)
    for folder, program in _OTHER_OFFICE.items():
        if workbook.startswith(folder):
            raise CannotDo("file.unsupported", path=content.name, format=program)
    raise CannotDo("file.not_a_workbook", path=content.name)


def _recognise_ole(file: Content) -> Format:
    """An OLE2 file is told by the names in its directory, UTF-16; Excel wraps a workbook with a password
    whole into a stream of such a file."""
    content = file.read_bytes()
    if any(stream.encode("utf-16-le") in content for stream in ("Workbook\0", "Book\0")):
        return Format.XLS
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise CannotDo("file.encrypted", path=file.name)
    directory = int.from_bytes(content[48:52], "little")
    cut = len(content) <= (directory + 1) * 512
    raise CannotDo("file.truncated" if cut else "file.not_a_workbook", path=file.name)


def _recognise_text(name: str, head: bytes) -> Format:
    for signature, program in _OTHERS.items():
        if head.startswith(signature):
            raise CannotDo("file.unsupported", path=name, format=program)
    text = decoded_head(head)
    if text is None:
        raise CannotDo("file.not_a_workbook", path=name)
    start = _COMMENT.sub("", text).lstrip("\ufeff \t\r\n").lower()
    if start.startswith("<") and (element := _ELEMENT.search(start)):
        markup = _recognise_markup(element[1], start)
        if markup is None and start.startswith("<?xml"):
            raise CannotDo("file.unsupported", path=name, format="XML")
        if markup is not None:
            return markup
    if _MAIL_HEAD.match(start):
        return Format.MHTML
    table = start.find("<table")
    return Format.HTML if table >= 0 and _ROW_OR_CELL.search(start, table) else Format.CSV


def _recognise_markup(root: str, start: str) -> Format | None:
    """By the first element: the web pages that Excel writes name the spreadsheet's vocabulary too."""
    if root in _OF_WEB_PAGES or start.startswith("<!doctype html"):
        return Format.HTML
    if root.endswith("workbook") and _EXCEL_2003 in start:
        return Format.XML
    return Format.FODS if root == "office:document" and _FLAT_ODS in start else None
