"""Zipped workbooks as archives: their parts are judged, and inflated within bounds, before a reader comes."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.content import Content

_READ = 64 * 1024
_SMALL_PART = 16 * limits.MEGABYTE
_INFLATED = 1024 * 1024
_WORTH_A_THREAD = 4 * limits.MEGABYTE
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")


class Archive:
    """The directory of a zip file, judged: sizes and number of parts, compression, doubles, passwords.

    Zip's own sizes are claims; `inflate` holds a part to its claim, so that the sum judged here is the truth.
    """

    def __init__(self, content: Content) -> None:
        """Raises CannotDo: file.truncated, file.unreadable, file.too_large, file.encrypted."""
        self._content = content
        self._parts: dict[str, zipfile.ZipInfo] = {}
        infos = self._directory()
        if len(infos) > limits.ARCHIVE_PARTS:
            raise limits.too_large(content.name, "parts", limits.ARCHIVE_PARTS)
        if sum(info.file_size for info in infos) > limits.ARCHIVE_BYTES:
            raise limits.too_large(content.name, "content", limits.ARCHIVE_BYTES)
        for info in infos:
            self._admit(info)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """Part names as our key for them: lower case, forward slashes."""
        return tuple(self._parts)

    def inflate(self, name: str) -> Iterator[bytes]:
        """The part's content in pieces of at most 1 MB.

        Raises CannotDo(file.unreadable) where it is missing, damaged or larger than the directory claims.
        """
        info = self._parts.get(_key(name))
        if info is None:
            raise self._unreadable()
        pieces = self._sound(info)
        yield from pieces if info.file_size < _WORTH_A_THREAD else _ahead(pieces)

    def vet(self, name: str) -> None:
        """Inflates a part that we do not read ourselves: it must be sound and, if XML, define no entities."""
        is_xml = _key(name).endswith((".xml", ".rels"))
        info = self._parts.get(_key(name))
        if info and info.file_size > limits.SIDE_PART_BYTES:
            raise limits.too_large(self._content.name, "content", limits.SIDE_PART_BYTES)
        tail = b""
        for piece in self.inflate(name):
            if is_xml and defines_entities(tail + piece):
                raise self._unreadable()
            tail = piece[-16:]

    def read(self, name: str, most: int) -> bytes:
        """A small part whole, vetted; CannotDo(file.unreadable) where it is missing or over `most` bytes."""
        info = self._parts.get(_key(name))
        if info is None or info.file_size > most:
            raise self._unreadable()
        content = b"".join(self.inflate(name))
        if defines_entities(content):
            raise self._unreadable()
        return content

    def xml(self, name: str) -> ElementTree.Element:
        """The root element of a part that leads to others; CannotDo(file.unreadable) where it is no XML."""
        try:
            return ElementTree.fromstring(self.read(name, _SMALL_PART))
        except (ElementTree.ParseError, LookupError, ValueError) as error:
            raise self._unreadable() from error

    def _directory(self) -> list[zipfile.ZipInfo]:
        try:
            with self._content.open("rb") as file, zipfile.ZipFile(file) as archive:
                return archive.infolist()
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OverflowError) as error:
            with self._content.open("rb") as file:
                if zipfile.is_zipfile(file):
                    raise self._unreadable() from error
            raise CannotDo("file.truncated", path=self._content.name) from error

    def _admit(self, info: zipfile.ZipInfo) -> None:
        key = _key(info.filename)
        if info.flag_bits & 0x1:
            raise CannotDo("file.encrypted", path=self._content.name)
        if info.file_size > limits.PART_BYTES:
            raise limits.too_large(self._content.name, "content", limits.PART_BYTES)
        if key in self._parts or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._unreadable()
        self._parts[key] = info

    def _sound(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        size, checksum = 0, 0
        try:
            for piece in self._pieces(info):
                size += len(piece)
                if size > info.file_size:
                    raise self._unreadable()
                checksum = zlib.crc32(piece, checksum)
                yield piece
        except (zlib.error, struct.error) as error:
            raise self._unreadable() from error
        if size != info.file_size or checksum != info.CRC:
            raise self._unreadable()

    def _pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        with self._content.open("rb") as file:
            file.seek(info.header_offset)
            signature, name_length, extra_length = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
            if signature != b"PK\x03\x04":
                raise self._unreadable()
            file.seek(name_length + extra_length, 1)
            left = info.compress_size
            inflater = zlib.decompressobj(-15) if info.compress_type == zipfile.ZIP_DEFLATED else None
            while left > 0 and (raw := file.read(min(_READ, left))):
                left -= len(raw)
                if inflater is None:
                    yield raw
                while inflater is not None and raw:
                    yield inflater.decompress(raw, _INFLATED)
                    raw = inflater.unconsumed_tail

    def _unreadable(self) -> CannotDo:
        return CannotDo("file.unreadable", path=self._content.name)


def _ahead(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces, each inflated while the one before is looked at: zlib lets other threads go on."""
    with ThreadPoolExecutor(1, "inflate") as beside:
        coming = beside.submit(next, pieces, None)
        while (piece := coming.result()) is not None:
            coming = beside.submit(next, pieces, None)
            yield piece


def defines_entities(xml: bytes) -> bool:
    """Whether the XML has a document type or entities: no office program writes them, and they can be made to
    swell or to read other files. UTF-16 would hide them from us and counts as having them."""
    # A single sign is found ten times faster than a word, and this looks through hundreds of megabytes.
    return xml[:2] in _UTF_16 or (b"!" in xml and any(mark in xml for mark in _FORBIDDEN))


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
