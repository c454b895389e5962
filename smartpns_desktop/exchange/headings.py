"""What the texts of a heading say, and what stands around it: known headings, signs of a kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.row_texts import begins_signature, filled, is_total

_TITLE_ROWS = 15
"""Rows above a heading in which its title stands; a table may have thousands of others' above."""
_COMPARED_ROWS = 500
"""Rows below a heading that are looked at for what tells kinds apart."""
_SEVERAL = 1.3
"""Different days for each person from which a sheet tells events and not people."""
_GROUPED = 0.5
"""Rows that name nobody for each row that does, from which people are named once for several rows."""
_TABLE_CELLS = 3
"""Cells from which a row is none of a signature."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where tmtGolongan is two words."""
_SPACED_OUT = re.compile(r"(?<=\b\w) (?=\w\b)")
"""The gaps in N I P and N A M A."""

Rows = Sequence[Sequence[object]]
Places = Mapping[str, Sequence[int]]
"""Where the columns stand (from 0) that tell of a field, by its name."""


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """A heading reduced to its words, so that case, punctuation, line breaks and spaced letters do not matter."""
    words = " ".join(re.findall(r"\w+", _CAMEL.sub(" ", text).casefold().replace("_", " ")))
    return _SPACED_OUT.sub("", words)


def heading_text(cell: object) -> str:
    """The text of a cell on one line; whole numbers without their fraction."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def words_of(row: Sequence[object]) -> frozenset[str]:
    """All words of a row's texts, as headings are compared."""
    return frozenset(word for cell in row if isinstance(cell, str) and cell for word in heading_key(cell).split())


@lru_cache(maxsize=64)
def vocabulary(spec: SheetSpec) -> frozenset[str]:
    """All words that occur in the headings of a kind; rows without any of them are no heading of it."""
    years = {str(year) for year in range(2000, 2100)} if any(it.kind.is_yearly for it in spec.columns) else set()
    return frozenset(word for key in known_headings(spec) for word in key.split()) | years


@lru_cache(maxsize=64)
def known_headings(spec: SheetSpec) -> dict[str, str]:
    """The field that each heading means; a year's column is known by its year alone."""
    keys = {key: field for key, field in spec.told if field}
    for column in spec.columns:
        for heading in (column.heading, *column.synonyms) if not column.kind.is_yearly else ():
            keys.setdefault(heading_key(heading), column.field)
    return keys


def evidence(rows: Rows, spec: SheetSpec, places: Places, heading: tuple[int, int], name: str) -> int:
    """What speaks for a kind besides its columns: a title or the sheet's name, several events for each person.

    `heading` gives the first and the last row of the heading (from 1).
    """
    titles = [heading_key(title) for title in spec.titles]
    above = [
        heading_key(heading_text(cell))
        for row in rows[max(0, heading[0] - _TITLE_ROWS) : heading[0] - 1]
        for cell in row
        if cell != ""
    ]
    is_titled = any(title in text for text in (heading_key(name), *above) for title in titles)
    below = rows[heading[1] : heading[1] + _COMPARED_ROWS]
    return int(is_titled) + int(bool(spec.events) and _tells_events(below, spec, places))


def _tells_events(rows: Rows, spec: SheetSpec, places: Places) -> bool:
    who, when = places.get(spec.identifying[0]), [place for name in spec.events for place in places.get(name, ())]
    if who is None or not when:
        return False
    owned = _owned(rows, who[0], when, places)
    pairs = {(person, *(heading_text(row[place]) for place in when)) for person, row in owned}
    return len(pairs) >= _SEVERAL * len({who for who, *_ in pairs}) > 0


def _owned(rows: Rows, who: int, when: Sequence[int], places: Places) -> list[tuple[str, Sequence[object]]]:
    """Each row with whom it means; where people are named once for several rows, as by merged cells, also theirs."""
    owned: list[tuple[str, Sequence[object]]] = []
    nameless: list[tuple[str, Sequence[object]]] = []
    above = ""
    for row in rows:
        if is_total(row):
            continue
        if row[who] != "":
            above = heading_text(row[who])
            owned.append((above, row))
        elif above and "person" in places and row[places["person"][0]] == "" and _tells_day(row, when):
            nameless.append((above, row))
    return owned + nameless if len(nameless) >= _GROUPED * len(owned) else owned


def _tells_day(row: Sequence[object], when: Sequence[int]) -> bool:
    """Whether a row holds digits where days stand, and is none of a signature that stands there as well."""
    if not any(any(map(str.isdigit, str(row[place]))) for place in when):
        return False
    cells = filled(row)
    return len(cells) >= _TABLE_CELLS or not begins_signature(cells)
