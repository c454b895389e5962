"""Dates: what a text can only mean one way, and what it leaves open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain import dates

INDONESIAN = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
A_DAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-12", "2025-3-12", "2025/03/12", "2025-03-12 00:00:00", "2025-03-12T08:15:00+08:00",
        "20250312", "12 Maret 2025", "12 MARET 2025", " 12  Maret 2025 ", "12 Mar 2025", "12 Mar. 2025",
        "12-Mar-25", "12-Mar-2025", "12/Mar/2025", "12Mar2025", "12 mar '25", "Rabu, 12 Maret 2025",
        "March 12, 2025", "12 March 2025", "12 Maret 2025 09.30",
    ],
)  # fmt: skip
def test_one_day_in_many_spellings(text: str) -> None:
    assert dates.parse_date(text) == A_DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 Agst 2025", date(2025, 8, 1)),
        ("1 Agt 2025", date(2025, 8, 1)),
        ("1 Pebruari 2025", date(2025, 2, 1)),
        ("1 Nopember 1985", date(1985, 11, 1)),
        ("Jum'at, 1 Mei 2026", date(2026, 5, 1)),
        ("17 Agu 45", date(2045, 8, 17)),
        ("17 Agu 50", date(1950, 8, 17)),
    ],
)
def test_months_and_years_in_short(text: str, day: date) -> None:
    assert dates.parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "besok", "12/03/2025", "12-03-2025", "31 Februari 2025", "12 Maretan 2025", "Maret 2025",
        "2025-13-01", "2025", "12 Mar 0205", "0205-03-12", "20251332", "45000",
    ],
)  # fmt: skip
def test_nothing_is_guessed(text: str) -> None:
    assert dates.parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("03/08/2026", (3, 8, 2026)),
        ("14-08-2025", (14, 8, 2025)),
        ("1.2.85", (1, 2, 1985)),
        ("1/2/49", (1, 2, 2049)),
        ("1/2/50", (1, 2, 1950)),
        (" 01 / 02 / 2025 ", (1, 2, 2025)),
        ("14/08/2025 00:00:00", (14, 8, 2025)),
        ("08/14/2025", (8, 14, 2025)),
        ("2025-08-14", None),
        ("14/08-2025", None),
        ("14/08", None),
        ("12 Maret 2025", None),
        ("1/2/205", None),
        ("", None),
    ],
)
def test_numeric_dates_are_only_split(text: str, numbers: tuple[int, int, int] | None) -> None:
    assert dates.split_numeric(text) == numbers


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_reads_back_from_words_and_from_iso(day: date) -> None:
    assert dates.parse_date(f"{day.day} {INDONESIAN[day.month - 1]} {day.year}") == day
    assert dates.parse_date(day.isoformat()) == day
    assert dates.split_numeric(f"{day:%d/%m/%Y}") == (day.day, day.month, day.year)


@given(st.text())
def test_no_text_is_read_both_ways(text: str) -> None:
    assert dates.parse_date(text) is None or dates.split_numeric(text) is None
