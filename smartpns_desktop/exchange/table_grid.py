"""Tables of a web page laid out as a sheet: spans, tables within cells, and blocks below each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from smartpns_desktop.exchange.sheets import Cell

_LAST_COLUMN = 16_384
_NEVER = 1 << 62


class TooWide(ValueError):
    """A table that spans more cells than a sheet may have."""


@dataclass(slots=True)
class Grid:
    """Cells in rows, not yet equally long; hidden rows and columns by their places from 0."""

    rows: list[list[Cell]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: int = 0

    @property
    def width(self) -> int:
        """Cells of the longest row."""
        return max(map(len, self.rows), default=0)

    def put(self, other: Grid, row: int, column: int) -> None:
        """Write another grid into this one, from that place on; rows must be there already."""
        for place, cells in enumerate(other.rows, start=row):
            line = self.rows[place]
            line.extend([""] * (column + len(cells) - len(line)))
            line[column : column + len(cells)] = cells
        self.hidden_rows |= {row + place for place in other.hidden_rows}
        self.hidden_columns |= {column + place for place in other.hidden_columns}
        self.merged += other.merged


@dataclass(frozen=True, slots=True)
class Spanning:
    """A cell that takes more than one place, or holds tables."""

    content: Grid
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table:
    """A table's cells as they were written; how many cells of a column are not shown, by its place in the row."""

    rows: list[list[Cell | Spanning]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_cells: Counter[int] = field(default_factory=Counter)

    def never_shown(self) -> set[int]:
        """Places of columns that are hidden as a whole, or of which no cell is shown."""
        lengths = Counter(map(len, self.rows))
        reaching = {it: sum(n for length, n in lengths.items() if length > it) for it in self.hidden_cells}
        return self.hidden_columns | {it for it, count in self.hidden_cells.items() if count >= reaching[it]}


def laid_out(table: Table, most: int) -> Grid:
    """The table as a grid of at most that many cells: a spanning cell's value stands in its first place, as
    merged cells are kept in a workbook, and a table within a cell widens its row and column. Raises TooWide."""
    plain = [[cell for cell in row if not isinstance(cell, Spanning)] for row in table.rows]
    if sum(map(len, plain)) == sum(map(len, table.rows)):
        return Grid(plain, set(table.hidden_rows), table.never_shown())
    placed = list(_placed(table.rows))
    held = [(row, column, cell) for row, column, cell in placed if isinstance(cell, Spanning)]
    width = max((column + 1 for _, column, _ in placed), default=0)
    rows = _starts(len(table.rows), ((row, it.rows, len(it.content.rows)) for row, _, it in held))
    columns = _starts(width, ((column, it.columns, it.content.width) for _, column, it in held))
    if rows[-1] * columns[-1] > most:
        raise TooWide
    grid = Grid([[] for _ in range(rows[-1])])
    for row, column, cell in placed:
        if isinstance(cell, Spanning):
            grid.put(cell.content, rows[row], columns[column])
        else:
            line = grid.rows[rows[row]]
            line.extend([""] * (columns[column] - len(line)))
            line.append(cell)
    grid.merged += sum(it.columns > 1 or it.rows > 1 for _, _, it in held)
    grid.hidden_rows |= {place for row in table.hidden_rows for place in range(rows[row], rows[row + 1])}
    hidden = (column for column in table.never_shown() if column < width)
    grid.hidden_columns |= {place for column in hidden for place in range(columns[column], columns[column + 1])}
    return grid


def stacked(blocks: Sequence[Grid]) -> Grid:
    """Grids below each other."""
    whole = Grid([[] for block in blocks for _ in block.rows])
    row = 0
    for block in blocks:
        whole.put(block, row, 0)
        row += len(block.rows)
    return whole


def _placed(rows: Iterable[Sequence[Cell | Spanning]]) -> Iterator[tuple[int, int, Cell | Spanning]]:
    """Row and column of each cell: those that hang down from rows above push it to the right."""
    hanging: dict[int, int] = {}
    soonest = _NEVER
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while column in hanging:
                column += 1
            yield row, column, cell
            wide, tall = (cell.columns, cell.rows) if isinstance(cell, Spanning) else (1, 1)
            if column + wide > _LAST_COLUMN:
                raise TooWide
            if tall > 1:
                hanging.update(dict.fromkeys(range(column, column + wide), row + tall))
                soonest = min(soonest, row + tall)
            column += wide
        if hanging and row + 1 >= soonest:
            hanging = {place: until for place, until in hanging.items() if until > row + 1}
            soonest = min(hanging.values(), default=_NEVER)


def _starts(count: int, held: Iterable[tuple[int, int, int]]) -> list[int]:
    """Where each row (or column) of a table begins on the sheet, and where the last one ends.

    `held`: place, span and needed size of the cells that hold more than a value.
    """
    sizes = [1] * count
    for place, span, needed in held:
        last = min(place + span, count) - 1
        sizes[last] += max(0, needed - sum(sizes[place : last + 1]))
    return [0, *accumulate(sizes)]
