"""From a sheet to lines: its columns read into values, every row accounted for, problems noted as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import NamedTuple

from smartpns_desktop.domain.date_ranges import days_apart
from smartpns_desktop.domain.problems import REJECTING, Notice, Problem
from smartpns_desktop.exchange import cells, date_columns
from smartpns_desktop.exchange.announced import announced, cells_beside, lost_cells
from smartpns_desktop.exchange.body import read_body
from smartpns_desktop.exchange.cells import Unread
from smartpns_desktop.exchange.columns_spec import CellKind, SheetSpec
from smartpns_desktop.exchange.ditto import resolved
from smartpns_desktop.exchange.heading_columns import NOTE, MappedColumn
from smartpns_desktop.exchange.layout import Layout
from smartpns_desktop.exchange.lexicon import Lexicon
from smartpns_desktop.exchange.notes import joined
from smartpns_desktop.exchange.returned import known_of, unfilled_rows
from smartpns_desktop.exchange.row_texts import SectionOf
from smartpns_desktop.exchange.shared_cells import part_of
from smartpns_desktop.exchange.sheets import Sheet, let_go
from smartpns_desktop.exchange.title_rows import context_of
from smartpns_desktop.exchange.unit_lists import tree

_ROWS_AT_A_TIME = 5_000

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


GoOn = Callable[[], None]


def _always() -> None:
    """Nobody wants it to stop."""


@dataclass(slots=True)
class Lines:
    """The rows of data of one sheet, column by column.

    `rows[i]` is the sheet's row number of line i; `values[field][i]` its value, `None` where the cell is
    empty or could not be read; `rejected` holds the lines that a problem keeps out. `headings` gives the
    sender's own heading of a field, `context` what the title rows say about all lines, `sections` by line what
    the sections above it say, `skipped` by row number why a row is no line, `lexicon` what people said of it all,
    `merged` how many areas of merged cells the sheet has, `each` the headings under which the values of columns stand
    that tell of one thing each. `above` gives the line below which each unit of a list stands, where indents or
    numbers prove it. `go_on` is asked whenever the lines are gone through, and may raise to stop.
    """

    spec: SheetSpec
    sheet: str
    header_row: int
    sheet_rows: int
    rows: list[int]
    sections: list[Mapping[str, str]]
    context: dict[str, str]
    headings: dict[str, str]
    skipped: dict[int, str]
    lexicon: Lexicon
    values: dict[str, list[object]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    rejected: set[int] = field(default_factory=set)
    merged: int = 0
    each: tuple[str, ...] = ()
    above: Sequence[int | None] | None = None
    go_on: GoOn = field(default=_always, repr=False)
    _empty: Sequence[None] = field(default=(), init=False, repr=False)

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> Sequence[object]:
        """The values of a field; all `None` where the sheet has no such column."""
        self.go_on()
        if len(self._empty) != len(self.rows):
            self._empty = (None,) * len(self.rows)
        return self.values.get(name) or self._empty

    def take_first_filled(self, first: str, *others: str) -> None:
        """Fill the empty values of a field from others in which senders say the same."""
        for other in others:
            if other in self.headings:
                self.headings.setdefault(first, self.headings[other])
                pairs = zip(self.column(first), self.column(other), strict=True)
                self.values[first] = [own or more for own, more in pairs]

    def object(self, line: int, code: str, name: str = "", value: object = "", **facts: str) -> None:
        """Note a problem of a line; a rejecting one keeps the line out."""
        shown = cells.shown(value) if value is not None else ""
        self.problems.append(Problem(code, self.rows[line], self.headings.get(name, ""), shown, facts))
        if code in REJECTING:
            self.rejected.add(line)

    def good(self) -> list[int]:
        """The lines that no problem keeps out."""
        self.go_on()
        return [line for line in range(len(self.rows)) if line not in self.rejected]


def read_lines(sheet: Sheet, layout: Layout, section_of: SectionOf, lexicon: Lexicon, go_on: GoOn = _always) -> Lines:
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
    raw = _taken(sheet, layout, body.rows)
    _read_dates(raw, lines)
    _read_others(raw, layout, lines)
    return lines


def _tree(sheet: Sheet, layout: Layout, numbers: Sequence[int]) -> list[int | None] | None:
    names = next((it for it in layout.columns if it.field == layout.spec.outline), None)
    return tree(sheet.rows, numbers, names, layout.number) if names and layout.outlined else None


class _Cells(NamedTuple):
    """A column of cells, and its distinct ones."""

    all: list[object]
    distinct: set[object]


def _taken(sheet: Sheet, layout: Layout, numbers: Sequence[int]) -> dict[MappedColumn, _Cells]:
    """The columns of the rows of data, repeated cells and days from 1904 resolved; the sheet's rows are let go of."""
    turned = _take_columns(sheet.rows, numbers, layout.columns)
    let_go(sheet.rows)
    taken: dict[MappedColumn, _Cells] = {}
    for mapped, column in turned.items():
        distinct = set(column)
        without_marks = resolved(column, distinct)
        if sheet.from_1904 and mapped.column.kind is CellKind.DATE:
            without_marks = date_columns.counted_from_1904(without_marks)
        taken[mapped] = _Cells(without_marks, distinct if without_marks is column else set(without_marks))
    return taken


