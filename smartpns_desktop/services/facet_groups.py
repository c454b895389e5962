"""The groups that counts beside values come from, kept while the store stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sized
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, Generic, TypeVar

from db import Database, Reader
from db.queries import batches, facets
from db.queries.facets import Group
from db.queries.listing import Filter, Listing

_KEPT, _LISTS = 16, 2
"""Searches and fields whose groups are kept: those of the lists that a window shows; and lists whose rows are."""
_MOST_GROUPS, _MOST_ROWS = 20_000, 200_000
"""More take longer to go through than the store needs, and too much memory."""
_T = TypeVar("_T", bound=Sized)


class FacetGroups:
    """Groups a list by its facets' fields once; a choice among their values is answered from the groups.

    Of a list that was made `ready` the values of every row are known: words that are typed are looked for then, and
    nothing else. Safe on several threads.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._groups = _Kept[list[Group]](_KEPT, _MOST_GROUPS)
        self._values = _Kept[Mapping[int, tuple[Any, ...]]](_LISTS, _MOST_ROWS)

    def of(
        self,
        reader: Reader,
        listing: Listing,
        wanted: Filter,
        fields: tuple[str, ...],
        state: Hashable,
        *,
        halved: bool = False,
    ) -> list[Group]:
        """The groups of the rows wanted, some perhaps in two parts; `state` is what the rows depend on besides.

        `halved` has two readers count half of the rows each, where every row is looked at.
        """

        def find() -> list[Group]:
            known = self._values.kept((state, fields))
            if known is not None:
                return facets.tallied(reader, listing, wanted, known)
            if halved and not wanted.search and wanted.keys is None:
                return self._in_halves(reader, listing, wanted, fields)
            return facets.groups(reader, listing, wanted, fields)

        return self._groups.get((state, wanted.search, tuple(sorted(wanted.equals)), wanted.keys, fields), find)

    def ready(self, reader: Reader, listing: Listing, fields: tuple[str, ...], state: Hashable) -> None:
        """Make a list of few rows ready for words, while nobody waits."""
        self._values.get((state, fields), lambda: facets.values_by_key(reader, listing, fields))

    def _in_halves(self, reader: Reader, listing: Listing, wanted: Filter, fields: tuple[str, ...]) -> list[Group]:
        head, (lower, upper) = batches.head(reader), facets.halves(reader, listing)

        def beside() -> list[Group] | None:
            with self._database.read() as other:
                # What was written in between this one must not see.
                return facets.groups(other, upper, wanted, fields) if batches.head(other) == head else None

        with ThreadPoolExecutor(1, "facets") as pool:
            waiting = pool.submit(beside)
            found, rest = facets.groups(reader, lower, wanted, fields), waiting.result()
        return [*found, *(facets.groups(reader, upper, wanted, fields) if rest is None else rest)]


class _Kept(Generic[_T]):
    """The newest answers by their question; what is too large to be gone through again is not kept."""

    def __init__(self, most: int, largest: int) -> None:
        self._kept: OrderedDict[Hashable, _T] = OrderedDict()
        self._most, self._largest, self._lock = most, largest, Lock()

    def kept(self, question: Hashable) -> _T | None:
        """The answer that is kept, if there is one."""
        with self._lock:
            return self._kept.get(question)

    def get(self, question: Hashable, find: Callable[[], _T]) -> _T:
        """The answer that is kept, else the one that is found now."""
        known = self.kept(question)
        found = find() if known is None else known
        with self._lock:
            if len(found) <= self._largest:
                self._kept[question] = found
                self._kept.move_to_end(question)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
