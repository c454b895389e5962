"""Whether the window may close: nothing that runs and nothing half filled is thrown away without a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from ui.texts import tr
from ui.widgets.dialogs import ask_destructive

if TYPE_CHECKING:
    from ui.context import Context
    from ui.pages.page import Page


class Leaving(QObject):
    """Asks what has to be asked; then does what was wanted last, when the context's `closing` brought something."""

    def __init__(self, context: Context, window: QMainWindow) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._last: Callable[[], bool] | None = None
        context.closing.connect(self._close_after)

    def allowed(self, page: Page | None) -> bool:
        """Whether the window closes now; a form is given up only once nothing else keeps it open."""
        if not self._may_stop() or (page is not None and not page.may_leave()):
            return False
        return self._last is None or self._last()

    def _close_after(self, last: Callable[[], bool]) -> None:
        self._last = last
        self._window.close()
        self._last = None

    def _may_stop(self) -> bool:
        running = self._context.operations.running
        if not running:
            return True
        return ask_destructive(
            self._window,
            tr("Hentikan “{title}” dan tutup?", title=running[0].title),
            tr("Pekerjaan itu belum selesai. Bila dihentikan, tidak ada yang disimpan setengah jalan."),
            tr("Hentikan dan tutup"),
        )
