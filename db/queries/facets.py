"""Counts beside the values of fields, and sums over the rows of a list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import REAL, cast, func, null, select

from db.database import Reader
from db.queries.equality import LOWER, holds
from db.queries.listing import Filter, Listing, by_field, narrowed
from db.sqlite.grouping import as_one

_AT_A_TIME = 5_000

Group = tuple[tuple[Any, ...], int]
"""A combination of the asked fields' values, and how many rows have it."""


def groups(reader: Reader, listing: Listing, wanted: Filter, fields: Sequence[str]) -> list[Group]:
    """Every combination of the fields' values among the matching rows, with how many rows have it."""
    kept = _kept(listing, wanted, fields)
    if kept is None:
        listing, wanted = _counted(listing, wanted, fields)
    known = kept or listing
    columns = [known.column(name) for name in fields]
    rows = func.count() if known.weight is None else func.sum(known.weight)
    statement = narrowed(known, wanted, [*columns, rows]).group_by(as_one(columns))
    return [(tuple(values), count) for *values, count in reader.connection.execute(statement)]


def halves(reader: Reader, listing: Listing) -> tuple[Listing, Listing]:
    """A list as two, parted amid its keys: their groups beside one another are groups of the whole (`facets`)."""
    # Asked for in one, both would be looked for among all rows.
    first, last = (
        reader.connection.execute(select(end(listing.key)).select_from(listing.base)).scalar() or 0
        for end in (func.min, func.max)
    )
    middle = (first + last) // 2
    conditions = listing.key <= middle, listing.key > middle
    lower, upper = (replace(listing, where=[*listing.where, it]) for it in conditions)
    return lower, upper


def values_by_key(reader: Reader, listing: Listing, fields: Sequence[str]) -> dict[int, tuple[Any, ...]]:
    """The values of the fields in every row of a list of few rows; equal combinations are one object."""
    statement = narrowed(listing, Filter(), [listing.key, *map(listing.column, fields)])
    same: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    found: dict[int, tuple[Any, ...]] = {}
    for part in reader.connection.execute(statement.execution_options(yield_per=_AT_A_TIME)).partitions():
        for key, *values in part:
            told = tuple(values)
            found[key] = same.setdefault(told, told)
    return found


def tallied(reader: Reader, listing: Listing, wanted: Filter, known: Mapping[int, tuple[Any, ...]]) -> list[Group]:
    """What `groups` tells, of rows whose values are `known` by key: only who matches is asked of the store."""
    if not (wanted.search or wanted.equals or wanted.keys is not None):
        return list(Counter(known.values()).items())
    keys = reader.connection.execute(narrowed(listing, wanted, [listing.key])).scalars()
    return list(Counter(map(known.__getitem__, keys)).items())


def facets(
    listing: Listing, found: Iterable[Group], fields: Sequence[str], own: Mapping[str, Sequence[str]]
) -> dict[str, list[tuple[str, int]]]:
    """For each field its values as a filter takes them, and how many rows have each.

    `found` are the groups of these fields, and `own` the values wanted of each of some fields. What is wanted of a
    field itself does not narrow its own counts, everything else does. The most frequent come first, but where the
    field's values have an order of their own; rows without a value are counted under "".
    """
    wanted = [(name, place, holds(listing.column(name), own[name])) for place, name in enumerate(fields) if name in own]
    counts: dict[str, dict[str, dict[str, int]]] = {name: defaultdict(dict) for name in fields}
    for values, rows in found:
        missed = [name for name, place, is_wanted in wanted if not is_wanted(values[place])]
        if len(missed) > 1:
            continue
        for name, value in zip(fields, values, strict=True):
            if not missed or missed == [name]:
                spelling = "" if value is None else str(value)
                spellings = counts[name][spelling.translate(LOWER)]
                spellings[spelling] = spellings.get(spelling, 0) + rows
    return {name: _in_order(counts[name].values(), listing.natural.get(name)) for name in fields}


def _kept(listing: Listing, wanted: Filter, fields: Sequence[str]) -> Listing | None:
    """The kept counts of a list, where they tell all that is asked."""
    asked = {*fields, *by_field(wanted.equals)}
    if listing.kept is None or wanted.search or wanted.keys is not None or not asked <= listing.kept.fields.keys():
        return None
    return listing.kept


def _counted(listing: Listing, wanted: Filter, fields: Sequence[str]) -> tuple[Listing, Filter]:
    """The list of the matching rows' counts, where those tell all that is asked: few rows are joined then, not many."""
    if listing.counted is None:
        return listing, wanted
    told, weight = listing.counted.columns, listing.counted.weight
    # An index in the order of one of them would lead the store to rows that lie apart.
    values = [func.coalesce(column, null(), type_=column.type) for column in told]
    columns = [value.label(column.name) for value, column in zip(values, told, strict=True)]
    counts = narrowed(listing, wanted, [*columns, func.count().label(weight)]).group_by(*values)
    made = listing.counted.make(counts.subquery("counts"))
    return (made, Filter()) if set(fields) <= made.fields.keys() else (listing, wanted)


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
