"""Long identification numbers as text: what typing adds is dropped, what a spreadsheet lost is noticed."""

from __future__ import annotations

import re

EXACT_BELOW = 1e15
"""A spreadsheet keeps 15 significant digits: only whole numbers below this one are as they were typed."""

_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_GONE: dict[int, str | None] = dict.fromkeys(map(ord, _INVISIBLE))
_APOSTROPHES = "'`´‘’‛“”ʼ′\"＇"
_DASHES = "-‐‑‒–—―−﹣－_"
_STOPS = ".·．:：;,/"
_PUNCTUATION: dict[int, str | None] = dict.fromkeys(map(ord, _SPACES + _INVISIBLE + _APOSTROPHES + _DASHES + _STOPS))
_OTHER_DIGITS: dict[int, str | None] = {
    first + digit: str(digit) for first in (0xFF10, 0x0660, 0x06F0) for digit in range(10)
}
"""Full-width, Arabic-Indic and Persian digits."""
_TO_BARE = _PUNCTUATION | _OTHER_DIGITS
_LOOKALIKES = str.maketrans("OolI", "0011")
_NUMBER = re.compile(r"'?\d+(?:[.,]\d+)?[eE]\+?\d{2}|\d{15,}[.,]0+")


def is_digits(text: str) -> bool:
    """True for text of ASCII digits alone, at least one."""
    return text.isascii() and text.isdigit()


def clean(text: str, length: int, labels: tuple[str, ...]) -> str:
    """The number without spaces, punctuation and a leading label; letters read as digits only if that fits.

    `length` is how many digits the number should have, `labels` the label's spellings in capitals without
    spaces, longest first. What looks like a number cell (`was_a_number`) keeps its shape.
    """
    if len(text) == length and is_digits(text):
        return text
    if was_a_number(text):
        return text.strip()
    bare = _without_label(text.translate(_TO_BARE), labels)
    if len(bare) == length and not is_digits(bare):
        likely = bare.translate(_LOOKALIKES)
        if is_digits(likely):
            return likely
    return bare


def with_plain_digits(text: str) -> str:
    """The text, its full-width and Arabic-Indic digits as ASCII ones and its invisible signs gone."""
    return text if text.isascii() else text.translate(_OTHER_DIGITS | _GONE)


def _without_label(bare: str, labels: tuple[str, ...]) -> str:
    while True:
        for label in labels:
            if bare[: len(label)].upper() == label:
                bare = bare[len(label) :]
                break
        else:
            return bare


def was_a_number(text: str) -> bool:
    """True for text that a spreadsheet made of a long number: 1.97603162007121E+17, 197603162007120992.0."""
    return _NUMBER.fullmatch(text.strip()) is not None


def digits_lost(value: float) -> bool:
    """True where a number cell cannot be the identification number that was typed into it.

    Whole numbers below 10¹⁵ are exact; every other one has lost digits (RULES.md 0.2).
    """
    return not (0 <= value < EXACT_BELOW and float(value).is_integer())


def from_number(value: float) -> str | None:
    """The digits of a number cell, or None where digits were lost."""
    return None if digits_lost(value) else str(int(value))
