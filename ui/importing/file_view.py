"""Layout of the first step: which file, which sheet, what it is, who sent it, and the sheet itself."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.importing.password_view import PasswordView
from ui.importing.sheet_model import SheetModel
from ui.texts import tr
from ui.theme.fonts import Role
from ui.theme.theme import theme
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import hairline, label

_COLUMN = 120


class FileView:
    """Makes the parts of the step and puts them into `step`."""

    def __init__(self, step: QWidget, choose: QAction, full_list: QWidget) -> None:
        self.pages = QStackedWidget(step)
        self.empty = EmptyState(
            "file-arrow-down",
            tr("Berkas mana yang diimpor?"),
            tr("Seret berkas Excel, ODS, atau CSV ke sini, atau pilih dari folder. Berkas itu sendiri tidak diubah."),
            choose,
            keys=(("Ctrl+O", tr("pilih berkas")), ("Esc", tr("batal"))),
        )
        self.choose = self.empty.findChildren(QPushButton)[0]
        self.password = PasswordView()
        self.name = label("", Role.SECTION)
        self.facts = label("", Role.BODY, "text2")
        self.other = button(tr("Ganti berkas…"), icon="folder-open")
        self.other.setToolTip("Ctrl+O")
        self.sheet, self.kind, self.sender = ChoiceBox(), ChoiceBox(), QComboBox()
        self.row = QSpinBox()
        self.hidden = QCheckBox()
        self.hidden_columns = QCheckBox()
        self.full_list = full_list
        self.notices = QVBoxLayout()
        self.problem = Banner("warn", "")
        self.legend = label("", Role.SMALL, "text2")
        self.model = SheetModel(step)
        self.grid = QTableView()
        self._set_up()
        self._lay_out(step)

    def _set_up(self) -> None:
        self.sender.setEditable(True)
        self.sender.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.sender.setMinimumContentsLength(18)
        editor = self.sender.lineEdit()
        if editor is not None:
            editor.setPlaceholderText(tr("misalnya Disdikbud"))
            editor.setMaxLength(120)
        self.sheet.setMinimumContentsLength(12)
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(14)
        self.grid.setModel(self.model)
        self.grid.setItemDelegate(SheetDelegate(self.grid))
        self.grid.setShowGrid(False)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setTabKeyNavigation(False)
        self.grid.setFrameShape(QTableView.Shape.NoFrame)
        self.grid.setWordWrap(False)
        self.grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.grid.setAccessibleName(tr("Isi lembar; judul kolom dapat dipindahkan dengan Alt+panah"))
        self.grid.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.grid.horizontalHeader().setMinimumSectionSize(48)
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.grid.verticalHeader().setDefaultSectionSize(26)
        self.grid.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self, step: QWidget) -> None:
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self._chosen())
        self.pages.addWidget(self.password)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)

    def _chosen(self) -> QWidget:
        chosen = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 0)
        head.setSpacing(8)
        head.addWidget(IconLabel("file-text", "accent", 18))
        head.addWidget(self.name)
        head.addWidget(self.facts)
        head.addStretch(1)
        head.addWidget(self.other)
        told = QVBoxLayout()
        told.setContentsMargins(16, 4, 16, 0)
        told.setSpacing(2)
        told.addWidget(self.problem)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        self.notices.setSpacing(2)
        beside.addLayout(self.notices, 1)
        beside.addWidget(self.hidden, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.hidden_columns, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.full_list, 0, Qt.AlignmentFlag.AlignTop)
        told.addLayout(beside)
        told.addWidget(self.legend)
        column = QVBoxLayout(chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._questions())
        column.addLayout(told)
        column.addSpacing(2)
        column.addWidget(hairline())
        column.addWidget(self.grid, 1)
        return chosen

    def _questions(self) -> QGridLayout:
        fields = QGridLayout()
        fields.setContentsMargins(16, 2, 16, 0)
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(2)
        named: tuple[tuple[str, QWidget], ...] = (
            (tr("Lembar"), self.sheet),
            (tr("Jenis data"), self.kind),
            (tr("Judul di baris"), self.row),
            (tr("Pengirim (pilihannya diingat)"), self.sender),
        )
        for place, (name, field) in enumerate(named):
            title = label(name, Role.SMALL_STRONG, "text2")
            title.setBuddy(field)
            field.setAccessibleName(name)
            fields.addWidget(title, 0, place)
            fields.addWidget(field, 1, place)
            fields.setColumnStretch(place, 1 if field is not self.row else 0)
        return fields


class SheetDelegate(QStyledItemDelegate):
    """Cells with hairlines of the theme below and beside them, as a sheet has."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The cell, then its lines."""
        super().paint(painter, option, index)
        rect, line = option.rect, QColor(theme().tokens.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), line)


def notice_line(sentence: str, icon: str = "info", colour: str = "accent") -> QWidget:
    """One thing that the reader of the sheet would not see."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    text = ElidedLabel(sentence, Role.SMALL)
    row.addWidget(IconLabel(icon, colour, 14))
    row.addWidget(text, 1)
    return line
