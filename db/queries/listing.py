"""Lists of any kind: keys first, sorted and filtered by SQL, records a page at a time by key."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Column,
    ColumnClause,
    ColumnElement,
    FromClause,
    Select,
    false,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.sql import visitors

from db.database import Reader
from db.queries.containing import contains, keys_in_index, words_of
from db.queries.equality import is_number, matches, text_of
from db.sqlite.key_sets import among

PAGE = 500
_KEYS_AT_A_TIME = 10_000


@dataclass(frozen=True, slots=True)
class View:
    """Which moment a list shows.

    `on` is the day whose state counts and `as_of` leaves out who was not there yet; `year` says whose JP are meant
    and `jp_minimum` what that year asks, by kind of employee. `current` tells that `employee_current` holds on `on`,
    `counted` that the kept counts of trainings hold. Of what falls due `retirement_ages` are the ages with the keys of
    the posts in which each holds, the first one in all others too, and `until` is the last day that is looked at.
    """

    on: date
    year: int
    as_of: bool = False
    current: bool = False
    counted: bool = False
    jp_minimum: tuple[tuple[str, float], ...] = ()
    retirement_ages: tuple[tuple[int, tuple[int, ...]], ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """A table beside the rows of a list: at most one row to each, so that leaving it out changes no count.

    `always` says that there is one to each, which lets the store begin with that table.
    """

    table: FromClause
    on: ColumnElement[bool]
    always: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A kind of thing as a list.

    `base` and `key` say where the rows are, `joins` what stands beside them, in an order in which each needs only
    those before it; a statement takes in those that it speaks of. `fields` is what each row tells by code name,
    `searched` the texts a search looks into, `where` which of the base's rows are meant at all, `order` how they stand
    by themselves. `ranks` sorts fields whose values do not sort as they read, `natural` puts values beside counts in
    order. `enrich` adds fields that are lists themselves (heads per year) to a page of records; `indexed` is a column
    whose index a search scans, `aliases` the key and the text of what the things were called before. `asked` makes
    columns that no row tells, but that rows can be narrowed, sorted and summed by (heads of one year).
    `kept` is a list of kept counts with the same fields, as far as they go, each row of which stands for `weight` rows;
    `counted` makes such a list of counted rows with the columns that it names. `owner` is the column that says whose a
    row is, and the list of those: what only they can answer is asked of them, where no order is wanted. `said` tells
    how the rows' own texts are asked for a word without reading all of them, `None` where they must be.
    """

    base: FromClause
    key: ColumnElement[int]
    fields: Mapping[str, ColumnElement[Any]]
    searched: Sequence[ColumnElement[Any]]
    order: Sequence[ColumnElement[Any]]
    joins: Sequence[Join] = ()
    where: Sequence[ColumnElement[bool]] = ()
    enrich: Callable[[Reader, list[dict[str, Any]], list[int]], None] | None = None
    indexed: Column[str] | None = None
    aliases: tuple[Column[int], Column[str]] | None = None
    ranks: Mapping[str, ColumnElement[Any]] = field(default_factory=dict)
    natural: Mapping[str, Callable[[str], int]] = field(default_factory=dict)
    asked: Callable[[str], ColumnElement[Any] | None] | None = None
    kept: Listing | None = None
    weight: ColumnElement[int] | None = None
    counted: Counted | None = None
    owner: tuple[ColumnElement[int], Listing] | None = None
    said: Callable[[Reader, str], ColumnElement[bool] | None] | None = None

    def column(self, name: str) -> ColumnElement[Any]:
        """The column of a field, one that is only asked for included. KeyError for a name that means nothing here."""
        made = self.asked(name) if self.asked is not None and name not in self.fields else None
        return self.fields[name] if made is None else made

    def source(self, expressions: Iterable[ColumnElement[Any]]) -> FromClause:
        """The base with the joins that the expressions need."""
        needed = set(chain.from_iterable(map(_tables, expressions)))
        chosen: list[Join] = []
        for join in reversed(self.joins):
            if join.table in needed:
                needed |= _tables(join.on)
                chosen.append(join)
        source = self.base
        for join in reversed(chosen):
            source = source.join(join.table, join.on, isouter=not join.always)
        return source


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """How rows of a list are counted by some of their columns, and the list that is made of the counts (`weight`)."""

    columns: Sequence[Column[Any]]
    weight: str
    make: Callable[[FromClause], Listing]


