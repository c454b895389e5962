"""Lists that no sheet is imported for, as workbooks: their fields under their labels, codes in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from db import Reader
from db.queries import listing as queries
from db.queries.listing import Filter, Listing
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec
from smartpns_desktop.words.labels import field_label, kind_label, show_value

_LONGEST_TITLE = 31
"""Characters of a sheet's name, Excel's limit."""
_WIDTH = 20
_OF_AGENCY = "agency_id"
"""The field by which rows of such a list belong to an agency."""


def sheet_of(kind: str, listing: Listing) -> SheetSpec:
    """The columns of a list as a sheet; numbers stay numbers."""
    columns = tuple(
        Column(name, field_label(kind, name), kind=CellKind.NUMBER, width=_WIDTH) for name in _shown(listing)
    )
    return SheetSpec(kind, kind_label(kind)[:_LONGEST_TITLE], columns, identifying=())


def rows_of(reader: Reader, kind: str, listing: Listing, wanted: Filter) -> tuple[list[str], Iterator[Sequence[Any]]]:
    """The fields and rows of a list, in words but for numbers and days."""
    fields = _shown(listing)
    rows = queries.stream(reader, listing, wanted, fields)
    return fields, ([_said(kind, name, value) for name, value in zip(fields, row, strict=True)] for row in rows)


def keys_of_agency(reader: Reader, listing: Listing, tree: set[int]) -> set[int]:
    """Keys of the rows that belong to these agencies; CannotDo("argument.unknown_field") where rows name none."""
    if _OF_AGENCY not in listing.fields:
        raise CannotDo("argument.unknown_field", field="agency", known=", ".join(listing.fields))
    own = Filter(equals=[(_OF_AGENCY, str(key)) for key in sorted(tree)])
    return set(queries.keys(reader, listing, own))


def _shown(listing: Listing) -> list[str]:
    """The fields that say something outside this store: no keys."""
    return [name for name in listing.fields if not name.endswith("_id")]


def _said(kind: str, field: str, value: Any) -> Any:
    if isinstance(value, date):
        return f"{value.day:02d}-{value.month:02d}-{value.year:04d}"
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if value is None or is_number else show_value(kind, field, value)
