"""The pane of agencies with the state of their plans: its model, how a row is painted, and choosing one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smartpns_desktop.words.figures import show_number
from ui.studies.agency_rows import AgencyRow
from ui.texts import tr
from ui.theme.fonts import Role, font, metrics
from ui.theme.icons import pixmap
from ui.theme.theme import theme
from ui.widgets.labels import on_plane

WIDTH = 192
ROW = Qt.ItemDataRole.UserRole
_PAD, _ICON = 12, 14

Index = QModelIndex | QPersistentModelIndex


class AgencyModel(QAbstractListModel):
    """Rows of the pane, and of the box that stands in its place where the window is narrow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[AgencyRow] = ()

    def show_rows(self, rows: Sequence[AgencyRow]) -> None:
        """Show other agencies; the same ones with other states keep the choice."""
        if [it.key for it in rows] == [it.key for it in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, key: int | None) -> int:
        """Where an agency stands; the first row for one that is not there."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), 0)

    def key(self, place: int) -> int | None:
        """The agency of a row, `None` for the whole city."""
        return self._rows[place].key

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and Qt's default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class _RowPainter(QStyledItemDelegate):
    """Name and count, under them the state as icon and word (LOOK.md, agency state list)."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Any) -> QSize:
        return QSize(WIDTH, metrics(Role.BODY).height() + metrics(Role.SMALL).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = theme().tokens, option.rect
        row: AgencyRow = index.data(ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.sel if chosen else tokens.hover))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, QColor(tokens.accent))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        inner = rect.adjusted(_PAD, 4, -_PAD, -5)
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(metrics(Role.BODY).height())
        lower.setTop(upper.bottom() + 3)
        self._name(painter, upper, row, strong=chosen or row.key is None)
        self._state(painter, lower, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))

    def _name(self, painter: QPainter, rect: QRect, row: AgencyRow, *, strong: bool) -> None:
        tokens, role = theme().tokens, Role.BODY_STRONG if strong else Role.BODY
        count = show_number(row.lines)
        painter.setFont(font(Role.BODY))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = rect.width() - metrics(Role.BODY).horizontalAdvance(count) - 8
        painter.setFont(font(role))
        painter.setPen(QColor(tokens.text))
        _text(painter, rect, metrics(role), row.name, room)

    def _state(self, painter: QPainter, rect: QRect, row: AgencyRow) -> None:
        colour = theme().tokens.of(row.state.kind)
        ratio = painter.device().devicePixelRatioF()
        sign = pixmap(row.state.icon, colour, _ICON, ratio)
        painter.drawPixmap(rect.left(), rect.center().y() - _ICON // 2 + 1, sign)
        painter.setFont(font(Role.SMALL))
        painter.setPen(QColor(colour))
        beside = rect.adjusted(_ICON + 6, 0, 0, 0)
        _text(painter, beside, metrics(Role.SMALL), row.state.word, beside.width())


class AgencyList(QListView):
    """Emits `chosen` with the key of the agency, or `None` for the whole city."""

    chosen = Signal(object)

    def __init__(self, model: AgencyModel) -> None:
        super().__init__()
        self._agencies = model
        on_plane(self, "surface2", "right")
        self.setModel(model)
        self.setItemDelegate(_RowPainter(self))
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Perangkat daerah dan status rencananya"))
        self.selectionModel().currentChanged.connect(self._tell)
        theme().changed.connect(self.viewport().update)

    def choose(self, key: int | None) -> None:
        """Mark an agency, without a signal."""
        index = self._agencies.index(self._agencies.row_of(key))
        chosen = self.selectionModel()
        chosen.blockSignals(True)
        chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        chosen.blockSignals(False)
        self.scrollTo(index)
        self.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._agencies.key(index.row()))


def _text(painter: QPainter, rect: QRect, of: QFontMetrics, text: str, room: int) -> None:
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, side, of.elidedText(text, Qt.TextElideMode.ElideRight, room))