def _read_others(raw: dict[MappedColumn, _Cells], layout: Layout, lines: Lines) -> None:
    """All columns but those of dates; several notes become one."""
    notes: dict[MappedColumn, list[object]] = {}
    for mapped in layout.columns:
        column = raw.pop(mapped, None)
        if column is not None:
            reader = cells.ID_READERS.get(mapped.field) or _READERS[mapped.column.kind]
            if reader is cells.read_money and cells.counts_thousands(mapped.heading, lines.context["title"]):
                reader = cells.read_scaled_money
            values = _read_column(column, reader, mapped, lines)
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


def date_orders(
    rows: Sequence[Sequence[object]], numbers: Sequence[int], layout: Layout
) -> dict[MappedColumn, date_columns.Order]:
    """The order of each date column, as the rows of data of these numbers prove it."""
    dated = [mapped for mapped in layout.columns if mapped.column.kind is CellKind.DATE]
    columns = [{mapped.cell(rows[number - 1]) for number in numbers} for mapped in dated]
    return dict(zip(dated, date_columns.decide(list(map(date_columns.orders_seen, columns))), strict=True))


def _take_columns(
    rows: Sequence[Sequence[object]], numbers: Sequence[int], columns: Sequence[MappedColumn]
) -> dict[MappedColumn, list[object]]:
    """The rows of data turned into columns; all rows of a sheet are equally long."""
    wanted = (rows[number - 1] for number in numbers)
    turned: dict[MappedColumn, list[object]] = {mapped: [] for mapped in columns}
    # Some at a time: while they are turned, nothing else in the program goes on.
    while part := list(zip(*islice(wanted, _ROWS_AT_A_TIME), strict=True)):
        for mapped in columns:
            cells_of = part[mapped.index]
            turned[mapped].extend([part_of(it, mapped.field) for it in cells_of] if mapped.is_shared else cells_of)
    return turned


def _read_dates(raw: dict[MappedColumn, _Cells], lines: Lines) -> None:
    """All date columns together: one that proves no order follows the rest of its sheet."""
    dated = [mapped for mapped in raw if mapped.column.kind is CellKind.DATE]
    orders = date_columns.decide([date_columns.orders_seen(raw[mapped].distinct) for mapped in dated])
    lasts: dict[str, list[object]] = {}
    for mapped, order in zip(dated, orders, strict=True):
        told, years = lines.lexicon.order(mapped.field), date_columns.years_of(mapped.field)
        read = date_columns.read_span if mapped.column.until else date_columns.reader_of(mapped.field)
        written = raw.pop(mapped)
        column = _read_column(written, partial(read, order=order, told=told, years=years), mapped, lines)
        if mapped.column.until:
            _note_days_apart(written, mapped, lines)
            lasts[mapped.column.until] = [it[1] if isinstance(it, tuple) else None for it in column]
            column = [it[0] if isinstance(it, tuple) else None for it in column]
        lines.values[mapped.field] = column
    for name, column in lasts.items():
        _add_lasts(name, column, lines)


def _note_days_apart(cells_of: _Cells, mapped: MappedColumn, lines: Lines) -> None:
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


def _read_column(
    column: _Cells, reader: Callable[[object], object], mapped: MappedColumn, lines: Lines
) -> list[object]:
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
