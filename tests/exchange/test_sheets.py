"""A sheet ends with its last filled row."""

from __future__ import annotations

from smartpns_desktop.exchange.sheets import Cell, without_trailing_blanks


def test_only_blank_rows_at_the_end_go() -> None:
    rows: list[list[Cell]] = [["", ""], ["a", ""], ["", ""], ["", 0.0], ["", ""], []]
    assert without_trailing_blanks(rows) == [["", ""], ["a", ""], ["", ""], ["", 0.0]]


def test_nothing_but_blanks_is_nothing() -> None:
    assert without_trailing_blanks([["", ""], []]) == []
