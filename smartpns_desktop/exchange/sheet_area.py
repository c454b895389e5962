"""The area from A1 that a sheet's cells fill, as a pattern that finds the next cell outside it."""

from __future__ import annotations

import re

from smartpns_desktop.exchange.limits import LAST_ROW


def column_number(letters: bytes) -> int:
    """Number of a column from its letters: A is 1, XFD is 16,384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class Area:
    """Columns 1 to `columns` and rows 1 to `rows`, both rounded up to a bound that a pattern can express:
    all references whose leading letter and leading digit are no greater than the bound's. (A bound is at most
    twice the rows, or a leading letter more than the columns, that are really there.)"""

    def __init__(self, prefix: bytes, last_column: bytes = b"Z", last_row: str = "999") -> None:
        self._prefix, self._last_column, self._last_row = prefix, last_column, last_row
        self.columns = column_number(last_column)
        self.rows = min(int(last_row), LAST_ROW)
        inside = _columns_pattern(last_column) + _rows_pattern(last_row).encode()
        self._outside = re.compile(rb'<%sc(?! r="%s")' % (re.escape(prefix), inside))

    @property
    def cells(self) -> int:
        """How many cells the whole area has."""
        return self.columns * self.rows

    def beyond(self, xml: bytes, at: int) -> re.Match[bytes] | None:
        """The next element from `at` that begins with c and is not a plain cell inside the area."""
        return self._outside.search(xml, at)

    def reaching(self, column: int, row: int) -> Area:
        """The area that also holds this cell."""
        last_column = self._last_column if column <= self.columns else _rounded_column(column)
        digits = str(row)
        last_row = self._last_row if row <= int(self._last_row) else digits[0] + "9" * (len(digits) - 1)
        if (last_column, last_row) == (self._last_column, self._last_row):
            return self
        return Area(self._prefix, last_column, last_row)


def _rounded_column(number: int) -> bytes:
    """The last column with as many letters and the same leading letter."""
    letters = b""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = bytes([65 + rest]) + letters
    return letters[:1] + b"Z" * (len(letters) - 1) if len(letters) > 1 else b"Z"


def _columns_pattern(last: bytes) -> bytes:
    if len(last) == 1:
        return rb"[A-Z]"
    rest = len(last) - 1
    return rb"(?:[A-Z]{1,%d}|[A-%c][A-Z]{%d})" % (rest, last[0], rest)


def _rows_pattern(last: str) -> str:
    rest = len(last) - 1
    return rf"(?:\d{{1,{rest}}}|[1-{last[0]}]\d{{{rest}}})"
