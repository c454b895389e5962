"""A sheet of refused rows on its way to the file: the sender's look, wrong cells in colour, the reason beside them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook

from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.sheet_looks import SheetLook
from smartpns_desktop.exchange.writing import A4, OVERFLOWS, TEXT_FORMAT

_WRONG = {"bg_color": "#F8CBCB", "pattern": 1}
_HEADING = {"bold": True, "text_wrap": True, "valign": "top"}
_WRAPPED = {"text_wrap": True, "valign": "top"}
_MARK = {"font_color": "#A6A6A6", "font_size": 8}
_REASON_WIDTH, _WIDTH = 70, 18
"""Characters of the column of reasons, and of a column of which nothing is known."""
_PADDING = 0.71
"""What a file adds to the width that a user sees, in characters (ECMA-376 part 1, 18.3.1.13)."""
_LINE_HEIGHT = 15.0
_COMMENT_WIDTH, _COMMENT_LINE, _COMMENT_CHARACTERS = 280, 18, 42
_MOST_COMMENTS = 20_000
"""Further cells are coloured only: more notes than that make Excel slow, and the reason stands in its column."""


class RefusedPage:
    """One row below the other; the sender's rows count from 1, columns from 0."""

    def __init__(self, file_name: str, workbook: Workbook, name: str, look: SheetLook) -> None:
        self._file_name, self._workbook, self._look = file_name, workbook, look
        self._page = workbook.add_worksheet(name)
        self._formats: dict[tuple[object, ...], Any] = {}
        self._next = self._reason = self._comments = 0
        self._texts: Collection[int] = ()
        self._copies: list[tuple[int, int]] = []

    def set_columns(self, reason: int, texts: Collection[int], widths: Mapping[int, int]) -> None:
        """The columns' widths, and text as the format where what is typed must stay as it was typed; `reason` is the
        place of the reasons."""
        self._reason, self._texts = reason, texts
        for place in range(reason):
            told = self._look.widths.get(place)
            width = max(0.0, told - _PADDING) if told else widths.get(place, _WIDTH) if not self._look.looks else None
            text = self._format(None, text=True) if place in texts else None
            self._page.set_column(place, place, width, text, {"hidden": place in self._look.hidden})
        self._page.set_column(reason, reason, _REASON_WIDTH, self._workbook.add_format(_WRAPPED))

    def freeze(self) -> None:
        """What was written so far stays in sight, on paper too."""
        self._page.freeze_panes(self._next, 0)
        self._page.repeat_rows(0, self._next - 1)
        self._page.set_landscape()
        self._page.set_paper(A4)
        self._page.fit_to_pages(1, 0)

    def copy(
        self,
        number: int,
        row: Sequence[str | float],
        *,
        reason: str = "",
        heading: bool = False,
        wrong: Mapping[int, str] | None = None,
    ) -> None:
        """A row of the sender (0: none of his) with these values; `wrong` says by place what is wrong there."""
        wrong, data = wrong or {}, wrong is not None
        self._size(number, reason, data=data)
        for place, value in enumerate(row):
            if place != self._reason:
                style = self._look.styles.get(number, {}).get(place)
                text = data and place in self._texts
                self._put(place, value, self._format(style, text=text, wrong=place in wrong, heading=heading))
        if reason:
            self._put(self._reason, reason, self._reason_format(number, heading=heading))
        for place, said in wrong.items():
            self._note(place, said)
        self._copies.append((number, self._next))
        self._next += 1

    def hide(self, row: Sequence[str]) -> None:
        """A row that nobody needs to see."""
        self._page.set_row(self._next, None, None, {"hidden": True})
        for place, value in enumerate(row):
            if value:
                self._put(place, value, self._workbook.add_format(_MARK))
        self._next += 1

    def merge(self, header_row: int) -> None:
        """Put together what was merged in the rows of the title, the heading and the sections."""
        above = [area for area in self._look.merged if area[2] <= header_row]
        within: dict[int, list[tuple[int, int, int, int]]] = {}
        for area in self._look.merged:
            if area[0] == area[2] > header_row:
                within.setdefault(area[0], []).append(area)
        areas = [(top - 1, left, bottom - 1, right) for top, left, bottom, right in above]
        areas += [(at, left, at, right) for row, at in self._copies for _, left, _, right in within.get(row, ())]
        taken: set[tuple[int, int]] = set()
        for top, left, bottom, right in areas:
            cells = {(row, place) for row in range(top, bottom + 1) for place in range(left, right + 1)}
            if len(cells) > 1 and not cells & taken and self._reason not in range(left, right + 1):
                taken |= cells
                # merge_range() would write cells of rows that are in the file by now.
                self._page.merge.append([top, left, bottom, right])

    def _size(self, number: int, reason: str, *, data: bool) -> None:
        height = self._look.heights.get(number)
        if height is not None:
            lines = sum(max(1, math.ceil(len(line) / _REASON_WIDTH)) for line in reason.split("\n"))
            self._page.set_row(self._next, max(height, lines * _LINE_HEIGHT))
        if not data and number in self._look.hidden_rows:
            self._page.set_row(self._next, height, None, {"hidden": True})

    def _reason_format(self, number: int, *, heading: bool) -> Any:
        """In the heading as the column before it looks."""
        style = self._look.styles.get(number, {}).get(self._reason - 1) if heading else None
        return self._format(style, heading=heading, wrapped=True)

    def _format(
        self,
        style: int | None,
        *,
        text: bool = False,
        wrong: bool = False,
        heading: bool = False,
        wrapped: bool = False,
    ) -> Any:
        """The sender's format of that number, changed where it has to be; `None` where there is nothing to it."""
        key = (style, text, wrong, heading, wrapped)
        if key not in self._formats:
            known = style is not None and style < len(self._look.looks)
            look = dict(self._look.looks[style]) if known and style is not None else {}
            if wrong:
                look.pop("fg_color", None)
            look |= _HEADING if heading and not look else {}
            look |= _WRAPPED if wrapped else {}
            look |= {"num_format": TEXT_FORMAT} if text else {}
            look |= _WRONG if wrong else {}
            self._formats[key] = self._workbook.add_format(look) if look else None
        return self._formats[key]

    def _note(self, place: int, said: str) -> None:
        self._comments += 1
        if self._comments <= _MOST_COMMENTS:
            lines = sum(math.ceil(len(line) / _COMMENT_CHARACTERS) for line in said.split("\n"))
            size = {"width": _COMMENT_WIDTH, "height": (lines + 1) * _COMMENT_LINE}
            self._page.write_comment(self._next, place, said, {**size, "author": "SmartPNS"})

    def _put(self, place: int, value: str | float, look: Any) -> None:
        if value == "":
            full = self._page.write_blank(self._next, place, None, look)
        elif isinstance(value, bool):
            full = self._page.write_boolean(self._next, place, value, look)
        elif isinstance(value, str):
            full = self._page.write_string(self._next, place, value, look)
        else:
            full = self._page.write_number(self._next, place, value, look)
        if full:
            raise limits.too_large(self._file_name, *OVERFLOWS[full])
