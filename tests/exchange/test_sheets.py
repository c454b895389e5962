"""A sheet ends with its last filled row."""

from __future__ import annotations

import pytest

from smartpns_desktop.exchange.sheets import Cell, column_letters, without_trailing_blanks


def test_only_blank_rows_at_the_end_go() -> None:
    rows: list[list[Cell]] = [["", ""], ["a", ""], ["", ""], ["", 0.0], ["", ""], []]
    assert without_trailing_blanks(rows) == [["", ""], ["a", ""], ["", ""], ["", 0.0]]


def test_nothing_but_blanks_is_nothing() -> None:
    assert without_trailing_blanks([["", ""], []]) == []


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")])
def test_columns_are_called_as_spreadsheets_call_them(place: int, letters: str) -> None:
    assert column_letters(place) == letters
