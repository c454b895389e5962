"""Ditto marks: cells that say no more than that the cell above holds for their row as well."""

from __future__ import annotations

import re
from collections.abc import Set

_MARK = re.compile(r"""[\s\-–—]*(?:["“”„″]|''|,,)[\s\-–—]*""")
_WORDS = frozenset({"sda", "sda.", "s.d.a", "s.d.a.", "idem", "idem.", "sama dengan di atas", "sama dengan diatas"})
_LONGEST = 20
_BEGINNINGS = frozenset("\"“”„″',-–—sSiI \t\n\xa0")
"""With what a cell begins that may hold a mark."""


def resolved(column: list[object], distinct: Set[object]) -> list[object]:
    """The cells of a column from top to bottom, each ditto mark replaced by the cell above; the list itself where
    there is none. A mark below an empty cell stays, for it repeats nothing. `distinct` are the cells, each once.
    """
    likely = (cell for cell in distinct if type(cell) is str and cell[:1] in _BEGINNINGS)
    marks = {cell for cell in likely if len(cell) <= _LONGEST and is_ditto(cell)}
    if not marks:
        return column
    found: list[object] = []
    for cell in column:
        repeats = cell in marks and found and found[-1] != ""
        found.append(found[-1] if repeats else cell)
    return found


def is_ditto(text: str) -> bool:
    """Whether a text is a ditto mark: " or sda; SDA in capitals is an office's Sumber Daya Air as well."""
    bare = text.strip()
    return _MARK.fullmatch(bare) is not None or (bare != "SDA" and bare.casefold() in _WORDS)
