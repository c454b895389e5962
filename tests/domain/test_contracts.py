"""Contracts: no two at a time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.contracts import Period, overlap

FIRST = Period(date(2021, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("start", "until", "lies_over"),
    [
        (date(2026, 1, 1), date(2030, 12, 31), False),
        (date(2025, 12, 31), date(2030, 12, 31), True),
        (date(2020, 1, 1), date(2020, 12, 31), False),
        (date(2020, 1, 1), date(2021, 1, 1), True),
        (date(2022, 1, 1), date(2022, 2, 1), True),
        (date(2020, 1, 1), date(2030, 1, 1), True),
    ],
)
def test_a_contract_over_another(start: date, until: date, lies_over: bool) -> None:
    found = overlap(Period(start, until), [FIRST])
    assert (found is not None) == lies_over
    if found:
        assert found.facts == {"stored": "01-01-2021 s.d. 31-12-2025"}


_PERIODS = st.builds(lambda start, days: Period(start, date.fromordinal(start.toordinal() + days)),
                     st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 2000))  # fmt: skip


@given(_PERIODS, _PERIODS)
def test_lying_over_each_other_is_mutual(one: Period, other: Period) -> None:
    assert (overlap(one, [other]) is None) == (overlap(other, [one]) is None)
