"""The columns of days of a sheet, read together into its lines: one that proves no order follows the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from smartpns_desktop.domain.date_ranges import days_apart
from smartpns_desktop.domain.months import add_months
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange import date_columns
from smartpns_desktop.exchange.columns_spec import CellKind
from smartpns_desktop.exchange.date_columns import Order, Term
from smartpns_desktop.exchange.heading_columns import MappedColumn
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.exchange.raw_columns import Cells, RawColumns, read_column

_UNIT = re.compile(r"[(\[]\s*(?:dalam\s+)?(tahun|th|thn|bulan|bln)\.?\s*[)\]]", re.IGNORECASE)
"""What a heading says that numbers below it count: Masa Berlaku (Tahun)."""


def date_orders(
    rows: Sequence[Sequence[object]], numbers: Sequence[int], layout: Layout
) -> dict[MappedColumn, date_columns.Order]:
    """The order of each date column, as the rows of data of these numbers prove it."""
    dated = [mapped for mapped in layout.columns if mapped.column.kind is CellKind.DATE]
    columns = [{mapped.cell(rows[number - 1]) for number in numbers} for mapped in dated]
    return dict(zip(dated, date_columns.decide(list(map(date_columns.orders_seen, columns))), strict=True))


def read_dates(raw: RawColumns, lines: Lines) -> None:
    """All date columns together: one that proves no order follows the rest of its sheet."""
    dated = [mapped for mapped in raw if mapped.column.kind is CellKind.DATE]
    orders = date_columns.decide([date_columns.orders_seen(raw[mapped].distinct) for mapped in dated])
    lasts: dict[str, list[object]] = {}
    for mapped, order in zip(dated, orders, strict=True):
        written = raw.pop(mapped)
        column = read_column(written, _reader(mapped, order, lines), mapped, lines)
        if mapped.column.until:
            _note_days_apart(written, mapped, lines)
            lasts[mapped.column.until] = [it[1] if isinstance(it, tuple) else None for it in column]
            column = [it[0] if isinstance(it, tuple) else None for it in column]
        lines.values[mapped.field] = column
    for name, column in lasts.items():
        _add_lasts(name, column, lines)
    for mapped in dated:
        if mapped.column.since:
            _count_on(mapped, lines)


def _reader(mapped: MappedColumn, order: Order, lines: Lines) -> Callable[[object], object]:
    told, years = lines.lexicon.order(mapped.field), date_columns.years_of(mapped.field)
    if mapped.column.since:
        unit = _UNIT.search(mapped.heading)
        return partial(date_columns.read_end, order=order, told=told, years=years, unit=unit[1] if unit else "")
    read = date_columns.read_span if mapped.column.until else date_columns.reader_of(mapped.field)
    return partial(read, order=order, told=told, years=years)


def _count_on(mapped: MappedColumn, lines: Lines) -> None:
    """The last days of cells that tell the first day, too, or how long something holds from a day in a column of its
    own; without that day the line is refused."""
    name, since = mapped.field, mapped.column.since
    values, begins, counted = list(lines.column(name)), list(lines.column(since)), 0
    for line, value in enumerate(values):
        if isinstance(value, tuple):
            begins[line], values[line] = begins[line] or value[0], value[1]
        elif isinstance(value, Term):
            begin, values[line] = begins[line], None
            if isinstance(begin, date):
                values[line] = add_months(begin, value.months)
                counted += 1
            elif line not in lines.rejected:
                unread = value.without_start()
                lines.object(line, unread.code, name, value.text, **unread.facts)
    lines.values[name] = values
    if any(begins):
        lines.headings.setdefault(since, mapped.heading)
        lines.values[since] = begins
    if counted:
        lines.notices.append(Notice("dates.counted", {"count": str(counted)}, (mapped.heading,)))


def _note_days_apart(cells_of: Cells, mapped: MappedColumn, lines: Lines) -> None:
    """Days that a cell names one by one are no span: how many they are is kept, and told."""
    counts = {it: days_apart(it) for it in cells_of.distinct if isinstance(it, str)}
    if any(counts.values()):
        lines.values["day_count"] = [counts.get(it) if isinstance(it, str) else None for it in cells_of.all]
    for line, cell in enumerate(cells_of.all) if any(counts.values()) else ():
        if isinstance(cell, str) and (count := counts[cell]):
            lines.object(line, "date.days_apart", mapped.field, cell, expected=str(count))


def _add_lasts(name: str, lasts: Sequence[object], lines: Lines) -> None:
    """The last days that stand in the cells of the first ones; a column of their own stands above them."""
    own = list(lines.column(name))
    for line, last in enumerate(lasts):
        if last is not None and own[line] not in (None, last):
            lines.object(line, "date.end_differs", name, own[line], expected=str(last))
        own[line] = own[line] or last
    lines.values[name] = own
