"""Which row stands below which, as indents and numbers prove it; anything less proves nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.exchange.outline import bare_name, parents

NO_NUMBERS = [""] * 9


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Dinas A", "  Sekretariat", "    Subbag", "  Bidang", "Dinas B"], [None, 0, 1, 0, None]),
        (["\tDinas A", "\t\tSekretariat"], [None, 0]),
        (["1. A", "1.1 B", "1.1.1. C", "2. D"], [None, 0, 1, None]),
        (["I. A", "A. B", "1. C", "2. D", "B. E", "II. F", "A. G"], [None, 0, 1, 1, 0, None, 5]),
        (["1. A", "a. B", "b. C", "2. D", "a. E"], [None, 0, 0, None, 3]),
        (["1. A", "a. B", "1) C", "2) D", "b. E"], [None, 0, 1, 1, 0]),
        (["Dinas A", "    Sekretariat", "  Bidang"], None),
        (["1.1 A", "1.2 B"], None),
        (["1. A", "1.1 B", "C"], None),
        (["1. A", "a. B", "c. C"], None),
        (["1. A", "2. B", "3. C"], None),
        (["A", "B"], None),
        ([], None),
    ],
)
def test_a_tree_is_told_by_the_names(names: list[str], expected: list[int | None] | None) -> None:
    assert parents(names, NO_NUMBERS[: len(names)]) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "1.1", "1.1.1", "2"], [None, 0, 1, None]),
        (["I", "A", "1", "2", "B", "II", "A"], [None, 0, 1, 1, 0, None, 5]),
        (["1", "a", "b", "2"], [None, 0, 0, None]),
        (["1", "", "", "2"], [None, 0, 0, None]),
        (["", "1", "2", ""], [None, 0, 0, None]),
        (["A", "1", "2", "B", "3"], None),
        (["1", "2", "3"], None),
    ],
)
def test_a_tree_is_told_by_the_numbers_beside(numbers: list[str], expected: list[int | None] | None) -> None:
    assert parents([f"Unit {it}" for it in range(len(numbers))], numbers) == expected


def test_indents_stand_above_running_numbers() -> None:
    assert parents(["Dinas A", "  Bidang", "Dinas B"], ["1", "2", "3"]) == [None, 0, None]


@given(st.lists(st.integers(0, 4), min_size=2, max_size=30))
def test_any_tree_drawn_by_indents_is_read_back(steps: list[int]) -> None:
    depths = [0]
    for step in steps:
        depths.append(min(step, depths[-1] + 1))
    expected = [
        max((row for row in range(at) if depths[row] == depth - 1), default=None) for at, depth in enumerate(depths)
    ]
    drawn = [f"{'  ' * depth}Unit" for depth in depths]
    found = parents(drawn, [""] * len(drawn))
    assert found == (expected if len(set(depths)) > 1 else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Dinas A", "Dinas A"), ("1.1 Bidang", "Bidang"), ("a. Seksi", "Seksi"), ("(1) Dinas", "Dinas"),
        ("  IV. Bidang B", "Bidang B"), ("A Bidang", "A Bidang"), ("SDN 1", "SDN 1"), ("1", "1"),
    ],
)  # fmt: skip
def test_a_name_without_its_number(text: str, expected: str) -> None:
    assert bare_name(text) == expected
