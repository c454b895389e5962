"""An .xls workbook may not promise more cells or texts than it has."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.compound import Compound
from smartpns_desktop.exchange.xls_records import check_workbook_stream, scan_records

SAMPLE = Path(__file__).parents[1] / "samples" / "pegawai_lama.xls"
EOF = struct.pack("<HH", 0x000A, 0)


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def workbook(sheet: bytes, shared_strings: int = 0, sheets: int = 1) -> bytes:
    """A workbook stream with so many sheets of the same records."""
    strings = record(0x00FC, struct.pack("<ii", shared_strings, shared_strings))
    bound = record(0x0085, struct.pack("<IBB", 0, 0, 0) + b"\4\0Data")
    place = len(bound) * sheets + len(strings) + len(EOF)
    bound = record(0x0085, struct.pack("<IBB", place, 0, 0) + b"\4\0Data")
    return bound * sheets + strings + EOF + sheet + EOF + record(0x0203, struct.pack("<HHHd", 65_535, 65_535, 0, 1.0))


def number(row: int, column: int) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, 1.0))


def dimensions(*numbers: int) -> bytes:
    return record(0x0200, struct.pack("<IIHHH", *numbers, 0))


def refusal(stream: bytes) -> str:
    with pytest.raises(CannotDo) as caught:
        check_workbook_stream(stream, "a.xls")
    return caught.value.code


def test_a_real_workbook_passes() -> None:
    check_workbook_stream(Compound(SAMPLE).stream("Workbook"), SAMPLE.name)


@pytest.mark.parametrize(
    "sheet",
    [
        b"",
        number(0, 0) + number(65_535, 150),
        dimensions(0, 65_536, 0, 150) + number(5, 5),
        dimensions(0, 0, 0, 0),
        dimensions(7, 0, 3, 0),
        record(0x0200, struct.pack("<HHHHH", 0, 100, 0, 20, 0)),
    ],
)
def test_what_a_sheet_of_that_age_can_hold_passes(sheet: bytes) -> None:
    check_workbook_stream(workbook(sheet), "a.xls")


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (number(0, 0) + number(65_535, 65_535), "file.too_large"),
        (
            number(65_535, 0) + record(0x00BD, struct.pack("<HH", 0, 0) + bytes(6) + struct.pack("<H", 1_000)),
            "file.too_large",
        ),
        (dimensions(0, 0x7FFFFFFF, 0, 60_000), "file.too_large"),
        (dimensions(9, 5, 0, 3), "file.unreadable"),
        (dimensions(0, 5, 3, 3), "file.unreadable"),
        (record(0x0200, bytes(9)), "file.unreadable"),
    ],
)
def test_what_would_not_fit_into_memory_is_refused(sheet: bytes, code: str) -> None:
    assert refusal(workbook(sheet)) == code


def test_a_record_that_is_cut_off_is_damage() -> None:
    whole = workbook(number(3, 4))
    assert refusal(whole[: whole.index(number(3, 4)) + 7]) == "file.unreadable"


@pytest.mark.parametrize("count", [0x7FFFFFFF, -1, 1_000])
def test_a_workbook_cannot_have_more_texts_than_bytes(count: int) -> None:
    assert refusal(workbook(number(0, 0), shared_strings=count)) == "file.unreadable"


def test_what_a_sheet_hides_is_told() -> None:
    def row(number: int, flags: int) -> bytes:
        return record(0x0208, struct.pack("<HHHHHHI", number, 0, 3, 255, 0, 0, flags))

    records = (
        record(0x007D, struct.pack("<HHHHHH", 1, 2, 0, 0, 1, 0))
        + record(0x007D, struct.pack("<HHHHHH", 4, 4, 9, 0, 0, 0))
        + row(0, 0)
        + row(4, 0x20)
        + record(0x0205, struct.pack("<HHHBB", 2, 1, 0, 0x2A, 1))
        + record(0x0205, struct.pack("<HHHBB", 2, 2, 0, 1, 0))
        + record(0x0006, struct.pack("<HHH", 3, 0, 0) + b"\x02\0\x07\0\0\0\xff\xff" + bytes(6))
        + record(0x0006, struct.pack("<HHHd", 3, 1, 0, 2.0) + bytes(6))
        + record(0x0809, bytes(16))
        + row(7, 0x20)
        + EOF
        + record(0x00E5, struct.pack("<H", 2) + bytes(16))
    )
    stream = workbook(record(0x0809, bytes(16)) + records + number(0, 0))
    (place,) = check_workbook_stream(stream, "a.xls")
    found = scan_records(stream, place)
    assert (found.hidden_rows, found.hidden_columns) == ({5}, [range(1, 3)])
    assert (found.errors, found.merged) == ({(3, 1): "#N/A", (4, 0): "#DIV/0!"}, 2)


def test_a_password_is_told_before_anything_scrambled_is_judged() -> None:
    scrambled = record(0x002F, bytes(54)) + record(0x00FC, b"\xff" * 8)
    assert refusal(scrambled + EOF) == "file.encrypted"


def test_an_xls_is_held_with_all_its_sheets_at_once() -> None:
    half = number(0, 0) + number(65_535, 99)
    check_workbook_stream(workbook(half), "a.xls")
    assert refusal(workbook(half, sheets=2)) == "file.too_large"
