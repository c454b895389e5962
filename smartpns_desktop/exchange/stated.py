"""What rows with labels say of all rows below them: "NIP : 1985…", "Tanggal : 10 s.d. 12 Maret 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from smartpns_desktop.exchange.columns_spec import CellKind, SheetSpec
from smartpns_desktop.exchange.heading_gists import gists_of, known_gists
from smartpns_desktop.exchange.headings import heading_key, heading_text, known_headings

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


def _can_say(value: str, kind: CellKind) -> bool:
    """Whether what stands beside a label can be its value: an id has digits, and a time is no day."""
    if kind is CellKind.DATE:
        return _TIME.match(value) is None
    return kind is not CellKind.ID or any(map(str.isdigit, value))


@lru_cache(maxsize=4096)
def _context_field(label: str, spec: SheetSpec) -> str:
    known, key = _context_of_spec(spec), heading_key(label)
    gists = known_gists(spec) if spec.subjects else {}
    named = (gists[it] for it in gists_of(key, spec) if it in gists) if gists else iter(())
    return known.get(key) or next((it for it in named if it in spec.context), "")


@lru_cache(maxsize=64)
def _context_of_spec(spec: SheetSpec) -> dict[str, str]:
    return {key: field for key, field in known_headings(spec).items() if field in spec.context}
