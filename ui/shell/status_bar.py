"""The status bar: the store, its last backup and exchange, and what runs or was just done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from smartpns_desktop.words.figures import show_date
from ui.texts import tr
from ui.theme.fonts import Role
from ui.theme.icons import pixmap
from ui.theme.theme import theme
from ui.widgets.buttons import button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import label, on_plane

if TYPE_CHECKING:
    from ui.workers.operation import Operation

_HEIGHT = 26
_SHOWN = 10_000
"""Milliseconds that a done line stays; it stays in the undo menu afterwards."""


class StatusBar(QFrame):
    """Left what is true all the time, right what happens: progress with "Batal", or the done line with "Urungkan"."""

    undo_wanted = Signal(object)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_plane(self, "bg", "top")
        self.setFixedHeight(_HEIGHT)
        # Whatever is told gives way, never the window.
        self.store = ElidedLabel("", Role.SMALL, "text2")
        self.backup = ElidedLabel("", Role.SMALL, "text2")
        self.exchange = ElidedLabel("", Role.SMALL, "text2")
        self._marks = {"database": QLabel(), "check-circle": QLabel()}
        self.progress_text = ElidedLabel("", Role.SMALL, "text2")
        self.progress = QProgressBar()
        self.progress.setFixedSize(120, 6)
        self.progress.setTextVisible(False)
        self.cancel = button(tr("Batal"), kind="link")
        self.done_mark = QLabel()
        self.done = ElidedLabel("", Role.SMALL_STRONG)
        self.undo = button(tr("Urungkan"), kind="link")
        self.undo_key = label(tr("Ctrl+Z"), Role.SMALL, "text2")
        self._change_set: int | None = None
        self._lay_out()
        self._timer = QTimer(self, interval=_SHOWN, singleShot=True)
        self._timer.timeout.connect(self._hide_done)
        self.undo.clicked.connect(lambda: self.undo_wanted.emit(self._change_set))
        self.cancel.clicked.connect(self.cancel_wanted)
        theme().changed.connect(self._paint_marks)
        self._paint_marks()
        self.show_operation(None)
        self._hide_done()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        lasting: tuple[QWidget, ...] = (
            self._marks["database"], self.store, label("·", Role.SMALL, "text2"), self._marks["check-circle"],
            self.backup, label("·", Role.SMALL, "text2"), self.exchange,
        )  # fmt: skip
        for widget in lasting:
            layout.addWidget(widget)
        layout.addStretch(1)
        happening: tuple[QWidget, ...] = (
            self.progress_text, self.progress, self.cancel, self.done_mark, self.done, self.undo, self.undo_key,
        )  # fmt: skip
        for widget in happening:
            layout.addWidget(widget)

    def _paint_marks(self) -> None:
        tokens, ratio = theme().tokens, self.devicePixelRatioF()
        self._marks["database"].setPixmap(pixmap("database", tokens.text2, 14, ratio))
        self._show_mark(self._fresh)
        self.done_mark.setPixmap(pixmap("check-circle", tokens.ok, 14, ratio))

    _fresh = False

    def _show_mark(self, fresh: bool) -> None:
        self._fresh = fresh
        tokens = theme().tokens
        icon, colour = ("check-circle", tokens.ok) if fresh else ("warning", tokens.warn)
        self._marks["check-circle"].setPixmap(pixmap(icon, colour, 14, self.devicePixelRatioF()))

    def show_store(self, name: str, backup: datetime | None, exchange: datetime | None) -> None:
        """Which store is open, when it was last copied, and when the last file came in."""
        self.store.setText(name)
        self.backup.setText(tr("Cadangan {when}", when=when(backup)) if backup else tr("Belum pernah dicadangkan"))
        self._show_mark(backup is not None and (datetime.now(backup.tzinfo) - backup).days < 7)
        self.exchange.setText(
            tr("Pertukaran terakhir {when}", when=show_date(exchange.date()))
            if exchange
            else tr("Belum ada pertukaran")
        )

    def show_operation(self, operation: Operation | None) -> None:
        """What runs and how far it is; `None` when nothing does."""
        running = operation is not None
        for widget in (self.progress_text, self.progress, self.cancel):
            widget.setVisible(running)
        if operation is None:
            return
        self._hide_done()
        share = operation.share
        self.progress.setRange(0, 0 if share is None else 100)
        self.progress.setValue(round(100 * (share or 0)))
        cancelled = operation.watch.cancelled
        percent = "" if share is None else f" {round(100 * share)} %"
        self.progress_text.setText(tr("Membatalkan…") if cancelled else f"{operation.title}{percent}")
        self.cancel.setEnabled(not cancelled)
        self.progress.setAccessibleName(operation.title)

    def show_done(self, sentence: str, change_set: int | None) -> None:
        """What was just done, with the way back where there is one."""
        self._change_set = change_set
        self.done.setText(sentence)
        self.done_mark.show()
        self.done.show()
        self.undo.setVisible(change_set is not None)
        self.undo_key.setVisible(change_set is not None)
        self._timer.start()

    def show_news(self, sentence: str) -> None:
        """What others did; it never takes the way back from what was just done here."""
        if not self._timer.isActive():
            self.show_done(sentence, None)

    def _hide_done(self) -> None:
        for widget in (self.done_mark, self.done, self.undo, self.undo_key):
            widget.hide()


def when(moment: datetime) -> str:
    """A moment as hari ini 08.02, kemarin, or its day."""
    days = (datetime.now().date() - moment.date()).days
    if days == 0:
        return tr("hari ini {time}", time=f"{moment:%H.%M}")
    return tr("kemarin") if days == 1 else show_date(moment.date())
