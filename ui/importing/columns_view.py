"""Layout of the second step: what the table of columns says above itself, and the table."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.lists.columns import Record
from ui.lists.grid_view import GridView
from ui.lists.keys_model import KeysModel
from ui.theme.fonts import Role, font, metrics
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.labels import hairline, wrapped


class ColumnsView:
    """Makes the parts of the step and puts them into `step`."""

    def __init__(self, step: QWidget, model: KeysModel) -> None:
        self.problem = Banner("bad", "")
        self.hint = wrapped("", Role.SMALL, "text2")
        self.grid = ChoiceGrid(model)
        told = QVBoxLayout()
        told.setContentsMargins(16, 10, 16, 8)
        told.setSpacing(6)
        told.addWidget(self.hint)
        told.addWidget(self.problem)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(told)
        column.addWidget(hairline())
        column.addWidget(self.grid, 1)


class ChoiceGrid(GridView):
    """A table in whose rows something is chosen: a click into the choice, Enter, Space or F2 opens it.

    `choice_wanted` carries the row whose choices are to be offered.
    """

    choice_wanted = Signal(int)

    def __init__(self, model: KeysModel) -> None:
        super().__init__(model)
        self.cells.with_checks = False
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.activated_row.connect(self.choice_wanted)
        self.arrange()

    def open_choices(self, row: int, column: int, combo: QComboBox) -> None:
        """Lay a filled combo over the cell and drop it down; it goes away with its choice."""
        combo.setParent(self.viewport())
        combo.setGeometry(self.visualRect(self.keys_model.index(row, column)).adjusted(2, 1, -2, -1))
        combo.show()
        combo.showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and F2 open the choice as Enter does."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F2) and self.currentIndex().isValid():
            self.choice_wanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class PassingCombo(QComboBox):
    """A combo that lives as long as its list is open."""

    def hidePopup(self) -> None:
        super().hidePopup()
        self.hide()
        self.deleteLater()


def paint_choice(painter: QPainter, rect: QRect, record: Record) -> None:
    """A cell that can be opened: its words in a field's border with a caret."""
    tokens = theme().tokens
    box = rect.adjusted(-4, 2, 4, -3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.edge), 1))
    painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    paint_icon(painter, QRect(box.right() - 20, box.top(), 16, box.height()), "caret-down", "text2", 12)
    painter.setFont(font(Role.BODY))
    painter.setPen(QColor(tokens.text if record["field"] else tokens.text3))
    room = box.adjusted(8, 0, -24, 0)
    words = metrics(Role.BODY).elidedText(record["meaning"], Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
