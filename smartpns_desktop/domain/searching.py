"""What a search looks for and how well a word answers it: words, old spellings, ranks, and the part that matched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.folding import fold
from smartpns_desktop.domain.names import split_titles

Range = tuple[int, int]
"""First place of a piece of text, and the place behind its last."""

FUZZY_FROM = 4
"""Letters from which a word may have been mistyped; shorter ones are near too many others."""
INSIDE_FROM = 2
"""Letters or digits from which a piece inside a word answers; a single one is a beginning."""
CODE_FROM = 3
"""Signs of a NIP, a number or a code from which it answers: nearly every NIP has any two digits."""
_HEARD_FROM = 3


class Rank(IntEnum):
    """How well a word of the store answers a word of the search, the best first."""

    WHOLE = 0
    BEGINNING = 1
    INSIDE = 4
    SOUND = 5
    SLIP = 8


def terms(text: str) -> tuple[str, ...]:
    """The words that are looked for, folded; titles of a person are left out, a NIP in groups is one word."""
    line = nip.sought(text)
    if line.replace(" ", "").isdigit():
        return (line.replace(" ", ""),)
    words = fold(line).split()
    name = fold(split_titles(line).name).split()
    # A title alone, or a word of which no name is left, is looked for as it stands.
    return tuple(name if name and all(word in words for word in name) else words)


_BARE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, " /.-")),
    **dict(zip(map(ord, ascii_uppercase), ascii_lowercase, strict=True)),
}


def bare(text: str) -> str:
    """A number or code without what separates its parts: 800/123/BKPSDM.2024 is 800123bkpsdm2024."""
    return text.translate(_BARE)


_OLD = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("nj", "n"), ("ny", "n"),
    ("kh", "h"), ("ch", "h"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("ph", "f"), ("v", "f"), ("y", "i"), ("ie", "i"),
    ("q", "k"), ("x", "ks"), ("z", "s"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=8_192)
def sound(word: str) -> str:
    """A key that is equal for spellings of one name as they are heard: Soeryanti, Suryanti and Suriyanti.

    Spelling before 1947 and 1972 (oe, dj, tj, sj, nj, ch: Ejaan yang Disempurnakan), doubled letters, and letters
    that clerks take for each other.
    """
    for old, new in _OLD:
        word = word.replace(old, new)
    return _TWICE.sub(r"\1", word)


def slips(word: str) -> int:
    """How many letters of a word may be wrong, missing, doubled or swapped: none in short ones and in numbers.

    They are counted in its sound, which may be shorter than the word.
    """
    letters = min(len(word), len(sound(word))) if word.isalpha() else 0
    return 0 if letters < FUZZY_FROM else 1 if letters < 8 else 2


def rank(term: str, word: str) -> Rank | None:
    """How a folded word answers a term, slips of the pen aside; `None` where it does not."""
    if word.startswith(term):
        return Rank.WHOLE if len(word) == len(term) else Rank.BEGINNING
    if len(term) >= INSIDE_FROM and term in word:
        return Rank.INSIDE
    return Rank.SOUND if is_heard(term) and sound(word).startswith(sound(term)) else None


def is_heard(term: str) -> bool:
    """Whether words that sound like a term answer it."""
    return term.isalpha() and min(len(term), len(sound(term))) >= _HEARD_FROM


_WORD = re.compile(r"[\w'’`]+")


def marks(text: str, wanted: Sequence[str]) -> tuple[Range, ...]:
    """The parts of a text that answer the terms, in order and not overlapping; a word heard alike is marked whole."""
    found = sorted({place for term in wanted for place in _places(text, term)})
    joined: list[Range] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _places(text: str, term: str) -> Iterator[Range]:
    if any(map(str.isdigit, term)):
        yield from _in_numbers(text, bare(term))
    for match in _WORD.finditer(text):
        word = fold(match[0])
        how = rank(term, word)
        if how in (Rank.SOUND, None) or len(word) != len(match[0]):
            if how is not None or _slipped(term, word):
                yield match.span()
            continue
        at = word.index(term)
        yield match.start() + at, match.start() + at + len(term)


def _in_numbers(text: str, digits: str) -> Iterator[Range]:
    """A piece of a number that is shown in groups: the NIP 19850101 201001 1 001."""
    places = [place for place, sign in enumerate(text) if sign.isalnum()]
    at = "".join(text[place].lower() for place in places).find(digits) if digits else -1
    if at >= 0:
        yield places[at], places[at + len(digits) - 1] + 1


def _slipped(term: str, word: str) -> bool:
    """Whether a word is the term, heard or written, with as many slips as it may have, as `slips` counts them."""
    most = slips(term)
    pairs = {(sound(term), sound(word)), (term, word)} if most else ()
    return any(abs(len(one) - len(other)) <= most and distance(one, other) <= most for one, other in pairs)


def distance(one: str, other: str) -> int:
    """Letters to put in, take out, change or swap with their neighbour to make one word the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, wanted in enumerate(other, start=1):
            best = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                best = min(best, before[column - 2] + 1)
            now.append(best)
        before, last = last, now
    return last[-1]
