"""Lists of every kind: keys first, records by key, counts and sums, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db import Database, Reader
from db.queries import batches, facets, listing
from db.queries.listing import Filter, Listing, Sort, by_field
from smartpns_desktop.domain import nip
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services import gap_figures, listings
from smartpns_desktop.services.facet_groups import FacetGroups

__all__ = ["FOUND", "FacetValue", "ListQuery", "ListService", "Sort", "asked"]

FOUND = "found"
"""In the place of a field: what the search over everything finds for a text (`services.search`)."""
PEOPLE = "employees"
"""The list whose rows are few, and each slow to count: its counts are got ready, and halved."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a list is asked for: words, `FIELD=VALUE` pairs, an order, a day and a year.

    Pairs of one field are alternatives, different fields must all hold; the value "" means that nothing is told.
    `sort` goes before the list's own order. `as_of` is the day whose state is wanted (`None`: today's) and `year`
    the one whose JP are meant (`None`: that day's). `until` is the last day of a list of what falls due (`None`: five
    years ahead).
    """

    search: str = ""
    where: tuple[tuple[str, str], ...] = ()
    sort: tuple[Sort, ...] = ()
    as_of: date | None = None
    year: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a field as `ListQuery.where` takes it ("" where nothing is told), and how many rows have it."""

    value: str
    count: int


class ListService:
    """Counts, keys, records and sums of any kind; sorting, filtering and searching are SQL's work.

    Everything raises `CannotDo`: `argument.unknown_kind`, `argument.unknown_field`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._groups = FacetGroups(database)

    def fields(self, kind: str) -> frozenset[str]:
        """What rows of a kind can be filtered and sorted by."""
        with self._database.read() as reader:
            return frozenset((*listings.listing(reader, kind, None, None).fields, FOUND))

    def count(self, kind: str, query: ListQuery) -> int:
        """How many rows match."""
        with asked(self._database, kind, query) as (reader, found, wanted):
            return listing.count(reader, found, wanted)

    def keys(self, kind: str, query: ListQuery, limit: int | None = None) -> Sequence[int]:
        """Keys of the matching rows in order, in an array of eight bytes each."""
        with asked(self._database, kind, query) as (reader, found, wanted):
            return listing.keys(reader, found, wanted, limit)

    def by_keys(
        self,
        kind: str,
        keys: Sequence[int],
        as_of: date | None = None,
        year: int | None = None,
        until: date | None = None,
    ) -> list[dict[str, Any]]:
        """The rows of these keys by code name, each with its `key`, in the keys' order; those gone are left out."""
        with asked(self._database, kind, ListQuery(as_of=as_of, year=year, until=until)) as (reader, found, _):
            return list(listing.records(reader, found, keys, keyed=True))

    def rows(self, kind: str, query: ListQuery, limit: int | None = None) -> tuple[int, list[dict[str, Any]]]:
        """How many match, and the first rows of them, seen at one moment."""
        with asked(self._database, kind, query) as (reader, found, wanted):
            keys = listing.keys(reader, found, wanted)
            return len(keys), list(listing.records(reader, found, keys[:limit]))

    def facets(self, kind: str, query: ListQuery, fields: Sequence[str]) -> dict[str, tuple[FacetValue, ...]]:
        """For each field its values and how many of the matching rows have each, the most frequent first.

        What `query.where` wants of a field does not narrow that field's own counts, so that one sees what a further
        choice would add. Values with an order of their own (bands, groups of grades, years) stand in that order.
        """
        if kind == "trainings":
            listings.bring_counts_up_to_date(self._database)
        with asked(self._database, kind, query, fields) as (reader, found, wanted):
            names = tuple(dict.fromkeys(fields))
            state = _state(reader, kind, query)
            own = {name: values for name, values in by_field(wanted.equals).items() if name in names}
            rest = replace(wanted, equals=tuple(pair for pair in wanted.equals if pair[0] not in own))
            groups = self._groups.of(reader, found, rest, names, state, halved=kind == PEOPLE)
            counts = facets.facets(found, groups, names, own)
        return {name: tuple(FacetValue(*entry) for entry in entries) for name, entries in counts.items()}

    def make_ready(self, kind: str, query: ListQuery, fields: Sequence[str]) -> None:
        """Read ahead what the counts under words are taken from, where a list is of people: they are few enough."""
        if kind == PEOPLE:
            with asked(self._database, kind, query, fields) as (reader, found, _wanted):
                self._groups.ready(reader, found, tuple(dict.fromkeys(fields)), _state(reader, kind, query))

    def totals(
        self,
        kind: str,
        chosen: ListQuery | Sequence[int],
        fields: Sequence[str],
        year: int | None = None,
        as_of: date | None = None,
    ) -> dict[str, float]:
        """The sum of each of these fields over the rows that match a query or have these keys.

        `year` is the one whose JP are meant where keys are given, or a query that names none; likewise the day `as_of`.
        """
        query, keys = (chosen, None) if isinstance(chosen, ListQuery) else (ListQuery(), frozenset(chosen))
        query = replace(query, year=query.year or year, as_of=query.as_of or as_of)
        with asked(self._database, kind, query, fields) as (reader, found, wanted):
            return facets.totals(reader, found, wanted if keys is None else replace(wanted, keys=keys), fields)


def _state(reader: Reader, kind: str, query: ListQuery) -> Hashable:
    """What the rows of a list hang on, besides what narrows them."""
    return batches.head(reader), date.today(), kind, query.as_of, query.year, query.until


@contextmanager
def asked(
    database: Database, kind: str, query: ListQuery, fields: Sequence[str] = ()
) -> Iterator[tuple[Reader, Listing, Filter]]:
    """A reading transaction with the list and what narrows it; `fields` are those asked for besides.

    Raises `CannotDo`: `argument.unknown_kind`, `argument.unknown_field`.
    """
    if kind == gap_figures.KIND:
        with gap_figures.listed(database, query.as_of) as reader:
            yield reader, *_prepare(database, reader, kind, query, fields)
        return
    with database.read() as reader:
        found = _prepare(database, reader, kind, query, fields)
        if not listings.is_behind(reader, kind, query.as_of):
            yield reader, *found
            return
    listings.bring_up_to_date(database, kind, query.as_of)
    with database.read() as reader:
        yield reader, *_prepare(database, reader, kind, query, fields)


def _prepare(
    database: Database, reader: Reader, kind: str, query: ListQuery, fields: Sequence[str]
) -> tuple[Listing, Filter]:
    found = listings.listing(reader, kind, query.as_of, query.year, query.until)
    where = tuple(pair for pair in query.where if pair[0] != FOUND)
    for name in (*(name for name, _ in where), *(sort.field for sort in query.sort), *fields):
        try:
            found.column(name)
        except KeyError:
            raise CannotDo("argument.unknown_field", field=name, known=", ".join(found.fields)) from None
    wanted = Filter(nip.sought(query.search), where, query.sort, _found(database, kind, query))
    return found, listing.settle(reader, found, wanted)


def _found(database: Database, kind: str, query: ListQuery) -> frozenset[int] | None:
    """Keys of what the search finds for every text that the query names; `None` where it names none."""
    texts = [value for name, value in query.where if name == FOUND]
    if not texts:
        return None
    # What compares spellings is slow to load, and most lists never need it.
    from smartpns_desktop.services.search import keys_found

    return frozenset.intersection(*(keys_found(database, kind, text) for text in texts))
