"""What all widgets that edit one value have in common, and the simple ones: several lines, yes or no."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QWidget

from smartpns_desktop.domain.typed import many_lines, paragraphs
from ui.widgets.buttons import polish


class Editor(QWidget):
    """Edits one value; `edited` tells of every change by the user, `left` that the cursor went elsewhere.

    `inner` is the widget with the cursor: the label's buddy, and the one that screen readers name.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.inner = inner
        self.setFocusProxy(inner)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(inner)
        inner.installEventFilter(self)

    def value(self) -> object:
        """What is typed: a value, `None` where nothing is, `typed.Unread` where it means nothing."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value; nobody is told."""
        raise NotImplementedError

    def set_read_only(self) -> None:
        """Show the value without letting anyone change it."""
        self.inner.setEnabled(False)

    def show_state(self, state: str) -> None:
        """Mark the field: `error`, `warn`, or neither."""
        if self.inner.property("st") != state:
            self.inner.setProperty("st", state)
            polish(self.inner)

    def describe(self, name: str, description: str) -> None:
        """What screen readers say of the field."""
        self.inner.setAccessibleName(name)
        self.inner.setAccessibleDescription(description)

    def settle(self) -> None:
        """The cursor left: show the value in its usual spelling."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the cursor leaves."""
        if event.type() is QEvent.Type.FocusOut and watched is self.inner:
            self.settle()
            self.left.emit()
        return super().eventFilter(watched, event)


class TextEditor(Editor):
    """Several lines of plain text; Tab goes on to the next field."""

    _LINES = 3

    def __init__(self) -> None:
        super().__init__(inner := QPlainTextEdit())
        self._text = inner
        inner.setTabChangesFocus(True)
        inner.setFixedHeight(inner.fontMetrics().lineSpacing() * self._LINES + 20)
        inner.textChanged.connect(self.edited)

    def value(self) -> object:
        """The paragraphs, or `None`."""
        return paragraphs(self._text.toPlainText())

    def set_value(self, value: object) -> None:
        """Show a text."""
        self._text.blockSignals(True)
        self._text.setPlainText("" if value is None else many_lines(str(value)))
        self._text.blockSignals(False)

    def set_read_only(self) -> None:
        """Let it be read and copied only."""
        self._text.setReadOnly(True)


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self, label: str) -> None:
        super().__init__(inner := QCheckBox(label))
        self._box = inner
        self.row.addStretch()
        inner.clicked.connect(self.edited)

    def value(self) -> object:
        """True where it is ticked."""
        return self._box.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it or not."""
        self._box.setChecked(bool(value))
