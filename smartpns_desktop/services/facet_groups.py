"""The groups that counts beside values come from, kept while the store stays as it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from db import Reader
from db.queries import facets
from db.queries.facets import Group
from db.queries.listing import Filter, Listing

_KEPT = 16
"""Searches and fields whose groups are kept: those of the lists that a window shows."""
_LARGEST = 20_000
"""Groups; more take longer to go through than the store needs, and too much memory."""


class FacetGroups:
    """Groups a list by its facets' fields once; a choice among their values is answered from the groups.

    Safe on several threads.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, list[Group]] = OrderedDict()
        self._lock = Lock()

    def of(
        self, reader: Reader, listing: Listing, wanted: Filter, fields: tuple[str, ...], state: Hashable
    ) -> list[Group]:
        """The groups of the rows wanted; `state` is what the rows of the list depend on besides."""
        question = (state, wanted.search, tuple(sorted(wanted.equals)), wanted.keys, fields)
        with self._lock:
            if question in self._kept:
                self._kept.move_to_end(question)
                return self._kept[question]
        found = facets.groups(reader, listing, wanted, fields)
        with self._lock:
            if len(found) <= _LARGEST:
                self._kept[question] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found
