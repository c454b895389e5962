"""One field on the screen: its label above, the editor, and the message under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpns_desktop.domain.typed import Unread
from ui.forms.editor import Editor
from ui.forms.field import Field, FieldKind
from ui.forms.findings import Finding, Typing, Weight
from ui.forms.message import Message
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.labels import label

_STATES = {Weight.BAD: "error", Weight.WARN: "warn"}


class FieldRow(QWidget):
    """A field with its label and message; `edited` and `left` are the user's doing."""

    edited = Signal()
    left = Signal()

    def __init__(self, field: Field, editor: Editor) -> None:
        super().__init__()
        self.field, self.editor, self.message = field, editor, Message()
        self._first = editor.value()
        self._left = self._settled = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._heading())
        layout.addWidget(editor)
        layout.addWidget(self.message)
        editor.edited.connect(self._on_edited)
        editor.left.connect(self._on_left)
        self.show_findings([])

    @property
    def typing(self) -> Typing:
        """What the field holds now."""
        value = self.editor.value()
        return Typing(value, value != self._first, self._left, self._settled)

    def told(self) -> dict[str, object]:
        """The value by the service's fields; nothing where it cannot be read."""
        value = self.editor.value()
        if isinstance(value, Unread):
            return {}
        if self.field.new_as:
            is_new = isinstance(value, str)
            return {self.field.name: None if is_new else value, self.field.new_as: value if is_new else None}
        return {self.field.name: value}

    def load(self, value: object) -> None:
        """Show a value from which changes are counted."""
        self.editor.set_value(value)
        self.accept()
        self._left = self._settled = False

    def accept(self) -> None:
        """Count changes from what is typed now."""
        self._first = self.editor.value()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the gravest finding, or else where the field is set, or its help."""
        first = findings[0] if findings else None
        weight = first.weight if first else None
        self.message.tell(first.sentence if first else self.field.read_only or self.field.help, weight)
        self.editor.show_state(_STATES.get(weight, "") if weight else "")
        name = f"{self.field.label}, {tr('wajib')}" if self.field.required else self.field.label
        self.editor.describe(name, " ".join(it.sentence for it in findings) or self.message.text)

    def _heading(self) -> QHBoxLayout:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        is_flag = self.field.kind is FieldKind.FLAG
        self.label = label("" if is_flag else self.field.label, Role.CARD_TITLE)
        self.label.setBuddy(self.editor.inner)
        heading.addWidget(self.label)
        if self.field.required:
            heading.addWidget(label(tr("wajib"), Role.SMALL, "text2"))
        heading.addStretch()
        return heading

    def _on_edited(self) -> None:
        self._settled = False
        self.edited.emit()

    def _on_left(self) -> None:
        self._left = self._settled = True
        self.left.emit()
