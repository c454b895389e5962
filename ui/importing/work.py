"""The wizard's slow work: one piece at a time, stoppable, its refusals handed back with a way to try again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from smartpns_desktop.domain.errors import CannotDo
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.watch import Watch
    from ui.context import Context
    from ui.workers.operation import Operation

Again = Callable[[], None]


class Work(QObject):
    """Runs in the background what a step needs; nothing is handed over once the wizard is gone.

    `changed` when something begins or ends, `refused` an error in the user's terms with the way to try again.
    """

    changed = Signal()
    refused = Signal(object, object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.running: Operation | None = None
        self._again_reading: Again | None = None
        """How to begin again what runs where that only reads; `None` where it writes."""

    def title(self) -> str:
        """What is being done, "" where nothing is."""
        if self.running is not None and self.running.watch.cancelled:
            return tr("Membatalkan…")
        return f"{self.running.title}…" if self.running else ""

    def cancel(self) -> None:
        """Ask it to stop: the clerk goes on at once after a reading, and once all is undone after a writing."""
        if self.running is None:
            return
        self.running.cancel()
        if self._again_reading is not None:
            again, self.running = self._again_reading, None
            self.refused.emit(CannotDo("cancelled"), again)
        self.changed.emit()

    def do(
        self,
        title: str,
        work: Callable[[Watch], Any],
        then: Callable[[Any], None],
        again: Again,
        *,
        writes: bool = False,
    ) -> None:
        """Read or reckon something, or write a file; `again` is what "Coba lagi" does where that is refused."""

        def failed(error: BaseException) -> None:
            if self._over(operation):
                told = self.known(error)
                if told is not None:
                    self.refused.emit(told, again)

        def done(result: Any) -> None:
            if self._over(operation):
                then(result)

        operation = self.running = self._context.operations.run(title, work, done, failed=failed)
        self._again_reading = None if writes else again
        self.changed.emit()

    def write(
        self,
        title: str,
        work: Callable[[Watch], Any],
        told: Callable[[Any], str],
        then: Callable[[Any], None],
        again: Again | None,
    ) -> None:
        """Write something, which every page hears of, even when the wizard is left meanwhile."""

        def refused(error: CannotDo) -> bool:
            if not self._over(operation):
                return False
            self.refused.emit(error, again)
            return True

        def done(result: Any) -> None:
            if self._over(operation):
                then(result)

        operation = self.running = self._context.write(title, work, told, done, refused=refused)
        self._again_reading = None
        self.changed.emit()

    def known(self, error: BaseException) -> CannotDo | None:
        """A refusal in the user's terms; a bug goes to its report."""
        from smartpns_desktop.services.failures import known

        told = known(error)
        if told is None:
            self._context.refuse(error)
        return told

    def _over(self, operation: Operation) -> bool:
        """It runs no more; whether anybody is left to hear of it."""
        if not isValid(self) or self.running is not operation:
            return False
        self.running = None
        self.changed.emit()
        return True
