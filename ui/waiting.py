"""Waiting until everything that was asked has been answered: for the self-test, pictures and the first paint."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer

from ui.workers.operation import Operations

LONGEST = 60_000
_QUIET = 60
"""Milliseconds without a question after which nothing more is to come."""


def settle(operations: Operations, longest: int = LONGEST) -> None:
    """Run the event loop until all reads and operations are answered. Raises `TimeoutError` after `longest` ms."""
    loop = QEventLoop()
    quiet = QTimer(interval=_QUIET, singleShot=True)
    quiet.timeout.connect(lambda: operations.is_settled and loop.quit())
    operations.settled.connect(quiet.start)
    QTimer.singleShot(longest, loop, loop.quit)
    quiet.start()
    loop.exec()
    if not operations.is_settled:
        raise TimeoutError
