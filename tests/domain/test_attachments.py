"""Which files may be attached: told by content, whatever the name says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.attachments import FileFormat, format_of

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
_ZIP = b"PK\x03\x04"


@pytest.mark.parametrize(
    ("content", "parts", "expected"),
    [
        (b"%PDF-1.7\n", (), FileFormat.PDF),
        (b"junk of a scanner\n%PDF-1.4", (), FileFormat.PDF),
        (bytes(2000) + b"%PDF-1.4", (), None),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", (), FileFormat.JPG),
        (b"\x89PNG\r\n\x1a\n", (), FileFormat.PNG),
        (_ZIP, ("[Content_Types].xml", "word/document.xml"), FileFormat.DOCX),
        (_ZIP, ("[Content_Types].xml", "xl/workbook.xml"), FileFormat.XLSX),
        (_ZIP, ("xl/workbook.xml", "xl/vbaProject.bin"), None),
        (_ZIP, ("readme.txt",), None),
        (_ZIP + b"mimetypeapplication/vnd.oasis.opendocument.text", ("mimetype",), FileFormat.ODT),
        (_ZIP + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ("mimetype",), FileFormat.ODS),
        (_ZIP + b"mimetypeapplication/epub+zip", ("mimetype",), None),
        (_OLE + "WordDocument\0".encode("utf-16-le"), (), FileFormat.DOC),
        (_OLE + "Workbook\0".encode("utf-16-le"), (), FileFormat.XLS),
        (_OLE + "Workbook\0_VBA_PROJECT\0".encode("utf-16-le"), (), None),
        (_OLE + "EncryptedPackage\0".encode("utf-16-le"), (), None),
        (b"MZ\x90\x00", (), None),
        (b"#!/bin/sh\n", (), None),
        (b"<html></html>", (), None),
        (b"", (), None),
    ],
)
def test_a_file_is_what_its_content_says(content: bytes, parts: tuple[str, ...], expected: FileFormat | None) -> None:
    assert format_of(content, parts) is expected


@given(st.binary(max_size=300))
def test_nothing_is_taken_for_a_document_that_has_not_its_mark(content: bytes) -> None:
    found = format_of(content)
    assert found is None or content.startswith((b"\xff\xd8\xff", b"\x89PNG")) or b"%PDF-" in content
