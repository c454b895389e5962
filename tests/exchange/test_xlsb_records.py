"""An .xlsb sheet's cells are found in its records, however these are cut."""

from __future__ import annotations

import struct

import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.xlsb_records import scan_records, sheet_relations
from tests.exchange.files import record, wide


def sheet(*cells: tuple[int, int], kind: int = 6) -> bytes:
    body = b"".join(
        record(0, struct.pack("<I13x", row)) + record(kind, struct.pack("<II", column, 0) + wide("teks" * 60))
        for row, column in cells
    )
    return record(0x81) + record(0x0191) + body + record(0x92)


def refusal(*pieces: bytes) -> str:
    with pytest.raises(CannotDo) as caught:
        scan_records(pieces, "a.xlsb")
    return caught.value.code


@pytest.mark.parametrize("size", [1, 2, 7, 100, 10_000])
def test_pieces_may_be_cut_anywhere(size: int) -> None:
    good = sheet((0, 0), (5, 8_191), (2_000, 3))
    scan_records((good[at : at + size] for at in range(0, len(good), size)), "a.xlsb")
    far = sheet((0, 0), (1_048_575, 16_383))
    assert refusal(*(far[at : at + size] for at in range(0, len(far), size))) == "file.too_large"


def test_far_apart_cells_fill_the_area_between_them() -> None:
    assert refusal(sheet((1_048_575, 0), (0, 19))) == "file.too_large"
    scan_records([sheet((1_048_575, 0), (0, 18))], "a.xlsb")


def test_blank_cells_take_no_room() -> None:
    scan_records([sheet((1_048_575, 16_383), kind=1)], "a.xlsb")


@pytest.mark.parametrize("tail", [b"\x06", b"\x06\x7f", b"\x06\x04\0\0", b"\x86\x80\x80\x80\x80\x80\x01"])
def test_records_that_do_not_end_are_damage(tail: bytes) -> None:
    assert refusal(sheet((0, 0)) + tail) == "file.unreadable"


def test_a_record_without_end_does_not_fill_the_memory() -> None:
    endless = b"\x06\xff\xff\xff\x7f" + bytes(3 * limits.MEGABYTE)
    pieces = [endless] + [bytes(16 * limits.MEGABYTE)] * 10
    assert refusal(*pieces) == "file.unreadable"


def test_what_a_sheet_hides_is_told() -> None:
    def row(number: int, flags: int) -> bytes:
        return record(0, struct.pack("<IIHBBB", number, 0, 300, 0, flags, 0) + bytes(4))

    content = (
        record(60, struct.pack("<IIIIH", 2, 3, 0, 0, 1))
        + record(60, struct.pack("<IIIIH", 5, 5, 9, 0, 0))
        + row(0, 0)
        + record(3, struct.pack("<IIB", 1, 0, 0x2A))
        + row(4, 0x10)
        + record(11, struct.pack("<IIB", 0, 0, 0x07) + bytes(6))
        + record(176, bytes(16)) * 2
    )
    found = scan_records([content], "a.xlsb")
    assert (found.hidden_rows, found.hidden_columns) == ({5}, [range(2, 4)])
    assert (found.errors, found.merged) == ({(1, 1): "#N/A", (5, 0): "#DIV/0!"}, 2)


def test_sheets_are_named_by_their_relations_in_order() -> None:
    def sheet_of(relation: str, name: str) -> bytes:
        return record(0x9C, struct.pack("<II", 0, 1) + wide(relation) + wide(name))

    bundle = record(0x83) + sheet_of("rId2", "B") + sheet_of("rId1", "A" * 31) + record(0x84)
    assert sheet_relations([bundle], "a.xlsb") == ("rId2", "rId1")
