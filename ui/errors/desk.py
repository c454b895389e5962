"""Where bugs are shown: in one dialog at a time, and not again and again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.errors.repeats import Repeats

if TYPE_CHECKING:
    from ui.errors.report_dialog import ReportDialog
    from ui.errors.reports import BugReport

_MOST = 3
"""Times that the same bug opens a dialog; a fault in painting comes back with every repaint."""


class ErrorDesk(QObject):
    """Opens the report of a bug above the window; a bug that comes meanwhile is added to it."""

    def __init__(self, log: Path, window: QWidget | None = None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(window)
        self._log, self._window = log, window
        self._repeats = Repeats(_MOST, clock)
        self.dialog: ReportDialog | None = None

    def show(self, report: BugReport) -> None:
        """Show a bug, unless the user has just closed the report of the same one or has seen it often enough."""
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.add(report)
        elif self._repeats.is_new(report.origin):
            from ui.errors.report_dialog import ReportDialog

            self.dialog = ReportDialog(report, self._log, QApplication.activeModalWidget() or self._window)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            for origin in self.dialog.origins:
                self._repeats.note(origin)
            self.dialog.deleteLater()
            self.dialog = None
