"""Counts beside the values of fields, and sums over the rows of a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from sqlalchemy import REAL, ColumnElement, Select, cast, func, select

from db.database import Reader
from db.queries.listing import Filter, Listing, by_field, matches, narrowed

_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
"""What SQLite's lower() does: spellings that a filter takes for one value are counted as one."""


def facets(reader: Reader, listing: Listing, wanted: Filter, fields: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
    """For each field its values as a filter takes them, and how many rows have each.

    What is wanted of a field itself does not narrow its own counts, everything else does. The most frequent come
    first, but where the field's values have an order of their own; rows without a value are counted under "".
    """
    kept = _kept(listing, wanted, fields)
    own = {name: values for name, values in by_field(wanted.equals).items() if name in fields}
    rest = replace(wanted, equals=[pair for pair in wanted.equals if pair[0] not in own])
    counts: dict[str, dict[str, dict[str, int]]] = {name: defaultdict(dict) for name in fields}
    for *values, rows, flags in _combinations(reader, kept or listing, rest, fields, own):
        missed = [name for name, holds in zip(own, flags, strict=True) if not holds]
        for name, value in zip(fields, values, strict=True):
            if not missed or missed == [name]:
                spelling = "" if value is None else str(value)
                spellings = counts[name][spelling.translate(_LOWER)]
                spellings[spelling] = spellings.get(spelling, 0) + rows
    return {name: _in_order(counts[name].values(), listing.natural.get(name)) for name in fields}


def _kept(listing: Listing, wanted: Filter, fields: Sequence[str]) -> Listing | None:
    """The kept counts of a list, where they tell all that is asked."""
    asked = {*fields, *by_field(wanted.equals)}
    if listing.kept is None or wanted.search or wanted.keys is not None or not asked <= listing.kept.fields.keys():
        return None
    return listing.kept


def _combinations(
    reader: Reader, listing: Listing, rest: Filter, fields: Sequence[str], own: Mapping[str, Sequence[str]]
) -> Any:
    """Every combination of the fields' values: the values, how many rows have them, which own conditions hold."""
    places = {name: f"f{place}" for place, name in enumerate(fields)}
    columns = [listing.column(name).label(label) for name, label in places.items()]
    statement: Select[Any] = narrowed(listing, rest, [*columns, _rows(listing).label("rows")])
    grouped = statement.group_by(*places.values()).subquery("grouped")
    holds = [matches(grouped.c[places[name]], values) for name, values in own.items()]
    for row in reader.connection.execute(select(grouped, *holds)):
        yield *row[: len(columns) + 1], row[len(columns) + 1 :]


def _rows(listing: Listing) -> ColumnElement[int]:
    return func.count() if listing.weight is None else func.sum(listing.weight)


def _in_order(spellings: Any, natural: Callable[[str], int] | None) -> list[tuple[str, int]]:
    """One entry for each value in its most frequent spelling; no value stands last where order is natural."""
    told = [(max(ways, key=lambda way: (ways[way], way)), sum(ways.values())) for ways in spellings]
    if natural is None:
        return sorted(told, key=lambda entry: (-entry[1], entry[0]))
    return sorted(told, key=lambda entry: (not entry[0], natural(entry[0]) if entry[0] else 0, entry[0]))


def in_order_of(values: Sequence[str]) -> Callable[[str], int]:
    """The order of a fixed list of values; others behind it."""
    places = {value: place for place, value in enumerate(values)}
    return lambda value: places.get(value, len(places))


def newest_first(value: str) -> int:
    """The order of years, and of periods that begin with one, from the newest down."""
    return -int(value[:4])


def totals(reader: Reader, listing: Listing, wanted: Filter, fields: Sequence[str]) -> dict[str, float]:
    """The sum of each of these fields over the matching rows; 0 where nothing is to be added."""
    numbers = {name: cast(listing.column(name), REAL) for name in fields}
    columns = [func.coalesce(func.sum(number), 0.0).label(name) for name, number in numbers.items()]
    row = reader.connection.execute(narrowed(listing, wanted, columns)).one()
    return {name: float(value) for name, value in zip(fields, row, strict=True)}
