"""What an agency was before: which of its names, codes and parents held on a day, and who came after a closed one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

_T = TypeVar("_T")


class Past(NamedTuple, Generic[_T]):
    """A value that held until a day, the first on which another one did; `None` where nobody knows when."""

    until: date | None
    value: _T


def on_day(present: _T, pasts: Sequence[Past[_T]], on: date) -> _T:
    """What held on a day: the value that was left next after it, else the present one; undated ones tell nothing."""
    later = [it for it in pasts if it.until is not None and it.until > on]
    return min(later, key=lambda it: it.until or date.max).value if later else present


def last_left(pasts: Sequence[Past[_T]]) -> date | None:
    """The day on which the present value began to hold, `None` where it always did as far as anybody knows."""
    return max((it.until for it in pasts if it.until is not None), default=None)


def stands(opened_on: date | None, closed_on: date | None, on: date) -> bool:
    """Whether something is there on a day: from its first day up to the day before it is closed."""
    return (opened_on is None or opened_on <= on) and (closed_on is None or on < closed_on)


def heirs(key: int, successors: Mapping[int, Sequence[int]], closed: Collection[int]) -> tuple[int, ...]:
    """Who stands in the place of an agency now: itself, or where it is closed those that came after it, to the end."""
    found: dict[int, None] = {}
    seen: set[int] = set()

    def follow(it: int) -> None:
        if it in seen:
            return
        seen.add(it)
        after = successors.get(it, ()) if it in closed else ()
        if not after:
            found[it] = None
        for later in after:
            follow(later)

    follow(key)
    return tuple(found)


def way(key: int, to: int, successors: Mapping[int, Sequence[int]], closed: Collection[int]) -> tuple[int, ...]:
    """The agencies that came one after the other from one that is closed on, the last one `to`; none where `to` did
    not come after it."""
    seen = {key}

    def follow(it: int) -> tuple[int, ...]:
        for later in successors.get(it, ()) if it in closed else ():
            if later in seen:
                continue
            seen.add(later)
            rest = () if later == to else follow(later)
            if rest or later == to:
                return (later, *rest)
        return ()

    return follow(key)
