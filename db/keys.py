"""The UUIDs that travel with rows between offices."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator


def new_uuid() -> str:
    """One new UUID (version 7, RFC 9562)."""
    return next(new_uuids(1))


def new_uuids(count: int) -> Iterator[str]:
    """`count` new UUIDs, version 7: they begin with the time, so that an index of them grows at its end."""
    moment = f"{time.time_ns() // 1_000_000:012x}"
    head = f"{moment[:8]}-{moment[8:]}-7"
    randomness = os.urandom(count * 10).hex()
    for start in range(0, count * 20, 20):
        chunk = randomness[start : start + 20]
        variant = "89ab"[int(chunk[3], 16) & 3]
        yield f"{head}{chunk[:3]}-{variant}{chunk[4:7]}-{chunk[7:19]}"
