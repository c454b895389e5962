"""Two days in one text: every usual spelling of a course's days, and nothing that only looks like one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.date_ranges import split_range
from smartpns_desktop.domain.dates import parse_date, split_numeric

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
FIRST, LAST = date(2025, 3, 10), date(2025, 3, 12)


def day(text: str) -> date | None:
    """A day as a column reads it whose days come first."""
    numbers = split_numeric(text)
    return date(numbers[2], numbers[1], numbers[0]) if numbers else parse_date(text)


def ends(text: str) -> tuple[date | None, ...] | None:
    found = split_range(text)
    return found and tuple(map(day, found))


@pytest.mark.parametrize(
    "text",
    [
        "10 s.d. 12 Maret 2025", "10 s.d 12 Mar 2025", "10 s/d 12 Maret 2025", "10 sd 12 Maret 2025",
        "10 sd. 12 Maret 2025", "10 S.D. 12 MARET 2025", "10 sampai 12 Maret 2025", "10 hingga 12 Maret 2025",
        "10 sampai dengan 12 Maret 2025", "10-12 Maret 2025", "10 - 12 Maret 2025", "10 – 12 Maret 2025",
        "10 dan 12 Maret 2025", "10 & 12 Maret 2025", "10, 11 dan 12 Maret 2025", "10, 11, dan 12 Maret 2025",
        "10, 11, 12 Maret 2025", "10 s.d. 12-Mar-2025", "10 s.d. 12 Mar '25", "10 s.d. 12 III 2025",
        "10 Maret s.d. 12 Maret 2025", "10 Maret 2025 s.d. 12 Maret 2025", "10 Mar 2025 - 12 Mar 2025",
        "10 Maret 2025-12 Maret 2025", "10-Mar-2025 s.d. 12-Mar-2025", "10/03/2025 - 12/03/2025",
        "10/03/2025-12/03/2025", "10/03/2025 s.d. 12/03/2025", "10-03-2025 s.d. 12-03-2025",
        "10-03-2025 - 12-03-2025", "10.03.2025 s/d 12.03.2025", "10-12/03/2025", "10 s.d. 12/03/2025",
        "10-12-03-2025", "10/03 - 12/03/2025", "2025-03-10 s.d. 2025-03-12", "2025-03-10 - 2025-03-12",
        "Senin s.d. Rabu, 10 s.d. 12 Maret 2025", "Senin, 10 Maret 2025 s.d. Rabu, 12 Maret 2025",
        "Senin - Rabu, 10 - 12 Maret 2025", "Senin-Rabu/10-12 Maret 2025", "Tanggal 10 s.d. 12 Maret 2025",
        "Tgl. 10 s.d. 12 Maret 2025", "10 s.d. 12 Maret 2025 pukul 08.00 s.d. selesai", "March 10-12, 2025",
        "10\u00a0s.d.\u00a012\u00a0Maret\u00a02025", "１０ s.d. １２ Maret ２０２５",
    ],
)  # fmt: skip
def test_the_days_of_one_course_in_many_spellings(text: str) -> None:
    assert ends(text) == (FIRST, LAST)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("28 Feb s/d 2 Maret 2025", date(2025, 2, 28), date(2025, 3, 2)),
        ("28 Feb-2 Mar 2025", date(2025, 2, 28), date(2025, 3, 2)),
        ("28/02 - 02/03/2025", date(2025, 2, 28), date(2025, 3, 2)),
        ("29 Desember 2025 s.d. 2 Januari 2026", date(2025, 12, 29), date(2026, 1, 2)),
        ("29 Des s.d. 2 Jan 2026", date(2025, 12, 29), date(2026, 1, 2)),
        ("5 s.d. 5 Mei 2025", date(2025, 5, 5), date(2025, 5, 5)),
    ],
)
def test_courses_across_months(text: str, first: date, last: date) -> None:
    assert ends(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "12 Maret 2025", "12-Mar-2025", "10-12-2025", "10/12/25", "2025-03-12", "20250312", "Maret 2025",
        "12 s.d. 10 Maret 2025", "10 Maret 2025 s.d. selesai", "s.d. 12 Maret 2025", "Maret s.d. April 2025",
        "10 s.d. 12 Foo 2025", "10 s.d. 12", "4 JP/hari x 3 hari", "2024 - 2025", "08.00 - 16.00", "Senin s.d. Rabu",
    ],
)  # fmt: skip
def test_what_does_not_tell_two_days(text: str) -> None:
    assert split_range(text) is None


SPELLINGS = (
    lambda it: f"{it.day} {MONTHS[it.month - 1]} {it.year}",
    lambda it: f"{it.day:02}-{MONTHS[it.month - 1][:3]}-{it.year}",
    lambda it: f"{it:%d/%m/%Y}",
    lambda it: f"{it:%d-%m-%Y}",
    lambda it: it.isoformat(),
)


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 1)),
    st.integers(0, 400),
    st.sampled_from(SPELLINGS),
    st.sampled_from([" s.d. ", " s/d ", " - ", " sampai dengan ", " sd "]),
)
def test_any_two_days_come_apart_again(first: date, length: int, spelling: object, between: str) -> None:
    assert callable(spelling)
    last = min(first + timedelta(days=length), date(2049, 12, 31))
    assert ends(f"{spelling(first)}{between}{spelling(last)}") == (first, last)


@given(st.text(), st.text("0123456789 -/.,sd MaretFeb"))
def test_no_text_is_both_a_day_and_two(one: str, other: str) -> None:
    for text in (one, other):
        assert split_range(text) is None or (parse_date(text) is None and split_numeric(text) is None)
