"""The table of a list: rows are chosen with mouse and keys, Tab leaves it, headings sort and can be dragged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ui.lists.cell_delegate import CHECK, PAD, CellDelegate
from ui.lists.heading import Heading
from ui.lists.keys_model import KeysModel
from ui.texts import tr
from ui.theme.fonts import Role, font, metrics, scaled
from ui.theme.theme import theme

_HEADER = 28
_MEASURE = 1000
"""By how this many pixels grow with the text the columns do."""


class GridView(QTableView):
    """Shows a `KeysModel`.

    `sorted_by` tells the heading that was clicked and whether it joins those chosen before (Shift), `activated_row`
    the row that was opened, `columns_changed` that widths, order or visibility of columns are others now.
    """

    sorted_by = Signal(int, bool)
    activated_row = Signal(int)
    columns_changed = Signal()

    def __init__(self, model: KeysModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys_model = model
        self.cells = CellDelegate(model, self)
        self._aside: frozenset[int] = frozenset()
        self._measure = scaled(_MEASURE)
        self._set_up()
        self._set_up_header()
        self.setModel(model)
        self.arrange()
        theme().changed.connect(self._on_theme)
        self._on_theme()

    def _set_up(self) -> None:
        self.setItemDelegate(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.activated_row.emit(index.row()))

    def _set_up_header(self) -> None:
        header = Heading(self, with_checks=self.cells.with_checks)
        self.setHorizontalHeader(header)
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setFixedHeight(_HEADER)
        header.setMinimumSectionSize(40)
        header.setSectionsClickable(True)
        header.setStretchLastSection(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)
        header.sectionClicked.connect(self._on_heading)
        header.sectionMoved.connect(lambda *_: self.columns_changed.emit())
        header.sectionResized.connect(lambda *_: self.columns_changed.emit())

    def arrange(self) -> None:
        """Columns as the page gave them: widths, what stretches, what is hidden."""
        header = self.horizontalHeader()
        if isinstance(header, Heading):
            header.with_checks = self.cells.with_checks
        for place, column in enumerate(self.keys_model.columns):
            stretched = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, stretched)
            header.resizeSection(place, self._width(place))
            header.moveSection(header.visualIndex(place), place)
            self.setColumnHidden(place, column.hidden)

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """What is wished; a spare column that is shown still steps aside where there is no room for it."""
        self._aside -= {column}
        super().setColumnHidden(column, hide)
        self.make_room()

    def make_room(self) -> None:
        """Spare columns step aside, the last one first, where there is little room; they still count as shown."""
        columns, shown = self.keys_model.columns, list(self.shown_columns())
        if not any(columns[place].spare for place in shown):
            return
        needed = {it: self._least(it) if columns[it].stretch or columns[it].spare else self.columnWidth(it)
                  for it in shown}  # fmt: skip
        over, aside = sum(needed.values()) - self.viewport().width(), set()
        for place in reversed(shown):
            if over > 0 and columns[place].spare:
                aside.add(place)
                over -= needed[place]
        for place in aside ^ self._aside:
            super().setColumnHidden(place, place in aside)
        self._aside = frozenset(aside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def _least(self, place: int) -> int:
        """What a column needs so that no other has to step aside for it."""
        return scaled(self.keys_model.columns[place].least) or self._width(place)

    def _width(self, place: int) -> int:
        """The column's width, more where its widest text needs more in this font."""
        column = self.keys_model.columns[place]
        needed = metrics(Role.BODY).horizontalAdvance(column.widest) + 2 * PAD if column.widest else 0
        return max(scaled(column.width), needed) + (CHECK if place == 0 and self.cells.with_checks else 0)

    def _on_theme(self) -> None:
        self.cells.renew()
        self.setFont(font(Role.BODY))
        self.verticalHeader().setDefaultSectionSize(max(26, self.fontMetrics().height() + 8))
        before, self._measure = self._measure, scaled(_MEASURE)
        if self._measure != before:
            header = self.horizontalHeader()
            for place in (it for it in range(header.count()) if not header.isSectionHidden(it)):
                header.resizeSection(place, round(header.sectionSize(place) * self._measure / before))
            self.make_room()
        self.viewport().update()

    def shown_columns(self) -> Iterator[int]:
        """Columns that are shown, from left to right, with those for which there is no room now."""
        header = self.horizontalHeader()
        for place in range(header.count()):
            column = header.logicalIndex(place)
            if column in self._aside or not self.isColumnHidden(column):
                yield column

    def chosen_runs(self) -> list[range]:
        """Rows that are chosen, those that stand together as one: all of a million are one run."""
        # Its stub does not know that a selection is a sequence.
        chosen: Any = self.selectionModel().selection()
        return [range(it.top(), it.bottom() + 1) for it in chosen if it.left() == 0]

    def chosen_rows(self) -> Iterator[int]:
        """Rows that are chosen, one by one."""
        return chain.from_iterable(self.chosen_runs())

    def chosen_count(self) -> int:
        """How many rows are chosen."""
        return sum(map(len, self.chosen_runs()))

    def choose_runs(self, runs: Iterable[range]) -> None:
        """Choose these rows and no others."""
        model, chosen = self.model(), QItemSelection()
        last = model.columnCount() - 1
        for run in runs:
            chosen.append(QItemSelectionRange(model.index(run[0], 0), model.index(run[-1], last)))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_heading(self, column: int) -> None:
        from PySide6.QtWidgets import QApplication

        joined = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.sorted_by.emit(column, joined)

    def _choose_columns(self, place: QPoint) -> None:
        menu = self.columns_menu(self)
        menu.exec(self.horizontalHeader().mapToGlobal(place))
        menu.deleteLater()

    def columns_menu(self, parent: QWidget) -> QMenu:
        """The menu that shows and hides columns; the last one shown stays."""
        menu = QMenu(tr("Kolom"), parent)
        shown = set(self.shown_columns())
        for place, column in enumerate(self.keys_model.columns):
            action = QAction(column.title, menu)
            action.setCheckable(True)
            action.setChecked(place in shown)
            action.setEnabled(place not in shown or len(shown) > 1)
            action.toggled.connect(lambda on, place=place: self._show_column(place, on))
            menu.addAction(action)
        return menu

    def move_before(self, column: int, other: int) -> None:
        """Show a column left of another one."""
        header = self.horizontalHeader()
        header.moveSection(header.visualIndex(column), header.visualIndex(other))

    def _show_column(self, place: int, on: bool) -> None:
        self.setColumnHidden(place, not on)
        self.columns_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, but inside Python from the first cell to the last.

        Called from Qt, each cell would ask for the interpreter anew and stand in a queue with whatever else runs:
        beside an import that made a page's painting three times as long.
        """
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a check box adds or takes away its row."""
        index = self.indexAt(event.position().toPoint())
        if self._on_check(event.position().x(), index) and event.button() == Qt.MouseButton.LeftButton:
            flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the mouse is marked whole."""
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone, and its mark with it."""
        self._hover(-1)
        super().leaveEvent(event)

    def _on_check(self, x: float, index: QModelIndex) -> bool:
        if not self.cells.with_checks or index.column() != 0:
            return False
        return x - self.columnViewportPosition(0) < CHECK

    def _hover(self, row: int) -> None:
        if row != self.cells.hovered_row:
            self.cells.hovered_row = row
            self.viewport().update()
