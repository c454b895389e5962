"""A column of NIPs whose cells hold the NIP of nine digits as well, although its heading names but one."""

from __future__ import annotations

from collections.abc import Sequence

from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.heading_columns import MappedColumn, mapped_to
from smartpns_desktop.exchange.shared_cells import BOTH_NIPS, fields_of, tells_both_nips


def with_previous_nips(
    columns: Sequence[MappedColumn], spec: SheetSpec, below: Sequence[Sequence[object]]
) -> tuple[MappedColumn, ...]:
    """The columns, that of the NIPs as one of both where a cell below proves it and no other column tells the old."""
    told = [it for it in columns if it.field in fields_of(BOTH_NIPS)]
    if len(told) != 1 or told[0].is_shared or not any(tells_both_nips(row[told[0].index]) for row in below):
        return tuple(columns)
    (own,) = told
    both = mapped_to(own.index, BOTH_NIPS, own.heading, spec)
    return tuple(it for column in columns for it in (both if column is own else (column,)))
