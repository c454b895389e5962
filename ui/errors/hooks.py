"""The one path of every unexpected error, whatever thread or library it comes from: log first, then the user."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from shiboken6 import isValid

from ui.errors.repeats import Repeats
from ui.errors.reports import BugReport, Known, describe

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
"""What Qt says below a warning is nobody's business."""


class Hooks(QObject):
    """Takes errors from any thread; `on_bug` and `on_known` are called in the thread that made this object."""

    _caught = Signal(object)

    def __init__(self, on_bug: Callable[[BugReport], None], on_known: Callable[[Known], None]) -> None:
        super().__init__()
        self._on_bug, self._on_known = on_bug, on_known
        self._repeats = Repeats()
        # Queued even in the same thread: a dialog must not open in the middle of a paint event.
        self._caught.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook, threading.excepthook = self._on_exception, self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._qt_before = qInstallMessageHandler(self._on_qt_message)

    def take(self, error: BaseException) -> None:
        """Bring an error to the user, from any thread; a bug goes into the log whole, a flood of it once."""
        told = describe(error)
        if isinstance(told, BugReport):
            if not self._repeats.is_new(told.origin):
                return
            _log.error("unexpected error", exc_info=error)
        if isValid(self):
            self._caught.emit(told)

    def remove(self) -> None:
        """Give errors back to whoever took them before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)

    @Slot(object)
    def _deliver(self, told: Known | BugReport) -> None:
        if isinstance(told, BugReport):
            self._on_bug(told)
        else:
            self._on_known(told)

    def _on_exception(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
        else:
            self.take(error)

    def _on_thread_exception(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and not isinstance(found.exc_value, SystemExit):
            self.take(found.exc_value)

    def _on_unraisable(self, found: sys.UnraisableHookArgs) -> None:
        """An error in a destructor: nothing the user did has failed."""
        _log.error("unraisable error", exc_info=found.exc_value)

    def _on_qt_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        level = _LEVELS.get(kind)
        if level is not None and self._repeats.is_new(message):
            _log.log(level, "Qt: %s", message)


def install(on_bug: Callable[[BugReport], None], on_known: Callable[[Known], None]) -> Hooks:
    """Take every error that nobody catches, until `remove`; keep the result as long as the program runs."""
    return Hooks(on_bug, on_known)
