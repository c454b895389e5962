"""Flat OpenDocument spreadsheets (.fods): one XML file, packed as its zipped kin so that one reader reads both."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from smartpns_desktop.exchange.content import Content, InMemory
from smartpns_desktop.exchange.web_pages import text_bytes

_INDENTATION = re.compile(rb">\r?\n[ \t]*<")
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def packed(content: Content) -> InMemory:
    """The same spreadsheet as an .ods; raises CannotDo(file.too_large).

    The line breaks between its elements go: they are only there for people, and the reader stumbles over them.
    """
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", _MIMETYPE)
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest></manifest:manifest>")
        archive.writestr("content.xml", _INDENTATION.sub(b"><", text_bytes(content)))
    return InMemory(content.name, packed.getvalue())
