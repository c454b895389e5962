"""The field of one line: what is typed or pasted becomes one line, is understood and shown in its usual spelling."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from smartpns_desktop.domain.typed import Unread, one_line
from ui.forms.editor import Editor
from ui.forms.spellings import Spelling, written


class OneLine(QLineEdit):
    """A line that keeps none of the line breaks that a spreadsheet or a web page pastes with its text.

    `typed` tells of every change by the user, whichever way it came: keys, clipboard, mouse or input method.
    """

    typed = Signal()

    def __init__(self, spelling: Spelling) -> None:
        super().__init__()
        self._spelling = spelling
        self.textEdited.connect(self._tidy)

    def show_text(self, text: str) -> None:
        """Replace the text so that undo brings the former one back; `typed` is silent."""
        place = self.cursorPosition()
        self.blockSignals(True)
        self.selectAll()
        self.insert(text)
        self.setCursorPosition(place)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut without the spaces that only make a number easier to read."""
        cut = event.matches(QKeySequence.StandardKey.Cut) and not self.isReadOnly()
        if not self.hasSelectedText() or not (cut or event.matches(QKeySequence.StandardKey.Copy)):
            super().keyPressEvent(event)
            return
        QGuiApplication.clipboard().setText(self._spelling.bare(self.selectedText()))
        if cut:
            self.del_()
            self.typed.emit()

    def _tidy(self, text: str) -> None:
        clean = one_line(text)
        if clean != text:
            self.show_text(clean)
        self.typed.emit()


class LineEditor(Editor):
    """One line of a kind."""

    def __init__(self, spelling: Spelling) -> None:
        super().__init__(inner := OneLine(spelling))
        self.line, self._spelling = inner, spelling
        inner.typed.connect(self.edited)

    def value(self) -> object:
        """What the line means."""
        return self._spelling.read(self.line.text())

    def set_value(self, value: object) -> None:
        """Show a value in its usual spelling."""
        self.line.setText(one_line(written(self._spelling, value)))
        self.line.setCursorPosition(0)

    def set_read_only(self) -> None:
        """Let it be read and copied only."""
        self.line.setReadOnly(True)

    def settle(self) -> None:
        """Show what was understood: 17/4/92 becomes 17 Apr 1992."""
        value = self.value()
        shown = written(self._spelling, value)
        if not isinstance(value, Unread) and shown != self.line.text() and not self.line.isReadOnly():
            self.line.show_text(shown)
