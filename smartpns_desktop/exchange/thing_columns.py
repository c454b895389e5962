"""Columns each of which tells of one thing that its heading names: a competency with the levels of people below it."""

from __future__ import annotations

from collections.abc import Sequence

from smartpns_desktop.domain import competencies
from smartpns_desktop.exchange.heading_columns import MappedColumn
from smartpns_desktop.exchange.headings import heading_text
from smartpns_desktop.exchange.row_texts import counts_columns

Rows = Sequence[Sequence[object]]


def proven(
    columns: Sequence[MappedColumn], unknown: tuple[str, ...], below: Rows
) -> tuple[tuple[MappedColumn, ...], tuple[str, ...]]:
    """The columns and the unknown headings, those among these whose cells tell no level: points of a work behaviour
    that is called Integritas too."""
    if not any(it.column.each for it in columns):
        return tuple(columns), unknown
    cells = [row for row in below if not counts_columns(row)]
    others = [it for it in columns if it.column.each and not competencies.tell_levels(_texts(cells, it.index))]
    kept = tuple(it for it in columns if it not in others)
    return kept, (*unknown, *(it.heading for it in others))


def _texts(rows: Rows, place: int) -> list[str]:
    return [text for row in rows if (text := heading_text(row[place])) not in ("", "-")]
