"""How alike two texts are; for doubts and proposals that are told, never for decisions."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

_LONGEST = 60
"""Characters of a text that are compared letter by letter; names of agencies are shorter."""
_AT_A_WORD = 0.4
"""What a piece costs that begins where a word does; any other costs 1."""


def likeness(one: str, other: str) -> float:
    """0 to 100, whatever the order of the words."""
    return float(fuzz.token_sort_ratio(one, other))


def nearest(text: str, known: Sequence[str], *, least: float, most: int) -> list[tuple[int, float]]:
    """Places of the texts most alike, and how alike they are, the best first; none below `least`."""
    found = process.extract(text, known, scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=most)
    scores = {place: float(score) for _, score, place in found}
    for place, name in enumerate(known):
        score = shortening(text, name)
        if score >= max(least, scores.get(place, 0)):
            scores[place] = score
    return sorted(scores.items(), key=lambda it: -it[1])[:most]


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
