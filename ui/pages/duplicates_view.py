"""Layout of the page of people who were recorded twice: pairs, two records side by side, what a merge does."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.duplicates.choice_table import ChoiceModel, ChoiceTable
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import hairline, label, on_plane
from ui.widgets.line_list import LineList
from ui.widgets.page_header import PageHeader

_PAIRS, _NARROW_PAIRS = 320, 232
_EFFECTS, _LOW_EFFECTS = 176, 96


class DuplicatesView(QWidget):
    """The parts of the page."""

    def __init__(self) -> None:
        super().__init__()
        on_plane(self, "surface")
        self.back = icon_button("arrow-left", tr("Kembali ke daftar (Esc)"))
        self.header = PageHeader(tr("Data ganda"))
        self.header.lead(self.back)
        self.different = self.header.add_button(button(tr("Orang yang berbeda"), icon="users"))
        self.different.setToolTip(tr("Tidak ditampilkan lagi sebagai data ganda (Ctrl+D)"))
        self.swap = self.header.add_button(button(tr("Tukar"), icon="arrows-left-right"))
        self.swap.setToolTip(tr("Tukar siapa yang dipertahankan (Ctrl+T)"))
        self.merge = self.header.add_button(button(tr("Gabungkan"), icon="check", kind="primary"))
        self.merge.setToolTip(tr("Gabungkan kedua data (Ctrl+Enter)"))
        self.pairs = LineList(tr("Pasangan data"), right="99 %")
        self.model = ChoiceModel(self)
        self.table = ChoiceTable(self.model)
        self.signs = label("", Role.BODY, "text2")
        self.signs.setWordWrap(True)
        self.effects = LineList(tr("Yang dilakukan penggabungan"), right=tr("{count} baris", count="99.999"))
        self.body = QWidget()
        self.column = QVBoxLayout(self)
        self.setFocusProxy(self.pairs)
        self._lay_out()

    def _lay_out(self) -> None:
        row, right = QHBoxLayout(self.body), QVBoxLayout()
        for layout in (self.column, row, right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(12, 8, 12, 8)
        above.addWidget(self.signs)
        right.addLayout(above)
        right.addWidget(hairline())
        right.addWidget(self.table, 1)
        right.addWidget(hairline())
        right.addWidget(self.effects)
        row.addWidget(self.pairs)
        row.addWidget(hairline(vertical=True))
        row.addLayout(right, 1)
        self.column.addWidget(self.header)
        self.column.addWidget(self.body, 1)

    def set_narrow(self, *, on: bool) -> None:
        """Give way where the window is small."""
        self.pairs.setFixedWidth(_NARROW_PAIRS if on else _PAIRS)
        self.effects.setFixedHeight(_LOW_EFFECTS if on else _EFFECTS)
