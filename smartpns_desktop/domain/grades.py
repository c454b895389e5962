"""Grades (golongan): I/a to IV/e of PNS, I to XVII of PPPK, in every spelling, as BKN codes and in order."""

from __future__ import annotations

import re
from functools import lru_cache

_ROMAN = tuple("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII".split())
_LETTERS = {"I": "abcd", "II": "abcd", "III": "abcd", "IV": "abcde"}
PNS_GRADES = tuple(f"{number}/{letter}" for number, letters in _LETTERS.items() for letter in letters)
"""The 17 grades of PNS, lowest first (PP 11/2017; RULES.md 1.3)."""
PPPK_GRADES = _ROMAN
"""The 17 grades of PPPK, lowest first (RULES.md 1.4)."""

_LOWER_STEPS = (" muda", " muda tingkat i", "", " tingkat i")
_RANKS = [
    *(f"{rank}{step}" for rank in ("juru", "pengatur", "penata") for step in _LOWER_STEPS),
    *(f"pembina{step}" for step in ("", " tingkat i", " utama muda", " utama madya", " utama")),
]
_GRADE_OF_RANK = dict(zip(_RANKS, PNS_GRADES, strict=True))

_LETTERED = re.compile(r"(?<![A-Za-z0-9])([Il]{1,3}|[Il]V|[1-4])[\s/.|\\\-(]*([A-Ea-e])(?![A-Za-z])", re.IGNORECASE)
"""A Roman or Arabic number and a letter; a small l is often typed for I."""
_LABEL = re.compile(r"^(?:(?:PANGKAT|GOLONGAN|GOL|RUANG|PPPK|P3K)\b[\s./:\-(]*)+", re.IGNORECASE)
_KIND_BEHIND = re.compile(r"[\s./:\-,(]*\b(?:PPPK|P3K)\b[\s).]*$", re.IGNORECASE)
_MINISTRY = re.compile(r"1([1-4][1-5])")
"""A grade's code in the ministry's lists: 1 and then BKN's code."""


@lru_cache(maxsize=4096)
def normalise(text: str, *, pppk: bool = False) -> str:
    """The grade as "III/c" or "IX" from any spelling, "" where the text is no grade.

    Read are III.c, IIIc, III-C, 3/c, Penata (III/c), a rank's name alone (Penata Muda Tk. I), BKN codes (33,
    P09), the ministry's (133) and PPPK numbers (9). "11" to "14" are BKN codes of PNS unless `pppk`, then PPPK numbers.
    """
    for match in _LETTERED.finditer(text):
        number = match[1].replace("l", "I").upper()
        grade = f"{_ROMAN[int(number) - 1] if number.isdigit() else number}/{match[2].lower()}"
        if grade in PNS_GRADES:
            return grade
    bare = _KIND_BEHIND.sub("", _LABEL.sub("", text.strip())).strip(" ()./:-").upper()
    if bare in PPPK_GRADES:
        return bare
    return _from_digits(bare, pppk=pppk) or _GRADE_OF_RANK.get(_rank_key(bare), "")


def _from_digits(bare: str, *, pppk: bool) -> str:
    ministry = _MINISTRY.fullmatch(bare)
    if ministry:
        return _PNS_CODES.get(ministry[1], "")
    digits = bare.removeprefix("P")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 2:
        return ""
    if not pppk and digits == bare and digits in _PNS_CODES:
        return _PNS_CODES[digits]
    number = int(digits)
    return PPPK_GRADES[number - 1] if 1 <= number <= len(PPPK_GRADES) else ""


def _rank_key(bare: str) -> str:
    words = bare.lower().replace(".", " ").replace(",", " ").split()
    return " ".join({"tk": "tingkat", "1": "i"}.get(word, word) for word in words)


def code_of(text: str, *, pppk: bool) -> str | None:
    """The BKN code of a grade in any spelling: 33 for III/c, P09 for a PPPK's IX; None where it is none.

    A PNS has no IX and a PPPK no III/c: such a grade has no code.
    """
    grade = normalise(text, pppk=pppk)
    return _CODES.get(grade) if (grade in PPPK_GRADES) == pppk else None


def name_of(code: str) -> str:
    """The grade of a BKN code: "III/c" for 33, "IX" for P09; "" for an unknown code."""
    return _NAMES.get(code, "")


def order(code: str) -> int:
    """Place of a grade among those of its kind, 1 to 17, 0 for an unknown code: IX never sorts as text."""
    grade = name_of(code)
    if grade in PPPK_GRADES:
        return PPPK_GRADES.index(grade) + 1
    return PNS_GRADES.index(grade) + 1 if grade else 0


def _pns_code(grade: str) -> str:
    number, letter = grade.split("/")
    return f"{_ROMAN.index(number) + 1}{'abcde'.index(letter) + 1}"


_PNS_CODES = {_pns_code(grade): grade for grade in PNS_GRADES}
_NAMES = _PNS_CODES | {f"P{number:02}": grade for number, grade in enumerate(PPPK_GRADES, start=1)}
_CODES = {grade: code for code, grade in _NAMES.items()}
