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
    quiet, limit = QTimer(interval=_QUIET, singleShot=True), QTimer(interval=longest, singleShot=True)

    def stop() -> None:
        if operations.is_settled:
            loop.quit()

    quiet.timeout.connect(stop)
    operations.settled.connect(quiet.start)
    limit.timeout.connect(loop.quit)
    limit.start()
    quiet.start()
    while limit.isActive():
        loop.exec()
        # What was still to be delivered after `quit` may have asked again.
        if operations.is_settled:
            return
    raise TimeoutError