@dataclass(frozen=True, slots=True)
class Sort:
    """A field to sort by; rows without a value stand last either way."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What narrows and orders a list: words that must all occur, fields and values, keys to choose from.

    Several values of one field are alternatives; different fields must all hold. `sort` goes before the own order.
    `settled` are conditions of words, found before the rows are asked for (`settle`).
    """

    search: str = ""
    equals: Sequence[tuple[str, str]] = ()
    sort: Sequence[Sort] = ()
    keys: frozenset[int] | None = None
    settled: Mapping[str, ColumnElement[bool]] = field(default_factory=dict, compare=False)


def settle(reader: Reader, listing: Listing, wanted: Filter) -> Filter:
    """The filter with what the store can say of its words beforehand, in the transaction that asks for the rows."""
    if listing.said is None or not wanted.search:
        return wanted
    told = {word: listing.said(reader, word) for word in words_of(wanted.search)}
    return replace(wanted, settled={word: condition for word, condition in told.items() if condition is not None})


def count(reader: Reader, listing: Listing, wanted: Filter) -> int:
    """How many rows match."""
    return int(reader.connection.execute(narrowed(listing, wanted, [func.count()])).scalar_one())


def keys(reader: Reader, listing: Listing, wanted: Filter, limit: int | None = None) -> array[int]:
    """Keys of the matching rows in order, eight bytes each."""
    statement = narrowed(listing, wanted, [listing.key], ordered=True).limit(limit)
    found = array("q")
    for part in reader.connection.execute(statement.execution_options(yield_per=_KEYS_AT_A_TIME)).partitions():
        found.extend(map(itemgetter(0), part))
    return found


def records(
    reader: Reader, listing: Listing, wanted: Sequence[int], *, keyed: bool = False
) -> Iterator[dict[str, Any]]:
    """The rows of these keys, in the order of the keys, read a page at a time; `keyed` rows tell their `key` too."""
    names, statement = list(listing.fields), _whole_rows(listing)
    for start in range(0, len(wanted), PAGE):
        page = list(wanted[start : start + PAGE])
        found = {row[0]: row for row in reader.connection.execute(statement.where(listing.key.in_(page)))}
        rows = [dict(zip(names, found[key][1:], strict=True)) for key in page if key in found]
        if listing.enrich is not None:
            listing.enrich(reader, rows, [key for key in page if key in found])
        if keyed:
            for row, key in zip(rows, (key for key in page if key in found), strict=True):
                row["key"] = key
        yield from rows


