"""Retirement ages by post and days of the pension, against tables computed by hand (RULES.md 1.6)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.positions import FUNCTIONAL, GENERAL, STRUCTURAL
from smartpns_desktop.domain.retirement import NO_POST, RetiringPost, pension_date, retirement_age
from tests.domain.shipped import SHIPPED, TODAY


@pytest.mark.parametrize(
    ("post", "age"),
    [
        (RetiringPost("Sekretaris Daerah", STRUCTURAL, "21"), 60),
        (RetiringPost("Kepala Dinas Kesehatan", STRUCTURAL, "22"), 60),
        (RetiringPost("Sekretaris Dinas", STRUCTURAL, "31"), 58),
        (RetiringPost("Kepala Seksi", STRUCTURAL, "41"), 58),
        (RetiringPost("Pengadministrasi Perkantoran", GENERAL, "99"), 58),
        (RetiringPost("Penelaah Teknis Kebijakan"), 58),
        (RetiringPost("Perawat Terampil", FUNCTIONAL, level="TR"), 58),
        (RetiringPost("Arsiparis Penyelia", FUNCTIONAL, level="PY"), 58),
        (RetiringPost("Analis Kebijakan Ahli Pertama", FUNCTIONAL, level="PT"), 58),
        (RetiringPost("Analis Kebijakan Ahli Muda", FUNCTIONAL, level="MU"), 58),
        (RetiringPost("Analis Kebijakan Ahli Madya", FUNCTIONAL, level="MA"), 60),
        (RetiringPost("Widyaiswara Ahli Utama", FUNCTIONAL, level="UT"), 65),
        (RetiringPost("Analis Kebijakan Ahli Madya", FUNCTIONAL), 60),
        (RetiringPost("Guru Ahli Pertama", FUNCTIONAL, level="PT"), 60),
        (RetiringPost("Guru Kelas Ahli Muda", FUNCTIONAL, level="MU"), 60),
        (RetiringPost("Guru Ahli Utama", FUNCTIONAL, level="UT"), 65),
        (RetiringPost("Dokter Ahli Madya", FUNCTIONAL, level="MA", own_age=65), 65),
        (RetiringPost("Peneliti Ahli Utama", FUNCTIONAL, level="UT", own_age=70), 70),
        (RetiringPost("Penyuluh Ahli Madya", FUNCTIONAL, level="MA", own_age=58), 58),
    ],
)
def test_the_age_of_a_post(post: RetiringPost, age: int) -> None:
    assert retirement_age(post, SHIPPED.on(TODAY)) == age


def test_no_age_before_there_was_a_rule_but_that_of_the_post_itself() -> None:
    early = SHIPPED.on(date(2016, 1, 1))
    assert retirement_age(RetiringPost("Perawat Terampil", FUNCTIONAL, level="TR"), early) is None
    assert retirement_age(RetiringPost("Perawat Terampil", FUNCTIONAL, level="TR", own_age=58), early) == 58


def test_nobody_without_a_post_retires_later_than_the_first_who_do() -> None:
    rules = SHIPPED.on(TODAY)
    assert rules.retirement_age(NO_POST) == min(
        int(str(row["years"])) for row in rules.rows["retirement_ages"].values()
    )


@pytest.mark.parametrize(
    ("born", "age", "day"),
    [
        (date(1968, 3, 12), 58, date(2026, 4, 1)),
        (date(1968, 3, 1), 58, date(2026, 4, 1)),
        (date(1968, 3, 31), 58, date(2026, 4, 1)),
        (date(1967, 12, 31), 58, date(2026, 1, 1)),
        (date(1967, 12, 1), 60, date(2028, 1, 1)),
        (date(1968, 1, 1), 58, date(2026, 2, 1)),
        (date(1968, 2, 29), 58, date(2026, 3, 1)),
        (date(1968, 2, 29), 60, date(2028, 3, 1)),
        (date(1964, 2, 29), 65, date(2029, 3, 1)),
        (date(1961, 11, 30), 65, date(2026, 12, 1)),
        (date(1956, 6, 15), 70, date(2026, 7, 1)),
    ],
)
def test_the_pension_begins_in_the_month_after_the_birthday(born: date, age: int, day: date) -> None:
    assert pension_date(born, age) == day


@given(born=st.dates(date(1940, 1, 1), date(2010, 12, 31)), age=st.integers(50, 70))
def test_it_is_the_first_first_of_a_month_on_which_the_age_is_passed(born: date, age: int) -> None:
    day = pension_date(born, age)
    assert day.day == 1
    reached = born.year + age, born.month
    assert (day.year, day.month) > reached
    assert (day.year * 12 + day.month) - (reached[0] * 12 + reached[1]) == 1
