"""The table of a checked import: what changes is shown old and new, a check box says which rows are applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.importing.check_columns import NOTHING, shown
from ui.importing.check_model import CheckModel
from ui.lists.cell_delegate import CHECK, PAD, CellDelegate
from ui.lists.columns import Record, ViewColumn
from ui.lists.grid_view import GridView
from ui.theme.fonts import Role, font, metrics
from ui.theme.icons import paint_icon
from ui.theme.theme import theme

if TYPE_CHECKING:
    from smartpns_desktop.services.imports.review import CellChange

_ARROW, _GAP = 14, 6
_ROUND = 4


class CheckDelegate(CellDelegate):
    """Paints old → new in the cells that change; the check box tells whether a row is applied, not the selection."""

    def __init__(self, model: CheckModel, parent: QWidget) -> None:
        self._struck = QFont()
        super().__init__(model, parent)
        self._rows = model

    def renew(self) -> None:
        super().renew()
        self._struck = QFont(font(Role.BODY))
        self._struck.setStrikeOut(True)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, check box, then the change or the text, then the mark of the cell with the focus."""
        rect: QRect = option.rect
        state: Any = option.state
        column, selected = self._rows.columns[index.column()], bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, index, selected=selected)
        inner = rect
        if self._rows.checkable and index.column() == 0:
            box = QRect(rect.left() + PAD, rect.center().y() - 7, 16, 16)
            self._check(painter, box, checked=self._rows.is_taken(index.row()))
            inner = rect.adjusted(CHECK, 0, 0, 0)
        record = self._rows.record(index.row())
        if record is not None:
            self._cell(painter, inner.adjusted(PAD, 0, -PAD, 0), column, record, selected=selected)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme().tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))

    def _cell(self, painter: QPainter, rect: QRect, column: ViewColumn, record: Record, *, selected: bool) -> None:
        change = next((it for it in shown(record).changes if it.column == column.field), None)
        if change is None:
            self._content(painter, rect, column, record)
        else:
            self._change(painter, rect, change, selected=selected)

    def _change(self, painter: QPainter, rect: QRect, change: CellChange, *, selected: bool) -> None:
        """The new value has the room it needs first; the old one is cut."""
        tokens, middle = theme().tokens, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        arrow = _ARROW + 2 * _GAP
        strong, body = metrics(Role.BODY_STRONG), metrics(Role.BODY)
        least = min(rect.width() // 4, body.horizontalAdvance(change.before or NOTHING))
        after = strong.elidedText(
            change.after or NOTHING, Qt.TextElideMode.ElideRight, rect.width() - least - arrow - 2 * PAD
        )
        new = strong.horizontalAdvance(after) + 2 * PAD
        before = body.elidedText(change.before or NOTHING, Qt.TextElideMode.ElideRight, rect.width() - new - arrow)
        old = body.horizontalAdvance(before)
        painter.setFont(self._struck if change.before else font(Role.BODY))
        painter.setPen(QColor(tokens.text3))
        painter.drawText(rect, middle, before)
        paint_icon(
            painter, QRect(rect.left() + old + _GAP, rect.top(), _ARROW, rect.height()), "arrow-right", "text3", 12
        )
        pill = QRect(rect.left() + old + arrow, rect.top() + 3, new, rect.height() - 7)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface if selected else tokens.accent_soft))
        painter.drawRoundedRect(pill, _ROUND, _ROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(font(Role.BODY_STRONG))
        painter.setPen(QColor(tokens.accent))
        painter.drawText(pill.adjusted(PAD, 0, 0, 0), middle, after)


class CheckGrid(GridView):
    """Shows a `CheckModel`; a click on a check box, or Space, applies the chosen rows or leaves them out."""

    def __init__(self, model: CheckModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.rows = model
        self.cells = CheckDelegate(model, self)
        self.setItemDelegate(self.cells)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.horizontalHeader().setSectionsClickable(False)

    def arrange(self) -> None:
        """Columns as they are now; without check boxes none has room for one."""
        self.cells.with_checks = getattr(self.keys_model, "checkable", False)
        super().arrange()

    def move_by(self, step: int) -> None:
        """The row below or above, wherever the focus is."""
        row = min(max(self.currentIndex().row() + step, 0), self.rows.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, max(0, self.currentIndex().column())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes the chosen rows in or out."""
        if event.key() == Qt.Key.Key_Space and self.rows.checkable and self.currentIndex().isValid():
            taken = self.rows.is_taken(self.currentIndex().row())
            self.rows.take([*self.chosen_rows()] or [self.currentIndex().row()], taken=not taken)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a check box takes its row in or out."""
        place = event.position()
        index = self.indexAt(place.toPoint())
        if self.rows.checkable and index.isValid() and index.column() == 0 and self._on_box(place.x()):
            self.setCurrentIndex(index)
            self.rows.take([index.row()], taken=not self.rows.is_taken(index.row()))
            return
        super().mousePressEvent(event)

    def _on_box(self, x: float) -> bool:
        return 0 <= x - self.columnViewportPosition(0) < CHECK
