"""A web page as Excel shows it: one sheet, its tables below each other, the text around them in rows of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.markup import Malformed, Tag, stream
from smartpns_desktop.exchange.sheets import Cell, Sheet, without_trailing_blanks
from smartpns_desktop.exchange.table_grid import Grid, Spanning, Table, TooWide, laid_out, stacked
from smartpns_desktop.exchange.web_cells import cell_value, hidden_classes, is_hidden, lines_of

_BREAKS = frozenset(
    "br p div h1 h2 h3 h4 h5 h6 li ul ol hr center blockquote pre form section address dt dd dl caption".split()
)
_PARTS = frozenset(("table", "tr", "td", "col"))
_EMPTY = frozenset("br hr img input link meta col wbr".split())
_DEEPEST = 20
"""Tables within tables."""
_WIDEST, _TALLEST = 1_000, 65_534
"""What colspan and rowspan can say (HTML, 4.9.11); a rowspan of 0 goes to the end."""
_NUMBER = re.compile(r"\s*\+?(\d{1,6})")


def read_page(page: str, sheet: str, file_name: str) -> Sheet | None:
    """The page as a sheet of that name; `None` where it has no table.

    Raises CannotDo: file.truncated where the page ends within a cell, a tag or a comment, file.unreadable where it
    is malformed beyond sense, file.too_large.
    """
    reader = _Reader(hidden_classes(page))
    try:
        for part in stream(page):
            if isinstance(part, Tag):
                reader.take_tag(part)
            else:
                reader.take_text(part)
        grid = reader.finish()
    except Malformed as error:
        raise CannotDo("file.truncated", path=file_name) from error
    except RecursionError as error:
        raise CannotDo("file.unreadable", path=file_name) from error
    except TooWide as error:
        raise limits.too_large(file_name, "cells", limits.CELLS) from error
    return None if grid is None else _sheet_of(grid, sheet, file_name)


def _sheet_of(grid: Grid, name: str, file_name: str) -> Sheet:
    width = grid.width
    if width * len(grid.rows) > limits.CELLS:
        raise limits.too_large(file_name, "cells", limits.CELLS)
    rows = without_trailing_blanks(grid.rows)
    for row in rows:
        row.extend([""] * (width - len(row)))
    return Sheet(
        name,
        rows,
        hidden_rows=frozenset(place + 1 for place in grid.hidden_rows if place < len(rows)),
        hidden_columns=frozenset(place for place in grid.hidden_columns if place < width),
        merged=grid.merged,
    )


class _Flow:
    """Text and tables in the order in which they stand, on the page or in a cell."""

    __slots__ = ("_text", "blocks")

    def __init__(self) -> None:
        self._text: list[str] = []
        self.blocks: list[Grid] = []

    def add(self, text: str) -> None:
        self._text.append(text)

    def add_table(self, grid: Grid, *, line_by_line: bool) -> None:
        self._end_text(line_by_line)
        self.blocks.append(grid)

    def shown(self) -> str:
        """The text of a cell without tables."""
        return "\n".join(lines_of("".join(self._text)))

    def whole(self, *, line_by_line: bool) -> Grid:
        self._end_text(line_by_line)
        return stacked(self.blocks)

    def _end_text(self, line_by_line: bool) -> None:
        lines = lines_of("".join(self._text))
        self._text.clear()
        if lines:
            self.blocks.append(Grid([[line] for line in lines] if line_by_line else [["\n".join(lines)]]))


@dataclass(slots=True)
class _OpenTable:
    """A table that has not ended; `cell` is the flow of its open cell, `carried` that cell's attributes."""

    table: Table = field(default_factory=Table)
    in_row: bool = False
    cell: _Flow | None = None
    carried: Mapping[str, str] = field(default_factory=dict)
    columns: int = 0
    is_hidden: bool = False


