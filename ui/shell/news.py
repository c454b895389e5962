"""Looks from time to time whether another program wrote to the store, and lets every page read again what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from smartpns_desktop.words.sentences import listed
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.news import News, NewsService
    from ui.context import Context

LOOKED_FOR = 3_000
"""Milliseconds between two looks; one costs less than painting a row."""


class NewsWatch(QObject):
    """Emits the context's `changed` for what others wrote, and `told` who it was; begins once the window has its data.

    A look that fails is told once; looking goes on, for a stick that was pulled out may come back.
    """

    told = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self, interval=LOOKED_FOR, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._service: NewsService | None = None
        self._failing = False
        context.operations.rested.connect(self._begin, Qt.ConnectionType.SingleShotConnection)

    def _begin(self) -> None:
        app = self._context.app
        self._context.operations.read(lambda: app.news, self._go_on, owner=self, failed=self._fail)

    def _go_on(self, service: NewsService) -> None:
        self._service = service
        self._timer.start()

    def look(self) -> None:
        """Look now."""
        if self._service is not None:
            self._context.operations.read(self._service.look, self._tell, owner=self, failed=self._fail)

    def _tell(self, news: News | None) -> None:
        self._failing = False
        self._timer.start()
        if news is None:
            return
        self._context.changed.emit(news.changes)
        if news.actors:
            self.told.emit(tr("Baru saja diubah oleh {names}", names=listed(news.actors)))
        else:
            self.told.emit(tr("Data baru saja diganti dengan cadangan"))

    def _fail(self, error: BaseException) -> None:
        known, self._failing = self._failing, True
        self._timer.start()
        if not known:
            self._context.refuse(error)
