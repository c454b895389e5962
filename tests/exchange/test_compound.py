"""Streams of compound files are found, and no number in them is trusted."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.compound import Compound

SAMPLE = Path(__file__).parents[1] / "samples" / "pegawai_lama.xls"
END, FREE = 0xFFFFFFFE, 0xFFFFFFFF
SECTOR = 512


def entry(name: str, start: int, length: int) -> bytes:
    text = name.encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HB", len(text) + 2, 2).ljust(52, b"\0")
        + struct.pack("<IQ", start, length)
    )


def table(*numbers: int) -> bytes:
    padded = [*numbers, *[FREE] * (SECTOR // 4 - len(numbers))]
    return struct.pack("<128I", *padded)


def small_compound(path: Path, content: bytes, chain: tuple[int, ...] = (1, END)) -> Path:
    """A file whose one stream is so small (under 4,096 bytes) that the root holds it in pieces of 64 bytes.

    Sectors: 0 the table, 1 the directory, 2 the small pieces' table, 3 the small pieces.
    """
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<16xHHHHH6x", 62, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 2, 1, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    directory = entry("Root Entry", 3, 128) + entry("Workbook", 0, len(content)) + bytes(256)
    path.write_bytes(header + table(END, END, END, END) + directory + table(*chain) + content.ljust(SECTOR, b"\0"))
    return path


def refused(path: Path, *names: str) -> bool:
    with pytest.raises(CannotDo) as caught:
        Compound(path).stream(*names or ("Workbook",))
    return caught.value.code in ("file.unreadable", "file.truncated")


def test_a_large_stream_is_followed_through_its_sectors() -> None:
    stream = Compound(SAMPLE).stream("Workbook", "Book")
    assert len(stream) > 4096
    assert stream[:4] == b"\x09\x08\x10\x00"
    assert b"197201171996041001" in stream or "197201171996041001".encode("utf-16-le") in stream


def test_a_small_stream_is_found_in_the_root(tmp_path: Path) -> None:
    content = bytes(range(100))
    assert Compound(small_compound(tmp_path / "a.xls", content)).stream("Book", "Workbook") == content


def test_a_missing_stream_is_unreadable() -> None:
    assert refused(SAMPLE, "WordDocument")


@pytest.mark.parametrize("chain", [(1, 0), (0, END), (END, END)])
def test_a_broken_chain_of_small_pieces_never_runs_on(tmp_path: Path, chain: tuple[int, ...]) -> None:
    path = small_compound(tmp_path / "a.xls", bytes(100), chain)
    assert len(Compound(path).stream("Workbook")) <= 100


def test_a_chain_of_small_pieces_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    assert refused(small_compound(tmp_path / "a.xls", bytes(100), (90, END)))


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (30, 0x000A),  # sector size
        (32, 0x0007),  # small sector size
        (44, 0x7FFFFFFF),  # sectors of the table
        (48, 0x00FFFFFF),  # first sector of the directory
        (64, 0x7FFFFFFF),  # sectors of the small pieces' table
        (68, 0x00FFFFFF),  # first sector of the table's continuation
        (72, 0x7FFFFFFF),  # sectors of the table's continuation
        (76, 0x00FFFFFF),  # first sector of the table
        (SECTOR + 4, 1),  # the directory's chain leads to itself
        (2 * SECTOR + 128 + 120, 0x7FFFFFFF),  # length of the stream
    ],
)
def test_numbers_beyond_the_file_are_refused(tmp_path: Path, at: int, value: int) -> None:
    path = small_compound(tmp_path / "a.xls", bytes(100))
    content = bytearray(path.read_bytes())
    struct.pack_into("<H" if at in (30, 32) else "<I", content, at, value)
    if at == 68:
        struct.pack_into("<I", content, 72, 1)
    path.write_bytes(content)
    assert refused(path)


@pytest.mark.parametrize("length", [8, 100, 512, 700, 1500])
def test_a_cut_file_is_refused(tmp_path: Path, length: int) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(SAMPLE.read_bytes()[:length])
    assert refused(path)
