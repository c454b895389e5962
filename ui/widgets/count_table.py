"""A table of counts by place: each number opens its rows, by click or with the arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from smartpns_desktop.words.figures import show_number
from ui.theme.fonts import Role, font, metrics
from ui.theme.theme import theme
from ui.widgets.meter import paint_meter
from ui.widgets.planes import paint_ring

_PAD, _METER = 8, 72

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CountRow:
    """A place and its numbers, each with what it opens; the last number is a share in per cent, with its bar."""

    name: str
    numbers: tuple[float, ...]
    keys: tuple[object, ...]
    is_total: bool = False


class CountModel(QAbstractTableModel):
    """The rows, the total above them; a click on a heading sorts the others."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings, self._rows = tuple(headings), list[CountRow]()

    def show_rows(self, rows: Sequence[CountRow], first: str) -> None:
        """Show other rows; `first` is the heading of their names."""
        self.beginResetModel()
        self._rows, self._headings = list(rows), (first, *self._headings[1:])
        self.endResetModel()

    def row(self, place: int) -> CountRow:
        """A row from above."""
        return self._rows[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        text = show_number(row.numbers[index.column() - 1]) if index.column() else row.name
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name}. {self._headings[index.column()]}: {text}" if index.column() else row.name
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(key=lambda it: it.numbers[column - 1] if column else it.name.casefold(),
                        reverse=order is Qt.SortOrder.DescendingOrder)  # fmt: skip
        self._rows.sort(key=lambda it: not it.is_total)
        self.layoutChanged.emit()


class CountTable(QTableView):
    """Shows counts; `chosen` carries the key of the number that was clicked, or on which Enter was pressed."""

    chosen = Signal(object)

    def __init__(self, name: str, headings: Sequence[str]) -> None:
        super().__init__()
        self._has_bars = True
        self.counts = CountModel(headings, self)
        self.setModel(self.counts)
        self.setItemDelegate(_CountPainter(self, self.has_bars))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        self._measure()
        theme().changed.connect(self._measure)

    def show_rows(self, rows: Sequence[CountRow], first: str) -> None:
        """Show other rows, the keyboard at the first number of the total."""
        self.counts.show_rows(rows, first)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if rows:
            self.setCurrentIndex(self.counts.index(0, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; Esc is the page's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.counts.row(index.row()).keys[index.column()])

    def set_narrow(self, *, on: bool) -> None:
        """Leave the bars out where there is little room."""
        self._has_bars = not on
        self._measure()

    def has_bars(self) -> bool:
        """Whether the shares have a bar beside them."""
        return self._has_bars

    def _measure(self) -> None:
        head, of = self.horizontalHeader(), metrics(Role.SMALL_STRONG)
        for column in range(1, self.counts.columnCount()):
            title = str(self.counts.headerData(column, Qt.Orientation.Horizontal))
            last = _METER if self._has_bars and column == self.counts.columnCount() - 1 else 0
            head.resizeSection(column, of.horizontalAdvance(title) + 3 * _PAD + last)
        self.verticalHeader().setDefaultSectionSize(metrics(Role.BODY).height() + 10)
        self.viewport().update()


class _CountPainter(QStyledItemDelegate):
    """A name at the left, numbers at the right, a bar before the share; the number under the mouse is a link."""

    def __init__(self, parent: QObject, has_bars: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._has_bars = has_bars

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = theme().tokens, option.rect
        row: CountRow = index.data(Qt.ItemDataRole.UserRole)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if hover:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        role = Role.BODY_STRONG if row.is_total else Role.BODY
        painter.setFont(font(role))
        painter.setPen(QColor(tokens.accent if hover else tokens.text))
        inner, text = rect.adjusted(_PAD, 0, -_PAD, -1), str(index.data())
        side = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
        shown = metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)
        if index.column() == len(row.numbers) and self._has_bars():
            bar = QRectF(inner.left(), inner.center().y() - 2, _METER, 6)
            paint_meter(painter, bar, row.numbers[-1], 100.0, tokens)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, rect, tokens.accent)
