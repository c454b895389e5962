"""From a sheet to lines: its columns read into values, every row accounted for, problems noted as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smartpns_desktop.domain.problems import Notice, Problem
from smartpns_desktop.exchange import cells
from smartpns_desktop.exchange.announced import announced, cells_beside, lost_cells
from smartpns_desktop.exchange.body import read_body
from smartpns_desktop.exchange.columns_spec import CellKind
from smartpns_desktop.exchange.day_columns import read_dates
from smartpns_desktop.exchange.heading_columns import NOTE, MappedColumn
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.lexicon import Lexicon
from smartpns_desktop.exchange.lines import GoOn, Lines, go_on_always
from smartpns_desktop.exchange.notes import joined
from smartpns_desktop.exchange.raw_columns import RawColumns, read_column, taken
from smartpns_desktop.exchange.returned import known_of, unfilled_rows
from smartpns_desktop.exchange.row_texts import SectionOf
from smartpns_desktop.exchange.sheets import Sheet
from smartpns_desktop.exchange.title_rows import context_of
from smartpns_desktop.exchange.unit_lists import tree

_READERS: dict[CellKind, Callable[[object], object]] = {
    CellKind.TEXT: cells.read_text,
    CellKind.LINES: cells.read_lines,
    CellKind.ID: cells.read_id,
    CellKind.NUMBER: cells.read_number,
    CellKind.SCORE: cells.read_score,
    CellKind.INTEGER: cells.read_integer,
    CellKind.YEAR: cells.read_year,
    CellKind.MONEY: cells.read_money,
    CellKind.YEAR_COUNT: cells.read_heads,
}


def read_lines(
    sheet: Sheet, layout: Layout, section_of: SectionOf, lexicon: Lexicon, go_on: GoOn = go_on_always
) -> Lines:
    """Read a sheet whose heading was found; consumes the sheet's rows to save memory."""
    leave_out = lexicon.leave_out | sheet.hidden_rows if lexicon.leave_hidden else lexicon.leave_out
    unfilled = unfilled_rows(sheet, layout)
    body = read_body(sheet.rows, layout, section_of, leave_out, unfilled)
    lines = Lines(
        spec=layout.spec,
        sheet=sheet.name,
        header_row=layout.header_row,
        sheet_rows=len(sheet.rows),
        rows=body.rows,
        sections=body.sections,
        context={**known_of(sheet, layout), **context_of(sheet.rows, layout)},
        headings=_headings(layout),
        skipped=body.skipped,
        lexicon=lexicon,
        merged=sheet.merged,
        each=tuple(mapped.name for mapped in layout.columns if mapped.column.each),
        above=_tree(sheet, layout, body.rows),
        go_on=go_on,
    )
    lines.notices += announced(sheet, layout, body, leave_hidden=lexicon.leave_hidden)
    lines.problems += lost_cells(sheet, layout)
    lines.problems += cells_beside(sheet, layout, body)
    if unfilled:
        lines.notices.append(Notice("rows.unfilled", {"count": str(len(unfilled))}))
    if any(name not in layout.spec.filling or name in layout.beside for name in layout.spec.sections):
        lines.problems += [Problem("value.unknown", row, "", text) for row, text in body.unused.items()]
    raw = taken(sheet, layout, body.rows)
    read_dates(raw, lines)
    _read_others(raw, layout, lines)
    return lines


def _tree(sheet: Sheet, layout: Layout, numbers: Sequence[int]) -> list[int | None] | None:
    names = next((it for it in layout.columns if it.field == layout.spec.outline), None)
    return tree(sheet.rows, numbers, names, layout.number) if names and layout.outlined else None


def _read_others(raw: RawColumns, layout: Layout, lines: Lines) -> None:
    """All columns but those of dates; several notes become one."""
    notes: dict[MappedColumn, list[object]] = {}
    for mapped in layout.columns:
        column = raw.pop(mapped, None)
        if column is not None:
            reader = cells.ID_READERS.get(mapped.field) or _READERS[mapped.column.kind]
            if reader is cells.read_money and cells.counts_thousands(mapped.heading, lines.context["title"]):
                reader = cells.read_scaled_money
            values = read_column(column, reader, mapped, lines)
            if mapped.field == NOTE:
                notes[mapped] = values
            else:
                lines.values[mapped.name] = values
    if notes:
        lines.values[NOTE] = joined(notes)


def _headings(layout: Layout) -> dict[str, str]:
    """The sender's heading of each field, the first where several columns are one note."""
    headings: dict[str, str] = {}
    for mapped in layout.columns:
        headings.setdefault(mapped.name, mapped.heading)
    return headings
