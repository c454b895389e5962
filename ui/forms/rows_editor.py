"""The field of several rows of the same small fields: requirements of a post, steps of a career."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from smartpns_desktop.domain.typed import Unread
from ui.forms.choice_editor import ChoiceEditor
from ui.forms.editor import Editor, FlagEditor
from ui.forms.field import Field, FieldKind
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import label

_NARROW = {FieldKind.WHOLE: 84, FieldKind.CHOICE: 168, FieldKind.FLAG: 84}
"""Widths of the small fields beside a name, which takes what is left."""


class RowsEditor(Editor):
    """Rows of parts; the value is a tuple of what each row holds by the parts' names, empty rows left out."""

    def __init__(self, parts: Sequence[Field], make: Callable[[Field], Editor]) -> None:
        self._parts, self._make = tuple(parts), make
        self._rows: list[dict[str, Editor]] = []
        self._name = ""
        super().__init__(inner := QWidget())
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        column.addLayout(self._grid)
        self.more = button(tr("Tambah baris"), icon="plus", kind="link")
        self.more.clicked.connect(self._on_more)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        inner.setFocusProxy(self.more)

    def value(self) -> object:
        """The rows; `Unread` where one of their parts is."""
        rows = [{name: editor.value() for name, editor in row.items()} for row in self._rows]
        unread = (value for row in rows for value in row.values() if isinstance(value, Unread))
        return next(unread, tuple(row for row in rows if any(row.values())))

    def set_value(self, value: object) -> None:
        """Show other rows."""
        told = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
        while self._rows:
            self._drop(self._rows[-1])
        for row in told:
            if isinstance(row, Mapping):
                self._add(row)
        self._lay_out()

    def set_read_only(self) -> None:
        """Let the rows be read only."""
        self.inner.setEnabled(False)

    def show_state(self, state: str) -> None:
        """Mark the parts that cannot be read, else those that should name something and do not."""
        unread = any(isinstance(it.value(), Unread) for row in self._rows for it in row.values())
        for row in self._rows:
            for place, editor in enumerate(row.values()):
                wrong = isinstance(editor.value(), Unread) if unread else place == 0 and editor.value() is None
                editor.show_state(state if wrong else "")

    def describe(self, name: str, description: str) -> None:
        """Each part is told with the field and its row."""
        self._name = name
        self.more.setAccessibleName(tr("Tambah baris: {field}", field=name))
        self.more.setAccessibleDescription(description)
        for number, row in enumerate(self._rows, start=1):
            for part in self._parts:
                row[part.name].describe(f"{name} {number}, {part.label}", description)

    def settle(self) -> None:
        """Show what was understood."""
        for row in self._rows:
            for editor in row.values():
                editor.settle()

    def _on_more(self) -> None:
        row = self._add({})
        self._lay_out()
        self.describe(self._name, "")
        next(iter(row.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _on_less(self, row: dict[str, Editor]) -> None:
        place = self._rows.index(row)
        self._drop(row)
        self._lay_out()
        left = self._rows[min(place, len(self._rows) - 1)] if self._rows else {}
        next(iter(left.values()), self.more).setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _add(self, values: Mapping[str, object]) -> dict[str, Editor]:
        row = {part.name: self._make(part) for part in self._parts}
        for part in self._parts:
            editor = row[part.name]
            editor.set_value(values.get(part.name))
            editor.edited.connect(self.edited)
            editor.left.connect(self.left)
            _fit(editor, part)
        self._rows.append(row)
        return row

    def _drop(self, row: dict[str, Editor]) -> None:
        self._rows.remove(row)
        for editor in row.values():
            editor.hide()
            editor.deleteLater()

    def _lay_out(self) -> None:
        """Headings once above the columns, then the rows, each with the button that takes it away."""
        editors = {id(editor) for row in self._rows for editor in row.values()}
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and id(widget) not in editors:
                widget.hide()
                widget.deleteLater()
        for place, part in enumerate(self._parts if self._rows else ()):
            self._grid.addWidget(label(part.label, Role.SMALL, "text2"), 0, place)
        for number, row in enumerate(self._rows, start=1):
            for place, editor in enumerate(row.values()):
                self._grid.addWidget(editor, number, place)
                editor.show()
            less = icon_button("x", tr("Hapus baris {number}", number=number))
            less.clicked.connect(lambda _on=False, row=row: self._on_less(row))
            self._grid.addWidget(less, number, len(row))
        self._grid.setColumnStretch(0, 1)


def _fit(editor: Editor, part: Field) -> None:
    width = _NARROW.get(part.kind)
    if width is not None:
        editor.setFixedWidth(width)
    if isinstance(editor, FlagEditor | ChoiceEditor):
        editor.inner.setToolTip(part.help or part.label)
