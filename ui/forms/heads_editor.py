"""The field of how many people in each year: one small number per year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartpns_desktop.domain.typed import Unread
from ui.forms.editor import Editor
from ui.forms.field import FieldKind
from ui.forms.line_editor import LineEditor
from ui.forms.spellings import SPELLINGS
from ui.theme.fonts import Role
from ui.widgets.labels import label

_WIDTH = 64


class HeadsEditor(Editor):
    """People by year; a year without a number is `None`."""

    def __init__(self, years: Sequence[int]) -> None:
        self._lines = {year: LineEditor(SPELLINGS[FieldKind.WHOLE]) for year in years}
        super().__init__(inner := QWidget())
        first = next(iter(self._lines.values()))
        self.setFocusProxy(first.inner)
        self._names = {year: label(str(year), Role.SMALL, "text2") for year in years}
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for year in years:
            row.addLayout(self._column(year))
        row.addStretch()

    def value(self) -> object:
        """People by year; `Unread` where one of the numbers is none."""
        values = {year: line.value() for year, line in self._lines.items()}
        unread = (value for value in values.values() if isinstance(value, Unread))
        return next(unread, values)

    def set_value(self, value: object) -> None:
        """Show the years that the field has."""
        counts = value if isinstance(value, Mapping) else {}
        for year, line in self._lines.items():
            line.set_value(counts.get(year))

    def set_read_only(self) -> None:
        """Let the numbers be read and copied only."""
        for line in self._lines.values():
            line.set_read_only()

    def show_state(self, state: str) -> None:
        """Mark the numbers that are none; all of them where the numbers can be read."""
        unread = {year for year, line in self._lines.items() if isinstance(line.value(), Unread)}
        for year, line in self._lines.items():
            line.show_state(state if not unread or year in unread else "")

    def describe(self, name: str, description: str) -> None:
        """Each number is told with its year."""
        for year, line in self._lines.items():
            line.describe(f"{name}, {year}", description)

    def _column(self, year: int) -> QVBoxLayout:
        line, name = self._lines[year], self._names[year]
        line.setFixedWidth(_WIDTH)
        line.edited.connect(self.edited)
        line.inner.installEventFilter(self)
        name.setBuddy(line.inner)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(name)
        column.addWidget(line)
        return column

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The cursor left the years where it goes to no other of them."""
        if event.type() is QEvent.Type.FocusOut:
            inside = self.window().focusWidget()
            if inside not in [line.inner for line in self._lines.values()]:
                self.left.emit()
        return super().eventFilter(watched, event)
