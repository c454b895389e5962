"""A list of painted lines: the cursor goes from row to row, Enter opens what a row is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.theme.theme import theme
from ui.widgets.line import Line
from ui.widgets.line_painter import LinePainter

_Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractListModel):
    """The lines by row; `Qt.UserRole` gives the `Line`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def row_of(self, thing: object) -> int:
        """The first row about a thing, -1 where there is none."""
        return next((row for row, line in enumerate(self._lines) if line.thing == thing and not line.is_heading), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return line.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Keys pass headings by."""
        if not index.isValid() or self._lines[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class LineList(QListView):
    """Shows lines; `opened` (Enter, double click) and `chosen` (the cursor moved) carry the thing, or `None`.

    `lead`, `state` and `right` are the widest texts of those columns, empty where there is no such column.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, *, lead: str = "", state: str = "", right: str = "") -> None:
        super().__init__()
        self.lines = LineModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LinePainter(self, lead=lead, state=state, right=right))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # until there are lines
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the cursor stays with its thing, else near where it was."""
        thing, row = self.current_thing(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self.lines.show_lines(lines)
        # Where there is no line nothing shows that the keyboard is here.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if lines else Qt.FocusPolicy.NoFocus)
        found = self.lines.row_of(thing) if thing is not None else -1
        self._set_row(found if found >= 0 else min(max(row, 0), len(lines) - 1))
        self.verticalScrollBar().setValue(scrolled)

    def current_line(self) -> Line | None:
        """The line with the cursor."""
        line = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return line if isinstance(line, Line) else None

    def current_thing(self) -> object:
        """What the line with the cursor is about."""
        line = self.current_line()
        return line.thing if line is not None else None

    def choose(self, thing: object) -> None:
        """Bring the cursor to a thing."""
        self._set_row(self.lines.row_of(thing))

    def add_act(self, action: QAction, *keys: str) -> None:
        """An act on the line with the cursor: in its menu, and by keys while the list has the focus."""
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Esc is the page's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        thing = self.current_thing()
        if thing is not None:
            self.opened.emit(thing)

    def _set_row(self, row: int) -> None:
        """Put the cursor on a row, below the heading where it is one."""
        while 0 <= row < self.lines.rowCount() and not self.lines.flags(self.lines.index(row)):
            row += 1
        self.setCurrentIndex(self.lines.index(row))
        self._on_current(self.currentIndex())

    def _on_current(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if index.row() == 1:
            self.scrollToTop()  # with the heading above it, which the cursor never reaches
        self.chosen.emit(self.current_thing())
