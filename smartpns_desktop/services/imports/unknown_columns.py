"""Columns whose headings nobody knows: read as what they are spelled like, or kept as notes, where that was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.heading_columns import NOTE
from smartpns_desktop.exchange.heading_guesses import misspelled_fields
from smartpns_desktop.exchange.headings import heading_key, known_headings, vocabulary
from smartpns_desktop.exchange.layout import Layout, headings_of
from smartpns_desktop.exchange.returned import layout_in
from smartpns_desktop.exchange.row_texts import tells_somebody
from smartpns_desktop.exchange.sheets import Sheet
from smartpns_desktop.exchange.told_beside import SEARCHED_ROWS
from smartpns_desktop.words.labels import field_label

_LONGEST = 60
"""Characters that a heading has at most in which a slip of the pen is looked for."""


def misspelled_layout(sheet: Sheet, specs: Iterable[SheetSpec]) -> tuple[Layout | None, tuple[Notice, ...]]:
    """The heading of a sheet, those understood that only a slip of the pen hides; each of these is told."""
    slips = {spec.kind: _slips_in(sheet, spec) for spec in specs}
    layout = layout_in(sheet, [_with_slips(spec, slips[spec.kind]) for spec in specs])
    if layout is None:
        return None, ()
    spelled = slips[layout.spec.kind]
    names = tuple(
        f"{it.heading} = {field_label(layout.spec.kind, it.field)}"
        for it in layout.columns
        if spelled.get(heading_key(it.heading)) == it.field
    )
    told = Notice("columns.proposed", {"count": str(len(names))}, names)
    return layout, (told,) if names else ()


def _with_slips(spec: SheetSpec, slips: Mapping[str, str]) -> SheetSpec:
    return replace(spec, told=tuple(sorted({**slips, **dict(spec.told)}.items()))) if slips else spec


def _slips_in(sheet: Sheet, spec: SheetSpec) -> dict[str, str]:
    """The fields of the misspelled headings among the texts of the first rows, by their words."""
    known = known_headings(spec)
    cells = (cell for row in sheet.rows[:SEARCHED_ROWS] if not tells_somebody(row) for cell in row)
    keys = {heading_key(cell) for cell in cells if isinstance(cell, str) and 0 < len(cell) < _LONGEST}
    # Lahir is no slip of Akhir: headings of some kind have it.
    odd = {key for key in keys - known.keys() if not _words_of_headings().issuperset(key.split())}
    return misspelled_fields(odd, spec, {known[key] for key in keys if key in known})


@cache
def _words_of_headings() -> frozenset[str]:
    return frozenset(word for spec in SPECS.values() for word in vocabulary(spec))


def as_notes(sheet: Sheet, layout: Layout) -> Mapping[int, str]:
    """The note for each column that nobody knows, by place; none where the kind keeps no notes."""
    keeps = any(column.field == NOTE for column in layout.spec.columns)
    return dict.fromkeys(_unknown(sheet, layout), NOTE) if keeps else {}


def _unknown(sheet: Sheet, layout: Layout) -> dict[int, str]:
    known = {place for mapped in layout.columns for place in mapped.places}
    headings = enumerate(headings_of(sheet.rows, layout))
    return {place: text for place, text in headings if text in layout.unknown and place not in known}
