"""How alike two texts are; for doubts and proposals that are told, never for silent decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

CERTAIN = 90.0
"""Likeness, of 100, from which a spelling is the name with slips of the pen, or its word-by-word short form."""
_SHORTEST = 5
"""Letters of a short form that is certain; shorter ones are shared by agencies."""
_NO_SLIPS = frozenset("utara utama selatan barat timur tengah lama baru muda madya mahir".split())
"""Words that are near each other and never meant for each other."""
_LONGEST = 60
"""Characters of a text that are compared letter by letter; names of agencies are shorter."""
_AT_A_WORD = 0.4
"""What a piece costs that begins where a word does; any other costs 1."""


def likeness(one: str, other: str) -> float:
    """0 to 100, whatever the order of the words."""
    return float(fuzz.token_sort_ratio(one, other))


def alike(text: str, names: Sequence[str], *, least: float, most: int) -> list[tuple[int, float]]:
    """Places of the people's names most like a text, whatever the order of the words, the best first."""
    found = process.extract(text, names, scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=most)
    return [(place, float(score)) for _, score, place in found]


class KnownNames:
    """Names with which spellings are compared; each is folded, its usual short forms written out."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._sorted = [" ".join(sorted(name.split())) for name in names]
        self._letters = [_letters(name) for name in names]
        self._words = {word for name in names for word in name.split()}

    def nearest(self, text: str, *, least: float, most: int) -> list[tuple[int, float]]:
        """Places of the names most alike, and how alike they are, the best first; none below `least`.

        From `CERTAIN` on a name differs by slips of the pen alone, or is shortened word by word; below, by more.
        """
        scores = self._resembling(text, least, most)
        for place in self._shortened(text):
            scores[place] = max(scores.get(place, 0), shortening(text, self._names[place]))
        told = ((place, self._told(text, place, score)) for place, score in scores.items())
        return sorted((it for it in told if it[1] >= least), key=lambda it: -it[1])[:most]

    def _resembling(self, text: str, least: float, most: int) -> dict[int, float]:
        in_order = " ".join(sorted(text.split()))
        found = process.extract(in_order, self._sorted, scorer=fuzz.ratio, score_cutoff=least, limit=2 * most)
        return {place: float(score) for _, score, place in found}

    def _shortened(self, text: str) -> Iterator[int]:
        """Names that the text's longest word could be pieced together from."""
        longest = max(text.split(), key=len, default="")
        if not longest or len(text) > _LONGEST:
            return
        wanted, in_turn = _letters(longest), re.compile("".join(f"[^{it}]*{it}" for it in map(re.escape, longest)))
        for place, letters in enumerate(self._letters):
            if not wanted & ~letters and len(longest) < len(self._names[place]) and in_turn.match(self._names[place]):
                yield place

    def _told(self, text: str, place: int, score: float) -> float:
        words, other = text.split(), self._names[place].split()
        for word in [it for it in words if it in other]:
            if word in words and word in other:
                words.remove(word)
                other.remove(word)
        if self._is_slip(words, other) or self._is_short_for(words, other):
            return max(score, CERTAIN)
        return min(score, CERTAIN - 1)

    def _is_slip(self, words: list[str], other: list[str]) -> bool:
        """Whether each word is one of the other's with a slip of the pen; a word that any name has is none."""
        if len(words) != len(other):
            return False
        left = other.copy()
        for word in words:
            meant = next((it for it in left if word not in self._words and _is_misspelt(word, it)), None)
            if meant is None:
                return False
            left.remove(meant)
        return True

    def _is_short_for(self, words: list[str], other: list[str]) -> bool:
        """Whether the words shorten every one of the other's in turn: diskominfo, or pu pr for its four words."""
        short = "".join(words)
        return len(short) >= _SHORTEST and not self._words.intersection(words) and _spells_all(short, other)


def _letters(text: str) -> int:
    """The letters of a text as a set of bits."""
    bits = 0
    for letter in set(text):
        bits |= 1 << (ord(letter) % 61)
    return bits


def _is_misspelt(word: str, meant: str) -> bool:
    """One slip in a word of four letters or more, two in one of eight; numbers and short words have none."""
    if not word.isalpha() or word in _NO_SLIPS or min(len(word), len(meant)) < 4:
        return False
    slips = 2 if min(len(word), len(meant)) >= 8 else 1
    return OSA.distance(word, meant, score_cutoff=slips) <= slips


def _spells_all(short: str, words: Sequence[str]) -> bool:
    """Whether a text is a piece of each word in turn; a piece of one letter is the word's first."""
    ends = {0}
    for number, word in enumerate(words):
        ends = {
            end
            for begin in ends
            for end in range(begin + 1, len(short) + 1)
            if _is_piece(short[begin:end], word, first=number == 0)
        }
    return len(short) in ends


def _is_piece(piece: str, word: str, *, first: bool) -> bool:
    if word.startswith(piece) or (word, piece) == ("dinas", "dis"):
        return True
    return not first and len(piece) > 1 and piece in word


def shortening(short: str, full: str) -> float:
    """0 to 100: how well the words of one text shorten the other.

    "Diskominfo" and "Dinas Kominfo" shorten "Dinas Komunikasi dan Informatika", "Disdik" "Dinas Pendidikan", as
    offices make such words: pieces of the full name in their order, the longer and the nearer to a word's
    beginning the better. Both texts are folded.
    """
    words, name = short[:_LONGEST].split(), full[:_LONGEST]
    letters = sum(map(len, words))
    if not letters or letters >= len(name.replace(" ", "")):
        return 0.0
    return sum(len(word) * _pieces(word, name) for word in words) / letters


def _pieces(word: str, name: str) -> float:
    """How well one word is pieced together from a name: all letters in one piece at a word's beginning is best."""
    left = iter(name)
    if not all(letter in left for letter in word):
        return 0.0
    never = float(len(word))
    # Cheapest way to have spelled the word so far, by where in the name its last letter stands.
    costs = [never] * len(name)
    for number, letter in enumerate(word):
        before, cheapest = costs, 0.0 if number == 0 else never
        costs = [never] * len(name)
        for place, other in enumerate(name):
            if other == letter:
                begin = cheapest + (_AT_A_WORD if place == 0 or name[place - 1] == " " else 1)
                costs[place] = min(begin, before[place - 1] if place and number else never)
            cheapest = min(cheapest, before[place]) if number else 0.0
    return 100 * max(0.0, 1 - min(costs) / len(word))


def slipped(word: str, words: Sequence[str], slips: int) -> list[tuple[int, int]]:
    """Places of the words that are a word with at most so many slips of the pen, and how many they have."""
    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [(place, int(distance)) for _, distance, place in found]
