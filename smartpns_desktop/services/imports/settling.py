"""From a chosen sheet to one table that is read row by row: further tables, records of two lines, hidden columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Notice
from smartpns_desktop.exchange.chosen_columns import without_columns
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.further_tables import with_further_tables
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.two_line_records import with_joined_records
from smartpns_desktop.exchange.unit_lists import with_indents
from smartpns_desktop.services.imports.plan import Source


def settled(source: Source) -> Source:
    """The source as it is read; one that was settled before stays. What is not read is told in its notices.

    Raises CannotDo("columns.missing") where a hidden column that is to be left tells the rows apart.
    """
    layout = source.layout
    if layout.fixed_rows():
        return source
    if source.choices.leave_hidden_columns:
        layout = without_columns(layout, source.sheet.hidden_columns)
        if layout.incomplete:
            raise CannotDo("columns.missing", path=source.path.name, columns=", ".join(layout.incomplete))
    left = tuple(it.heading for it in source.layout.columns if it not in layout.columns)
    sheet = source.sheet
    if layout.outlined:
        names = next(it for it in layout.columns if it.field == layout.spec.outline)
        sheet = with_indents(sheet, names, layout.first_row, layout.header_row, source.path)
    sheet, layout = with_further_tables(sheet, layout, SPECS.values())
    sheet, joined = with_joined_records(sheet, layout)
    notices = (*source.notices, *_told(layout, left, joined))
    return replace(source, sheet=sheet, layout=layout, notices=notices)


def _told(layout: Layout, left: tuple[str, ...], joined: int) -> Iterator[Notice]:
    if left:
        yield Notice("columns.left_out", {"count": str(len(left))}, left)
    if layout.foreign:
        rows = sorted(layout.foreign)
        yield Notice("tables.other", {"count": str(len(rows))}, (f"{rows[0]}–{rows[-1]}",))
    if joined:
        yield Notice("records.two_lines", {"count": str(joined)})
