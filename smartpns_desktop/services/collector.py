"""Python's garbage collector, kept away from what has no rings for it to find."""

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
    if was_on:
        # What is garbage already must not be spared below.
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            spare_what_lives()
            gc.enable()


def spare_what_lives() -> None:
    """From now on the collector leaves alone all that lives now; counting references frees it as ever.

    While it looks through a program's modules and widgets, or a plan of 100,000 rows, no thread goes on:
    a tenth of a second and more, which the user of a window feels.
    """
    gc.freeze()
