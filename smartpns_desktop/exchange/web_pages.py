"""Web pages that pass for workbooks: an HTML table under the name .xls, and the web archives that Excel saves."""

from __future__ import annotations

import codecs
import posixpath
import re
from collections.abc import Iterator
from email import message_from_bytes
from html import unescape
from pathlib import PurePosixPath
from typing import NamedTuple

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.content import Content
from smartpns_desktop.exchange.sheets import HeldSheet
from smartpns_desktop.exchange.text_encoding import is_utf_8, pieces_of, sure_encoding
from smartpns_desktop.exchange.web_tables import read_page

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LOOKED = 4096
_SHEET = re.compile(r"<x:ExcelWorksheet>(.*?)</x:ExcelWorksheet>", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"<x:Name>([^<]*)</x:Name>", re.IGNORECASE)
_SOURCE = re.compile(r"""<x:WorksheetSource\s[^>]*?HRef\s*=\s*["']([^"']+)""", re.IGNORECASE)
_HIDDEN = re.compile(r"<x:Visible>\s*Sheet(?:Very)?Hidden", re.IGNORECASE)


class _Named(NamedTuple):
    """What Excel notes about a sheet beside its table; `place` is where a web archive keeps it."""

    name: str
    place: str
    visible: bool


def read_web_page(content: Content) -> list[HeldSheet]:
    """The page as its one sheet, named as Excel named it, else as the file.

    Raises CannotDo: file.html_as_xls where the page has no table, file.truncated, file.unreadable, file.too_large.
    """
    page = decoded_page(text_bytes(content), content.name)
    sheet = read_page(page, _name_of(page) or PurePosixPath(content.name).stem, content.name)
    if sheet is None:
        raise CannotDo("file.html_as_xls", path=content.name)
    return [HeldSheet(sheet, visible=True)]


def read_web_archive(content: Content) -> list[HeldSheet]:
    """The sheets of a web archive (RFC 2557), which keeps each in a page of its own; errors as `read_web_page`."""
    pages = dict(_pages_in(text_bytes(content), content.name))
    named = {it.place: it for page in pages.values() for it in _named_in(page) if it.place in pages}
    sheets = []
    for number, (place, page) in enumerate(pages.items(), start=1):
        if named and place not in named:
            continue
        told = named.get(place)
        sheet = read_page(page, told.name if told else _name_of(page) or f"Sheet{number}", content.name)
        if sheet is not None:
            visible = (told is None or told.visible) and not _HIDDEN.search(page)
            sheets.append(HeldSheet(sheet, visible))
    if not sheets:
        raise CannotDo("file.html_as_xls", path=content.name)
    return sheets


def text_bytes(content: Content) -> bytes:
    """A file that is held whole; raises CannotDo(file.too_large)."""
    with content.open("rb") as file:
        found = file.read(limits.TEXT_BYTES + 1)
    if len(found) > limits.TEXT_BYTES:
        raise limits.too_large(content.name, "file", limits.TEXT_BYTES)
    return found


def decoded_page(page: bytes, file_name: str) -> str:
    """By its mark, as UTF-8 where it is that, else by what the page says of itself, else Windows-1252.

    What is sound UTF-8 beyond ASCII is nothing else, whatever a page says of itself.
    """
    encoding = sure_encoding(page) or ("utf-8" if is_utf_8(pieces_of(page)) else _declared(page))
    text = page.decode(encoding, "replace")
    if "\0" in text:
        raise CannotDo("file.unreadable", path=file_name)
    return text


def _declared(page: bytes) -> str:
    said = _CHARSET.search(page, 0, _LOOKED)
    try:
        name = codecs.lookup(said[1].decode("ascii")).name if said else "cp1252"
    except LookupError:
        return "cp1252"
    # Latin 1 means Windows-1252 on the web; what claims to be Unicode here is not.
    return "cp1252" if name.startswith(("utf", "iso8859-1", "ascii")) else name


def _name_of(page: str) -> str:
    """What Excel called the page's own sheet; "" where it does not say, or tells of several."""
    own = [it.name for it in _named_in(page) if not it.place]
    return own[0] if len(own) == 1 else ""


def _named_in(page: str) -> Iterator[_Named]:
    for block in _SHEET.findall(page):
        name, source = _NAME.search(block), _SOURCE.search(block)
        place = posixpath.basename(unescape(source[1])) if source else ""
        yield _Named(unescape(name[1]).strip() if name else "", place, not _HIDDEN.search(block))


def _pages_in(archive: bytes, file_name: str) -> Iterator[tuple[str, str]]:
    """The pages by the last part of their place, which is what the sheets are called by."""
    for number, part in enumerate(message_from_bytes(archive).walk()):
        payload = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(payload, bytes):
            place = posixpath.basename(str(part.get("Content-Location", "")).strip().replace("\\", "/"))
            yield place or str(number), decoded_page(payload, file_name)
