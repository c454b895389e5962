"""Competencies of people as they were assessed: how name and level are written, what an assessment can be wrong in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.problems import Problem
from smartpns_desktop.domain.requirements import LEVELS

EXPECTED = f"{LEVELS[0]}–{LEVELS[-1]}"
"""The levels that there are, for sentences."""

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_LEVEL = re.compile(r"(?:level|lvl|tingkat|lv|l)? ?(\d|iv|v|i{1,3})(?: 0)?(?: \d [a-z ]+)?")

_SHORT = {
    "int": "integritas",
    "ks": "kerjasama",
    "kom": "komunikasi",
    "oph": "orientasipadahasil",
    "pp": "pelayananpublik",
    "pdol": "pengembangandiridanoranglain",
    "mp": "mengelolaperubahan",
    "pk": "pengambilankeputusan",
    "pb": "perekatbangsa",
}
"""How assessors shorten the competencies of PermenPANRB 38/2017, by `same_name`."""
_FRAME = re.compile(
    r"(?:(?:hasil|nilai|level|capaian|penilaian|aspek)\W+)*kompetensi"
    r"(?:\W+(?:teknis|manajerial|sosial\W*kultural|sosio\W*kultural|inti|dan))*",
    re.IGNORECASE,
)
"""What stands over several competencies and names none: Kompetensi Manajerial."""
_FOUND = r"(?:level|capaian|hasil|aktual)"
_BEFORE = re.compile(rf"(?:\(?\d{{1,2}}[.)]\s*|{_FOUND}\W+)+", re.IGNORECASE)
# Orientasi pada Hasil is a competency itself.
_BEHIND = re.compile(rf"(?:(?<!pada)\W+{_FOUND})+\W*", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^)]*\)\s*$")
_NO_COMPETENCY = frozenset(
    "gap jpm jumlah kategori keterangan kesenjangan kesimpulan kode level nilai peringkat persen persentase predikat "
    "rata ratarata rekomendasi skor standar syarat target total".split()
)
"""Words of what stands beside competencies below one heading."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A competency of somebody, by its name, with the level found on a day."""

    competency: str
    level: int
    day: date


def same_name(name: str) -> str:
    """A key that spellings of one competency share: Kerja Sama and Kerjasama."""
    return fold(name).replace(" ", "")


def competency_in(heading: str) -> str:
    """The competency that a heading names, without what stands over several and what says that a level is below:
    Integritas of "Kompetensi Manajerial 1. Integritas (Capaian)"."""
    over = _FRAME.match(heading)
    rest = heading[over.end() :].lstrip(" :-–") if over else heading
    before = _BEFORE.match(rest)
    rest = rest[before.end() :] if before else rest
    behind = next((it for it in _BEHIND.finditer(rest) if it.end() == len(rest)), None)
    name = (rest[: behind.start()] if behind else rest).strip(" :-–")
    return name or heading


def meant(name: str, known: Mapping[str, str]) -> str | None:
    """The known competency (by `same_name` of name or code) that a name, a code or a usual shortening means."""
    keys = [same_name(it) for it in (name, _ASIDE.sub("", name))]
    return next((known[it] for key in keys for it in (key, _SHORT.get(key, "")) if it in known), None)


def stands_over(heading: str) -> bool:
    """Whether a heading says that competencies stand below it: Kompetensi Teknis."""
    return _FRAME.fullmatch(heading.strip(" :")) is not None


def may_be_one(name: str) -> bool:
    """Whether a name below such a heading can be a competency's, and is no sum, gap or standard of them."""
    words = fold(name).split()
    return bool(words) and _NO_COMPETENCY.isdisjoint(words)


def tell_levels(texts: Collection[str]) -> bool:
    """Whether what stands in a column are levels, most of it; an empty one may yet be filled in."""
    return 2 * sum(level_of(it) is not None for it in texts) >= len(texts)


def level_of(text: str) -> int | None:
    """The level that a cell tells (3, Level 3, III, 3.0), `None` where it tells none of 1 to 5 (`LEVELS`)."""
    match = _LEVEL.fullmatch(fold(text))
    if match is None:
        return None
    level = _ROMAN.get(match[1]) or int(match[1])
    return level if level in LEVELS else None


def faults(day: date | None, level: object, born: date | None, today: date) -> Iterator[Problem]:
    """What is wrong with an assessment: `column` is `assessed_on` or `level`.

    Rejecting: no day or level, a level that there is not, a day before birth. Told only: a day still to come.
    """
    if day is None:
        yield Problem("event.missing_day", column="assessed_on")
    elif born is not None and day <= born:
        facts = {"expected": born.isoformat()}
        yield Problem("event.before_birth", column="assessed_on", value=day.isoformat(), facts=facts)
    elif day > today:
        yield Problem("event.in_future", column="assessed_on", value=day.isoformat())
    if level is None:
        yield Problem("value.missing", column="level")
    elif level not in LEVELS:
        yield Problem("value.outside", column="level", value=str(level), facts={"expected": EXPECTED})
