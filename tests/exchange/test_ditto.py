"""Ditto marks stand for the cell above; nothing else does."""

from __future__ import annotations

import pytest

from smartpns_desktop.exchange.ditto import is_ditto, resolved


@pytest.mark.parametrize("text", ['"', '- " -', "''", "”", "sda", "Sda.", "s.d.a.", "S.D.A", "idem", "Idem."])
def test_a_mark_repeats_the_cell_above(text: str) -> None:
    assert _resolved(["Dinas Kesehatan", text, text, 3.0]) == ["Dinas Kesehatan"] * 3 + [3.0]


@pytest.mark.parametrize("text", ["SDA", "Bidang SDA", "-", "", "Ida", "sd", 'Bidang "A"'])
def test_what_says_something_of_its_own_is_no_mark(text: str) -> None:
    column: list[object] = ["Dinas Kesehatan", text]
    assert not is_ditto(text)
    assert _resolved(column) is column


def test_a_mark_below_nothing_stays() -> None:
    assert _resolved(['"', "", "sda", "A", "idem"]) == ['"', "", "sda", "A", "A"]


def _resolved(column: list[object]) -> list[object]:
    return resolved(column, set(column))
