"""From a sheet to lines: its columns read into values, every row accounted for, problems noted as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from smartpns_desktop.domain.problems import REJECTING, Notice, Problem
from smartpns_desktop.exchange import cells, date_columns
from smartpns_desktop.exchange.body import SectionOf, read_body
from smartpns_desktop.exchange.cells import Unread
from smartpns_desktop.exchange.columns_spec import CellKind, SheetSpec
from smartpns_desktop.exchange.layout import Layout, MappedColumn, context_of
from smartpns_desktop.exchange.lexicon import Lexicon
from smartpns_desktop.exchange.sheets import Sheet, let_go

_ROWS_AT_A_TIME = 5_000

_READERS: dict[CellKind, Callable[[object], object]] = {
    CellKind.TEXT: cells.read_text,
    CellKind.ID: cells.read_id,
    CellKind.NUMBER: cells.read_number,
    CellKind.INTEGER: cells.read_integer,
    CellKind.MONEY: cells.read_integer,
    CellKind.YEAR_COUNT: cells.read_integer,
}


@dataclass(slots=True)
class Lines:
    """The rows of data of one sheet, column by column.

    `rows[i]` is the sheet's row number of line i; `values[field][i]` its value, `None` where the cell is
    empty or could not be read; `rejected` holds the lines that a problem keeps out. `headings` gives the
    sender's own heading of a field, `context` what the title rows say about all lines, `sections` by line what
    the sections above it say, `skipped` by row number why a row is no line, `lexicon` what people said of it all.
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

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> Sequence[object]:
        """The values of a field; all `None` where the sheet has no such column."""
        return self.values.get(name) or [None] * len(self.rows)

    def object(self, line: int, code: str, name: str = "", value: object = "", **facts: str) -> None:
        """Note a problem of a line; a rejecting one keeps the line out."""
        shown = cells.shown(value) if value is not None else ""
        self.problems.append(Problem(code, self.rows[line], self.headings.get(name, ""), shown, facts))
        if code in REJECTING:
            self.rejected.add(line)

    def good(self) -> list[int]:
        """The lines that no problem keeps out."""
        return [line for line in range(len(self.rows)) if line not in self.rejected]


def read_lines(sheet: Sheet, layout: Layout, section_of: SectionOf, lexicon: Lexicon) -> Lines:
    """Read a sheet whose heading was found; consumes the sheet's rows to save memory."""
    leave_out = lexicon.leave_out | sheet.hidden_rows if lexicon.leave_hidden else lexicon.leave_out
    body = read_body(sheet.rows, layout, section_of, leave_out)
    lines = Lines(
        spec=layout.spec,
        sheet=sheet.name,
        header_row=layout.header_row,
        sheet_rows=len(sheet.rows),
        rows=body.rows,
        sections=body.sections,
        context=context_of(sheet.rows, layout),
        headings={mapped.field: mapped.heading for mapped in layout.columns},
        skipped=body.skipped,
        lexicon=lexicon,
    )
    _announce(sheet, layout, lines)
    if layout.spec.sections:
        lines.problems += [Problem("value.unknown", row, "", text) for row, text in body.unused.items()]
    raw = _take_columns(sheet.rows, body.rows, layout.columns)
    let_go(sheet.rows)
    _read_dates(raw, lines)
    for mapped in layout.columns:
        column = raw.pop(mapped, None)
        if column is not None:
            reader = cells.read_nip if mapped.field == "nip" else _READERS[mapped.column.kind]
            lines.values[mapped.field] = _read_column(column, reader, mapped, lines)
    return lines


def date_orders(
    rows: Sequence[Sequence[object]], numbers: Sequence[int], layout: Layout
) -> dict[MappedColumn, date_columns.Order]:
    """The order of each date column, as the rows of data of these numbers prove it."""
    dated = [mapped for mapped in layout.columns if mapped.column.kind is CellKind.DATE]
    columns = [{rows[number - 1][mapped.index] for number in numbers} for mapped in dated]
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
            turned[mapped].extend(part[mapped.index])
    return turned


def _read_dates(raw: dict[MappedColumn, list[object]], lines: Lines) -> None:
    """All date columns together: one that proves no order follows the rest of its sheet."""
    dated = [mapped for mapped in raw if mapped.column.kind is CellKind.DATE]
    orders = date_columns.decide([date_columns.orders_seen(set(raw[mapped])) for mapped in dated])
    for mapped, order in zip(dated, orders, strict=True):
        reader = partial(date_columns.read_date, order=order, told=lines.lexicon.order(mapped.field))
        lines.values[mapped.field] = _read_column(raw.pop(mapped), reader, mapped, lines)


def _read_column(
    column: Sequence[object], reader: Callable[[object], object], mapped: MappedColumn, lines: Lines
) -> list[object]:
    """Each distinct cell is read once: dates, grades and agencies repeat all the way down."""
    texts_alone = all(kind is str for kind in set(map(type, column)))
    # 1, 1.0 and True are equal, but not the same cell.
    keys = column if texts_alone else [(cell, type(cell)) for cell in column]
    known = {key: reader(cell) for key, cell in dict(zip(keys, column, strict=True)).items()}
    unread = {key: value for key, value in known.items() if isinstance(value, Unread)}
    for line, key in enumerate(keys) if unread else ():
        if key in unread:
            told = unread[key]
            lines.object(line, _code(told, mapped), mapped.field, column[line], **told.facts)
    known |= dict.fromkeys(unread)
    return [known[key] for key in keys]


def _code(unread: Unread, mapped: MappedColumn) -> str:
    """A damaged NIK is told as such; other ids share one sentence."""
    if unread.code == "id.damaged" and mapped.field == "nik":
        return "nik.damaged"
    return unread.code


def _announce(sheet: Sheet, layout: Layout, lines: Lines) -> None:
    """What a reader of the sheet would not see, or what we do not take over."""
    wanted = {mapped.index: mapped for mapped in layout.columns}
    body_rows = set(lines.rows)
    hidden = sorted(body_rows & sheet.hidden_rows)
    if hidden:
        lines.notices.append(Notice("rows.hidden", {"count": str(len(hidden))}, tuple(map(str, hidden))))
    hidden_headings = tuple(wanted[index].heading for index in sorted(sheet.hidden_columns) if index in wanted)
    if hidden_headings:
        lines.notices.append(Notice("columns.hidden", {"count": str(len(hidden_headings))}, hidden_headings))
    if layout.unknown:
        lines.notices.append(Notice("columns.unknown", {"count": str(len(layout.unknown))}, layout.unknown))
    _note_lost_cells(sheet.errors, dict.fromkeys(sheet.valueless_formulas, ""), wanted, lines)


def _note_lost_cells(
    errors: Mapping[tuple[int, int], str],
    valueless: Mapping[tuple[int, int], str],
    wanted: Mapping[int, MappedColumn],
    lines: Lines,
) -> None:
    """Cells that show something in Excel but carry no value: an error, a formula that was never computed."""
    for code, found in (("cell.error", errors), ("cell.formula_without_value", valueless)):
        for (row, index), text in sorted(found.items()):
            if index in wanted and row > lines.header_row:
                lines.problems.append(Problem(code, row, wanted[index].heading, text))
