"""Whether a programme of study is one of those that a post accepts, as sheets name them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from smartpns_desktop.domain.education import bare_programme
from smartpns_desktop.domain.folding import fold


class Fit(StrEnum):
    """Whether a programme is accepted; `VAGUE` where the words leave that to people."""

    YES = "yes"
    VAGUE = "vague"
    NO = "no"


_ANY = re.compile(r"(?:semua|segala|seluruh) (?:jurusan|program studi|prodi|bidang(?: ilmu| studi)?)(?: pendidikan)?")
_VAGUE = re.compile(
    r"\b(?:relevan|terkait|berkaitan|sejenis|serumpun|rumpun|lain(?:nya)?|sesuai|setara|sederajat|dsb|dll|umum)\b"
)
_EITHER = re.compile(r"/|\batau\b", re.IGNORECASE)
_FILLERS = frozenset(
    "ilmu program studi prodi jurusan bidang pendidikan sarjana magister diploma s d i ii iii iv dan".split()
)


def fits(accepted: Iterable[str], programme: str) -> Fit:
    """How a programme stands to the accepted ones: all words of one of these in its name is a yes.

    "Semua jurusan" accepts all; "Ekonomi atau yang relevan" leaves others to people.
    """
    best = Fit.NO
    for name in accepted:
        found = _one(name, programme)
        if found is Fit.YES:
            return found
        best = Fit.VAGUE if found is Fit.VAGUE else best
    return best


@lru_cache(maxsize=65_536)
def _one(accepted: str, programme: str) -> Fit:
    folded = fold(accepted)
    if _ANY.fullmatch(folded):
        return Fit.YES
    had = _words(programme)
    alternatives = [_words(part) for part in _EITHER.split(accepted)]
    if any(words and words <= had for words in alternatives):
        return Fit.YES
    return Fit.VAGUE if _VAGUE.search(folded) else Fit.NO


@lru_cache(maxsize=16_384)
def _words(name: str) -> frozenset[str]:
    """The words that make a programme what it is, without its level."""
    words = bare_programme(name, None).split()
    return frozenset(word for word in words if word not in _FILLERS) or frozenset(words)
