"""The one door to the background: short reads beside each other, slow or writing work one at a time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from smartpns_desktop.services.watch import Watch

_T = TypeVar("_T")

_READERS = 2
"""Reads at the same time: the keys of a list and the counts of its facets."""
_POLLED_EVERY = 100
"""Milliseconds between two looks at a running operation; fast loops cannot flood the event queue."""

Failed = Callable[[BaseException], None]


class Operation:
    """Slow work that the user sees: what it is called, how far it is, and the wish to stop it."""

    def __init__(self, title: str, watch: Watch) -> None:
        self.title, self.watch = title, watch

    @property
    def share(self) -> float | None:
        """How far the present phase is, 0 to 1; `None` while nobody knows."""
        return min(1.0, self.watch.done / self.watch.total) if self.watch.total else None

    def cancel(self) -> None:
        """Ask the work to stop; it stores nothing then, unless it was done already."""
        self.watch.cancelled = True


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came out of a piece of work, on its way to the thread of the window."""

    value: Any
    error: BaseException | None
    wanted: Callable[[], bool]
    then: Callable[[Any], None]
    failed: Failed | None
    operation: Operation | None = None


class Operations(QObject):
    """Runs use-cases off the thread of the window and brings their results back to it.

    `failed` tells of errors that nobody who asked takes care of, `settled` that nothing is left to be answered, and
    `rested` that the answers have been painted, too, and nothing was asked since: time for what nobody waits for.
    """

    started = Signal(object)
    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    settled = Signal()
    rested = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(_READERS, "read")
        self._worker = ThreadPoolExecutor(1, "work")
        self._newest: WeakKeyDictionary[QObject, dict[str, int]] = WeakKeyDictionary()
        self._running: list[Operation] = []
        self._unanswered = 0
        self._closed = False
        self._answered.connect(self._deliver)
        # Without an interval it comes behind all events that are due, painting among them.
        self._rest = QTimer(self, interval=0, singleShot=True)
        self._rest.timeout.connect(self._tell_rest)
        self._poll = QTimer(self, interval=_POLLED_EVERY)
        self._poll.timeout.connect(self._tell_progress)

    @property
    def running(self) -> tuple[Operation, ...]:
        """Operations that are not done yet, the present one first."""
        return tuple(self._running)

    @property
    def is_settled(self) -> bool:
        """Whether everything that was asked has been answered."""
        return not self._unanswered

    def read(
        self,
        work: Callable[[], _T],
        then: Callable[[_T], None],
        *,
        owner: QObject,
        slot: str = "",
        failed: Failed | None = None,
    ) -> None:
        """Read something and hand it to `then`; nothing is called once `owner` is deleted.

        A later read of the same owner and slot makes the answer of an earlier one unwanted.
        """
        if self._closed:
            return
        slots = self._newest.setdefault(owner, {})
        turn = slots[slot] = slots.get(slot, 0) + 1

        def wanted() -> bool:
            return not self._closed and isValid(owner) and (not slot or slots[slot] == turn)

        self._unanswered += 1
        self._readers.submit(self._carry_out, work, wanted, then, failed, None)

    def run(
        self,
        title: str,
        work: Callable[[Watch], _T],
        then: Callable[[_T], None],
        *,
        failed: Failed | None = None,
    ) -> Operation:
        """Do slow or writing work after all that was asked before; the status bar shows it."""
        from smartpns_desktop.services.watch import Watch

        operation = Operation(title, Watch())
        self._running.append(operation)
        self._unanswered += 1
        self._worker.submit(
            self._carry_out, lambda: work(operation.watch), lambda: not self._closed, then, failed, operation
        )
        self._poll.start()
        self.started.emit(operation)
        return operation

    def afterwards(self, work: Callable[[], object]) -> None:
        """Do in the background what nobody waits for or hears of, after all slow work that was asked before."""
        if not self._closed:
            self._worker.submit(work)

    def close(self) -> None:
        """Ask everything to stop and wait until it has; nothing is delivered any more."""
        self._closed = True
        for operation in self._running:
            operation.cancel()
        self._poll.stop()
        self._readers.shutdown(cancel_futures=True)
        self._worker.shutdown(cancel_futures=True)

    def _carry_out(
        self,
        work: Callable[[], Any],
        wanted: Callable[[], bool],
        then: Callable[[Any], None],
        failed: Failed | None,
        operation: Operation | None,
    ) -> None:
        """In a thread of a pool: the work itself, unless nobody waits for it any more."""
        value, fault = None, None
        try:
            value = work() if wanted() else None
        except BaseException as error:  # noqa: BLE001 - whatever it is, the thread of the window decides about it
            fault = error
        if isValid(self):
            self._answered.emit(_Answer(value, fault, wanted, then, failed, operation))

    def _deliver(self, answer: _Answer) -> None:
        if answer.operation is not None:
            self._running.remove(answer.operation)
            if not self._running:
                self._poll.stop()
            self.ended.emit(answer.operation)
        self._unanswered -= 1
        if answer.wanted():
            self._hand_over(answer)
        if self.is_settled:
            self.settled.emit()
            self._rest.start()

    def _tell_rest(self) -> None:
        if self.is_settled and not self._closed:
            self.rested.emit()

    def _hand_over(self, answer: _Answer) -> None:
        if answer.error is None:
            answer.then(answer.value)
        elif answer.failed is not None:
            answer.failed(answer.error)
        else:
            self.failed.emit(answer.error)

    def _tell_progress(self) -> None:
        if self._running:
            self.progressed.emit(self._running[0])
