"""Disciplinary actions: the penalty and its level from any spelling, and until when it holds."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem


class DisciplineLevel(StrEnum):
    """How heavy a penalty is: PP 94/2021 art. 8."""

    LIGHT = "ringan"
    MEDIUM = "sedang"
    HEAVY = "berat"


_IN_FORCE = date(2021, 8, 31)
"""Since when PP 94/2021 holds; before it PP 53/2010 did."""

_LEVEL = re.compile(r"\b(ringan|sedang|berat)\b")
_NONE = re.compile(r"(?:tidak|belum|tdk)(?: pernah| ada| sedang| dijatuhi| dikenakan)|bersih\b|nihil\b|tanpa\b")
_NUMBERS = "se satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh".split()
_SPELLED = rf"(?: (?:{'|'.join(_NUMBERS)}))*"
"""A number in words, as decrees repeat it in brackets: 12 (dua belas) bulan."""
_MONTHS = re.compile(rf"(?<!\d)(\d{{1,2}}){_SPELLED} (?:bulan|bln)\b")
_YEARS = re.compile(rf"(?<!\d)(\d{{1,2}}){_SPELLED} (?:tahun|thn|th)\b")
_WORDS = (
    ("Teguran lisan", r"\bteguran lisan\b"),
    ("Teguran tertulis", r"\bteguran tertulis\b"),
    ("Pernyataan tidak puas secara tertulis", r"\btidak puas\b"),
    ("Pemotongan tunjangan kinerja", r"\b(?:pe?mo|po)tong\w* (?:tunjangan|tukin|tpp|tambahan)\b"),
    ("Penurunan jabatan setingkat lebih rendah", r"\bpenurunan jabatan\b"),
    ("Pembebasan dari jabatan", r"\bpembebasan (?:dari )?jabatan\b"),
    ("Pemberhentian dengan hormat tidak atas permintaan", r"\bpemberhentian dengan hormat\b|\bpdhtaps\b"),
)
"""How the penalties of PP 94/2021 begin in the reference table, and the words by which each is known."""


@lru_cache(maxsize=1024)
def level_of(text: str) -> DisciplineLevel | None:
    """The level that a text names (Sedang, HUKUMAN DISIPLIN BERAT), None where it names none or several."""
    found = set(_LEVEL.findall(fold(text)))
    return DisciplineLevel(found.pop()) if len(found) == 1 else None


def is_none(text: str) -> bool:
    """Whether a text says that nobody was punished: Tidak ada, Tidak pernah, Bersih."""
    return _NONE.match(fold(text)) is not None


def measure_of(text: str, months: int | None, start: date, known: Mapping[str, str]) -> str | None:
    """The penalty that a text means, as the reference table names it; None where none or several fit.

    `known` gives the level by name, `start` is the day from which it holds. Penalties that differ only in how long
    they last (a cut of 6, 9 or 12 months) are told apart by the months in the text, else by those that the sheet
    tells besides (PP 94/2021 art. 8; RULES.md 1.9).
    """
    name = fold(text)
    exact = next((it for it in known if fold(it) == name), None)
    if exact:
        return exact
    begun = {beginning for beginning, words in _WORDS if re.search(words, name)}
    if len(begun) != 1:
        return None
    (beginning,) = begun
    fitting = [it for it in known if it.startswith(beginning)]
    if start < _IN_FORCE:
        # The older law knew the same reprimands, but other penalties under like names.
        fitting = [it for it in fitting if known[it] == DisciplineLevel.LIGHT]
    asked = months_in(text) or months
    if len(fitting) > 1:
        fitting = [it for it in fitting if months_in(it) == asked]
    elif asked and fitting and (months_in(fitting[0]) or asked) != asked:
        # Three years of a lower post are a penalty of PP 53/2010, not this one.
        return None
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=1024)
def months_in(text: str) -> int | None:
    """How many months a text tells ("1 tahun 6 bulan", "selama 12 (dua belas) bulan"); None where it tells none."""
    name = fold(text)
    years, months = _YEARS.search(name), _MONTHS.search(name)
    if not years and not months:
        return None
    return 12 * int(years[1] if years else 0) + int(months[1] if months else 0)


def last_day(start: date, months: int) -> date:
    """The last day of so many months that begin on a day: 12 months from 1 January end on 31 December."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    days = monthrange(year, month + 1)[1]
    if start.day > days:
        return date(year, month + 1, days)
    return date(year, month + 1, start.day) - timedelta(days=1)


def until(start: date, told: date | None, months: int | None, measure: str) -> date | None:
    """Until when a penalty holds: as told, else by its months, else by those that its name fixes; None for a
    penalty that lasts no time (a reprimand, a dismissal)."""
    if told is not None:
        return told
    length = months or months_in(measure)
    return last_day(start, length) if length else None


def doubts(
    level: DisciplineLevel | None, level_of_measure: DisciplineLevel | None, start: date, end: date | None
) -> Iterator[Problem]:
    """What to look at in a reported action, `column` being the field: a level that is not the penalty's, an end before
    the start."""
    if level is not None and level_of_measure is not None and level is not level_of_measure:
        facts = {"expected": level_of_measure.value}
        yield Problem("discipline.level_differs", column="level", value=level.value, facts=facts)
    if end is not None and end < start:
        yield Problem("discipline.ends_before_start", column="until", value=end.isoformat())
