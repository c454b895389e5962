"""The first rows of a sheet as a table, its heading marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ui.texts import tr
from ui.theme.fonts import Role, font
from ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
_SHOWN_COLUMNS = 256
"""Columns beyond these are read, but nobody judges a heading by them."""

_DISPLAY, _TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_GROUND, _INK, _FONT = (
    int(role) for role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.FontRole)
)


class SheetModel(QAbstractTableModel):
    """Cells as texts; rows are numbered as in the sheet, columns have its letters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Sequence[str]] = ()
        self._heading = range(0)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show another sheet; no row is its heading yet."""
        self.beginResetModel()
        self._rows, self._heading = rows, range(0)
        self.endResetModel()

    def mark_heading(self, first: int, last: int) -> None:
        """Rows `first` to `last` (from 1) are the heading; 0 where none is."""
        self._heading = range(first, last + 1) if first else range(0)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def heading(self) -> range:
        """The heading's rows, from 1."""
        return self._heading

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self._rows else min(len(self._rows[0]), _SHOWN_COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role in (_DISPLAY, _TOOL_TIP):
            return self._rows[index.row()][index.column()]
        if index.row() + 1 not in self._heading:
            above = bool(self._heading) and index.row() + 1 < self._heading[0]
            return QColor(theme().tokens.text3) if role == _INK and above else None
        if role == _GROUND:
            return QColor(theme().tokens.accent_soft)
        return font(Role.BODY_STRONG) if role == _FONT else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return _letters(section)
        return tr("judul {row}", row=section + 1) if section + 1 in self._heading else str(section + 1)


def _letters(place: int) -> str:
    """What a spreadsheet calls a column: A, Z, AA."""
    letters, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
