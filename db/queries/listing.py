"""Lists of any kind: keys first, sorted and filtered by SQL, records a page at a time by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Text, and_, cast, func, literal, select

from db.database import Reader

PAGE = 500


@dataclass(frozen=True, slots=True)
class Listing:
    """A kind of thing as a list.

    `source` and `key` say where the rows are, `fields` what each row tells by code name, `searched` the texts
    a search looks into, `order` how the rows stand by themselves. `enrich` adds fields that are lists
    themselves (heads per year) to a page of records.
    """

    source: FromClause
    key: ColumnElement[int]
    fields: Mapping[str, ColumnElement[Any]]
    searched: Sequence[ColumnElement[Any]]
    order: Sequence[ColumnElement[Any]]
    where: Sequence[ColumnElement[bool]] = ()
    enrich: Callable[[Reader, list[dict[str, Any]], list[int]], None] | None = field(default=None)


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
    statement = select(func.count()).select_from(listing.source)
    return int(reader.connection.execute(_narrowed(statement, listing, wanted)).scalar_one())


def keys(reader: Reader, listing: Listing, wanted: Filter, limit: int | None = None) -> list[int]:
    """Keys of the matching rows in order."""
    statement = _narrowed(select(listing.key).select_from(listing.source), listing, wanted).order_by(*listing.order)
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
    for name, value in wanted.equals:
        conditions.append(func.lower(cast(listing.fields[name], Text)) == value.lower())
    return statement.where(and_(*conditions)) if conditions else statement


def _search(listing: Listing, text: str) -> list[ColumnElement[bool]]:
    """Each word somewhere in the searched texts; a NIP may be typed in its groups."""
    words = text.casefold().split()
    if len(words) > 1 and "".join(words).isdigit():
        words = ["".join(words)]
    if not words:
        return []
    if len(listing.searched) == 1:
        whole = listing.searched[0]
    else:
        whole = literal("")
        for column in listing.searched:
            whole = whole + " " + func.lower(func.coalesce(column, ""))
    return [whole.contains(word, autoescape=True) for word in words]
