"""What rows with labels say of all rows below them: "NIP : 1985…", "Tanggal : 10 s.d. 12 Maret 2025"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from smartpns_desktop.exchange.columns_spec import CellKind, SheetSpec
from smartpns_desktop.exchange.heading_gists import gists_of, known_gists
from smartpns_desktop.exchange.headings import heading_key, heading_text, known_headings
from smartpns_desktop.exchange.row_texts import filled
from smartpns_desktop.exchange.shared_cells import BOTH_NIPS, fields_of, pair_of

_BARE_ID = re.compile(r"([^\d:]{2,30}?)[.\s]\s*['’]?(\d(?:[\s.\-]{0,2}\d){8,}.*)")
"""A label without a colon, and a long number behind it."""
_TABLE_CELLS = 3
"""Cells of a row from which it is one of a table and none of a signature."""
_TIME = re.compile(r"(?:pukul|jam)\b|\d{1,2}[.:]\d{2}(?![.:/-]?\d)", re.IGNORECASE)


def labelled(row: Sequence[object], spec: SheetSpec) -> dict[str, str]:
    """The context fields that a row tells with their label: "NIP : 1985…", in one cell or in neighbouring ones."""
    found: dict[str, str] = {}
    # A colon may have a cell of its own.
    texts = [text for text in (heading_text(cell) for cell in row) if text.strip(": ")]
    for position, text in enumerate(texts):
        label, _, rest = text.partition(":")
        field = _context_field(label, spec)
        value = rest.strip() or " ".join(texts[position + 1 : position + 2]).lstrip(": ").strip()
        if field and value and _can_say(value, spec.column(field).kind):
            found.setdefault(field, value)
    return found


def bare_owner(rows: Sequence[Sequence[object]], first_row: int, header_row: int, spec: SheetSpec) -> dict[str, str]:
    """Whose the rows of a form are that names its one person with a label and no colon, "NIP. 1985…", above the heading
    (the rows `first_row` to `header_row`, from 1).

    So do signatures, and forms of several people: nothing is told where another such label, or a table, stands above,
    nor where a table follows another label below.
    """
    fields = {field for field in spec.identifying if field in spec.context and spec.column(field).kind is CellKind.ID}
    above, below = rows[: first_row - 1], rows[header_row:]
    told = [found for row in above if fields and (found := _bare_ids(row, spec, fields))]
    if len(told) != 1 or any(map(_is_of_table, above)):
        return {}
    again = next((place for place, row in enumerate(below) if _bare_ids(row, spec, fields)), len(below))
    return {} if any(map(_is_of_table, below[again + 1 :])) else told[0]


def _is_of_table(row: Sequence[object]) -> bool:
    return len(filled(row)) >= _TABLE_CELLS


def _bare_ids(row: Sequence[object], spec: SheetSpec, fields: Collection[str]) -> dict[str, str]:
    said = (_BARE_ID.fullmatch(cell.strip()) for cell in row if isinstance(cell, str))
    return {field: it[2] for it in said if it and (field := _context_field(it[1], spec)) in fields}


def _can_say(value: str, kind: CellKind) -> bool:
    """Whether what stands beside a label can be its value: an id has digits, and a time is no day."""
    if kind is CellKind.DATE:
        return _TIME.match(value) is None
    return kind is not CellKind.ID or any(map(str.isdigit, value))


@lru_cache(maxsize=4096)
def _context_field(label: str, spec: SheetSpec) -> str:
    known, key = _context_of_spec(spec), heading_key(label)
    if pair_of(key, known) == BOTH_NIPS:
        return fields_of(BOTH_NIPS)[0]
    gists = known_gists(spec) if spec.subjects else {}
    named = (gists[it] for it in gists_of(key, spec) if it in gists) if gists else iter(())
    return known.get(key) or next((it for it in named if it in spec.context), "")


@lru_cache(maxsize=64)
def _context_of_spec(spec: SheetSpec) -> dict[str, str]:
    return {key: field for key, field in known_headings(spec).items() if field in spec.context}
