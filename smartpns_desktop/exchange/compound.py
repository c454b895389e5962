"""OLE2 compound files, in which .xls workbooks are kept: their streams, found without trusting any number."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.content import Content

_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF
_SECTOR_SIZES = {9: 512, 12: 4096}
_MINI_SECTOR, _MINI_LIMIT = 64, 4096
_ENTRY = 128


class Compound:
    """A compound file held whole (MS-CFB): a file system of sectors in chains.

    Every chain is followed at most as far as the file has sectors, and no length may exceed the file's own:
    readers reserve memory by what these numbers claim.
    """

    def __init__(self, content: Content) -> None:
        """Raises CannotDo: file.truncated where sectors are missing, file.unreadable where its parts do not
        fit together."""
        self._name = content.name
        self._content = content.read_bytes()
        try:
            self._read_header()
            self._streams = self._read_directory()
        except (struct.error, IndexError) as error:
            raise self._unreadable() from error

    def stream(self, *names: str) -> bytes:
        """The content of the first of these streams that is there."""
        entry = next((self._streams[name] for name in names if name in self._streams), None)
        if entry is None:
            raise self._unreadable()
        try:
            if entry[1] < _MINI_LIMIT:
                return self._small_stream(*entry)
            return self._chain(entry[0], self._table)[: entry[1]]
        except (struct.error, IndexError) as error:
            raise self._unreadable() from error

    def _read_header(self) -> None:
        shift, mini_shift = struct.unpack_from("<HH", self._content, 30)
        if shift not in _SECTOR_SIZES or mini_shift != 6:
            raise self._unreadable()
        self._sector_size = _SECTOR_SIZES[shift]
        directory_sectors, table_sectors, self._directory_start = struct.unpack_from("<III", self._content, 40)
        self._mini_start, mini_sectors, more_start, more_sectors = struct.unpack_from("<IIII", self._content, 60)
        for sectors in (directory_sectors, table_sectors, mini_sectors, more_sectors):
            self._check_length(sectors * self._sector_size)
        table_places = list(struct.unpack_from("<109I", self._content, 76))
        for _ in range(more_sectors):
            *places, more_start = self._numbers(self._sector(more_start))
            table_places += places
        self._table = [
            number
            for place in table_places
            if place not in (_FREE, _END)
            for number in self._numbers(self._sector(place))
        ]

    def _read_directory(self) -> Mapping[str, tuple[int, int]]:
        """Start and length of each stream by name; the first entry is the root, which holds small streams."""
        directory = self._chain(self._directory_start, self._table)
        streams: dict[str, tuple[int, int]] = {}
        for at in range(0, len(directory), _ENTRY):
            name = directory[at : at + 64].decode("utf-16-le", "replace").partition("\0")[0]
            start, length = struct.unpack_from("<IQ", directory, at + 116)
            # Files of 512-byte sectors may hold rubbish in the upper half.
            length = length & 0xFFFFFFFF if self._sector_size == 512 else length
            self._check_length(length)
            streams.setdefault(name if at else "", (start, length))
        return streams

    def _small_stream(self, start: int, length: int) -> bytes:
        root_start, root_length = self._streams[""]
        holder = self._chain(root_start, self._table)[:root_length]
        table = self._numbers(self._chain(self._mini_start, self._table))
        pieces: list[bytes] = []
        while start != _END and len(pieces) <= len(table):
            pieces.append(holder[start * _MINI_SECTOR : (start + 1) * _MINI_SECTOR])
            start = table[start]
        return b"".join(pieces)[:length]

    def _chain(self, start: int, table: list[int]) -> bytes:
        pieces: list[bytes] = []
        while start != _END:
            if len(pieces) > len(table):
                raise self._unreadable()
            pieces.append(self._sector(start))
            start = table[start]
        return b"".join(pieces)

    def _sector(self, place: int) -> bytes:
        at = (place + 1) * self._sector_size
        if at >= len(self._content):
            raise CannotDo("file.truncated", path=self._name)
        return self._content[at : at + self._sector_size]

    def _numbers(self, sectors: bytes) -> list[int]:
        return [number for (number,) in struct.iter_unpack("<I", sectors[: len(sectors) // 4 * 4])]

    def _check_length(self, length: int) -> None:
        if length > len(self._content):
            raise self._unreadable()

    def _unreadable(self) -> CannotDo:
        return CannotDo("file.unreadable", path=self._name)
