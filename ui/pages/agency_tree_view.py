"""The tree of agencies on the screen: its rows painted like those of a list, opened and closed with the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui.lists.cell_delegate import PAD
from ui.lists.heading import Heading
from ui.pages.agency_cells import SIGN, AgencyCells
from ui.pages.agency_model import AgencyModel
from ui.pages.agency_tree import Narrowed
from ui.texts import tr
from ui.theme.fonts import Role, font, metrics
from ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Collection

    from smartpns_desktop.services.agencies import AgencyNode

INDENT = 20
_HEADER = 28
_ROW = 26
_STATE = 5
"""The column that says which are closed; there only where one is."""


class AgencyTreeView(QTreeView):
    """Shows an `AgencyModel`.

    `current_changed` carries the node with the cursor or `None`, `opened` the key of the node that was opened.
    What the user opened out stays so, also while a search shows its own.
    """

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, model: AgencyModel) -> None:
        super().__init__()
        self.agencies = model
        self._cells = AgencyCells(model)
        self._opened_out: set[int] = set()
        self._placing, self._searching = False, False
        self._hovered: int | None = None
        self._set_up()
        self._set_up_header()
        self.expanded.connect(lambda index: self._note(index, opened=True))
        self.collapsed.connect(lambda index: self._note(index, opened=False))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.internalId()))
        self.selectionModel().currentRowChanged.connect(lambda *_: self._tell_current())
        theme().changed.connect(self._on_theme)
        self._on_theme()

    def _set_up(self) -> None:
        self.setModel(self.agencies)
        self.setItemDelegate(_RowHeight(self))
        self.setAccessibleName(tr("Pohon perangkat daerah"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(INDENT)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def _set_up_header(self) -> None:
        header = Heading(self, with_checks=False)
        self.setHeader(header)
        header.setFixedHeight(_HEADER)
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        for place, column in enumerate(self.agencies.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, mode)

    def show_nodes(self, shown: Narrowed, *, searching: bool) -> None:
        """Show a tree; a search opens the way to each match, otherwise all is as the user left it."""
        before = self.current_key()
        self._placing, self._searching = True, searching
        self.agencies.show_nodes(shown)
        self.setColumnHidden(_STATE, not self.agencies.has_closed)
        self._open_out(shown.above if searching else self._opened_out)
        self._placing = False
        first = next((key for key in self.agencies.keys_in_order() if key in shown.hits), before)
        self.go_to(before if before in shown.hits else first)
        self._tell_current()

    def go_to(self, key: int | None) -> None:
        """Put the cursor on a node, opening the way to it; on the first one where it is not shown."""
        index = QModelIndex() if key is None else self.agencies.index_of(key)
        self.setCurrentIndex(index if index.isValid() else self.agencies.index(0, 0))

    def current_node(self) -> AgencyNode | None:
        """The node with the cursor."""
        index = self.currentIndex()
        return self.agencies.node(index) if index.isValid() else None

    def current_key(self) -> int | None:
        """Key of the node with the cursor."""
        node = self.current_node()
        return None if node is None else node.key

    def open_all(self) -> None:
        """Open every node out."""
        self._opened_out = set(filter(self.agencies.has_units, self.agencies.keys_in_order()))
        self.expandAll()

    def close_all(self) -> None:
        """Fold every node in; the cursor goes to the agency at the top."""
        index = self.currentIndex()
        while index.parent().isValid():
            index = index.parent()
        self._opened_out = set()
        self.collapseAll()
        self.setCurrentIndex(index)

    def _open_out(self, keys: Collection[int]) -> None:
        for key in keys:
            index = self.agencies.index_of(key)
            if index.isValid():
                self.setExpanded(index, True)

    def _note(self, index: QModelIndex, *, opened: bool) -> None:
        if not self._placing and not self._searching:
            (self._opened_out.add if opened else self._opened_out.discard)(index.internalId())

    def _tell_current(self) -> None:
        if not self._placing:
            self.current_changed.emit(self.current_node())

    def _on_theme(self) -> None:
        self._cells.renew()
        for place, column in enumerate(self.agencies.columns):
            title = metrics(Role.HEADER).horizontalAdvance(column.title)
            widest = metrics(Role.BODY).horizontalAdvance(column.widest) + (SIGN if column.state else 0)
            self.header().resizeSection(place, max(column.width, title + 2 * PAD, widest + 2 * PAD))
        self.setFont(font(Role.BODY))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the node, Esc is the page's."""
        key = self.current_key()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key is not None:
            self.opened.emit(key)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the mouse is marked whole."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone, and its mark with it."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        key = index.internalId() if index.isValid() else None
        if key != self._hovered:
            self._hovered = key
            self.viewport().update()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """Ground over the whole width, the sign that opens out, then the cells."""
        key, row = index.internalId(), QRect(0, option.rect.y(), self.viewport().width(), option.rect.height())
        selected = self.selectionModel().isSelected(index)
        self._cells.paint_ground(painter, row, selected=selected, hovered=key == self._hovered)
        for place in range(self.header().count()):
            cell = QRect(self.columnViewportPosition(place), row.y(), self.columnWidth(place), row.height())
            inner = QRect(cell)
            if place == 0:
                inner.setLeft(self.visualRect(index).left())
                self._paint_sign(painter, inner, key, opened=self.isExpanded(index))
            self._cells.paint_cell(painter, inner.adjusted(PAD, 0, -PAD, 0), index, place)
            if place == 0 and key == self.current_key() and self.hasFocus():
                self._cells.paint_focus(painter, cell)

    def _paint_sign(self, painter: QPainter, cell: QRect, key: int, *, opened: bool) -> None:
        """Left of the name, where a click opens out."""
        if self.agencies.has_units(key):
            self._cells.paint_sign(
                painter, QRect(cell.left() - INDENT + 4, cell.y(), INDENT, cell.height()), opened=opened
            )


class _RowHeight(QStyledItemDelegate):
    """Only says how high rows are; the view paints them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Any) -> QSize:
        return QSize(60, max(_ROW, metrics(Role.BODY).height() + 8))
