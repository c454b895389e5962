"""How a sentence is chosen and filled with facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from string import Formatter

LONGEST_VALUE = 80
"""Characters of a value that a sentence shows; a cell can hold a whole page."""

LONGEST_LIST = 10
"""Names that a sentence lists before it says how many more there are."""


def fill(sentence: str, fuller: str | None, facts: Mapping[str, str], otherwise: str) -> str:
    """The fuller sentence where every fact it asks for is known, else the plain one.

    An empty fact is not known; in the plain sentence `otherwise` stands for it ("Berkas itu kosong.").
    """
    known = {name: fact for name, fact in facts.items() if fact}
    chosen = fuller if fuller and placeholders(fuller) <= known.keys() else sentence
    return chosen.format_map({name: known.get(name, otherwise) for name in placeholders(chosen)})


@lru_cache(maxsize=1024)
def placeholders(sentence: str) -> frozenset[str]:
    """Names of the facts that a sentence asks for."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


def lower_first(label: str) -> str:
    """A label as it stands within a sentence: abbreviations keep their capitals (NIP, TMT CPNS)."""
    return label if label[:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def quoted(value: str) -> str:
    """A value in quotation marks, on one line and cut where it is long; nothing where it is empty."""
    line = " ".join(value.split())
    if len(line) > LONGEST_VALUE:
        line = f"{line[: LONGEST_VALUE - 1]}…"
    return f"“{line}”" if line else ""


def within(name: str) -> str:
    """A name inside a sentence: "Pangkat" becomes "pangkat", what is an abbreviation stays ("SKP", "NIP lama")."""
    return " ".join(word if len(word) > 1 and word.isupper() else word.lower() for word in name.split())


def listed(names: Sequence[str], most: int = LONGEST_LIST) -> str:
    """Names in a row: "A, B, dan C"; after `most` of them "dan 5 lainnya"."""
    shown = list(names[:most])
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown)} lainnya")
    if len(shown) < 3:
        return " dan ".join(shown)
    return f"{', '.join(shown[:-1])}, dan {shown[-1]}"
