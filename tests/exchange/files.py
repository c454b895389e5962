"""Files for the tests of exchange, made part by part where no program would make them so."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"

Parts = dict[str, str | bytes]


def make_zip(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return path


def relationships(**targets: str) -> str:
    """A .rels part: `worksheet="worksheets/sheet1.xml"` becomes rId1."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


def worksheet(rows: str, before: str = "") -> str:
    """A sheet's XML around its rows."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>'


def xlsx_parts(sheet: str | bytes) -> Parts:
    """The parts of an .xlsx with one sheet "Data" of this XML."""
    sheets = '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>'
    return {
        "_rels/.rels": relationships(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": relationships(worksheet="worksheets/sheet1.xml"),
        SHEET: sheet,
    }


def make_xlsx(path: Path, rows: str, before: str = "") -> Path:
    """An .xlsx with one sheet "Data" of these rows."""
    return make_zip(path, xlsx_parts(worksheet(rows, before)))


def make_xlsb(path: Path, cells: Mapping[tuple[int, int], str]) -> Path:
    """An .xlsb with one sheet "Data" of texts, by row and column from 0."""
    sheet = b"".join(
        record(0, struct.pack("<I13x", row)) + record(6, struct.pack("<II", column, 0) + wide(text))
        for (row, column), text in cells.items()
    )
    bundle = record(0x9C, struct.pack("<II", 0, 1) + wide("rId1") + wide("Data"))
    dimension = record(0x94, struct.pack("<IIII", 0, 1, 0, 1))
    return make_zip(
        path,
        {
            "_rels/.rels": relationships(officeDocument="xl/workbook.bin"),
            "xl/workbook.bin": record(0x83) + record(0x8F) + bundle + record(0x90) + record(0x84),
            "xl/_rels/workbook.bin.rels": relationships(worksheet="worksheets/sheet1.bin"),
            "xl/worksheets/sheet1.bin": record(0x81) + dimension + record(0x91) + sheet + record(0x92),
        },
    )


def record(kind: int, content: bytes = b"") -> bytes:
    """A record of an .xlsb part: kind and length in seven bits a byte, then the content."""
    kind_bytes = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, length_bytes = len(content), b""
    while length > 0x7F:
        length_bytes += bytes([length & 0x7F | 0x80])
        length >>= 7
    return kind_bytes + length_bytes + bytes([length]) + content


def wide(text: str) -> bytes:
    """A text of an .xlsb part."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def make_ods(path: Path, rows: str) -> Path:
    """An .ods with one sheet "Data" of these rows."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text")
    )
    table = f'<table:table table:name="Data">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    return make_zip(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest:manifest></manifest:manifest>",
            "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
        },
    )


def claim_size(path: Path, part: str, size: int) -> Path:
    """Change what a zip's directory says of a part's inflated size (and nothing else)."""
    content = bytearray(path.read_bytes())
    name = part.encode()
    at = content.rfind(b"PK\x01\x02" + content[content.rfind(name) - 42 : content.rfind(name)])
    struct.pack_into("<I", content, at + 24, size)
    path.write_bytes(content)
    return path
