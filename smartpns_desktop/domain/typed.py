"""What a person means by what was typed or pasted into a field: text, dates, numbers, money, years."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from smartpns_desktop.domain.dates import EARLIEST_YEAR, LATEST_YEAR, parse_date, split_numeric

LONGEST = 60
"""Characters above which a text is no date and no number."""

EXACT_BELOW = 10**15
"""Numbers from here on lose digits as floating point; nothing of ours is as large."""

_UNSAFE = ("Cc", "Cs")  # control characters, and halves of a pair that no file can keep
_UNIT_BEFORE = re.compile(r"^([-+]?)\s*(?:rp\.?|idr|jp\.?|±|\+/-|~)\s*", re.IGNORECASE)
_UNIT_BEHIND = re.compile(
    r"(?:,-+|\.-+|\s*(?:jp\.?|j\.p\.?|jpl|jam pelajaran|jam pel\.?|jam|orang|org|%|persen))$", re.IGNORECASE
)
_IN_WORDS = re.compile(r"\s*\([^()\d]*\)")
"""The same again in words: 20 (dua puluh), 20 (JP)."""
_INDONESIAN = re.compile(r"[-+]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?")
_ENGLISH = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3},\d{3}\.\d+|\d+\.\d+)")
_MINUS = dict.fromkeys(map(ord, "−‐‑–—"), "-")
_SPACED = re.compile(r"[-+]?\s*(?:\d{1,3}(?: \d{3})+|[\d.,]+)(?:\s*[.,]\s*\d+)?")


@dataclass(frozen=True, slots=True)
class Unread:
    """Typing that means nothing for its field: a problem's code, what was typed, and the problem's facts."""

    code: str
    text: str
    facts: Mapping[str, str] = field(default_factory=dict)


def one_line(text: str) -> str:
    """The text on one line as it can be kept: line breaks, tabs and control characters become spaces.

    As many spaces as before stay, so that a cursor keeps its place; see `words`.
    """
    if text.isprintable():
        return text
    breaks = text.replace("\r\n", "\n")
    return "".join(" " if _is_unsafe(sign) or sign in "\u2028\u2029" else sign for sign in breaks)


def many_lines(text: str) -> str:
    """The text with its line breaks and nothing else that cannot be kept."""
    if text.isprintable():
        return text
    breaks = re.sub(r"\r\n?|[\u2028\u2029]", "\n", text)
    return "".join(" " if sign != "\n" and _is_unsafe(sign) else sign for sign in breaks)


def words(text: str) -> str | None:
    """The words of a line with single spaces between them, `None` where there are none."""
    return " ".join(one_line(text).split()) or None


def paragraphs(text: str) -> str | None:
    """Lines without needless spaces at their ends and around the whole, `None` where nothing is left."""
    return "\n".join(line.rstrip() for line in many_lines(text).split("\n")).strip() or None


def read_date(text: str) -> date | Unread | None:
    """The day that was typed, its day before its month: 17 Apr 1992, 17/4/1992, 17-04-92, 17041992, 1992-04-17."""
    line = words(text)
    if line is None:
        return None
    if len(line) > LONGEST:
        return Unread("date.unreadable", line)
    day = parse_date(line) or _day_first(line)
    return day or Unread("date.unreadable", line)


def read_number(text: str) -> int | float | Unread | None:
    """A number with a decimal comma: 12,5 and 1.250.000,75; an English spelling where it can be nothing else (12.5).

    A point before three digits separates thousands (1.250). Units (Rp, JP, jam, orang, %) and the number in words
    (20 (dua puluh)) are dropped. Whole numbers are `int`.
    """
    line = words(text)
    if line is None:
        return None
    digits = _digits(line) if len(line) <= LONGEST else ""
    if _INDONESIAN.fullmatch(digits):
        plain = digits.replace(".", "").replace(",", ".")
    elif _ENGLISH.fullmatch(digits):
        plain = digits.replace(",", "")
    else:
        return Unread("number.unreadable", line)
    number = float(plain)
    if abs(number) >= EXACT_BELOW:
        return Unread("number.unreadable", line)
    return int(number) if number.is_integer() else number


def read_whole(text: str) -> int | Unread | None:
    """A whole number, nought or more: people, months, rupiah (Rp 1.250.000,-)."""
    number = read_number(text)
    if number is None or (isinstance(number, int) and number >= 0):
        return number
    return Unread("value.not_whole", words(text) or "")


def read_year(text: str) -> int | Unread | None:
    """A year of four digits that can be one of ours."""
    line = words(text)
    if line is None:
        return None
    year = int(line) if re.fullmatch(r"\d{4}", line) else 0
    if EARLIEST_YEAR <= year <= LATEST_YEAR:
        return year
    return Unread("value.out_of_range", line, {"expected": f"{EARLIEST_YEAR}–{LATEST_YEAR}"})


def _is_unsafe(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSAFE


def _digits(line: str) -> str:
    plain = unicodedata.normalize("NFKC", line).translate(_MINUS)
    bare = _UNIT_BEHIND.sub("", _UNIT_BEFORE.sub(r"\1", _IN_WORDS.sub("", plain)).strip())
    return _digits_apart(bare)


def _digits_apart(bare: str) -> str:
    """Without the spaces of 1 250 000; 20 30 are two numbers, not one."""
    return bare.replace(" ", "") if _SPACED.fullmatch(bare) else bare


def _day_first(line: str) -> date | None:
    numbers = split_numeric(line)
    if numbers is None:
        return None
    day, month, year = numbers
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EARLIEST_YEAR <= year <= LATEST_YEAR else None
