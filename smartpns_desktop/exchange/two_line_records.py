"""Records that fill two rows of a printed list, the NIP below the name: put together, or left to be refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from smartpns_desktop.exchange.cells import shown
from smartpns_desktop.exchange.heading_columns import MappedColumn
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.row_texts import filled
from smartpns_desktop.exchange.shared_cells import part_of
from smartpns_desktop.exchange.sheets import Cell, Sheet
from smartpns_desktop.exchange.table_rows import TableRows

_OTHER_CELLS = 2
"""Further cells of both rows together from which they are a record; a signature has its name and its NIP alone."""


def with_joined_records(sheet: Sheet, layout: Layout) -> tuple[Sheet, int]:
    """The sheet in which both rows of a record stand in the first and the second is blank, and how many there are."""
    names = {it.index for it in layout.columns if it.is_shared and it.field in ("name", "person")}
    shared = next((it for it in layout.columns if it.field == "nip" and it.index in names), None)
    if shared is None:
        return sheet, 0
    table, rows, joined = TableRows(sheet.rows, layout), [*sheet.rows], 0
    for number in range(layout.header_row + 1, len(rows)):
        upper, lower = rows[number - 1], rows[number]
        if _is_record(upper, lower, shared, table):
            rows[number - 1] = [_both(one, other) for one, other in zip(upper, lower, strict=True)]
            rows[number] = [""] * len(lower)
            joined += 1
    return (replace(sheet, rows=rows) if joined else sheet), joined


def _is_record(upper: Sequence[Cell], lower: Sequence[Cell], shared: MappedColumn, table: TableRows) -> bool:
    name, below = upper[shared.index], lower[shared.index]
    if not isinstance(name, str) or not name.strip() or part_of(name, "nip") != "":
        return False
    if part_of(below, "nip") == "" or part_of(below, "name") != "" or table.running_number(lower):
        return False
    others = len(filled(upper)) + len(filled(lower)) - _OTHER_CELLS
    return bool(table.running_number(upper)) or others >= _OTHER_CELLS


def _both(one: Cell, other: Cell) -> Cell:
    if one == "" or other == "":
        return other if one == "" else one
    # A number that has lost digits must not look whole beside a text.
    return f"{shown(one)}\n{shown(other)}"
