"""A sheet ends with its last filled row."""

from __future__ import annotations

import pytest

from smartpns_desktop.exchange.sheets import Cell, column_letters, let_go, without_trailing_blanks


def test_only_blank_rows_at_the_end_go() -> None:
    rows: list[list[Cell]] = [["", ""], ["a", ""], ["", ""], ["", 0.0], ["", ""], []]
    assert without_trailing_blanks(rows) == [["", ""], ["a", ""], ["", ""], ["", 0.0]]


def test_nothing_but_blanks_is_nothing() -> None:
    assert without_trailing_blanks([["", ""], []]) == []


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")])
def test_columns_are_called_as_spreadsheets_call_them(place: int, letters: str) -> None:
    assert column_letters(place) == letters


def test_what_is_let_go_is_empty_and_was_freed_bit_by_bit() -> None:
    rows: list[list[Cell]] = [[number] for number in range(1_203)]
    known = {number: [number] for number in range(3)}
    let_go(rows, known)
    assert (rows, known) == ([], {})
