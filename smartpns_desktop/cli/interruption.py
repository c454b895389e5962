"""Ctrl+C: before anything is stored it ends the program, while something is being stored it asks to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from smartpns_desktop.services.watch import Watch


@contextmanager
def asking_to_stop() -> Iterator[Watch]:
    """Within the block Ctrl+C raises nothing, but cancels the watch.

    A use-case heeds it before it commits or not at all. Behind the block Ctrl+C does nothing until the
    command has ended (`handler_restored`), so what was told stays the only thing that is told.
    """
    watch = Watch()

    def ask(_number: int, _frame: object) -> None:
        watch.cancelled = True

    if threading.current_thread() is not threading.main_thread():
        yield watch
        return
    signal.signal(signal.SIGINT, ask)
    try:
        yield watch
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def held_back() -> Iterator[None]:
    """Ctrl+C within the block is raised behind it: modules that are being loaded may not be left half way."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: asked.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        raise KeyboardInterrupt


@contextmanager
def handler_restored() -> Iterator[None]:
    """Ctrl+C does behind the block what it did before."""
    before = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, before)
