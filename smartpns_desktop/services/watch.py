"""How far a slow use-case is, and the wish to stop it; no screen and no thread in here."""

from __future__ import annotations

from smartpns_desktop.domain.errors import CannotDo


class Watch:
    """Handed to a use-case: it tells its progress here and stops where someone asked it to.

    The caller polls `done`, `total` and `phase`, and sets `cancelled` from any thread.
    """

    def __init__(self) -> None:
        self.phase = ""
        self.done = 0
        self.total = 0
        self.cancelled = False

    def begin(self, phase: str) -> None:
        """A new phase ("read", "check", "write"); its progress starts again."""
        self.phase = phase
        self.step(0, 0)

    def step(self, done: int, total: int) -> None:
        """Note the progress; raises `CannotDo("cancelled")` if the user wants to stop."""
        self.done, self.total = done, total
        self.go_on()

    def go_on(self) -> None:
        """Raises `CannotDo("cancelled")` if the user wants to stop."""
        if self.cancelled:
            raise CannotDo("cancelled")
