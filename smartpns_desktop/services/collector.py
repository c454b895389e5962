"""Python's garbage collector, held still while a use-case makes rows by the hundred thousand."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Around a use-case, or above it as a decorator.

    The collector looks through all living objects whenever their number has grown by a quarter. Rows on
    their way into the store hold no rings for it to find, and the looking takes a third of an import's time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
