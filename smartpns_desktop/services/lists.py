"""Lists of every kind: keys first, records by key, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from db import Database, Reader
from db.queries import listing as queries
from db.queries.listing import Filter, Listing
from db.queries.lists import kinds, listing_of
from smartpns_desktop.domain.errors import CannotDo

SEARCHED = ("employees", "agencies", "trainings", "study-needs", "programmes", "positions")
"""Kinds that the one search box looks into, in the order in which it shows them."""

_SHOWN_PER_KIND = 20


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list is asked for: words, `FIELD=VALUE` pairs, the day whose state is wanted (`None`: today's)."""

    search: str = ""
    where: tuple[tuple[str, str], ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found of one kind: how many in all, and the first rows."""

    kind: str
    count: int
    rows: tuple[dict[str, Any], ...]


class ListService:
    """Counts, keys and records of any kind; sorting, filtering and searching are SQL's work."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, kind: str, query: ListQuery) -> int:
        """How many rows match."""
        listing, wanted = _prepare(kind, query)
        with self._database.read() as reader:
            return queries.count(reader, listing, wanted)

    def keys(self, kind: str, query: ListQuery, limit: int | None = None) -> list[int]:
        """Keys of the matching rows in order."""
        listing, wanted = _prepare(kind, query)
        with self._database.read() as reader:
            return queries.keys(reader, listing, wanted, limit)

    def by_keys(self, kind: str, keys: Sequence[int], as_of: date | None = None) -> list[dict[str, Any]]:
        """The rows of these keys by code name, in the order of the keys."""
        listing, _ = _prepare(kind, ListQuery(as_of=as_of))
        with self._database.read() as reader:
            return list(queries.records(reader, listing, keys))

    def rows(self, kind: str, query: ListQuery, limit: int | None = None) -> tuple[int, list[dict[str, Any]]]:
        """How many match, and the first rows of them, seen at one moment."""
        listing, wanted = _prepare(kind, query)
        with self._database.read() as reader:
            return _rows(reader, listing, wanted, limit)

    def search(self, text: str) -> list[Found]:
        """Everything that matches, by kind; kinds without a match are left out."""
        found = []
        with self._database.read() as reader:
            for kind in SEARCHED:
                listing, wanted = _prepare(kind, ListQuery(search=text))
                count, rows = _rows(reader, listing, wanted, _SHOWN_PER_KIND)
                if count:
                    found.append(Found(kind, count, tuple(rows)))
        return found


def _rows(reader: Reader, listing: Listing, wanted: Filter, limit: int | None) -> tuple[int, list[dict[str, Any]]]:
    keys = queries.keys(reader, listing, wanted)
    return len(keys), list(queries.records(reader, listing, keys[:limit]))


def _prepare(kind: str, query: ListQuery) -> tuple[Listing, Filter]:
    listing = listing_of(kind, query.as_of or date.today(), as_of=query.as_of is not None)
    if listing is None:
        raise CannotDo("argument.unknown_kind", kind=kind, known=", ".join(kinds()))
    for name, _ in query.where:
        if name not in listing.fields:
            raise CannotDo("argument.unknown_field", field=name, known=", ".join(listing.fields))
    return listing, Filter(query.search, query.where)