class _Reader:
    """One pass over a page."""

    def __init__(self, classes: frozenset[str]) -> None:
        self._classes = classes
        self._page = _Flow()
        self._open: list[_OpenTable] = []
        self._has_table = False
        self._closed: set[str] = set()
        self._unseen: tuple[str, int] | None = None

    def take_text(self, text: str) -> None:
        if self._unseen is None:
            self._flow().add(text)

    def take_tag(self, tag: Tag) -> None:
        name = "td" if tag.name == "th" else tag.name
        if name in _PARTS:
            self._unseen = None
            if tag.closes:
                self._closed.add(name)
                self._end(name)
            else:
                self._begin(name, tag.attributes() if tag.carried else {})
            return
        if name in _BREAKS:
            self._flow().add("\0")
        self._look_away(tag)

    def finish(self) -> Grid | None:
        """The whole page; `None` where it had no table. Raises Malformed where it breaks off within a cell."""
        if self._open:
            last = self._open[-1]
            if (last.cell and "td" in self._closed) or (last.in_row and "tr" in self._closed):
                raise Malformed
        while self._open:
            self._end_table()
        return self._page.whole(line_by_line=True) if self._has_table else None

    def _look_away(self, tag: Tag) -> None:
        """What a page does not show within a line, such as keys to sort by, is no text of the cell."""
        if self._unseen is None:
            if tag.carried and not tag.closes and tag.name not in _EMPTY and is_hidden(tag.attributes(), self._classes):
                self._unseen = (tag.name, 1)
        elif tag.name == self._unseen[0] and not tag.carried.endswith("/"):
            depth = self._unseen[1] + (-1 if tag.closes else 1)
            self._unseen = (tag.name, depth) if depth else None

    def _flow(self) -> _Flow:
        """Where text goes now: text between cells stands in front of its table, as browsers put it."""
        return next((it.cell for it in reversed(self._open) if it.cell is not None), self._page)

    def _begin(self, name: str, carried: Mapping[str, str]) -> None:
        if name == "table":
            self._begin_table(carried)
        elif self._open and name == "tr":
            self._begin_row(self._open[-1], is_hidden(carried, self._classes))
        elif self._open and name == "td":
            self._begin_cell(self._open[-1], carried)
        elif self._open:
            self._note_columns(self._open[-1], carried)

    def _end(self, name: str) -> None:
        if name == "table" and self._open:
            self._end_table()
        elif name == "tr" and self._open:
            self._end_row(self._open[-1])
        elif name == "td" and self._open:
            self._end_cell(self._open[-1])

    def _begin_table(self, carried: Mapping[str, str]) -> None:
        if self._open and self._open[-1].cell is None:
            self._end_table()
        if len(self._open) == _DEEPEST:
            raise RecursionError
        self._has_table = True
        self._open.append(_OpenTable(is_hidden=is_hidden(carried, self._classes)))

    def _end_table(self) -> None:
        self._end_row(self._open[-1])
        ended = self._open.pop()
        grid = laid_out(ended.table, limits.CELLS)
        if ended.is_hidden:
            grid.hidden_rows.update(range(len(grid.rows)))
        self._flow().add_table(grid, line_by_line=not self._open)

    def _begin_row(self, of: _OpenTable, hidden: bool) -> None:
        self._end_row(of)
        if hidden:
            of.table.hidden_rows.add(len(of.table.rows))
        of.table.rows.append([])
        of.in_row = True

    def _end_row(self, of: _OpenTable) -> None:
        self._end_cell(of)
        of.in_row = False

    def _begin_cell(self, of: _OpenTable, carried: Mapping[str, str]) -> None:
        self._end_cell(of)
        if not of.in_row:
            self._begin_row(of, hidden=False)
        of.cell, of.carried = _Flow(), carried

    def _end_cell(self, of: _OpenTable) -> None:
        if of.cell is None:
            return
        row, carried = of.table.rows[-1], of.carried
        if carried and is_hidden(carried, self._classes):
            of.table.hidden_cells[len(row)] += 1
        row.append(_cell(of.cell, carried))
        of.cell = None

    def _note_columns(self, of: _OpenTable, carried: Mapping[str, str]) -> None:
        count = _span(carried, "span", _WIDEST)
        if is_hidden(carried, self._classes):
            of.table.hidden_columns.update(range(of.columns, of.columns + count))
        of.columns += count


def _cell(flow: _Flow, carried: Mapping[str, str]) -> Cell | Spanning:
    wide, tall = (_span(carried, "colspan", _WIDEST), _span(carried, "rowspan", _TALLEST)) if carried else (1, 1)
    if flow.blocks:
        return Spanning(flow.whole(line_by_line=False), wide, tall)
    value = cell_value(flow.shown(), carried)
    return value if wide == tall == 1 else Spanning(Grid([[value]]), wide, tall)


def _span(carried: Mapping[str, str], name: str, most: int) -> int:
    """How many columns or rows; what is no number is one."""
    number = _NUMBER.match(carried.get(name, ""))
    count = int(number[1]) if number else 1
    return min(count, most) or (most if name == "rowspan" else 1)
