"""Yearly ratings of performance (SKP): the predicate from any spelling, from the old value, from the quadrant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem


class Rating(StrEnum):
    """Predicates of performance: those of PermenPANRB 6/2022 (and PP 30/2019), and those of PP 46/2011 before."""

    VERY_GOOD = "Sangat Baik"
    GOOD = "Baik"
    SUFFICIENT = "Cukup"
    """Until 2021."""
    NEEDS_IMPROVEMENT = "Butuh Perbaikan"
    """From 2022 on."""
    POOR = "Kurang"
    VERY_POOR = "Sangat Kurang"
    BAD = "Buruk"
    """Until 2020."""


class Expectation(StrEnum):
    """How the result of work, and the behaviour at work, stand to what was expected (PermenPANRB 6/2022)."""

    ABOVE = "Di Atas Ekspektasi"
    AS_EXPECTED = "Sesuai Ekspektasi"
    BELOW = "Di Bawah Ekspektasi"


LAST_YEAR_OF_VALUES = 2020
"""The last year for which PP 46/2011 makes a predicate of a value; PP 30/2019 has another scale, and since
PermenPANRB 6/2022 there is no value at all."""

HIGHEST_VALUE = 120.0
"""PP 30/2019 rates up to 120, PP 46/2011 up to 100 (background knowledge)."""

_OLD_SCALE = ((91, Rating.VERY_GOOD), (76, Rating.GOOD), (61, Rating.SUFFICIENT), (51, Rating.POOR), (0, Rating.BAD))
"""PP 46/2011 art. 17: 91 and more, 76–90, 61–75, 51–60, 50 and less (RULES.md section 5)."""

_RATINGS = re.compile(
    r"(?P<VERY_GOOD>\bsangat baik\b|\bamat baik\b)|(?P<VERY_POOR>\bsangat kurang\b)"
    r"|(?P<NEEDS_IMPROVEMENT>\b(?:butuh|perlu) perbaikan\b)|(?P<POOR>\bkurang\b|\bmisconduct\b)"
    r"|(?P<SUFFICIENT>\bcukup\b)|(?P<BAD>\bburuk\b)|(?P<GOOD>\bbaik\b)"
)
_SHORT = {"sb": Rating.VERY_GOOD, "b": Rating.GOOD, "bp": Rating.NEEDS_IMPROVEMENT, "sk": Rating.VERY_POOR}
_EXPECTATIONS = re.compile(r"(?P<ABOVE>\bdi ?atas\b|\bmelebihi\b)|(?P<BELOW>\bdi ?bawah\b)|(?P<AS_EXPECTED>\bsesuai\b)")


@lru_cache(maxsize=1024)
def rating_of(text: str) -> Rating | None:
    """The one predicate that a text names in any spelling (BAIK, Kurang/Misconduct, SB), else None."""
    name = fold(text)
    if name in _SHORT:
        return _SHORT[name]
    found = {match.lastgroup for match in _RATINGS.finditer(name)}
    return Rating[str(found.pop())] if len(found) == 1 else None


@lru_cache(maxsize=1024)
def expectation_of(text: str) -> Expectation | None:
    """What a text says of an expectation (DIATAS EKSPEKTASI, Sesuai), else None."""
    found = {match.lastgroup for match in _EXPECTATIONS.finditer(fold(text))}
    return Expectation[str(found.pop())] if len(found) == 1 else None


def rating_of_value(value: float, year: int) -> Rating | None:
    """The predicate that the law made of a value, for years up to 2020 (PP 46/2011 art. 17); None for later ones."""
    if year > LAST_YEAR_OF_VALUES or not 0 <= value <= 100:
        return None
    # 90.5 lies between the bands as the law writes them: the next one begins at 91.
    return next(rating for least, rating in _OLD_SCALE if value >= least)


_QUADRANTS = {
    (Expectation.ABOVE, Expectation.ABOVE): Rating.VERY_GOOD,
    (Expectation.ABOVE, Expectation.AS_EXPECTED): Rating.GOOD,
    (Expectation.ABOVE, Expectation.BELOW): Rating.POOR,
    (Expectation.AS_EXPECTED, Expectation.ABOVE): Rating.GOOD,
    (Expectation.AS_EXPECTED, Expectation.AS_EXPECTED): Rating.GOOD,
    (Expectation.AS_EXPECTED, Expectation.BELOW): Rating.POOR,
    (Expectation.BELOW, Expectation.ABOVE): Rating.NEEDS_IMPROVEMENT,
    (Expectation.BELOW, Expectation.AS_EXPECTED): Rating.NEEDS_IMPROVEMENT,
    (Expectation.BELOW, Expectation.BELOW): Rating.VERY_POOR,
}


def rating_of_quadrant(result: Expectation, behaviour: Expectation) -> Rating:
    """The predicate of a quadrant of result and behaviour: PermenPANRB 6/2022, appendix (background knowledge)."""
    return _QUADRANTS[result, behaviour]


def derived(value: float | None, year: int, result: Expectation | None, behaviour: Expectation | None) -> Rating | None:
    """The predicate that the other figures of a year amount to; None where no rule makes one of them."""
    if result is not None and behaviour is not None:
        return rating_of_quadrant(result, behaviour)
    return None if value is None else rating_of_value(value, year)


def doubts(
    rating: Rating | None, value: float | None, year: int, result: Expectation | None, behaviour: Expectation | None
) -> Iterator[Problem]:
    """What to look at in a reported rating, `column` being the field: a value out of bounds, a predicate that the
    other figures contradict."""
    highest = 100.0 if year <= LAST_YEAR_OF_VALUES else HIGHEST_VALUE
    if value is not None and not 0 <= value <= highest:
        facts = {"expected": f"0–{highest:g}"}
        yield Problem("value.out_of_range", column="value", value=f"{value:.15g}".replace(".", ","), facts=facts)
    expected = derived(value, year, result, behaviour)
    if rating is not None and expected is not None and rating is not expected:
        yield Problem("rating.differs", column="rating", value=rating.value, facts={"expected": expected.value})
