"""The area finds exactly the cells outside it, and never grows much beyond what it must hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.exchange.sheet_area import Area, column_number

COLUMNS = st.integers(1, 16_384)
ROWS = st.integers(1, 1_048_576)


def letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


@pytest.mark.parametrize(
    ("name", "number"), [(b"A", 1), (b"Z", 26), (b"AA", 27), (b"AZ", 52), (b"ZZ", 702), (b"XFD", 16_384)]
)
def test_columns_are_counted_as_excel_does(name: bytes, number: int) -> None:
    assert column_number(name) == number
    assert column_number(name.lower()) == number


@given(COLUMNS, ROWS, COLUMNS, ROWS)
def test_a_cell_is_found_if_and_only_if_it_is_outside(column: int, row: int, other: int, below: int) -> None:
    area = Area(b"").reaching(column, row)
    cell = f'<c r="{letters(other)}{below}" s="1">'.encode()
    inside = other <= area.columns and below <= area.rows
    assert (area.beyond(cell, 0) is None) == inside


@given(COLUMNS, ROWS)
def test_an_area_holds_what_it_reaches_and_not_much_more(column: int, row: int) -> None:
    area = Area(b"").reaching(column, row)
    assert column <= area.columns
    assert row <= area.rows
    assert area.rows <= max(999, 2 * row)
    assert area.columns <= max(26, column + 26 if column <= 702 else column + 676 + 26)


def test_what_is_inside_changes_nothing() -> None:
    area = Area(b"").reaching(40, 5_000)
    assert area.reaching(3, 17) is area


@pytest.mark.parametrize("odd", [b"<c>", b'<c s="1" r="A1">', b"<c r='A1'>", b'<c r="a1">', b'<c r="$A$1">'])
def test_a_cell_in_another_spelling_is_always_found(odd: bytes) -> None:
    assert Area(b"").beyond(odd, 0)


def test_a_prefix_belongs_to_the_name() -> None:
    assert Area(b"x:").beyond(b'<x:c r="A1"><x:c r="AA1">', 0).start() == 12
