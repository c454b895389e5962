"""What a finding costs and what scores groups have, computed by hand from the shipped weights."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.data_quality import (
    CODES,
    MENDS,
    SERIOUS,
    Checks,
    Dimension,
    Place,
    Tally,
    score,
)
from smartpns_desktop.domain.employee_records import FIELDS
from tests.domain.shipped import SHIPPED

CHECKS = Checks(SHIPPED.on(date(2026, 1, 1)))


def test_all_27_checks_are_shipped_each_in_its_dimension() -> None:
    assert [it.code for it in CHECKS] == list(CODES)
    assert len(CODES) == 27
    assert len({(it.code[:3], it.dimension) for it in CHECKS}) == len(Dimension) == 4


def test_every_check_has_a_place_where_it_is_mended() -> None:
    assert set(MENDS) == set(CODES)
    assert set(CODES) >= SERIOUS
    for mend in MENDS.values():
        assert (mend.place is Place.RECORD) == bool(mend.field)
        assert not mend.field or mend.field in FIELDS


@pytest.mark.parametrize(
    ("code", "of_dimension", "points"),
    [
        # 20 of 100, and 0.28 of that.
        ("COM_1", 20.0, 5.6),
        ("COM_7", 2.5, 0.7),
        # 22.73 of the 100.01 that the published weights add up to, and 0.31 of that.
        ("TIM_1", 22.73 / 1.0001, 22.73 / 1.0001 * 0.31),
        # 21.43 of 99.98, and 0.30 of that.
        ("ACC_2", 21.43 / 0.9998, 21.43 / 0.9998 * 0.30),
        ("CON_3", 25.0, 2.75),
    ],
)
def test_what_one_finding_costs(code: str, of_dimension: float, points: float) -> None:
    assert CHECKS.of_dimension(code) == pytest.approx(of_dimension)
    assert CHECKS.points(code) == pytest.approx(points)


def test_a_group_has_the_mean_of_its_people() -> None:
    # Four people: one without SKP and phone, two with another birth date in the NIP, one whose sex nobody told.
    told = score(Tally(4, Counter(COM_1=1, COM_7=1, CON_2=2), Counter(CON_3=1)), CHECKS)

    assert told is not None
    assert told.dimensions[Dimension.COMPLETENESS] == pytest.approx(100 - 22.5 / 4)
    assert told.dimensions[Dimension.CONSISTENCY] == pytest.approx(100 - 50 / 4)
    assert told.dimensions[Dimension.TIMELINESS] == 100
    assert told.total == pytest.approx(100 - (0.28 * 22.5 + 0.11 * 50) / 4)
    assert told.open == pytest.approx(0.11 * 25 / 4)


def test_everything_wrong_is_exactly_nothing_and_nothing_wrong_is_everything() -> None:
    worst = score(Tally(1, Counter(CODES)), CHECKS)
    best = score(Tally(1), CHECKS)

    assert worst is not None
    assert best is not None
    assert worst.total == pytest.approx(0, abs=1e-9)
    assert all(points == pytest.approx(0, abs=1e-9) for points in worst.dimensions.values())
    assert (best.total, set(best.dimensions.values()), best.open) == (100, {100.0}, 0)


def test_nobody_has_no_score() -> None:
    assert score(Tally(), CHECKS) is None


def test_tallies_of_groups_add_up() -> None:
    whole = Tally(2, Counter(COM_1=1), Counter(CON_1=1))
    whole.add(Tally(3, Counter(COM_1=2, COM_2=1)))

    assert (whole.people, whole.found, whole.open) == (5, Counter(COM_1=3, COM_2=1), Counter(CON_1=1))


@given(st.integers(1, 50), st.dictionaries(st.sampled_from(CODES), st.floats(0, 1)), st.sampled_from(CODES))
def test_a_further_finding_never_raises_a_score(people: int, shares: dict[str, float], further: str) -> None:
    found = Counter({code: int(share * (people - 1)) for code, share in shares.items()})
    before, after = score(Tally(people, found), CHECKS), score(Tally(people, found + Counter([further])), CHECKS)

    assert before is not None
    assert after is not None
    assert 0 <= after.total < before.total <= 100
    assert before.total - after.total == pytest.approx(CHECKS.points(further) / people)
