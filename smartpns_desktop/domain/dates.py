"""Dates as people write them: what a text means without guessing, and what only its column can decide."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
"""Years outside are typing errors (0205, 20025), not dates."""

EVENT_YEARS = range(1950, 2050)
"""What two digits of a year mean in most columns."""
BIRTH_YEARS = range(1930, 2011)
"""What they mean for a birth; 11 to 29 are the year of nobody's birth whom we know."""

_LONGEST = 120
_MONTH_WORDS = {
    1: "januari january jan januwari i",
    2: "februari february pebruari febuari pebuari feb febr peb pebr ii",
    3: "maret march mar mrt iii",
    4: "april apr iv",
    5: "mei may v",
    6: "juni june jun vi",
    7: "juli july jul vii",
    8: "agustus august agust agus agu ags agt agst agts aug viii",
    9: "september sept sep sebtember ix",
    10: "oktober october okt oct x",
    11: "november nopember nov nop xi",
    12: "desember december des dec xii",
}
MONTHS = {word: month for month, words in _MONTH_WORDS.items() for word in words.split()}
"""Number of the month by its Indonesian or English name, abbreviation or Roman number, in small letters."""

WEEKDAY = (
    r"(?:senin|selasa|rabu|kamis|ju[mn]['’`]?\s?at|sabtu|minggu|ahad"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|sen|sel|rab|kam|jum|sab|min|mon|tue|wed|thu|fri|sat|sun)\b\.?"
)
"""A weekday, in small letters."""
_WEEKDAYS = re.compile(rf"(?:hari\s)?{WEEKDAY}(?:\W{{0,3}}(?:s\.?/?d\.?|sampai|hingga|dan)?\W{{0,3}}{WEEKDAY}){{0,6}}"
                       r"[\s,/.]{0,3}(?=[0-9a-z])")  # fmt: skip
_LABEL = re.compile(r"(?:tanggal|tgl)\b[\s.:]{0,3}")
_BEHIND = re.compile(rf"[\s,;]{{0,3}}(?:\({WEEKDAY}\)|\b(?:pukul|pkl|jam)\b.*)$")
_SIGNS = dict.fromkeys(map(ord, "‐‑–—−"), "-")

_TIME = r"(?:[t ]\s*\d{1,2}[:.]\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NAMED = re.compile(
    rf"(?:[a-z'’]+,?\s+)?(\d{{1,2}})(?:st|nd|rd|th)?[\s./,-]*([a-z]+)[\s.,/-]*'?(\d{{4}}|\d{{2}}){_TIME}"
)
_MONTH_FIRST = re.compile(rf"(?:[a-z]+,\s+)?([a-z]+)[.\s-]+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}")
_NUMERIC = re.compile(rf"(\d{{1,2}})\s*([-/. ])\s*(\d{{1,2}})\s*\2\s*(\d{{4}}|\d{{2}}){_TIME}")
_EIGHT_DIGITS = re.compile(r"(\d{2})()(\d{2})((?:19|20|21)\d{2})")

_PARTS = {
    "day": re.compile(r"[a-z]+[\s.,/-]*'?(?:\d{4}|\d{2})|\d{1,2}\s?[-/.]\s?\d{4}|\d{4}\s?[-/.]\s?\d{1,2}"),
    "day_and_month": re.compile(r"(?:tahun\s|th\.?\s?)?\d{4}"),
    "year": re.compile(r"\d{1,2}[\s./-]*[a-z]+|\d{1,2}\s?[-/.]\s?\d{1,2}"),
}
_WORD = re.compile(r"[a-z]+")


@lru_cache(maxsize=50_000)
def tidied(text: str) -> str:
    """A date's text in small letters and ASCII digits, without weekday, label and hours in words."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
        text = "".join(str(unicodedata.digit(sign, sign)) for sign in text)
    line = " ".join(text.casefold().split()).strip(" '`‘’")
    if len(line) > _LONGEST:
        return ""
    for prefix in (_WEEKDAYS, _LABEL):
        found = prefix.match(line)
        line = line[found.end() :] if found else line
    return _BEHIND.sub("", line)


@lru_cache(maxsize=50_000)
def parse_date(text: str, years: range = EVENT_YEARS) -> date | None:
    """The day that a text can only mean one way, else None; `years` are those that two digits can mean.

    2025-03-12 (a time after it is dropped), 20250312, 12 Maret 2025, 12-Mar-25, 12-III-2025, Rabu, 12 Maret 2025,
    March 12, 2025. Digits with the year last (03/08/2026) are never read here: see `split_numeric`.
    """
    text = tidied(text)
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(match[1], match[3], match[4], years)
    if match := _COMPACT.fullmatch(text):
        return _day(match[1], match[2], match[3], years)
    if match := _NAMED.fullmatch(text):
        return _day(match[3], MONTHS.get(match[2]), match[1], years)
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(match[3], MONTHS.get(match[1]), match[2], years)
    return None


def split_numeric(text: str, years: range = EVENT_YEARS) -> tuple[int, int, int] | None:
    """First number, second number and year of a date in digits with the year last, else None.

    dd/mm/yyyy, dd-mm-yyyy, dd.mm.yyyy, ddmmyyyy and two-digit years. Which of the two is the day is decided per
    column by whoever knows the column; the numbers are not checked.
    """
    line = tidied(text)
    match = _NUMERIC.fullmatch(line) or (_EIGHT_DIGITS.fullmatch(line) if parse_date(line) is None else None)
    year = full_year(match[4], years) if match else None
    return (int(match[1]), int(match[3]), year) if match and year is not None else None


def full_year(digits: str, years: range = EVENT_YEARS) -> int | None:
    """The year meant by four digits, or by two: the one among `years`, None where there is none."""
    if len(digits) > 2:
        return int(digits)
    return next((year for year in (1900 + int(digits), 2000 + int(digits)) if year in years), None)


def lacking(text: str) -> str:
    """What a text that is no date lacks to be one: "day" (Maret 2025), "day_and_month" (2025), "year" (12 Maret).

    "calendar" where no such day exists (31/02/2025), "" where nothing can be said.
    """
    line = tidied(text)
    if _NUMERIC.fullmatch(line) or _YEAR_FIRST.fullmatch(line):
        return "calendar"
    months = [word in MONTHS for word in _WORD.findall(line)]
    if (named := _NAMED.fullmatch(line)) and named[2] in MONTHS:
        return "calendar"
    for part, pattern in _PARTS.items():
        if pattern.fullmatch(line) and (part == "day_and_month" or all(months)):
            return part
    return ""


def _day(year: str, month: str | int | None, day: str, years: range) -> date | None:
    full = full_year(year, years)
    if month is None or full is None:
        return None
    try:
        found = date(full, int(month), int(day))
    except ValueError:
        return None
    return found if EARLIEST_YEAR <= found.year <= LATEST_YEAR else None