def brief(reader: Reader, listing: Listing, wanted: Sequence[int], fields: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Some fields of the rows of these keys, and their `key`, in the keys' order; only what they need is read."""
    columns = [listing.key.label("row_key"), *(listing.column(name).label(name) for name in fields)]
    statement = narrowed(listing, Filter(keys=frozenset(wanted)), columns)
    found = {row[0]: row for row in reader.connection.execute(statement)}
    for key in wanted:
        if key in found:
            yield {**dict(zip(fields, found[key][1:], strict=True)), "key": key}


def stream(reader: Reader, listing: Listing, wanted: Filter, fields: Sequence[str]) -> Iterator[Sequence[Any]]:
    """The asked fields of all matching rows in order, as they come from the store; for long exports."""
    columns = [listing.column(name).label(name) for name in fields]
    statement = narrowed(listing, wanted, columns, ordered=True)
    yield from reader.connection.execute(statement.execution_options(yield_per=2_000))


def narrowed(
    listing: Listing, wanted: Filter, columns: Sequence[ColumnElement[Any]], *, ordered: bool = False
) -> Select[Any]:
    """A statement for these columns of the matching rows."""
    conditions = [*listing.where]
    conditions += [matches(listing.column(name), values) for name, values in by_field(wanted.equals).items()]
    if wanted.keys is not None:
        conditions.append(among(listing.key, wanted.keys))
    theirs = [] if ordered else _of_owners(listing, conditions)
    own = [it for it in conditions if it not in theirs]
    searched, looked_into = _search(listing, wanted)
    order = [*(_sorted_by(listing, sort) for sort in wanted.sort), *listing.order] if ordered else []
    source = listing.source([listing.key, *columns, *own, *looked_into, *order])
    return select(*columns).select_from(source).where(*own, *_whose(listing, theirs), *searched).order_by(*order)


def _of_owners(listing: Listing, conditions: Sequence[ColumnElement[bool]]) -> list[ColumnElement[bool]]:
    """Conditions that speak of nothing but whose the rows are."""
    if listing.owner is None:
        return []
    owners = listing.owner[1]
    known = {owners.base, *(join.table for join in owners.joins)}
    return [it for it in conditions if _tables(it) & known and listing.base not in _tables(it)]


def _whose(listing: Listing, theirs: Sequence[ColumnElement[bool]]) -> list[ColumnElement[bool]]:
    """One condition on whose a row is in the place of those on the owners: of many rows few are read then."""
    if listing.owner is None or not theirs:
        return []
    column, owners = listing.owner
    return [column.in_(select(owners.key).select_from(owners.source([owners.key, *theirs])).where(*theirs))]


def by_field(equals: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The values wanted of each field."""
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in equals:
        values[name].append(value)
    return values


@lru_cache(maxsize=64)
def _whole_rows(listing: Listing) -> Select[Any]:
    columns = [listing.key.label("row_key"), *(column.label(name) for name, column in listing.fields.items())]
    return select(*columns).select_from(listing.source(columns))


def _tables(expression: ColumnElement[Any]) -> set[Any]:
    """The tables whose columns an expression names, those inside its subqueries included."""
    return {part.table for part in visitors.iterate(expression) if isinstance(part, ColumnClause)}


def _sorted_by(listing: Listing, sort: Sort) -> ColumnElement[Any]:
    rank = listing.ranks.get(sort.field)
    column = listing.column(sort.field) if rank is None else rank
    if any(column is own for own in listing.order):
        # The list's own way, for which there may be an index.
        return column.desc() if sort.descending else column.asc()
    value = column if is_number(column) else func.nullif(func.lower(text_of(column)), "")
    return (value.desc() if sort.descending else value.asc()).nulls_last()


def _search(listing: Listing, wanted: Filter) -> tuple[list[ColumnElement[bool]], list[ColumnElement[Any]]]:
    """Each word somewhere in the searched texts, and those that are looked into."""
    words = words_of(wanted.search)
    if not words:
        return [], []
    if listing.indexed is not None:
        found = keys_in_index(listing.indexed, words)
        if listing.aliases is None:
            return [listing.key.in_(found)], []
        owner, alias = listing.aliases
        called = select(owner).where(*(contains(alias, word) for word in words))
        return [listing.key.in_(union_all(found, called))], []
    theirs = [it for it in listing.searched if listing.owner is not None and listing.base not in _tables(it)]
    own = [it for it in listing.searched if not any(it is other for other in theirs)]
    said = {word: [wanted.settled[word]] if word in wanted.settled else [contains(it, word) for it in own]
            for word in words}  # fmt: skip
    return [or_(false(), *said[word], *_owners_mention(listing, theirs, word)) for word in words], own


def _owners_mention(listing: Listing, theirs: Sequence[ColumnElement[Any]], word: str) -> list[ColumnElement[bool]]:
    """Whether a text of a row's owner has a word: each of those is looked at once, not for every row."""
    return _whose(listing, [or_(*(contains(column, word) for column in theirs))] if theirs else [])
