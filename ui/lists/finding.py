"""What a list reads in the background when it is narrowed or sorted: its keys, and where the chosen rows stand now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smartpns_desktop.services.lists import ListQuery

_MOST_RUNS = 5_000
"""Chosen rows that stand so scattered after a sort are not chosen again: Qt would take seconds over them."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What one reading brought: keys in order, how many there are without a filter, the rows to choose again,
    and the row for the cursor where none of those is left."""

    keys: Sequence[int]
    whole: int
    runs: Sequence[range]
    row: int


def find(lists: Any, kind: str, query: ListQuery, scope: Pairs, chosen: Callable[[], list[int]], row: int) -> Found:
    """In the background: keys in order, and where the rows chosen before stand now."""
    from smartpns_desktop.services.lists import ListQuery

    keys = lists.keys(kind, query)
    narrowed = query.search or query.where != scope
    whole = lists.count(kind, ListQuery(where=scope, as_of=query.as_of)) if narrowed else len(keys)
    before = frozenset(chosen())
    runs = _runs(row for row, key in enumerate(keys) if key in before) if before else ()
    return Found(keys, whole, runs if len(runs) <= _MOST_RUNS else (), row)


def _runs(rows: Iterable[int]) -> list[range]:
    """Rising numbers, those without a gap between them as one run."""
    runs: list[range] = []
    for row in rows:
        if runs and runs[-1].stop == row:
            runs[-1] = range(runs[-1].start, row + 1)
        else:
            runs.append(range(row, row + 1))
    return runs
