"""Years in words: the one that a cell means, and the one of which a title or a file's name speaks."""

from __future__ import annotations

import re
from functools import lru_cache

_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)")
_PART = re.compile(r"\b(?:triwulan|tri wulan|tw|kuartal|caturwulan|semester|smt)\b", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uari)?|[fp]eb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|ag(?:u?s?t?(?:us)?)?|sept?(?:ember)?|"
    r"o[kc]t(?:ober)?|nov(?:ember)?|nop(?:ember)?|des(?:ember)?)"
)
_YEARS_END = re.compile(rf"(?<!\d)31[\s./-]+(?:des(?:ember)?|12)[\s./-]+(?={_YEAR.pattern})", re.IGNORECASE)
_DAY = re.compile(
    rf"(?<!\d)\d{{1,2}}[\s./-]+(?:{_MONTH}|\d{{1,2}})[\s./-]+\d{{4}}(?!\d)|(?<!\d)\d{{4}}-\d\d-\d\d(?!\d)"
    rf"|\b{_MONTH}\.?\s+\d{{4}}(?!\d)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?<!\S)(?!\d{4}/\d{4}(?!\S))\S+/(?:19|20)\d\d(?!\d)")
"""A letter's number ends with its year: 800/12/2026."""
_REGULATION = re.compile(
    r"\b(?:nomor|no|uu|pp|se|perka|perpres|perda|perwali|perbup|pergub|permen\w*|perlan|perbkn|peraturan(?:\s+\w+)+?)"
    r"[\s.:]*(?:(?:nomor|no)[\s.:]*)?\d+\s*(?:tahun|thn?\.?|/)\s*\d{4}",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def year_in(text: str) -> int | None:
    """The year that a cell means: 2025, 2025.0, TA 2025, Tahun 2025, 1 Jan s.d. 31 Des 2025.

    None where it names no year, several, or a part of one (Triwulan III 2025).
    """
    return _only(text)


def year_told(text: str) -> int | None:
    """The year of which a title, a sheet's or a file's name speaks ("IP ASN TAHUN 2025").

    None if it speaks of none, of several or of a part of one. The years of days (a date of printing), of letters
    (800/12/2026) and of regulations (Peraturan BKN Nomor 8 Tahun 2019) are not meant, but for that of 31 December,
    with which a year ends.
    """
    return _only(_bare(text))


def speaks_of_years(text: str) -> bool:
    """Whether a title speaks of a year at all, be it of several or of a part of one: then nothing else may tell it."""
    bare = _bare(text)
    return bool(_YEAR.search(bare) or _PART.search(bare))


def _bare(text: str) -> str:
    text = _YEARS_END.sub(" ", text.replace("_", " "))
    for other in (_REGULATION, _LETTER, _DAY):
        text = other.sub(" ", text)
    return text


def _only(text: str) -> int | None:
    if _PART.search(text):
        return None
    found = {int(year) for year in _YEAR.findall(text)}
    return found.pop() if len(found) == 1 else None
