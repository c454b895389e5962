"""Python's garbage collector, kept away from what has no rings for it to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

_FULL_LOOK_AFTER = 100
"""Looks at what is neither young nor old between two at everything; Python's own is 10."""
_at_rest: list[None] = []
"""One for each use-case that asks for rest now."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Around a use-case, or above it as a decorator.

    The collector looks through all living objects whenever their number has grown by a quarter. Rows on
    their way into the store hold no rings for it to find, and the looking takes a third of an import's time.
    """
    was_on = gc.isenabled()
    if was_on and current_thread() is main_thread():
        # What is garbage already must not be spared below; what belongs to a window is freed in its thread alone.
        gc.collect()
    gc.disable()
    _at_rest.append(None)
    try:
        yield
    finally:
        _at_rest.pop()
        if not _at_rest:
            spare_what_lives()
        if was_on:
            gc.enable()


def look() -> None:
    """Collect what is due, where Python does not do so by itself; nothing while a use-case asks for rest."""
    counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counted) if count > most]
    if due and not _at_rest:
        gc.collect(due[-1])


def spare_what_lives() -> None:
    """From now on the collector leaves alone all that lives now; counting references frees it as ever.

    While it looks through a program's modules and widgets, or a plan of 100,000 rows, no thread goes on:
    a tenth of a second and more, which the user of a window feels.
    """
    gc.freeze()


def look_rarely() -> None:
    """Make full looks ten times as rare as Python would: young rings, which are most, are found by the small ones."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _FULL_LOOK_AFTER)
