"""Telling a new error from one that only goes on, so that a fault in painting floods neither log nor screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from time import monotonic

QUIET = 5.0
"""Seconds without an error after which the same one counts as new: as long as nobody clicks twice by chance."""


class Repeats:
    """Remembers when each error was last seen; at most `most` times it counts as new."""

    def __init__(self, most: int | None = None, clock: Callable[[], float] = monotonic) -> None:
        self._most, self._clock = most, clock
        self._seen: dict[str, float] = {}
        self._new: Counter[str] = Counter()

    def is_new(self, origin: str) -> bool:
        """Whether the error at `origin` should be told; it counts as seen from now on."""
        last = self._seen.get(origin)
        self.note(origin)
        if (last is not None and self._clock() - last < QUIET) or self._new[origin] == self._most:
            return False
        self._new[origin] += 1
        return True

    def note(self, origin: str) -> None:
        """The error was seen, or what told of it was closed: it stays quiet for a while."""
        self._seen[origin] = self._clock()
