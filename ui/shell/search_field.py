"""The global search: one field over everything, results by kind, opened with Enter."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QVBoxLayout, QWidget

from ui.texts import tr
from ui.widgets.labels import on_plane

if TYPE_CHECKING:
    from smartpns_desktop.services.search import Results
    from ui.context import Context
    from ui.shell.search_results import Choice, ResultList

_TYPING = 120
_LEAST_WIDTH, _MOST_HEIGHT = 560, 460
_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class SearchField(QLineEdit):
    """The field in the top bar; its results drop down while one types, arrows and Enter choose, Esc leaves."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, context: Context, pages: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._pages = context, pages
        self.setPlaceholderText(tr("Cari pegawai, pelatihan, prodi…"))
        self.setAccessibleName(tr("Cari di seluruh data (Ctrl+K)"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self._typing = QTimer(self, interval=_TYPING, singleShot=True)
        self._typing.timeout.connect(self._search)
        self.textEdited.connect(lambda _text: self._typing.start())
        self.installEventFilter(self)

    @cached_property
    def results(self) -> ResultList:
        """What was found; made when somebody first searches, for a start shows none of it."""
        from ui.shell.search_results import ResultList

        made = ResultList(self._pages)
        made.chosen.connect(self._go)
        return made

    @cached_property
    def _popup(self) -> _Popup:
        return _Popup(self.results, self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody is going to search: what is searched through is made ready meanwhile."""
        super().focusInEvent(event)
        search = self._context.app.search
        self._context.operations.read(search.prepare, lambda _none: None, owner=self, slot="prepare")

    def _sought(self) -> str:
        return " ".join(self.text().split())

    def _search(self) -> None:
        text = self._sought()
        if not text:
            self._popup.hide()
            return
        operations = self._context.operations
        find = partial(self._context.app.search.find, text, brief=True, shown=self.results.per_kind)

        def show(found: Results) -> None:
            # The user may have gone on, or away, while this was read.
            if not (self.hasFocus() and self._sought() == text):
                return
            self.results.show_results(found)
            self._drop_down()
            if not found.whole:
                operations.read(find, show, owner=self, slot="search")

        operations.read(partial(find, at_once=True), show, owner=self, slot="search")

    def _drop_down(self) -> None:
        width = min(max(self.width(), _LEAST_WIDTH), self.window().width() - self.x())
        room = self.window().height() - self.mapTo(self.window(), QPoint(0, self.height() + 2)).y()
        self._popup.resize(width, min(self.results.wanted_height(), _MOST_HEIGHT, room))
        self._popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._popup.show()

    def _go(self, choice: Choice) -> None:
        self._popup.hide()
        if choice.key is not None:
            search, kind, key = self._context.app.search, choice.kind, choice.key
            self._context.operations.read(lambda: search.opened(kind, key), lambda _none: None, owner=self)
        self.chosen.emit(choice.target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Esc belong to the results while one types."""
        if watched is self and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            return self._on_key(Qt.Key(event.key()), whole=with_ctrl)
        if watched is self and event.type() == QEvent.Type.FocusOut:
            self._typing.stop()
            self._popup.hide()
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key, *, whole: bool) -> bool:
        if key in _MOVES:
            self.results.move_cursor(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typing.isActive() or not self._popup.isVisible():
                self._typing.stop()
                self._search()
            else:
                self.results.take_choice(whole=whole)
        elif key == Qt.Key.Key_Escape:
            self._typing.stop()
            if self._popup.isVisible():
                self._popup.hide()
            else:
                self.clear()
                self.left.emit()
        else:
            return False
        return True


class _Popup(QFrame):
    """Hangs under the field and never takes its focus."""

    def __init__(self, results: QListWidget, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.ToolTip)
        on_plane(self, "line")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(results)
