"""Garbage is collected in the thread of the window: what belongs to the window may be freed nowhere else."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOKS_EVERY = 1_000
"""Milliseconds; what has no rings is freed at once anyway."""


def collect_here(owner: QObject) -> None:
    """Look for garbage in this thread, for as long as the owner lives.

    Python itself looks in whatever thread makes something new. A widget or timer in a ring, freed in a thread of the
    background, takes the program with it.
    """
    from smartpns_desktop.services.collector import look

    gc.disable()
    timer = QTimer(owner, interval=_LOOKS_EVERY)
    timer.timeout.connect(look)
    timer.start()
