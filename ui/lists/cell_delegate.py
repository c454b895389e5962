"""Painting the cells of a list: one lean delegate with its fonts and colours at hand (LOOK.md, grid)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.lists.columns import Align, Record, State, ViewColumn
from ui.theme.fonts import Role, font
from ui.theme.icons import pixmap
from ui.theme.theme import theme
from ui.widgets.meter import paint_meter

if TYPE_CHECKING:
    from ui.lists.keys_model import KeysModel

PAD = 8
CHECK = 32
"""Width of the column of check boxes."""
_ICON = 14
_METER = 48
_FITTED = 4_096
"""Texts whose shape in their column is remembered: what scrolls past, and what is painted again under the mouse."""

# Put together once: adding up enum flags for each cell costs as much as its ground.
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_END, _MIDDLE = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine

_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
_HOVERED = QStyle.StateFlag.State_MouseOver


class CellDelegate(QStyledItemDelegate):
    """Paints cells of a `KeysModel`; the first column also carries the check box of its row."""

    def __init__(self, model: KeysModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered_row = -1
        self.with_checks = True
        self.renew()

    def renew(self) -> None:
        """Take fonts and colours from the theme again."""
        tokens = theme().tokens
        names = "surface hover sel line edge text text2 text3 accent on_accent ok warn bad".split()
        self._colours = {name: QColor(getattr(tokens, name)) for name in names}
        self._tokens = tokens
        self._body: QFont = font(Role.BODY)
        self._strong: QFont = font(Role.BODY_STRONG)
        self._metrics = QFontMetrics(self._body)
        self._strong_metrics = QFontMetrics(self._strong)
        self._fitting = lru_cache(_FITTED)(self._cut)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Any) -> QSize:
        return QSize(60, self._metrics.height() + 9)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, then check box, bar, state or text, then the mark of the cell with the focus."""
        rect: QRect = option.rect
        column = self._model.columns[index.column()]
        selected = bool(option.state & _SELECTED)
        self._ground(painter, rect, index, selected=selected)
        inner = rect
        if self.with_checks and index.column() == 0:
            self._check(painter, QRect(rect.left() + PAD, rect.center().y() - 7, 16, 16), checked=selected)
            inner = rect.adjusted(CHECK, 0, 0, 0)
        record = self._model.record(index.row())
        if record is not None:
            self._content(painter, inner.adjusted(PAD, 0, -PAD, 0), column, record)
        if option.state & _FOCUSED:
            painter.setPen(self._colours["accent"])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))

    def _ground(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, *, selected: bool
    ) -> None:
        colours = self._colours
        if selected:
            painter.fillRect(rect, colours["sel"])
            if index.column() == 0:
                painter.fillRect(rect.left(), rect.top(), 3, rect.height() - 1, colours["accent"])
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, colours["hover"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours["line"])

    def _check(self, painter: QPainter, box: QRect, *, checked: bool) -> None:
        colours = self._colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours["accent"] if checked else colours["edge"])
        painter.setBrush(colours["accent"] if checked else colours["surface"])
        painter.drawRoundedRect(box.toRectF().translated(0.5, 0.5), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if checked:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(box.left() + 2, box.top() + 2, pixmap("check-bold", self._tokens.on_accent, 12, ratio))

    def _content(self, painter: QPainter, rect: QRect, column: ViewColumn, record: Record) -> None:
        if column.paint is not None:
            column.paint(painter, rect, record)
        elif column.meter is not None:
            self._meter(painter, rect, column, record)
        elif column.state is not None:
            self._state(painter, rect, column.state(record))
        else:
            self._text(painter, rect, column.text(record), column)

    def _text(self, painter: QPainter, rect: QRect, text: str, column: ViewColumn) -> None:
        painter.setFont(self._strong if column.strong else self._body)
        painter.setPen(self._colours["text"])
        if column.elided:
            text = self._fitting(text, rect.width(), column.strong, column.middle)
        painter.drawText(rect, _RIGHT if column.align is Align.RIGHT else _LEFT, text)

    def _cut(self, text: str, width: int, strong: bool, middle: bool) -> str:
        metrics = self._strong_metrics if strong else self._metrics
        return metrics.elidedText(text, _MIDDLE if middle else _END, width)

    def _state(self, painter: QPainter, rect: QRect, state: State) -> None:
        colour = self._colours.get(state.kind, self._colours["text2"])
        if state.icon:
            ratio = painter.device().devicePixelRatioF()
            mark = pixmap(state.icon, colour.name(), _ICON, ratio)
            painter.drawPixmap(rect.left(), rect.center().y() - _ICON // 2 + 1, mark)
            rect = rect.adjusted(_ICON + 6, 0, 0, 0)
        painter.setFont(self._body)
        painter.setPen(colour)
        painter.drawText(rect, _LEFT, self._fitting(state.word, rect.width(), False, False))

    def _meter(self, painter: QPainter, rect: QRect, column: ViewColumn, record: Record) -> None:
        """An icon for the exception, the bar, and its number on the right."""
        assert column.meter is not None
        value, goal = column.meter(record)
        text = column.text(record)
        if goal:
            icon, token = (
                ("check-circle", "ok") if value >= goal else ("warning", "warn") if not value else ("", "text")
            )
            if icon:
                ratio = painter.device().devicePixelRatioF()
                mark = pixmap(icon, getattr(self._tokens, token), _ICON, ratio)
                painter.drawPixmap(rect.left(), rect.center().y() - _ICON // 2 + 1, mark)
            bar = QRectF(rect.left() + _ICON + 4, rect.center().y() - 2, _METER, 6)
            paint_meter(painter, bar, value, goal, self._tokens)
        empty = bool(goal) and not value
        painter.setFont(self._strong if empty else self._body)
        painter.setPen(self._colours["warn" if empty else "text"])
        painter.drawText(rect, _RIGHT, text)
