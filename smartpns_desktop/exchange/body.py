"""What each row below (and above) the heading is: data, section, number row, total, signature, blank."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from smartpns_desktop.exchange.layout import Layout

SKIPPED = ("heading", "title", "section", "number", "blank", "total", "signature", "left_out")
"""Every reason why a row of the sheet is not a row of data; with the rows of data they add up to the sheet."""

_TOTALS = ("jumlah", "total", "grand total", "sub total", "subtotal", "rata-rata")
_SIGNATURE_CELLS = 3
_NUMBER_ROWS = 2
"""Rows below the heading in which the columns may be numbered."""

Row = Sequence[object]
SectionOf = Callable[[str], str]
"""The field ("agency", "level") of which a text alone in its row tells the value; "" where it tells none."""


@dataclass(slots=True)
class Body:
    """The rows of data (numbers from 1), what the sections above each of them say, and why all others are none.

    `unused` are the sections, by row number, whose text says nothing about a field.
    """

    rows: list[int] = field(default_factory=list)
    sections: list[Mapping[str, str]] = field(default_factory=list)
    unused: dict[int, str] = field(default_factory=dict)
    skipped: dict[int, str] = field(default_factory=dict)


def read_body(
    rows: Sequence[Row], layout: Layout, section_of: SectionOf, leave_out: frozenset[int] = frozenset()
) -> Body:
    """Sort every row of the sheet; rows of data that are to be left out count as such."""
    body = Body()
    for number, row in enumerate(rows[: layout.first_row - 1], start=1):
        body.skipped[number] = "title" if any(cell != "" for cell in row) else "blank"
    body.skipped |= dict.fromkeys(range(layout.first_row, layout.header_row + 1), "heading")
    last = _last_identified(rows, layout)
    above: Mapping[str, str] = {}
    identifying = _identifying(layout)
    headings, heading = rows[layout.first_row - 1 : layout.header_row], layout.header_row
    for number in range(layout.header_row + 1, len(rows) + 1):
        row = rows[number - 1]
        if row in headings:
            # Printed again at the top of each page.
            body.skipped[number] = "heading"
            heading = number
            continue
        if number <= heading + _NUMBER_ROWS and _counts_columns(row):
            body.skipped[number] = "number"
            continue
        if not _is_plainly_data(row, identifying):
            role = _role(row, number > last, section_of)
            if role:
                body.skipped[number] = role
                if role == "section":
                    above = _entered(body, number, _only_text(row), above, layout.spec.sections, section_of)
                continue
        if number in leave_out:
            body.skipped[number] = "left_out"
            continue
        body.rows.append(number)
        body.sections.append(above)
    return body


def _entered(
    body: Body, number: int, text: str, above: Mapping[str, str], fields: Sequence[str], section_of: SectionOf
) -> Mapping[str, str]:
    """What holds below a section's row: the outer sections stay, the inner ones end."""
    field = section_of(text)
    if field not in fields:
        body.unused[number] = text
        return above
    outer = fields[: fields.index(field)]
    return {**{name: above[name] for name in outer if name in above}, field: text}


def _identifying(layout: Layout) -> list[int]:
    places = [layout.index_of(name) for name in layout.spec.identifying]
    return [place for place in places if place is not None]


def _is_plainly_data(row: Row, identifying: Sequence[int]) -> bool:
    """The usual row: every identifying cell is filled, and none is a total's label."""
    for place in identifying:
        if place >= len(row) or row[place] == "":
            return False
    cells = [row[0], *(row[place] for place in identifying)]
    # A course may be called Total Quality Management; a total has nobody's number.
    return not any(map(_is_total, cells)) or _is_id(str(row[identifying[0]]))


def _last_identified(rows: Sequence[Row], layout: Layout) -> int:
    """Number of the last row that names a person, a programme …; what stands below is the sheet's foot."""
    identifying = _identifying(layout)
    for number in range(len(rows), layout.header_row, -1):
        row = rows[number - 1]
        named = any(place < len(row) and row[place] != "" for place in identifying)
        if named and _filled(row) > 1 and not _is_total(next(cell for cell in row if cell != "")):
            return number + _bare_numbers(rows[number:], identifying[0])
    return layout.header_row


def _bare_numbers(rows: Sequence[Row], place: int) -> int:
    """How many rows at once below hold somebody's number and nothing else; a signature's says that it is a NIP."""
    count = 0
    for row in rows:
        cell = str(row[place]) if place < len(row) else ""
        if not _is_id(cell) or cell.casefold().startswith("nip"):
            break
        count += 1
    return count


def _role(row: Row, below: bool, section_of: SectionOf) -> str | None:
    """Why a row that is not plainly data is none, `None` where it is; `below` the last one that names anybody."""
    filled = _filled(row)
    if filled == 0:
        return "blank"
    first = next(cell for cell in row if cell != "")
    if _is_total(first):
        return "total"
    if below and filled <= _SIGNATURE_CELLS:
        return "signature"
    if filled == 1 and isinstance(first, str) and not _is_id(first):
        return "section" if section_of(first) or not below else "signature"
    return None


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell != "")


def _only_text(row: Row) -> str:
    return next(str(cell).strip() for cell in row if cell != "")


def _is_total(cell: object) -> bool:
    return isinstance(cell, str) and cell.lstrip().casefold().startswith(_TOTALS)


def _is_id(text: str) -> bool:
    return sum(character.isdigit() for character in text) >= 9


def _counts_columns(row: Row) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 … under the heading."""
    cells = [str(cell).strip().strip("()").removesuffix(".0") for cell in row if cell != ""]
    return len(cells) > 2 and cells == [str(number) for number in range(1, len(cells) + 1)]
