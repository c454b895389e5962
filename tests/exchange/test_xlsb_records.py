"""An .xlsb sheet's cells are found in its records, however these are cut."""

from __future__ import annotations

import struct

import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.xlsb_records import check_records
from tests.exchange.files import record, wide


def sheet(*cells: tuple[int, int], kind: int = 6) -> bytes:
    body = b"".join(
        record(0, struct.pack("<I13x", row)) + record(kind, struct.pack("<II", column, 0) + wide("teks" * 60))
        for row, column in cells
    )
    return record(0x81) + record(0x0191) + body + record(0x92)


def refusal(*pieces: bytes) -> str:
    with pytest.raises(CannotDo) as caught:
        check_records(pieces, "a.xlsb")
    return caught.value.code


@pytest.mark.parametrize("size", [1, 2, 7, 100, 10_000])
def test_pieces_may_be_cut_anywhere(size: int) -> None:
    good = sheet((0, 0), (5, 16_383), (2_000, 3))
    check_records((good[at : at + size] for at in range(0, len(good), size)), "a.xlsb")
    far = sheet((0, 0), (1_048_575, 16_383))
    assert refusal(*(far[at : at + size] for at in range(0, len(far), size))) == "file.too_large"


def test_far_apart_cells_fill_the_area_between_them() -> None:
    assert refusal(sheet((1_048_575, 0), (0, 39))) == "file.too_large"
    check_records([sheet((1_048_575, 0), (0, 37))], "a.xlsb")


def test_blank_cells_take_no_room() -> None:
    check_records([sheet((1_048_575, 16_383), kind=1)], "a.xlsb")


@pytest.mark.parametrize("tail", [b"\x06", b"\x06\x7f", b"\x06\x04\0\0", b"\x86\x80\x80\x80\x80\x80\x01"])
def test_records_that_do_not_end_are_damage(tail: bytes) -> None:
    assert refusal(sheet((0, 0)) + tail) == "file.unreadable"


def test_a_record_without_end_does_not_fill_the_memory() -> None:
    endless = b"\x06\xff\xff\xff\x7f" + bytes(3 * limits.MEGABYTE)
    pieces = [endless] + [bytes(16 * limits.MEGABYTE)] * 10
    assert refusal(*pieces) == "file.unreadable"
