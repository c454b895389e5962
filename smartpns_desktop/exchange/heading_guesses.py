"""Which field a heading that nobody knows probably means; proposed to a person, never taken unasked."""

from __future__ import annotations

from collections.abc import Collection

from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.layout import heading_key
from smartpns_desktop.exchange.likeness import likeness

_ALIKE = 75
"""Likeness, of 100, from which a heading is proposed."""


def guess_fields(headings: Collection[str], spec: SheetSpec, taken: Collection[str]) -> dict[str, str]:
    """A field for each heading that is like a known one; each field once, for the heading most like it."""
    known = [
        (heading_key(text), column.field)
        for column in spec.columns
        for text in (column.heading, *column.synonyms)
        if column.field not in taken and not column.kind.is_yearly
    ]
    pairs = [(likeness(heading_key(heading), key), heading, field) for heading in headings for key, field in known]
    found: dict[str, str] = {}
    for score, heading, field in sorted(pairs, key=lambda it: -it[0]):
        if score >= _ALIKE and heading not in found and field not in found.values():
            found[heading] = field
    return found
