"""Dates as people write them: what a text means without guessing, and what only its column can decide."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
"""Years outside are typing errors (0205, 20025), not dates."""

_PIVOT = 50
_MONTH_WORDS = {
    1: "januari january jan",
    2: "februari february pebruari feb peb",
    3: "maret march mar mrt",
    4: "april apr",
    5: "mei may",
    6: "juni june jun",
    7: "juli july jul",
    8: "agustus august agust agus agu ags agt agst aug",
    9: "september sept sep",
    10: "oktober october okt oct",
    11: "november nopember nov nop",
    12: "desember december des dec",
}
MONTHS = {word: month for month, words in _MONTH_WORDS.items() for word in words.split()}
"""Number of the month by its Indonesian or English name or abbreviation, in small letters."""

_TIME = r"(?:[t ]\s*\d{1,2}[:.]\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NAMED = re.compile(rf"(?:[a-z'’]+,?\s+)?(\d{{1,2}})[\s./-]*([a-z]+)[\s.,/-]*'?(\d{{4}}|\d{{2}}){_TIME}")
_MONTH_FIRST = re.compile(rf"(?:[a-z]+,\s+)?([a-z]+)\.?\s+(\d{{1,2}}),?\s+(\d{{4}}){_TIME}")
_NUMERIC = re.compile(rf"(\d{{1,2}})\s*([-/. ])\s*(\d{{1,2}})\s*\2\s*(\d{{4}}|\d{{2}}){_TIME}")


@lru_cache(maxsize=50_000)
def parse_date(text: str) -> date | None:
    """The day that a text can only mean one way, else None.

    2025-03-12 (a time after it is dropped), 20250312, 12 Maret 2025, 12-Mar-25, Rabu, 12 Maret 2025,
    March 12, 2025. Digits with the year last (03/08/2026) are never read here: see `split_numeric`.
    """
    text = " ".join(text.casefold().split())
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(match[1], match[3], match[4])
    if match := _COMPACT.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := _NAMED.fullmatch(text):
        return _day(match[3], MONTHS.get(match[2]), match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(match[3], MONTHS.get(match[1]), match[2])
    return None


def split_numeric(text: str) -> tuple[int, int, int] | None:
    """First number, second number and year of a date in digits with the year last, else None.

    dd/mm/yyyy, dd-mm-yyyy, dd.mm.yyyy and two-digit years. Which of the two is the day is decided per
    column by whoever knows the column; the numbers are not checked.
    """
    match = _NUMERIC.fullmatch(text.strip().lower())
    if match is None:
        return None
    return int(match[1]), int(match[3]), full_year(match[4])


def full_year(digits: str) -> int:
    """The year meant by four digits, or by two: 00–49 are the 2000s, 50–99 the 1900s."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < _PIVOT else 1900)


def _day(year: str, month: str | int | None, day: str) -> date | None:
    if month is None:
        return None
    try:
        found = date(full_year(year), int(month), int(day))
    except ValueError:
        return None
    return found if EARLIEST_YEAR <= found.year <= LATEST_YEAR else None
