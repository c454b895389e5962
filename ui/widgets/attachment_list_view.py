"""Where things stand in a list of attached files: heading with its buttons, the list, a hint where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import action_button
from ui.widgets.labels import label, wrapped
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

_HEIGHT = 132
_WIDEST = 760


class AttachmentListView:
    """The parts of the widget; what they do is the widget's."""

    def __init__(self, owner: QWidget, add: QAction, opened: QAction, remove: QAction) -> None:
        self.list = LineList(tr("Lampiran"))
        self.list.setFixedHeight(_HEIGHT)
        self.hint = wrapped(
            tr("Belum ada lampiran. Seret berkas ke sini, atau tekan Lampirkan berkas."), Role.SMALL, "text2"
        )
        self.list.add_act(opened)
        self.list.add_act(remove, "Delete")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(label(tr("Lampiran"), Role.SECTION), 1, Qt.AlignmentFlag.AlignVCenter)
        for action in (add, opened, remove):
            bar.addWidget(action_button(action))
        layout = QVBoxLayout(owner)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(bar)
        layout.addWidget(self.hint)
        layout.addWidget(self.list)
        owner.setMaximumWidth(_WIDEST)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the files, or the hint."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.hint.setHidden(bool(lines))
