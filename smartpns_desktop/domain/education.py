"""Levels of education: BKN's code from any spelling, and their order."""

from __future__ import annotations

import re
from functools import lru_cache

from smartpns_desktop.domain.folding import fold

ORDER = {
    "05": 1,
    "10": 2,
    "12": 2,
    "15": 3,
    "17": 3,
    "18": 3,
    "20": 4,
    "25": 5,
    "30": 6,
    "35": 7,
    "40": 7,
    "42": 8,
    "45": 9,
    "47": 10,
    "49": 11,
    "50": 12,
}
"""How high each of BKN's levels stands, 1 lowest (RULES.md 1.7); equal figures are equal levels."""

_SCHOOLS = 3
"""The highest order of a school; above it stand the levels of universities."""
_SPELLINGS = {
    "49": r"sub ?spesialis|sp ?2",
    "47": r"spesialis|sp ?1",
    "50": r"s ?(?:3|iii)|strata (?:3|iii|tiga)|doktor(?:al)?",
    "45": r"s ?(?:2|ii)|strata (?:2|ii|dua)|magister|master|pasca ?sarjana",
    "35": r"d ?(?:4|iv)|diploma (?:4|iv|empat)|(?:sarjana (?:sains )?|s ?1 )terapan",
    "30": r"d ?(?:3|iii)|diploma (?:3|iii|tiga)|sarjana muda|akademi",
    "25": r"d ?(?:2|ii)|diploma (?:2|ii|dua)",
    "20": r"d ?1|d i|^di$|diploma (?:1|i|satu)",
    "42": r"profesi|ners",
    "40": r"s ?1|s i|^si$|strata (?:1|i|satu)|sarjana(?! muda| terapan| sains terapan)",
    "18": r"slta keguruan|sekolah pendidikan guru|spg|sgo|pga",
    "17": r"slta kejuruan|smkn?|sekolah menengah kejuruan|stm|smea|smkk|smf|spk",
    "15": r"slta|sman?|smun?|man?|(?:madrasah )?aliyah|paket c|sekolah menengah (?:atas|umum)",
    "12": r"sltp kejuruan|smep|skkp",
    "10": r"sltp|smpn?|mtsn?|(?:madrasah )?tsanawiyah|paket b|sekolah menengah pertama",
    "05": r"sdn?|mi|(?:madrasah )?ibtidaiyah|sekolah dasar|paket a",
}
_LEVEL = re.compile("|".join(rf"(?P<c{code}>\b(?:{words})\b)" for code, words in _SPELLINGS.items()))


@lru_cache(maxsize=8192)
def level_of(text: str) -> str | None:
    """BKN's code 05 to 50 of the level that a text names first, None where it names none.

    S-1, S1, Strata 1, S-1/Sarjana, S-1 Teknik Sipil, D-III, Diploma III/Sarjana Muda, SMA IPA, Magister, 40,
    and 5 for 05 (Excel drops the nought). None too where it names two that are not the same (D-III/S-1).
    """
    name = fold(text)
    if name.isascii() and name.isdigit():
        code = name.zfill(2)
        return code if code in ORDER else None
    found = [(match.start(), match.end(), str(match.lastgroup)[1:]) for match in _LEVEL.finditer(name)][:2]
    return None if len(found) == 2 and _is_either_or(name, *found) else found[0][2] if found else None


Found = tuple[int, int, str]
"""Where a level's words begin and end, and its code."""


def _is_either_or(name: str, one: Found, other: Found) -> bool:
    """Whether two levels stand side by side that are not the same (D-III/S-1); below them SMA/SMK is one."""
    between = name[one[1] : other[0]].strip()
    return between in ("", "atau", "dan") and one[2] != other[2] and max(ORDER[one[2]], ORDER[other[2]]) > _SCHOOLS


_EITHER = re.compile(r"[/,;]|\b(?:atau|dan)\b", re.IGNORECASE)
_FILLERS = frozenset("atau dan lulusan negeri pendidikan sederajat setara setingkat tamat tingkat umum".split())
"""Words that say nothing of a programme: SMA/SMK sederajat."""


def programme_in(text: str) -> str | None:
    """The programme of study that a cell names beside its level (S-1 Akuntansi), None for a level alone.

    The level stays part of the name, as BKN's list of programmes has it (RULES.md 1.7).
    """
    rest = _LEVEL.sub(" ", fold(text)).split()
    names_more = any(word.isalpha() and word not in _FILLERS for word in rest)
    return " ".join(text.split()) if names_more and len(rest) < len(fold(text).split()) else None


_LONGEST_CODE = 4
"""Letters of the first word of a level's code: S-2, D-III, SLTA."""
_INTRODUCED = re.compile(r"^(?:program studi|prodi|jurusan|jur|bidang studi) ")


@lru_cache(maxsize=16_384)
def bare_programme(name: str, level: str | None) -> str:
    """The folded name of a programme without the level's code beside it (S-2, D-III), "prodi" and "dan".

    Whole where no more is left. Magister and Sarjana are words of the name: whether Magister Hukum is S-2 Hukum is
    asked, never taken for granted.
    """
    whole = rest = " ".join(it for it in fold(name).split() if it != "dan")
    match = _LEVEL.match(rest)
    while match and _is_code(match) and level in (None, str(match.lastgroup)[1:]):
        rest = rest[match.end() :].strip()
        match = _LEVEL.match(rest)
    rest = _INTRODUCED.sub("", rest)
    behind = next((it for it in _LEVEL.finditer(rest) if it.end() == len(rest)), None)
    if behind and _is_code(behind) and level in (None, str(behind.lastgroup)[1:]):
        rest = rest[: behind.start()]
    return rest.strip() or whole


def _is_code(level: re.Match[str]) -> bool:
    return len(level.group().split()[0]) <= _LONGEST_CODE


def lowest_level(text: str) -> str | None:
    """The lowest of the levels that a text names: who asks for S-1/D-IV or for D-III atau S-1 asks for no more."""
    pieces = (level_of(piece) for piece in _EITHER.split(text))
    return min(filter(None, pieces), key=order, default=None)


def order(code: str) -> int:
    """How high a level stands, 0 for an unknown code."""
    return ORDER.get(code, 0)
