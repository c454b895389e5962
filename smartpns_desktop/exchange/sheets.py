"""What a sheet is once it has been read: its cells as Python values, and what the reader saw besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from smartpns_desktop.exchange.origins import Origin

_FREED_AT_ONCE = 500

Cell = str | float | int | bool | date | datetime | time | timedelta
"""One cell's value; an empty cell is ""."""


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet of a workbook before it is read."""

    name: str
    visible: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cells and what is special about some of them.

    `rows[0]` is the sheet's row 1; all rows are equally long; leading empty rows and columns are there, blank
    rows after the last filled one are not. `hidden_rows` are row numbers (from 1), `hidden_columns` places
    (from 0); `errors` gives the text ("#N/A") and `valueless_formulas` the places of cells whose value is
    lost, by row number and column's place; `merged` is how many areas of merged cells there are.
    `origin` is there for a sheet of ours that came back. `from_1904` says
    that numbers are days counted from 1904.
    """

    name: str
    rows: list[list[Cell]]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    valueless_formulas: frozenset[tuple[int, int]] = frozenset()
    merged: int = 0
    origin: Origin | None = None
    from_1904: bool = False


@dataclass(frozen=True, slots=True)
class HeldSheet:
    """A sheet of a format that is read whole when the file is opened."""

    content: Sheet
    visible: bool


def column_letters(place: int) -> str:
    """What a spreadsheet calls the column at a place from 0: A, Z, AA."""
    letters, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def let_go(*held: list[Any] | dict[Any, Any]) -> None:
    """Forget rows, some at a time: while they are freed, nothing else in the program goes on."""
    for rows in held:
        while rows:
            if isinstance(rows, dict):
                rows.popitem()
            else:
                del rows[-_FREED_AT_ONCE:]


def without_trailing_blanks(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The same list, its blank last rows removed."""
    while rows and not any(cell != "" for cell in rows[-1]):
        rows.pop()
    return rows
