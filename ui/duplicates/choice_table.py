"""The table of two records: a click, or the arrows and Space, chooses whose value of a field is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from smartpns_desktop.domain.people_merging import Side
from ui.duplicates.pair import PairRow
from ui.texts import tr
from ui.theme.fonts import Role, font, metrics
from ui.theme.icons import paint_icon
from ui.theme.theme import theme

_SIDES = (Side.KEEP, Side.OTHER)
"""The columns after the name of the field."""
_PAD, _ICON = 12, 14
_LABEL = 148

Index = QModelIndex | QPersistentModelIndex


class ChoiceModel(QAbstractTableModel):
    """Rows of fields; `chosen` is told when another value is taken."""

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PairRow] = []

    def show_rows(self, rows: Sequence[PairRow]) -> None:
        """Show another pair."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def taken(self) -> dict[str, Side]:
        """Whose value is taken, by field."""
        return {row.field: row.taken for row in self.rows if row.taken is not None}

    def take(self, index: Index) -> None:
        """Take the value of a cell."""
        row = self.rows[index.row()]
        if index.column() and row.taken is not None and row.taken is not _SIDES[index.column() - 1]:
            self.rows[index.row()] = replace(row, taken=_SIDES[index.column() - 1])
            self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), 2))
            self.chosen.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1 + len(_SIDES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        text = row.value(_SIDES[index.column() - 1]) if index.column() else row.label
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(filter(None, (text or "—", self._state(row, index.column()))))
        return row if role == Qt.ItemDataRole.UserRole else None

    def _state(self, row: PairRow, column: int) -> str:
        """What a screen reader hears of a cell besides its text."""
        if not column:
            return tr("berbeda") if row.differs else ""
        return tr("dipakai") if row.taken is _SIDES[column - 1] else ""

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Isian"), tr("Dipertahankan"), tr("Digabungkan lalu dihapus"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class _CellPainter(QStyledItemDelegate):
    """A field's name, marked where both differ; values with a mark at the one that is taken."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_LABEL, metrics(Role.BODY).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = theme().tokens, QRect(option.rect)
        row: PairRow = index.data(Qt.ItemDataRole.UserRole)
        taken = index.column() > 0 and row.taken is _SIDES[index.column() - 1]
        if option.state & QStyle.StateFlag.State_MouseOver and row.taken is not None and index.column():
            painter.fillRect(rect, QColor(tokens.hover))
        elif taken:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        inner = rect.adjusted(_PAD, 0, -_PAD, -1)
        self._mark(painter, inner, row, index.column(), taken=taken)
        inner = inner.adjusted(_ICON + 8, 0, 0, 0)
        passed_over = index.column() > 0 and row.taken is not None and not taken
        self._write(painter, inner, index, strong=taken, colour="text3" if passed_over else "text")
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))

    def _mark(self, painter: QPainter, rect: QRect, row: PairRow, column: int, *, taken: bool) -> None:
        name, colour = "", ""
        if not column and row.differs:
            name, colour = "warning", "warn"
        elif column and row.taken is not None:
            name, colour = ("check-circle", "accent") if taken else ("circle", "text3")
        if name:
            paint_icon(painter, QRect(rect.left(), rect.top(), _ICON, rect.height()), name, colour, _ICON)

    def _write(self, painter: QPainter, rect: QRect, index: Index, *, strong: bool, colour: str) -> None:
        role = Role.BODY_STRONG if strong else Role.BODY
        text = str(index.data() or "—")
        painter.setFont(font(role))
        painter.setPen(QColor(theme().tokens.of(colour if index.column() else "text2")))
        shown = metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class ChoiceTable(QTableView):
    """Shows a `ChoiceModel`."""

    def __init__(self, model: ChoiceModel) -> None:
        super().__init__()
        self.choices = model
        self.setModel(model)
        self.setItemDelegate(_CellPainter(self))
        self.setAccessibleName(tr("Isian kedua data"))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setObjectName("choices")
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self._measure()
        theme().changed.connect(self._measure)

    def _measure(self) -> None:
        self.horizontalHeader().resizeSection(0, max(_LABEL, metrics(Role.BODY).averageCharWidth() * 26))
        self.verticalHeader().setDefaultSectionSize(metrics(Role.BODY).height() + 12)
        self.viewport().update()

    def show_rows(self, rows: Sequence[PairRow]) -> None:
        """Show another pair, the keyboard at the first field that can be chosen."""
        self.choices.show_rows(rows)
        first = next((place for place, row in enumerate(rows) if row.taken is not None), 0)
        self.setCurrentIndex(self.choices.index(first, 1))
        self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter take the value with the focus; Esc is the page's."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.choices.take(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes a value."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.choices.take(index)
