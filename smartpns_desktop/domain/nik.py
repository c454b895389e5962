"""NIK: the 16 digits of the population register, what they tell, and what can be wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from smartpns_desktop.domain import long_numbers
from smartpns_desktop.domain.employees import Sex

LENGTH = 16
_LABELS = ("NIKKTP", "NIK", "KTP")
_WOMEN_ADD = 40


@dataclass(frozen=True, slots=True)
class NikFault:
    """Why text is no NIK: a problem's code and, for `nik.impossible`, region, birth_date or serial."""

    code: str
    part: str = ""


_NOT_16 = NikFault("nik.not_16_digits")
_REGION = NikFault("nik.impossible", "region")
_BIRTH_DATE = NikFault("nik.impossible", "birth_date")
_SERIAL = NikFault("nik.impossible", "serial")


def clean(text: str) -> str:
    """The NIK as 16 digits where the text allows it; see `long_numbers.clean`."""
    return long_numbers.clean(text, LENGTH, _LABELS)


def fault(nik: str) -> NikFault | None:
    """What is wrong with a cleaned NIK, or None where it is sound (RULES.md 1.2).

    Digits 1–6 are province, city and district of the first registration (the province from 11, none of the
    three 00; codes that were abolished since stay valid), 7–12 the birth date as DDMMYY with 40 added to a
    woman's day, 13–16 a serial from 0001.
    """
    if len(nik) != LENGTH or not (nik.isascii() and nik.isdigit()):
        return _NOT_16
    if nik[:2] < "11" or nik[2:4] == "00" or nik[4:6] == "00":
        return _REGION
    if not _birth_dates(nik[6:12]):
        return _BIRTH_DATE
    return _SERIAL if nik[12:] == "0000" else None


def sex_in(nik: str) -> Sex:
    """The sex that a sound NIK tells: a woman's day of birth has 40 added."""
    return Sex.F if nik[6] >= "4" else Sex.M


def disagreements(nik: str, *, birth_date: date | None = None, sex: Sex | None = None) -> tuple[str, ...]:
    """Codes of warnings where a sound NIK and the record differ; None is not compared.

    The NIK has a year of two digits, so the same day a century apart agrees.
    """
    if birth_date is not None and sex is not None and nik.startswith(_born(birth_date, sex), 6):
        return ()
    codes = []
    if birth_date is not None and birth_date not in _birth_dates(nik[6:12]):
        codes.append("nik.birth_date_differs")
    if sex is not None and sex is not sex_in(nik):
        codes.append("nik.sex_differs")
    return tuple(codes)


@lru_cache(maxsize=50_000)
def _born(birth_date: date, sex: Sex) -> str:
    day = birth_date.day + (_WOMEN_ADD if sex is Sex.F else 0)
    return f"{day:02}{birth_date:%m%y}"


@lru_cache(maxsize=50_000)
def _birth_dates(digits: str) -> tuple[date, ...]:
    """The days of either century that DDMMYY can mean, none where it is no date."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    if day > _WOMEN_ADD:
        day -= _WOMEN_ADD
    found = []
    for century in (1900, 2000):
        try:
            found.append(date(century + year, month, day))
        except ValueError:
            continue
    return tuple(found)
