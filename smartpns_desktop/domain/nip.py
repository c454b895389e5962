"""NIP: the 18 digits that name a civil servant, what they tell, and what can be wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from smartpns_desktop.domain import long_numbers
from smartpns_desktop.domain.employees import PPPK_CODES, EmployeeKind, Sex
from smartpns_desktop.domain.long_numbers import digits_lost, from_number

__all__ = [
    "NipFault",
    "NipParts",
    "beginnings",
    "beside_others",
    "clean",
    "digits_lost",
    "disagreements",
    "fault",
    "from_number",
    "is_likely_rounded",
    "may_be_rounded",
    "parts",
    "previous_in",
    "show",
    "sought",
    "within",
]

LENGTH = 18
_RECOGNISED = 8
"""Digits, a birth date, from which a search is taken for one after a NIP."""
YOUNGEST_START = 15
"""Years between birth and appointment below which an NIP cannot be true."""

_LABELS = ("NIPPPPK", "NIPPPK", "NIPBARU", "NIP")
_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))
_MONTHS_AND_PPPK = _MONTHS | PPPK_CODES
_SEXES = {"1": Sex.M, "2": Sex.F}
_SEX_DIGITS = {sex: digit for digit, sex in _SEXES.items()}
_RUN = re.compile(r"(?<![\w])\d(?:[\s.\-]{0,2}\d){17}(?![\w])", re.ASCII)
"""Eighteen digits, apart as they are printed."""
_PREVIOUS = re.compile(r"(?<![\w])\d(?:[\s.\-]{0,2}\d){8}(?![\w])", re.ASCII)
"""Nine digits, apart as they are printed."""
_SCIENTIFIC = re.compile(r"(\d)(?:\.(\d+))?[eE]\+?17")
_KEPT = 15
"""Digits that Excel keeps."""
_TELLING = 5
"""Digits, a year of birth and more, below which a damaged NIP tells nothing."""
_FLOAT_STEP = 32  # distance of neighbouring 64-bit floats between 1.4e17 and 2.9e17


@dataclass(frozen=True, slots=True)
class NipFault:
    """Why text is no NIP: a problem's code and, for `nip.impossible`, which part cannot be.

    `part` is one of birth_date, year, month, sex, else empty.
    """

    code: str
    part: str = ""


class NipParts(NamedTuple):
    """What a sound NIP tells (RULES.md 1.1); `start_month` is None for a PPPK, whose NIP has none."""

    birth_date: date
    start_year: int
    start_month: int | None
    sex: Sex
    serial: str
    is_pppk: bool


_NOT_18 = NipFault("nip.not_18_digits")
_DAMAGED = NipFault("nip.damaged")
_BIRTH_DATE = NipFault("nip.impossible", "birth_date")
_YEAR = NipFault("nip.impossible", "year")
_MONTH = NipFault("nip.impossible", "month")
_SEX = NipFault("nip.impossible", "sex")


def clean(text: str) -> str:
    """The NIP as 18 digits where the text allows it: no spaces, dots, dashes, apostrophes or label "NIP".

    Full-width digits become ASCII; O and l or I become 0 and 1 only if 18 digits result. What cannot be
    an NIP comes back bare of punctuation, for `fault` to name.
    """
    return long_numbers.clean(text, LENGTH, _LABELS)


def sought(text: str) -> str:
    """The words of a search in one line; a NIP or the beginning of one without what a paste brings along."""
    bare = clean(text)
    return bare if long_numbers.is_digits(bare) and len(bare) >= _RECOGNISED else " ".join(text.split())


def fault(nip: str) -> NipFault | None:
    """What is wrong with a cleaned NIP, the first thing found, or None where it is sound.

    Digits 1–8 are the birth date, 9–12 the year of appointment, 13–14 its month (PNS) or 21–29 (PPPK),
    15 the sex, 16–18 a serial from 001 (Peraturan Kepala BKN 22/2007; RULES.md 1.1).
    """
    if len(nip) != LENGTH or not (nip.isascii() and nip.isdigit()):
        return _DAMAGED if long_numbers.was_a_number(nip) else _NOT_18
    if _has_lost_digits(nip):
        return _DAMAGED
    birth = _birth_date(nip[:8])
    if birth is None:
        return _BIRTH_DATE
    year = nip[8:12]
    if not "1945" <= year <= "2100" or int(year) < birth.year + YOUNGEST_START:
        return _YEAR
    if nip[12:14] not in _MONTHS_AND_PPPK:
        return _MONTH
    return None if nip[14] in "12" else _SEX


def within(text: str) -> str | None:
    """The one sound NIP that stands in a text among words: "Budi Santoso / NIP. 19850425 201012 1 003"; else None."""
    plain = long_numbers.with_plain_digits(text)
    found = {clean(it) for it in _RUN.findall(plain)}
    rest = _RUN.sub("", plain)
    sound = [it for it in found if fault(it) is None]
    return sound[0] if len(found) == len(sound) == 1 and not any(map(str.isdigit, rest)) else None


def beside_others(text: str) -> tuple[str, str] | None:
    """The one sound NIP of a text, and what else stands there: 196802011990031004 / 480123456; None where none or
    several stand there."""
    plain = long_numbers.with_plain_digits(text)
    found = [clean(it) for it in _RUN.findall(plain)]
    return (found[0], _RUN.sub(" ", plain)) if len(found) == 1 and fault(found[0]) is None else None


def previous_in(text: str) -> str | None:
    """The one NIP of nine digits, as it was until 2009, that stands in a text without other digits; else None."""
    found = _PREVIOUS.findall(text)
    rest = _PREVIOUS.sub("", text)
    return clean(found[0]) if len(found) == 1 and not any(map(str.isdigit, rest)) else None


def may_be_rounded(nip: str) -> bool:
    """Whether a sound NIP is also what a 64-bit float makes of its neighbours: one of 32 is, by chance."""
    return int(nip) % _FLOAT_STEP == 0


def is_likely_rounded(nip: str) -> bool:
    """Whether a sound NIP looks like the float next to one whose last digits Excel had cut: serial 008 or 016."""
    return nip[15:] in ("008", "016") and may_be_rounded(nip) and _float_of_cut(nip)


def beginnings(damaged: str) -> frozenset[str]:
    """How the NIP may have begun of which a spreadsheet left this: 15 digits as a rule, fewer where more are lost.

    1.98504252010121E+17 and 198504252010121000 leave 15; of 1,98504E+17 the last digit is rounded. What is no
    damaged NIP leaves none.
    """
    bare = damaged.strip(" '").replace(",", ".")
    number = _SCIENTIFIC.fullmatch(bare)
    digits = (number[1] + (number[2] or "")) if number else bare.partition(".")[0]
    if number is None and (len(digits) != LENGTH or not long_numbers.is_digits(digits)):
        return frozenset()
    if len(digits) < _KEPT:
        return frozenset({digits[:-1]} if len(digits) > _TELLING else ())
    if len(digits) == _KEPT:
        return frozenset({digits})
    whole = int(digits.ljust(LENGTH, "0")[:LENGTH])
    return frozenset(f"{it:015}" for it in {(whole + off) // 1000 for off in (-_FLOAT_STEP, 0, _FLOAT_STEP)})


def parts(nip: str) -> NipParts:
    """What a sound NIP tells, one in which `fault` finds nothing; ValueError where it has no birth date."""
    birth = _birth_date(nip[:8])
    if birth is None:
        raise ValueError(nip)
    is_pppk = nip[12:14] in PPPK_CODES
    month = None if is_pppk else int(nip[12:14])
    return NipParts(birth, int(nip[8:12]), month, _SEXES[nip[14]], nip[15:], is_pppk)


def disagreements(
    told: NipParts,
    *,
    birth_date: date | None = None,
    sex: Sex | None = None,
    start_date: date | None = None,
    kind: EmployeeKind | None = None,
) -> tuple[str, ...]:
    """Codes of warnings where the NIP and the record differ; None is not compared (SIASN CON_1 to CON_4).

    `start_date` is the TMT CPNS, compared by year and month, or the TMT PPPK, compared by year.
    """
    codes = []
    if birth_date is not None and birth_date != told.birth_date:
        codes.append("nip.birth_date_differs")
    if sex is not None and sex is not told.sex:
        codes.append("nip.sex_differs")
    if start_date is not None and not _starts_at(told, start_date):
        codes.append("nip.start_differs")
    if kind is not None and told.is_pppk != (kind is EmployeeKind.PPPK):
        codes.append("nip.kind_differs")
    return tuple(codes)


def is_spelled_by(nip: str, birth_date: date | None, sex: Sex | None, start_date: date | None) -> bool:
    """Whether digits 1–15 are just what the record of a PNS tells, so that no `disagreements` need be looked for."""
    if birth_date is None or sex is None or start_date is None:
        return False
    return nip.startswith(_digits(birth_date)) and nip.startswith(_digits(start_date)[:6] + _SEX_DIGITS[sex], 8)


def show(nip: str) -> str:
    """The NIP in its four groups, 19850101 201001 1 001; other text unchanged."""
    if len(nip) != LENGTH or not nip.isdigit():
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def _starts_at(told: NipParts, start_date: date) -> bool:
    return told.start_year == start_date.year and told.start_month in (None, start_date.month)


def _has_lost_digits(nip: str) -> bool:
    """Serial 000 was never issued: Excel cut the digits. A float next to such a number ends in 984 to 999."""
    serial = nip[15:]
    return serial == "000" or (serial >= "984" and int(nip) % _FLOAT_STEP == 0)


def _float_of_cut(nip: str) -> bool:
    return any(int(float(int(begun) * 1000)) == int(nip) for begun in (nip[:_KEPT], str(int(nip[:_KEPT]) + 1)))


@lru_cache(maxsize=50_000)
def _digits(day: date) -> str:
    return f"{day:%Y%m%d}"


@lru_cache(maxsize=50_000)
def _birth_date(digits: str) -> date | None:
    try:
        birth = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return birth if 1900 <= birth.year <= 2100 else None
