"""How long something holds, as documents tell it: 3 tahun, 3 (tiga) tahun, 36 bulan, 1 tahun 6 bulan."""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNITS = {
    **dict.fromkeys("tahun thn th year years".split(), 12),
    **dict.fromkeys("bulan bln month months".split(), 1),
}
"""Months of one of each."""
_ONES = {word: number for number, word in enumerate("satu dua tiga empat lima enam tujuh delapan sembilan".split(), 1)}
_BEFORE = frozenset("masa berlaku berlakunya selama untuk jangka waktu lamanya".split())
_BEHIND = frozenset(
    "sejak dari terhitung mulai setelah tanggal tgl terbit diterbitkan penerbitan ditetapkan dikeluarkan "
    "sertifikat sertifikasi".split()
)
_TEXT = re.compile(r"[a-z0-9\s.,:()/]+")
_WORD = re.compile(r"[a-z]+|\d+")
_LONGEST = 600
"""Months; what is told to hold for longer is a slip of the pen, or a year."""


def months_told(text: str, unit: str = "") -> int | None:
    """The months that a text tells, `None` where it is no length of time.

    `unit` is that of a bare number ("tahun" in the heading above it). A number in words must agree with its digits.
    """
    line = text.casefold().strip()
    words = _WORD.findall(line) if _TEXT.fullmatch(line) else []
    while words and words[0] in _BEFORE:
        words.pop(0)
    while words and words[-1] in _BEHIND:
        words.pop()
    if unit and words and words[-1] not in _UNITS:
        words.append(unit.casefold())
    months = _sum(words)
    return months if months is not None and 0 < months <= _LONGEST else None


def _sum(words: Sequence[str]) -> int | None:
    """The months of amounts with a unit each, the larger first."""
    total, begin, last = 0, 0, _LONGEST
    for place, word in enumerate(words):
        unit = _UNITS.get(word)
        if unit is None:
            continue
        amount = _amount(words[begin:place])
        if amount is None or unit >= last:
            return None
        total, begin, last = total + amount * unit, place + 1, unit
    return total if total and begin == len(words) else None


def _amount(words: Sequence[str]) -> int | None:
    digits = [word for word in words if word.isdigit()]
    spelled = [word for word in words if not word.isdigit() and word != "dan"]
    number = _spelled(spelled) if spelled else None
    if len(digits) > 1 or (spelled and number is None) or not words:
        return None
    if digits and number not in (None, int(digits[0])):
        return None
    return int(digits[0]) if digits else number


def _spelled(words: Sequence[str]) -> int | None:
    """The number from 1 to 99 that these words are."""
    match list(words):
        case ["sepuluh"]:
            return 10
        case ["sebelas"]:
            return 11
        case [one]:
            return _ONES.get(one)
        case [one, "belas"] if one in _ONES:
            return 10 + _ONES[one]
        case [ten, "puluh", *rest] if ten in _ONES:
            one_more = _spelled(rest) if rest else 0
            return 10 * _ONES[ten] + one_more if one_more is not None and one_more < 10 else None
    return None
