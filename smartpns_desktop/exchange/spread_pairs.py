"""One heading over two columns that names both: Nama / NIP above a column of names and one of NIPs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from smartpns_desktop.domain.dates import parse_date, split_numeric
from smartpns_desktop.exchange.heading_columns import MappedColumn
from smartpns_desktop.exchange.headings import heading_text
from smartpns_desktop.exchange.shared_cells import part_of

_ID_DIGITS = 9

Rows = Sequence[Sequence[object]]


def spread_out(columns: Sequence[MappedColumn], heading: Rows, below: Rows) -> tuple[MappedColumn, ...]:
    """The columns, those of a pair parted where the cells below prove that each has a column of its own.

    The right one has no heading: the sender merged it with the left one. Cells that hold both, or columns that
    take turns, prove nothing; then the pair stays in the column of its heading.
    """
    if not any(column.is_shared for column in columns):
        return tuple(columns)
    found = [*columns]
    for column in columns:
        text = next((it for it in columns if it.index == column.index and it is not column), None)
        if not column.is_shared or not text or not _is_id_or_day(column.field):
            continue
        place = _place_of(column, text, below) if _is_bare(heading, column.index + 1) else None
        if place is not None:
            found[found.index(column)] = replace(column, index=place, is_shared=False)
            found[found.index(text)] = replace(text, index=2 * column.index + 1 - place, is_shared=False)
    return tuple(sorted(found, key=lambda it: it.index))


def _is_id_or_day(field: str) -> bool:
    """Whether it is the half of a pair that its cells alone tell."""
    return field == "nip" or field.endswith("_date")


def _is_bare(heading: Rows, place: int) -> bool:
    return all(place < len(row) and not heading_text(row[place]) for row in heading)


def _place_of(column: MappedColumn, text: MappedColumn, below: Rows) -> int | None:
    """Where the ids or days of a pair stand: below its heading or right of it, `None` where that is not proven."""
    told = _tells_id if column.field == "nip" else _tells_day
    votes: set[int] = set()
    for row in below:
        left, right = row[column.index], row[column.index + 1]
        if left == "" or right == "":
            continue
        if told(left) != told(right):
            votes.add(column.index if told(left) else column.index + 1)
        if any(part_of(cell, column.field) != "" and part_of(cell, text.field) != "" for cell in (left, right)):
            return None
    return votes.pop() if len(votes) == 1 else None


def _tells_id(cell: object) -> bool:
    if isinstance(cell, float):
        return cell >= 10.0 ** (_ID_DIGITS - 1)
    text = str(cell)
    return sum(map(str.isdigit, text)) >= _ID_DIGITS > sum(map(str.isalpha, text))


def _tells_day(cell: object) -> bool:
    if isinstance(cell, str):
        return parse_date(cell) is not None or split_numeric(cell) is not None
    return isinstance(cell, (date, float))
