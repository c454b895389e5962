"""What could not be done: a calm banner for what is known, one report dialog for everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words.sentences import listed
from ui.errors.reports import BugReport, describe
from ui.texts import tr

if TYPE_CHECKING:
    from ui.context import Context
    from ui.widgets.banner import Banner


class Refusals(QObject):
    """Shows one banner at a time above the page; the next thing that is done takes it away."""

    def __init__(self, context: Context, place: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._place = context, place
        self._banner: Banner | None = None
        context.refused.connect(self.show_error)
        context.told.connect(lambda *_: self.clear())

    def show_error(self, error: BaseException) -> None:
        """Show an error where the user sees it and can go on working; a bug goes the other road."""
        told = describe(error)
        if isinstance(told, BugReport):
            raise error
        self.say(self._locked() if told.code == "store.locked" else told.sentence)

    def _locked(self) -> str:
        """Who may be writing, where it is known whose windows are open."""
        from smartpns_desktop.words.errors import say
        from ui.single_instance import others_with_window

        return say(CannotDo("store.locked", names=listed(others_with_window(self._context.app.data_dir))))

    def say(self, sentence: str) -> None:
        """Show a calm sentence: what is the matter, then what to do."""
        from ui.widgets.banner import Banner

        self.clear()
        fact, point, advice = sentence.partition(". ")
        self._banner = Banner("bad", fact + ("." if point else ""), advice, tr("Tutup"))
        self._banner.clicked.connect(self.clear)
        self._place.addWidget(self._banner)

    @property
    def is_clear(self) -> bool:
        """Whether no banner stands."""
        return self._banner is None

    def clear(self) -> None:
        """Take the banner away."""
        if self._banner is not None:
            self._place.removeWidget(self._banner)
            self._banner.deleteLater()
            self._banner = None
