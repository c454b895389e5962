"""Where things stand on the page that changes many rows at once: the field, its value, the effect, the deed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.footer import footer
from ui.widgets.labels import label, on_plane
from ui.widgets.line_list import LineList
from ui.widgets.page_header import PageHeader
from ui.widgets.scrolled import scrolled

_LEFT = 420


class BulkView:
    """The parts of the page; what they do is the page's."""

    def __init__(self, page: QWidget, title: str, fields: Sequence[Choice]) -> None:
        self.header = PageHeader(title)
        self.field = ChoiceEditor(fields)
        self.field.setAccessibleName(tr("Isian yang diubah"))
        self.counts = label(tr("Pilih isian dan nilainya, lalu lihat pengaruhnya."), Role.BODY_STRONG)
        self.counts.setWordWrap(True)
        self.reasons = label("", Role.BODY, "bad")
        self.reasons.setWordWrap(True)
        self.effect = LineList(tr("Pengaruh: seratus baris pertama"), state=tr("Ditolak"))
        self.state = label("", Role.BODY, "text2")
        self.cancel = button(tr("Batal"), kind="ghost")
        self.cancel.setToolTip(tr("Tutup tanpa mengubah (Esc)"))
        self.act = button("", kind="primary")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._left())
        middle.addLayout(self._right(), 1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(middle, 1)
        layout.addWidget(footer(self.state, self.cancel, self.act, growing=self.state))
        on_plane(page, "surface")

    def _left(self) -> QWidget:
        inside = QWidget()
        on_plane(inside, "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(label(tr("Isian yang diubah"), Role.SMALL_STRONG, "text2"))
        column.addWidget(self.field)
        self.value = QVBoxLayout()
        column.addLayout(self.value)
        column.addStretch(1)
        area = scrolled(inside)
        area.setFixedWidth(_LEFT)
        return area

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 16, 16, 16)
        column.addWidget(self.counts)
        column.addWidget(self.reasons)
        column.addWidget(self.effect, 1)
        return column
