"""What a sheet holds below its table: the same heading again, a table of the same kind otherwise ordered, another's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.heading_columns import MappedColumn
from smartpns_desktop.exchange.headings import heading_key, known_headings
from smartpns_desktop.exchange.layout import Layout, layout_from
from smartpns_desktop.exchange.row_texts import filled, tells_somebody
from smartpns_desktop.exchange.sheets import Cell, Sheet
from smartpns_desktop.exchange.split_days import whole_day
from smartpns_desktop.exchange.table_rows import TableRows

_TITLE_CELLS = 3
_KNOWN_CELLS = 2
"""Cells of a row that are headings of some kind, from which it may begin a table."""


def with_further_tables(sheet: Sheet, layout: Layout, specs: Iterable[SheetSpec]) -> tuple[Sheet, Layout]:
    """The sheet in which further tables of the same kind have the columns of the first, and what its rows are then.

    Tables of other kinds are not read; their rows are `foreign`.
    """
    layout = replace(layout, foreign=_data_above(sheet.rows, layout))
    further = _headings_below(sheet.rows, layout, list(specs))
    if not further:
        return sheet, layout
    ends = [*(it.first_row for it in further[1:]), len(sheet.rows) + 1]
    again = {row for it in further for row in range(it.first_row, it.header_row + 1)}
    rows, foreign = [*sheet.rows], set(layout.foreign)
    for other, end in zip(further, ends, strict=True):
        body = range(other.header_row + 1, end)
        if other.spec.kind != layout.spec.kind:
            foreign |= {number for number in body if filled(rows[number - 1])}
        elif not _is_alike(other, layout):
            layout = _widened(layout, other, max(map(len, rows)))
            for number in body:
                rows[number - 1] = _moved(rows[number - 1], other, layout)
    width = max(map(len, rows), default=0)
    rows = [row if len(row) == width else [*row, *([""] * (width - len(row)))] for row in rows]
    return replace(sheet, rows=rows), replace(layout, again=frozenset(again), foreign=frozenset(foreign))


def _data_above(rows: Sequence[Sequence[Cell]], layout: Layout) -> frozenset[int]:
    """Rows above the heading that are no titles: they have more cells than a title, and somebody's number."""
    above = enumerate(rows[: layout.first_row - 1], start=1)
    return frozenset(number for number, row in above if len(filled(row)) > _TITLE_CELLS and tells_somebody(row))


def _headings_below(rows: Sequence[Sequence[Cell]], layout: Layout, specs: Sequence[SheetSpec]) -> list[Layout]:
    # A sign alone (+/-) is the heading of a column, and has no words.
    known = frozenset(key for spec in specs for key in known_headings(spec) if key)
    others = [spec for spec in specs if spec.kind != layout.spec.kind]
    table = TableRows(rows, layout)
    found: list[Layout] = []
    at = layout.header_row
    while at < len(rows):
        row = rows[at]
        at += 1
        if table.has_id(row) or _known_cells(row, known) < _KNOWN_CELLS:
            continue
        best = _printed_again(rows, at - 1, [*found[-1:], layout]) or _heading_at(rows, at - 1, layout, others)
        if best is not None and not best.doubtful:
            found.append(best)
            at = best.header_row
    return found


def _printed_again(rows: Sequence[Sequence[Cell]], start: int, known: Iterable[Layout]) -> Layout | None:
    """The heading that stands in that row word for word as one of these; it need not be read a second time."""
    for layout in known:
        height = layout.header_row - layout.first_row + 1
        if rows[start : start + height] == rows[layout.first_row - 1 : layout.header_row]:
            return replace(layout, first_row=start + 1, header_row=start + height)
    return None


def _heading_at(
    rows: Sequence[Sequence[Cell]], start: int, layout: Layout, others: Sequence[SheetSpec]
) -> Layout | None:
    """The heading that begins in that row; it is of the table's own kind unless another explains more of it."""
    own, other = layout_from(rows, start, [layout.spec]), layout_from(rows, start, others)
    if own is None or other is None or _is_alike(own, layout):
        return own or other
    return own if len(own.columns) >= len(other.columns) else other


def _known_cells(row: Sequence[Cell], known: frozenset[str]) -> int:
    return sum(1 for cell in row if type(cell) is str and cell and heading_key(cell) in known)


def _is_alike(one: Layout, other: Layout) -> bool:
    return {(it.places, it.field) for it in one.columns} == {(it.places, it.field) for it in other.columns}


def _widened(layout: Layout, other: Layout, width: int) -> Layout:
    """The layout with columns right of the sheet for what only the further table tells."""
    own = {mapped.field for mapped in layout.columns}
    more = [mapped for mapped in other.columns if mapped.field not in own]
    columns = [
        MappedColumn(width + number, it.field, it.column, it.heading, it.is_shared) for number, it in enumerate(more)
    ]
    unknown = (*layout.unknown, *(it for it in other.unknown if it not in layout.unknown))
    return replace(layout, columns=(*layout.columns, *columns), unknown=unknown)


def _moved(row: Sequence[Cell], other: Layout, layout: Layout) -> list[Cell]:
    """A row of the further table in the columns of the first; one that holds a single text stays."""
    if len(filled(row)) < _KNOWN_CELLS:
        return [*row]
    moved: list[Cell] = [""] * (max(place for it in layout.columns for place in it.places) + 1)
    moved += [""] * (len(row) - len(moved))
    if layout.number is not None and other.number is not None:
        moved[layout.number] = row[other.number]
    own = {mapped.field: mapped for mapped in layout.columns}
    for mapped in other.columns:
        target = own[mapped.field]
        if mapped.split and target.split:
            for place, source in zip(target.split, mapped.split, strict=True):
                moved[place] = row[source]
        else:
            moved[target.index] = whole_day(*(row[it] for it in mapped.split)) if mapped.split else row[mapped.index]
    return moved
