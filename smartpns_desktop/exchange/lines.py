"""The rows of data of a sheet, column by column: their values, and what was found wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from smartpns_desktop.domain.problems import REJECTING, Notice, Problem
from smartpns_desktop.exchange import cells
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.lexicon import Lexicon

GoOn = Callable[[], None]


def go_on_always() -> None:
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
    go_on: GoOn = field(default=go_on_always, repr=False)
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
