"""Sheets of ours that come back: found by their marks, their rows that nobody filled in told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.heading_columns import is_passive
from smartpns_desktop.exchange.headings import heading_key
from smartpns_desktop.exchange.layout import Layout, find_layout, headings_of
from smartpns_desktop.exchange.origins import SEARCHED_ROWS, marks_in, plain, read_origin, without_marks
from smartpns_desktop.exchange.sheets import Sheet, without_trailing_blanks

_YEAR = re.compile(r"\b20\d\d\b")


def with_origin(sheet: Sheet, marker: Sequence[Sequence[object]]) -> Sheet:
    """The sheet without its marks, and what they and the workbook's hidden sheet (its rows) say."""
    number, kind, headings = marks_in(sheet.rows if marker else sheet.rows[:SEARCHED_ROWS])
    origin = read_origin(marker, kind, headings)
    if origin is None or not number:
        return replace(sheet, origin=origin)
    rows, hidden = [*sheet.rows], sheet.hidden_rows
    rows[number - 1] = without_marks(rows[number - 1])
    if not any(cell != "" for cell in rows[number - 1]):
        hidden -= {number}
    return replace(sheet, rows=without_trailing_blanks(rows), hidden_rows=hidden, origin=origin)


def layout_in(sheet: Sheet, specs: Iterable[SheetSpec]) -> Layout | None:
    """The heading of a sheet, as `find_layout` finds it; one of ours is of the kind that it says it is."""
    specs = list(specs)
    own = [spec_of(sheet, spec) for spec in specs if sheet.origin and spec.kind == sheet.origin.kind]
    found = find_layout(sheet.rows, own, sheet.name) if own else None
    return found if found and not found.incomplete else find_layout(sheet.rows, specs, sheet.name)


def spec_of(sheet: Sheet, spec: SheetSpec) -> SheetSpec:
    """The kind's columns, with the headings of a sheet of ours that mean its fields whatever they say."""
    origin = sheet.origin
    if origin is None or origin.kind != spec.kind or not origin.headings:
        return spec
    told = {heading_key(heading): name for heading, name in origin.headings.items() if _holds(spec, heading, name)}
    return replace(spec, told=tuple(sorted({**dict(spec.told), **told}.items())))


def _holds(spec: SheetSpec, heading: str, name: str) -> bool:
    """Whether a mark decides: not where the heading is word for word that of another column, for then columns
    were exchanged without it, nor where a year stands there, which may be the next one's."""
    own = next((it for it in spec.columns if heading_key(it.heading) == heading_key(heading)), None)
    try:
        column = spec.column(name) if name else None
    except KeyError:
        return False
    if column is not None and column.kind.is_yearly and _YEAR.search(heading):
        return False
    return own is None or own is column


def known_of(sheet: Sheet, layout: Layout) -> dict[str, str]:
    """What a sheet of ours says of all its rows: the agency that it was made for."""
    return dict(sheet.origin.known) if sheet.origin and sheet.origin.kind == layout.spec.kind else {}


def unfilled_rows(sheet: Sheet, layout: Layout) -> frozenset[int]:
    """Numbers of the rows that still are as we began them: whose they are, and nothing more."""
    origin = sheet.origin
    if origin is None or not origin.begun or origin.kind != layout.spec.kind:
        return frozenset()
    places = [place for name in origin.begun_fields if (place := layout.index_of(name)) is not None]
    if len(places) < len(origin.begun_fields):
        return frozenset()
    headings = headings_of(sheet.rows, layout)
    others = [place for place, heading in enumerate(headings) if place not in places and not is_passive(heading)]
    return frozenset(
        number
        for number, row in enumerate(sheet.rows[layout.header_row :], start=layout.header_row + 1)
        if not any(row[place] != "" for place in others)
        and tuple(plain(row[place]) for place in places) in origin.begun
    )
