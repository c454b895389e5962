"""Which field a heading that nobody knows probably means; proposed to a person, never taken unasked."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.heading_labels import OTHERS
from smartpns_desktop.exchange.headings import heading_key
from smartpns_desktop.exchange.likeness import likeness

_ALIKE = 75
"""Likeness, of 100, from which a heading is proposed."""
_MISSPELLED = 80
"""Likeness, of 100, from which each of its words is one of a known heading with a slip of the pen."""
_SHORT = 3
"""Letters of a word up to which one that differs is another word: HP, SK, TMT."""


def guess_fields(headings: Collection[str], spec: SheetSpec, taken: Collection[str]) -> dict[str, str]:
    """A field for each heading that is like a known one; each field once, for the heading most like it.

    A heading that speaks of somebody else (Nama Atasan, Jabatan Lama) is like none that does not.
    """
    known = [(key, field) for key, field in _known(spec) if field not in taken]
    keys = {heading: heading_key(heading) for heading in headings}
    pairs = [
        (likeness(words, key), heading, field)
        for heading, words in keys.items()
        for key, field in known
        if not set(words.split()) & OTHERS - set(key.split())
    ]
    found: dict[str, str] = {}
    for score, heading, field in sorted(pairs, key=lambda it: -it[0]):
        if score >= _ALIKE and heading not in found and field not in found.values():
            found[heading] = field
    return found


def misspelled_fields(headings: Collection[str], spec: SheetSpec, taken: Collection[str]) -> dict[str, str]:
    """A field for each heading that is a known one with a slip of the pen in it (Tangal Lahir), where no other field
    and no other heading could be meant."""
    meant: dict[str, list[str]] = {}
    for heading in headings:
        fields = {field for key, field in _known(spec) if _is_misspelled(heading_key(heading), key)}
        if len(fields) == 1 and not fields & set(taken):
            meant.setdefault(fields.pop(), []).append(heading)
    return {spelled[0]: field for field, spelled in meant.items() if len(spelled) == 1}


def _known(spec: SheetSpec) -> Iterator[tuple[str, str]]:
    for column in spec.columns:
        for text in (column.heading, *column.synonyms) if not column.kind.is_yearly else ():
            yield heading_key(text), column.field


def _is_misspelled(heading: str, known: str) -> bool:
    words, others = heading.split(), known.split()
    return len(words) == len(others) and all(map(_is_slip, words, others))


def _is_slip(word: str, other: str) -> bool:
    if word == other:
        return True
    long_enough = max(len(word), len(other)) > _SHORT and word not in OTHERS and other not in OTHERS
    return long_enough and likeness(word, other) >= _MISSPELLED
