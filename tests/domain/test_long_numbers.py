"""Long numbers: what a number cell may be trusted with, and text that was one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain import long_numbers, nip


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (64740358.0, "64740358"),
        (999_999_999_999_999.0, "999999999999999"),
        (1e15, None),
        (1.97603162007121e17, None),
        (6474035809727604.0, None),
        (12.5, None),
        (-1.0, None),
        (math.inf, None),
        (math.nan, None),
    ],
)
def test_only_whole_numbers_below_ten_to_the_fifteenth_are_exact(value: float, text: str | None) -> None:
    assert long_numbers.from_number(value) == text
    assert long_numbers.digits_lost(value) == (text is None)


def test_nip_offers_the_same_guard() -> None:
    assert nip.from_number(1.97603162007121e17) is None
    assert nip.digits_lost(1.97603162007121e17)


@given(st.integers(0, 10**15 - 1))
def test_an_exact_number_keeps_its_digits(number: int) -> None:
    assert long_numbers.from_number(float(number)) == str(number)


@pytest.mark.parametrize("text", ["1.97603162007121E+17", "1,976E+17", "2e17", "197603162007120992.0"])
def test_text_that_was_a_number_is_recognised(text: str) -> None:
    assert long_numbers.was_a_number(text)


@pytest.mark.parametrize("text", ["", "198609262015051001", "19860926.201505.1.001", "E+17", "1.5", "Eko 17"])
def test_other_text_is_not_taken_for_a_number(text: str) -> None:
    assert not long_numbers.was_a_number(text)
