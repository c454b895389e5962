"""Predicates of performance in every spelling, from values of the old law and from the quadrant of the new."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.tables.records import EXPECTATIONS, RATINGS
from smartpns_desktop.domain.performance_ratings import (
    Expectation,
    Rating,
    derived,
    doubts,
    expectation_of,
    rating_of,
    rating_of_quadrant,
    rating_of_value,
)

ABOVE, AS_EXPECTED, BELOW = Expectation


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("SANGAT BAIK", Rating.VERY_GOOD),
        ("Amat baik", Rating.VERY_GOOD),
        ("SB", Rating.VERY_GOOD),
        ("Baik", Rating.GOOD),
        ("b", Rating.GOOD),
        ("Kinerja Baik", Rating.GOOD),
        ("Cukup", Rating.SUFFICIENT),
        ("Butuh Perbaikan", Rating.NEEDS_IMPROVEMENT),
        ("perlu perbaikan", Rating.NEEDS_IMPROVEMENT),
        ("Kurang/Misconduct", Rating.POOR),
        ("KURANG", Rating.POOR),
        ("Sangat  Kurang", Rating.VERY_POOR),
        ("Buruk", Rating.BAD),
        ("Baik/Kurang", None),
        ("87,5", None),
        ("-", None),
        ("", None),
        ("terbaik", None),
    ],
)
def test_a_predicate_in_any_spelling(text: str, rating: Rating | None) -> None:
    assert rating_of(text) is rating


@pytest.mark.parametrize(
    ("text", "expectation"),
    [
        ("DIATAS EKSPEKTASI", ABOVE),
        ("Di Atas Ekspektasi", ABOVE),
        ("Sesuai", AS_EXPECTED),
        ("dibawah ekspektasi", BELOW),
        ("di atas atau sesuai", None),
        ("88", None),
    ],
)
def test_an_expectation_in_any_spelling(text: str, expectation: Expectation | None) -> None:
    assert expectation_of(text) is expectation


@pytest.mark.parametrize(
    ("value", "rating"),
    [(100, "Sangat Baik"), (91, "Sangat Baik"), (90.99, "Baik"), (76, "Baik"), (75, "Cukup"), (61, "Cukup"),
     (60, "Kurang"), (51, "Kurang"), (50, "Buruk"), (0, "Buruk"), (100.1, None), (-1, None)],
)  # fmt: skip
def test_the_old_law_makes_a_predicate_of_a_value(value: float, rating: str | None) -> None:
    assert rating_of_value(value, 2020) == rating
    assert rating_of_value(value, 2021) is None


@pytest.mark.parametrize(
    ("pair", "rating"),
    list(zip(
        product(Expectation, Expectation),
        ("Sangat Baik", "Baik", "Kurang", "Baik", "Baik", "Kurang", "Butuh Perbaikan", "Butuh Perbaikan",
         "Sangat Kurang"),
        strict=True,
    )),
)  # fmt: skip
def test_the_new_law_makes_one_of_a_quadrant(pair: tuple[Expectation, Expectation], rating: str) -> None:
    assert rating_of_quadrant(*pair) == rating


@pytest.mark.parametrize(
    ("value", "year", "result", "behaviour", "rating"),
    [
        (80, 2019, None, None, Rating.GOOD),
        (80, 2023, None, None, None),
        (None, 2023, ABOVE, ABOVE, Rating.VERY_GOOD),
        (None, 2023, ABOVE, None, None),
        (None, 2023, None, None, None),
    ],
)
def test_a_predicate_is_derived_where_a_rule_makes_one(
    value: float | None, year: int, result: Expectation, behaviour: Expectation, rating: Rating | None
) -> None:
    assert derived(value, year, result, behaviour) is rating


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ((Rating.GOOD, 80, 2019, None, None), []),
        ((Rating.VERY_GOOD, 80, 2019, None, None), ["rating.differs"]),
        ((None, 101, 2019, None, None), ["value.out_of_range"]),
        ((Rating.GOOD, 110, 2021, None, None), []),
        ((Rating.GOOD, 121, 2021, None, None), ["value.out_of_range"]),
        ((Rating.GOOD, None, 2023, AS_EXPECTED, AS_EXPECTED), []),
        ((Rating.VERY_GOOD, None, 2023, AS_EXPECTED, AS_EXPECTED), ["rating.differs"]),
    ],
)
def test_what_is_odd_is_told(told: tuple[object, ...], codes: list[str]) -> None:
    assert [it.code for it in doubts(*told)] == codes  # type: ignore[arg-type]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert rating_of(text) in (None, *Rating)
    assert expectation_of(text) in (None, *Expectation)


def test_the_store_allows_what_the_code_knows() -> None:
    assert tuple(Rating) == RATINGS
    assert tuple(Expectation) == EXPECTATIONS
