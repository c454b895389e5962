"""Texts that tell two days at once: from the first to the last of a course, as recaps write them in one cell."""

from __future__ import annotations

import re
from functools import lru_cache

from smartpns_desktop.domain.dates import MONTHS, parse_date, split_numeric, tidied

_WORDS = r"(?:s\s?[./]?\s?d\b\.?|sampai(?:\sdengan)?|hingga|dan|until|to|&|~)"
_TO = rf"\s*(?:{_WORDS}|-)\s*"
_AND = rf"\s*(?:,\s*dan\b|,|{_WORDS}|-)\s*"
_DAY, _MONTH, _YEAR = r"(\d{1,2})", r"([a-z]+)", r"'?(\d{4}|\d{2})"
_GAP = r"[\s./,-]*"

_BETWEEN = re.compile(_TO)
_LISTED = re.compile(r"\s*(?:,\s*dan\b|,|\bdan\b|&)\s*")
"""Between days that are named one by one."""
_UP_TO = re.compile(r"s\s?[./]?\s?d\b|sampai|hingga|until|\bto\b|~|\s-\s")
_ONE_MONTH = re.compile(rf"{_DAY}(?:{_AND}\d{{1,2}})*{_AND}{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}")
_TWO_MONTHS = re.compile(rf"{_DAY}{_GAP}{_MONTH}\.?{_TO}{_DAY}{_GAP}{_MONTH}{_GAP}{_YEAR}")
_IN_DIGITS = re.compile(rf"{_DAY}{_TO}{_DAY}(\s?[-/.]\s?)(\d{{1,2}})\3{_YEAR}")
_TWO_IN_DIGITS = re.compile(rf"{_DAY}([/.-])(\d{{1,2}}){_TO}{_DAY}\2(\d{{1,2}})\2{_YEAR}")
_MONTH_FIRST = re.compile(rf"{_MONTH}\s+{_DAY}{_TO}{_DAY},?\s+(\d{{4}})")


@lru_cache(maxsize=50_000)
def split_range(text: str) -> tuple[str, str] | None:
    """The first and the last day of a text that tells two, each as a text of its own; None where it tells one or none.

    10 s.d. 12 Maret 2025; 28 Feb s/d 2 Maret 2025; 10, 11 dan 12 Maret 2025; 10/03/2025 - 12/03/2025; 10-12/03/2025;
    Senin s.d. Rabu, 10 s.d. 12 Maret 2025; March 10-12, 2025. The days themselves are read like any others.
    """
    line = tidied(text)
    if not any(map(str.isdigit, line)) or parse_date(line) or split_numeric(line):
        return None
    return _within_a_month(line) or _across_months(line) or _in_digits(line) or _two_dates(line)


def days_apart(text: str) -> int | None:
    """On how many days something was that a text lists apart (10 dan 24 Maret 2025: 2); None where it was on every day
    from the first to the last, or where the text tells no two."""
    line = tidied(text)
    if split_range(text) is None or not _LISTED.search(line):
        return None
    if match := _ONE_MONTH.fullmatch(line):
        parts = [[int(day) for day in re.findall(r"\d+", part)] for part in _LISTED.split(line[: match.end(2)])]
        count = sum(part[-1] - part[0] + 1 for part in parts if part)
        return count if count < int(match[2]) - int(match[1]) + 1 else None
    return 2 if _BETWEEN.search(line) and not _UP_TO.search(line) else None


def _within_a_month(line: str) -> tuple[str, str] | None:
    if match := _ONE_MONTH.fullmatch(line):
        first, last, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(line):
        month, first, last, year = match.groups()
    else:
        return None
    if month not in MONTHS or int(first) > int(last):
        return None
    return f"{first} {month} {year}", f"{last} {month} {year}"


def _across_months(line: str) -> tuple[str, str] | None:
    match = _TWO_MONTHS.fullmatch(line)
    if match is None or not {match[2], match[4]} <= MONTHS.keys():
        return None
    # 29 Des s.d. 2 Januari 2026 began in the year before.
    before = MONTHS[match[2]] > MONTHS[match[4]]
    year = f"{int(match[5]) - 1:0{len(match[5])}}" if before and int(match[5]) else match[5]
    return f"{match[1]} {match[2]} {year}", f"{match[3]} {match[4]} {match[5]}"


def _in_digits(line: str) -> tuple[str, str] | None:
    if match := _IN_DIGITS.fullmatch(line):
        first, last, mark, month, year = match.groups()
        return f"{first}{mark}{month}{mark}{year}", f"{last}{mark}{month}{mark}{year}"
    if match := _TWO_IN_DIGITS.fullmatch(line):
        first, mark, month, last, other, year = match.groups()
        return f"{first}{mark}{month}{mark}{year}", f"{last}{mark}{other}{mark}{year}"
    return None


def _two_dates(line: str) -> tuple[str, str] | None:
    for between in _BETWEEN.finditer(line):
        ends = line[: between.start()], line[between.end() :]
        if all(parse_date(it) or split_numeric(it) for it in ends):
            return ends
    return None
