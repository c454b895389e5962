"""The words of many texts in memory, found by their beginning, a piece, their sound, or with slips of the pen."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from smartpns_desktop.domain.searching import CODE_FROM, FUZZY_FROM, INSIDE_FROM, Rank, bare, is_heard, slips, sound
from smartpns_desktop.exchange.likeness import slipped

_LAST = "\U0010ffff"

Scores = dict[int, int]
"""Numbers of texts with how well each answers, 0 the best."""


class _Words:
    """Distinct words in order, and for each the numbers of the texts that have it."""

    def __init__(self, places: dict[str, array[int]]) -> None:
        self.words = sorted(places)
        self.texts = [places[word] for word in self.words]

    def beginning(self, start: str) -> range:
        """Places of the words that begin so."""
        return range(bisect_left(self.words, start), bisect_left(self.words, start + _LAST))


class WordIndex:
    """Texts by number, in the order in which they were given; each has words and codes (a NIP, a number).

    `find` answers terms as `domain.searching.terms` makes them.
    """

    def __init__(self, texts: Iterable[tuple[Sequence[str], str]]) -> None:
        places: dict[str, array[int]] = {}
        self._codes: list[str] = []
        for number, (words, codes) in enumerate(texts):
            self._codes.append(codes)
            for word in dict.fromkeys(words):
                if word not in places:
                    places[word] = array("I")
                places[word].append(number)
        self._words = _Words(places)
        self._joined = "\n".join(self._words.words)
        self._starts = array("I", _starts(self._words.words))
        self._sounds = _Words(_by_sound(self._words))
        self._has_codes = any(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def find(self, terms: Sequence[str], *, slips_too: bool) -> Scores:
        """The texts that answer every term; with `slips_too` also those that do but for slips of the pen."""
        found: Scores | None = None
        for term in sorted(terms, key=len, reverse=True):
            scores = self._scores(term, slips_too=slips_too)
            if found is None:
                found = scores
            else:
                found = {number: score + scores[number] for number, score in found.items() if number in scores}
            if not found:
                return {}
        return found or {}

    def _scores(self, term: str, *, slips_too: bool) -> Scores:
        """The best that any word of a text, or its code, answers to one term."""
        scores: Scores = {}
        if slips_too:
            for numbers, score in self._with_slips(term):
                _put(scores, numbers, score)
        if is_heard(term):
            for place in self._sounds.beginning(sound(term)):
                _put(scores, self._sounds.texts[place], Rank.SOUND)
        for place in self._inside(term):
            _put(scores, self._words.texts[place], Rank.INSIDE)
        begun = self._words.beginning(term)
        for place in begun:
            _put(scores, self._words.texts[place], Rank.BEGINNING)
        if begun and self._words.words[begun[0]] == term:
            _put(scores, self._words.texts[begun[0]], Rank.WHOLE)
        if self._has_codes and len(term) >= CODE_FROM and any(map(str.isdigit, term)):
            self._put_codes(scores, bare(term))
        return scores

    def _inside(self, term: str) -> Iterator[int]:
        """Places of the words that have a piece of some letters, found in one text of all words."""
        if len(term) < INSIDE_FROM or "\n" in term:
            return
        at = self._joined.find(term)
        while at >= 0:
            place = bisect_left(self._starts, at + 1) - 1
            yield place
            end = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._joined)
            at = self._joined.find(term, end)

    def _with_slips(self, term: str) -> Iterator[tuple[array[int], int]]:
        """The texts of words that are the term with slips; while it is typed, of words that begin so.

        A slip may make another sound of two letters that only now stand side by side (naskh, khutanan): such a term
        is compared as it is written too.
        """
        most, heard = slips(term), sound(term)
        if not most:
            return
        spellings = [(self._sounds, heard), *([(self._words, term)] if heard != term else [])]
        near = [
            (known.texts[place], count)
            for known, word in spellings
            for place, count in slipped(word, known.words, most)
        ]
        if not near and len(heard) > FUZZY_FROM:
            begun = [word[: len(heard)] for word in self._sounds.words]
            near = [(self._sounds.texts[place], 2 + count) for place, count in slipped(heard, begun, most)]
        # The nearest last: it stays.
        yield from ((numbers, Rank.SLIP + count) for numbers, count in sorted(near, key=lambda it: -it[1]))

    def _put_codes(self, scores: Scores, code: str) -> None:
        for number, codes in enumerate(self._codes):
            if code in codes:
                whole = f" {codes} "
                best = Rank.INSIDE
                if f" {code}" in whole:
                    best = Rank.WHOLE if f" {code} " in whole else Rank.BEGINNING
                scores[number] = min(best, scores.get(number, best))


def _put(scores: Scores, numbers: array[int], score: int) -> None:
    scores.update(dict.fromkeys(numbers, score))


def _starts(words: Iterable[str]) -> Iterator[int]:
    at = 0
    for word in words:
        yield at
        at += len(word) + 1


def _by_sound(words: _Words) -> dict[str, array[int]]:
    places: dict[str, array[int]] = {}
    for word, texts in zip(words.words, words.texts, strict=True):
        heard = sound(word)
        if heard not in places:
            places[heard] = texts
        else:
            places[heard] = array("I", sorted({*places[heard], *texts}))
    return places
