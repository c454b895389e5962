"""Columns whose headings nobody knows: read as what they are spelled like, or kept as notes, where that was asked."""

from __future__ import annotations

from collections.abc import Mapping

from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.heading_columns import NOTE
from smartpns_desktop.exchange.heading_guesses import misspelled_fields
from smartpns_desktop.exchange.layout import Layout, headings_of, mapped_as
from smartpns_desktop.exchange.sheets import Sheet
from smartpns_desktop.words.labels import field_label


def with_misspelled(sheet: Sheet, layout: Layout) -> tuple[Layout, tuple[Notice, ...]]:
    """The layout with every heading understood that only a slip of the pen hides; each is told."""
    taken = {mapped.field for mapped in layout.columns}
    meant = misspelled_fields(layout.unknown, layout.spec, taken)
    if not meant:
        return layout, ()
    places = {place: meant[heading] for place, heading in _unknown(sheet, layout).items() if heading in meant}
    names = tuple(f"{heading} = {field_label(layout.spec.kind, field)}" for heading, field in meant.items())
    told = Notice("columns.proposed", {"count": str(len(names))}, names)
    return mapped_as(sheet.rows, layout, places), (told,)


def as_notes(sheet: Sheet, layout: Layout) -> Mapping[int, str]:
    """The note for each column that nobody knows, by place; none where the kind keeps no notes."""
    keeps = any(column.field == NOTE for column in layout.spec.columns)
    return dict.fromkeys(_unknown(sheet, layout), NOTE) if keeps else {}


def _unknown(sheet: Sheet, layout: Layout) -> dict[int, str]:
    known = {mapped.index for mapped in layout.columns}
    headings = enumerate(headings_of(sheet.rows, layout))
    return {place: text for place, text in headings if text in layout.unknown and place not in known}
