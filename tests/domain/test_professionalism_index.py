"""The index of professionalism: hand-computed sums, maxima and what a reported index contradicts."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.domain.professionalism_index import doubts, maxima, total_of
from smartpns_desktop.domain.regulations import RegulationsInForce
from tests.domain.shipped import SHIPPED

MOST = {"qualification": 25.0, "competence": 40.0, "performance": 30.0, "discipline": 5.0}


def points(*values: float | None) -> dict[str, float | None]:
    return dict(zip(MOST, values, strict=True))


def test_the_shipped_scores_make_the_shares_of_the_law() -> None:
    assert maxima(SHIPPED.on(date(2025, 12, 31))) == MOST


def test_before_the_regulation_there_are_no_maxima() -> None:
    assert maxima(RegulationsInForce(date(2010, 1, 1), {})) == {}
    assert maxima(SHIPPED.on(date(2018, 12, 31))) == {}


@pytest.mark.parametrize(
    ("told", "total"),
    [
        (points(15, 15, 25, 5), 60),
        (points(5, 22.5, 30, 5), 62.5),
        (points(0.1, 0.2, 0, 0), 0.3),
        (points(0, 0, 0, 0), 0),
        (points(25, 40, 30, 5), 100),
        (points(15, None, 25, 5), None),
    ],
)
def test_weighted_points_are_added(told: dict[str, float | None], total: float | None) -> None:
    assert total_of(told) == total


@pytest.mark.parametrize(
    ("told", "total", "found"),
    [
        (points(15, 15, 25, 5), 60, []),
        (points(15, 15, 25, 5), 60.01, []),
        (points(15, 15, 25, 5), 60.02, [("index.total_differs", "total", "60")]),
        (points(15, 15, 25, 5), 59.98, [("index.total_differs", "total", "60")]),
        (points(15, None, 25, 5), 45, []),
        (points(15, 15, 25, 5), None, []),
        (points(26, 15, 25, 5), 71, [("value.out_of_range", "qualification", "0–25")]),
        (points(15, 40.5, 25, 5), 85.5, [("value.out_of_range", "competence", "0–40")]),
        (points(15, 15, 25, -1), 54, [("value.out_of_range", "discipline", "0–5")]),
        (points(None, None, None, None), 101, [("value.out_of_range", "total", "0–100")]),
    ],
)
def test_what_is_odd_is_told(told: dict[str, float | None], total: float | None, found: list[object]) -> None:
    assert [(it.code, it.column, it.facts["expected"]) for it in doubts(told, total, MOST)] == found
