"""The field that is searched: letters bring a list of things, Enter chooses one; a new name may be allowed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import (
    QEvent,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate, QStyleOptionViewItem

from smartpns_desktop.domain.typed import Unread, words
from ui.forms.field import FieldKind
from ui.forms.line_editor import LineEditor
from ui.forms.searching import SHOWN, Hit, find, known, meant
from ui.forms.spellings import SPELLINGS
from ui.texts import tr

if TYPE_CHECKING:
    from ui.context import Context

_T = TypeVar("_T")

_PAUSE = 120
"""Milliseconds without a key after which the search begins."""


_ROOM = 9
"""Pixels that a line of the list is higher than its text, as rows of grids are."""


class _Roomy(QStyledItemDelegate):
    """Lines high enough for the mouse."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The text's size and some room."""
        return super().sizeHint(option, index).grownBy(QMargins(0, 0, 0, _ROOM))


class SearchedEditor(LineEditor):
    """A thing of a kind by its key; where `allows_new`, also the text of one that is not listed."""

    def __init__(self, context: Context, kind: str, *, allows_new: bool) -> None:
        super().__init__(SPELLINGS[FieldKind.LINE])
        self._context, self._kind, self._allows_new = context, kind, allows_new
        self._key: int | None = None
        self._hits: tuple[Hit, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.search)
        self.line.typed.connect(self._forget)
        self._lines, self.popup = QStringListModel(self), QListView()
        self.completer = _completer(self, self._lines)
        self.completer.setPopup(self.popup)
        self.popup.setProperty("popup", True)
        self.popup.setItemDelegate(_Roomy(self.popup))
        self.completer.activated[QModelIndex].connect(self._chosen)  # type: ignore[index]

    def value(self) -> object:
        """The key; a new text where that is allowed; `None`, or `Unread` for a text that names nothing."""
        text = words(self.line.text())
        if text is None:
            return None
        if self._key is not None:
            return self._key
        return text if self._allows_new else Unread("value.not_in_list", text)

    def set_value(self, value: object) -> None:
        """Show the thing with a key, whose name is read in the background, or a text."""
        self._key = value if isinstance(value, int) else None
        self.line.setText("" if value is None else tr("Memuat…") if isinstance(value, int) else str(value))
        if isinstance(value, int):
            app, kind = self._context.app, self._kind
            self._read(lambda: known(app, kind, value), lambda hit: self._name(value, hit))

    def settle(self) -> None:
        """The cursor left: a text that names one thing stands for it."""
        self._pause.stop()
        if self._key is None and words(self.line.text()) and not self.popup.isVisible():
            self._search(self._resolve)

    def search(self) -> None:
        """Look for what is typed and show the list."""
        if words(self.line.text()):
            self._search(self._offer)
        else:
            self.popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The down key opens the list, whatever is typed."""
        is_down = watched is self.inner and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if is_down and event.type() is QEvent.Type.KeyPress and not self.line.isReadOnly():
            self._search(self._offer)
            return True
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        self._key = None
        self._pause.start()

    def _search(self, then: Callable[[tuple[Hit, ...]], None]) -> None:
        app, kind = self._context.app, self._kind
        text = "" if self._key is not None else words(self.line.text()) or ""
        self._read(lambda: find(app, kind, text), then)

    def _read(self, work: Callable[[], _T], then: Callable[[_T], None]) -> None:
        self._context.operations.read(work, then, owner=self, slot="search", failed=self._context.refuse)

    def _offer(self, hits: tuple[Hit, ...]) -> None:
        """Show what was found, the first or the one that is meant ready for Enter."""
        self._hits = hits
        self._lines.setStringList([hit.line for hit in hits] + self._remarks(len(hits)))
        if not self.line.hasFocus():
            return
        self.completer.complete()
        ready = meant(hits, self.line.text()) if self._allows_new else next(iter(hits), None)
        if ready is not None:
            self.popup.setCurrentIndex(self.completer.completionModel().index(hits.index(ready), 0))

    def _remarks(self, found: int) -> list[str]:
        """Lines under the things that were found; choosing one only closes the list."""
        if found == SHOWN:
            return [tr("Ketik lebih banyak huruf untuk mempersempit")]
        if self._allows_new:
            text = words(self.line.text())
            return [tr("Pakai “{text}” sebagai yang baru", text=text)] if text and self._key is None else []
        return [] if found else [tr("Tidak ditemukan")]

    def _resolve(self, hits: tuple[Hit, ...]) -> None:
        hit = meant(hits, self.line.text())
        if hit is not None:
            self._take(hit)

    def _chosen(self, index: QModelIndex) -> None:
        if index.row() < len(self._hits):
            self._take(self._hits[index.row()])

    def _take(self, hit: Hit) -> None:
        self._pause.stop()
        self._key = hit.key
        self.line.show_text(hit.name)
        self.edited.emit()

    def _name(self, key: int, hit: Hit | None) -> None:
        if self._key == key:
            self.line.setText(hit.name if hit else tr("(sudah dihapus)"))
            self.line.setCursorPosition(0)


def _completer(editor: SearchedEditor, lines: QStringListModel) -> QCompleter:
    """The list under the field; what it shows is decided by the search, never by the list."""
    completer = QCompleter(lines, editor)
    completer.setWidget(editor.line)
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setMaxVisibleItems(10)
    return completer
