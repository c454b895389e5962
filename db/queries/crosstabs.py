"""Rows of a list counted by two fields at once."""

from __future__ import annotations

from collections import defaultdict
from string import ascii_lowercase, ascii_uppercase

from sqlalchemy import func

from db.database import Reader
from db.queries.listing import Filter, Listing, narrowed

_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
"""What SQLite's lower() does: spellings that a filter takes for one value are counted as one."""


def crosstab(reader: Reader, listing: Listing, wanted: Filter, down: str, across: str) -> dict[str, dict[str, int]]:
    """How many matching rows have each pair of values of two fields; no value is told as "".

    Values come as a filter takes them, those of `down` in their alphabet.
    """
    columns = [listing.column(down).label("down"), listing.column(across).label("across")]
    statement = narrowed(listing, wanted, [*columns, func.count().label("rows")]).group_by("down", "across")
    spelled: dict[str, str] = {}
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in reader.connection.execute(statement):
        value = "" if row.down is None else str(row.down)
        first = spelled.setdefault(value.translate(_LOWER), value)
        counts[first]["" if row.across is None else str(row.across)] += row.rows
    return {value: dict(counts[value]) for value in sorted(counts, key=str.casefold)}
