"""The cells of the rows of data turned into columns, and each column read cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from smartpns_desktop.exchange import date_columns
from smartpns_desktop.exchange.cells import Unread
from smartpns_desktop.exchange.columns_spec import CellKind
from smartpns_desktop.exchange.ditto import resolved
from smartpns_desktop.exchange.heading_columns import MappedColumn
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.exchange.shared_cells import part_of
from smartpns_desktop.exchange.sheets import Sheet, let_go
from smartpns_desktop.exchange.split_days import whole_day

_ROWS_AT_A_TIME = 5_000


class Cells(NamedTuple):
    """A column of cells, and its distinct ones."""

    all: list[object]
    distinct: set[object]


RawColumns = dict[MappedColumn, Cells]


def taken(sheet: Sheet, layout: Layout, numbers: Sequence[int]) -> RawColumns:
    """The columns of the rows of data, repeated cells and days from 1904 resolved; the sheet's rows are let go of."""
    turned = _take_columns(sheet.rows, numbers, layout.columns)
    let_go(sheet.rows)
    taken: dict[MappedColumn, Cells] = {}
    for mapped, column in turned.items():
        distinct = set(column)
        without_marks = resolved(column, distinct)
        if sheet.from_1904 and mapped.column.kind is CellKind.DATE:
            without_marks = date_columns.counted_from_1904(without_marks)
        taken[mapped] = Cells(without_marks, distinct if without_marks is column else set(without_marks))
    return taken


def _take_columns(
    rows: Sequence[Sequence[object]], numbers: Sequence[int], columns: Sequence[MappedColumn]
) -> dict[MappedColumn, list[object]]:
    """The rows of data turned into columns; all rows of a sheet are equally long."""
    wanted = (rows[number - 1] for number in numbers)
    turned: dict[MappedColumn, list[object]] = {mapped: [] for mapped in columns}
    # Some at a time: while they are turned, nothing else in the program goes on.
    while part := list(zip(*islice(wanted, _ROWS_AT_A_TIME), strict=True)):
        for mapped in columns:
            turned[mapped].extend(_cells_of(mapped, part))
    return turned


def _cells_of(mapped: MappedColumn, columns: Sequence[Sequence[object]]) -> Iterable[object]:
    """What some rows say of a field, told all of their columns."""
    if mapped.split:
        return map(whole_day, *(columns[place] for place in mapped.split))
    cells = columns[mapped.index]
    return [part_of(it, mapped.field) for it in cells] if mapped.is_shared else cells


def read_column(column: Cells, reader: Callable[[object], object], mapped: MappedColumn, lines: Lines) -> list[object]:
    """Each distinct cell is read once where cells repeat, as dates, grades and agencies do."""
    if 2 * len(column.distinct) > len(column.all):
        values = list(map(reader, column.all))
    elif set(map(type, column.distinct)) <= {str}:
        read = {cell: reader(cell) for cell in column.distinct}
        values = list(map(read.__getitem__, column.all))
    else:
        # 1, 1.0 and True are equal, but not the same cell.
        typed = {(cell, type(cell)): cell for cell in column.all}
        known = {key: reader(cell) for key, cell in typed.items()}
        values = [known[cell, type(cell)] for cell in column.all]
    for line, told in enumerate(values) if Unread in set(map(type, values)) else ():
        if isinstance(told, Unread):
            lines.object(line, _code(told, mapped), mapped.field, column.all[line], **told.facts)
            values[line] = None
    return values


def _code(unread: Unread, mapped: MappedColumn) -> str:
    """A damaged NIK is told as such; other ids share one sentence."""
    if unread.code == "id.damaged" and mapped.field == "nik":
        return "nik.damaged"
    return unread.code
