"""Lists of any kind: keys first, sorted and filtered by SQL, records a page at a time by key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    REAL,
    Boolean,
    Column,
    ColumnElement,
    Float,
    FromClause,
    Integer,
    Select,
    Text,
    and_,
    cast,
    func,
    literal,
    select,
)

from db.database import Reader

PAGE = 500
_ESCAPED = re.compile("[/%_]")
"""Signs that mean something in a pattern of LIKE, and the one that takes the meaning away."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A kind of thing as a list.

    `source` and `key` say where the rows are, `fields` what each row tells by code name, `searched` the texts
    a search looks into, `order` how the rows stand by themselves. `enrich` adds fields that are lists
    themselves (heads per year) to a page of records. Where `source` joins much that only the fields need,
    `base` is enough to search, count and sort; `indexed` is a column whose covering index a search scans.
    """

    source: FromClause
    key: ColumnElement[int]
    fields: Mapping[str, ColumnElement[Any]]
    searched: Sequence[ColumnElement[Any]]
    order: Sequence[ColumnElement[Any]]
    where: Sequence[ColumnElement[bool]] = ()
    enrich: Callable[[Reader, list[dict[str, Any]], list[int]], None] | None = field(default=None)
    base: FromClause | None = None
    indexed: Column[str] | None = None

    def narrow_source(self, wanted: Filter) -> FromClause:
        """Where to look for keys: the base alone unless a field of the joined tables must equal something."""
        return self.source if self.base is None or wanted.equals else self.base


@dataclass(frozen=True, slots=True)
class Filter:
    """What narrows a list: words that must all occur, fields that must equal, keys to choose from."""

    search: str = ""
    equals: Sequence[tuple[str, str]] = ()
    keys: frozenset[int] | None = None


def count(reader: Reader, listing: Listing, wanted: Filter) -> int:
    """How many rows match."""
    if wanted.keys is not None:
        return len(keys(reader, listing, wanted))
    statement = select(func.count()).select_from(listing.narrow_source(wanted))
    return int(reader.connection.execute(_narrowed(statement, listing, wanted)).scalar_one())


def keys(reader: Reader, listing: Listing, wanted: Filter, limit: int | None = None) -> list[int]:
    """Keys of the matching rows in order."""
    statement = select(listing.key).select_from(listing.narrow_source(wanted))
    statement = _narrowed(statement, listing, wanted).order_by(*listing.order)
    if limit is not None and wanted.keys is None:
        statement = statement.limit(limit)
    found = reader.connection.execute(statement).scalars()
    if wanted.keys is None:
        return list(found)
    return [key for key in found if key in wanted.keys][:limit]


def records(reader: Reader, listing: Listing, wanted: Sequence[int]) -> Iterator[dict[str, Any]]:
    """The rows of these keys, in the order of the keys, read a page at a time."""
    for start in range(0, len(wanted), PAGE):
        page = list(wanted[start : start + PAGE])
        columns = [
            listing.key.label("row_key"),
            *(column.label(name) for name, column in listing.fields.items()),
        ]
        statement = select(*columns).select_from(listing.source).where(listing.key.in_(page))
        found = {row[0]: row for row in reader.connection.execute(statement)}
        names = list(listing.fields)
        rows = [dict(zip(names, found[key][1:], strict=True)) for key in page if key in found]
        if listing.enrich is not None:
            listing.enrich(reader, rows, [key for key in page if key in found])
        yield from rows


def stream(reader: Reader, listing: Listing, wanted: Filter, fields: Sequence[str]) -> Iterator[Sequence[Any]]:
    """The asked fields of all matching rows in order, as they come from the store; for long exports."""
    columns = [listing.key.label("row_key"), *(listing.fields[name].label(name) for name in fields)]
    statement = _narrowed(select(*columns).select_from(listing.source), listing, wanted).order_by(*listing.order)
    for row in reader.connection.execute(statement.execution_options(yield_per=2_000)):
        if wanted.keys is None or row[0] in wanted.keys:
            yield row[1:]


def _narrowed(statement: Select[Any], listing: Listing, wanted: Filter) -> Select[Any]:
    conditions = [*listing.where, *_search(listing, wanted.search)]
    conditions += [_equals(listing.fields[name], value) for name, value in wanted.equals]
    return statement.where(and_(*conditions)) if conditions else statement


_SAID_FLAGS = {"true": 1, "ya": 1, "false": 0, "tidak": 0}


def _equals(column: ColumnElement[Any], said: str) -> ColumnElement[bool]:
    """A field equals what was typed: a number by its value, a text whatever its case, nothing where it is empty."""
    if not said:
        return func.coalesce(cast(column, Text), "") == ""
    if isinstance(getattr(column.type, "impl_instance", column.type), (Integer, Float, Boolean)):
        return cast(column, REAL) == _SAID_FLAGS.get(said.lower(), said.replace(",", "."))
    return func.lower(cast(column, Text)) == func.lower(said)


def _search(listing: Listing, text: str) -> list[ColumnElement[bool]]:
    """Each word somewhere in the searched texts; a NIP may be typed in its groups."""
    words = text.split()
    if len(words) > 1 and "".join(words).isdigit():
        words = ["".join(words)]
    if not words:
        return []
    if listing.indexed is not None:
        return [listing.key.in_(_keys_in_index(listing.indexed, words))]
    whole: ColumnElement[Any] = literal("")
    for column in listing.searched:
        whole = whole + " " + func.lower(func.coalesce(column, ""))
    return [_contains(whole, word) for word in words]


def _keys_in_index(column: Column[str], words: Sequence[str]) -> Select[Any]:
    """Keys found by scanning the column's covering index, which is a fraction of the table."""
    twin = column.table.alias()
    return select(twin.c.id).where(*(_contains(twin.c[column.name], word) for word in words))


def _contains(text: ColumnElement[Any], word: str) -> ColumnElement[bool]:
    return text.contains(func.lower(_ESCAPED.sub(r"/\g<0>", word)), escape="/")
