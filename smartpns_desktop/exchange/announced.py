"""What a reader of a sheet would not see, and what is not taken over: hidden rows, unknown columns, lost cells."""

from __future__ import annotations

from collections.abc import Iterator

from smartpns_desktop.domain.problems import Notice, Problem
from smartpns_desktop.exchange.body import Body
from smartpns_desktop.exchange.cells import shown
from smartpns_desktop.exchange.heading_columns import repeated_headings, unkept_headings
from smartpns_desktop.exchange.layout import Layout, headings_of
from smartpns_desktop.exchange.sheets import Sheet, column_letters


def announced(sheet: Sheet, layout: Layout, body: Body, *, leave_hidden: bool) -> Iterator[Notice]:
    """Hidden rows and columns, taken or left (`leave_hidden`), and columns of which nothing is stored."""
    hidden = sorted(sheet.hidden_rows & {*body.rows})
    yield from _told("rows.hidden", tuple(map(str, hidden)))
    left = [row for row in sorted(sheet.hidden_rows) if leave_hidden and body.skipped.get(row) == "left_out"]
    yield from _told("rows.left_out", tuple(map(str, left)))
    wanted = {place: mapped.heading for mapped in layout.columns for place in mapped.places}
    places = sorted(sheet.hidden_columns)
    yield from _told("columns.hidden", tuple(wanted[place] for place in places if place in wanted))
    yield from _told("columns.unknown", layout.unknown)
    known = unkept_headings(sheet.rows[layout.first_row - 1 : layout.header_row], layout.spec)
    yield from _told("columns.unkept", tuple(it for it in dict.fromkeys(known) if it not in wanted.values()))
    yield from _told("columns.unheaded", _unheaded(sheet, layout, body))


def _told(code: str, names: tuple[str, ...]) -> Iterator[Notice]:
    if names:
        yield Notice(code, {"count": str(len(names))}, names)


def _unheaded(sheet: Sheet, layout: Layout, body: Body) -> tuple[str, ...]:
    """Columns of the table without a heading are read by nobody; what stands in them is not lost without a word."""
    read = {place for mapped in layout.columns for place in mapped.places}
    places = [place for place, text in enumerate(headings_of(sheet.rows, layout)) if not text and place not in read]
    return tuple(
        column_letters(place)
        for place in places
        if any(sheet.rows[number - 1][place] not in ("", None) for number in body.rows)
    )


def lost_cells(sheet: Sheet, layout: Layout) -> Iterator[Problem]:
    """Cells that show something in Excel but carry no value: an error, a formula that was never computed."""
    wanted = {place: mapped.heading for mapped in layout.columns for place in mapped.places}
    valueless = dict.fromkeys(sheet.valueless_formulas, "")
    for code, found in (("cell.error", sheet.errors), ("cell.formula_without_value", valueless)):
        for (row, place), text in sorted(found.items()):
            if place in wanted and row > layout.header_row:
                yield Problem(code, row, wanted[place], text)


def cells_beside(sheet: Sheet, layout: Layout, body: Body) -> Iterator[Problem]:
    """What rows hold a second time of what tells them apart: of a table beside the first, or of a second event."""
    heading = sheet.rows[layout.first_row - 1 : layout.header_row]
    again = repeated_headings(heading, layout.columns, layout.spec)
    for number in body.rows if again else ():
        row = sheet.rows[number - 1]
        for place, own in again:
            if row[place] not in ("", row[own.index]):
                yield Problem("row.beside", number, own.heading, shown(row[place]))
