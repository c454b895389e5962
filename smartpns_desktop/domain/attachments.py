"""Attached files: which kinds of file prove something, each told by its content and never by its name."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum


class FileFormat(StrEnum):
    """The kinds of file that may be attached; the value is the ending of such a file's name."""

    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    DOC = "doc"
    XLS = "xls"


HEAD = 64 * 1024
"""So many bytes of the beginning tell what a file is."""

ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS = {b"\xff\xd8\xff": FileFormat.JPG, b"\x89PNG\r\n\x1a\n": FileFormat.PNG}
_PDF, _PDF_WITHIN = b"%PDF-", 1024
"""Readers take a PDF whose mark stands anywhere in the first kilobyte (ISO 32000-1, annex H)."""
_STREAMS = {"WordDocument": FileFormat.DOC, "Workbook": FileFormat.XLS, "Book": FileFormat.XLS}
_PARTS = {"word/document.xml": FileFormat.DOCX, "xl/workbook.xml": FileFormat.XLSX}
_OPEN = {"text": FileFormat.ODT, "spreadsheet": FileFormat.ODS}
_OPEN_TYPE = b"application/vnd.oasis.opendocument."
_PROGRAM = "vbaproject.bin"


def format_of(content: bytes, parts: Collection[str] = ()) -> FileFormat | None:
    """What a file is by its content; `parts` are the names in it where it is a zip.

    None for every other kind of file, for one with macros, and for one that is locked with a password.
    """
    head = content[:HEAD]
    if _PDF in head[:_PDF_WITHIN]:
        return FileFormat.PDF
    if head.startswith(ZIP):
        return _zipped(head, parts)
    if head.startswith(_OLE):
        return _in_streams(content)
    return next((kind for beginning, kind in _BEGINNINGS.items() if head.startswith(beginning)), None)


def _zipped(head: bytes, parts: Collection[str]) -> FileFormat | None:
    if any(name.lower().endswith(_PROGRAM) for name in parts):
        return None
    found = next((kind for name, kind in _PARTS.items() if name in parts), None)
    if found or "mimetype" not in parts:
        return found
    return next((kind for word, kind in _OPEN.items() if _OPEN_TYPE + word.encode() in head), None)


def _in_streams(content: bytes) -> FileFormat | None:
    """An old file of Word or Excel, by the name of its main stream."""
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        return None
    return next((kind for name, kind in _STREAMS.items() if f"{name}\0".encode("utf-16-le") in content), None)
