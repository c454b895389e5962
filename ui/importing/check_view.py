"""Layout of the fourth step: the counts, what they mean, the rows, and where the row with the cursor comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.importing.check_grid import CheckGrid
from ui.importing.check_model import CheckModel
from ui.importing.count_tabs import CountTabs, Tab
from ui.importing.row_strip import RowStrip
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.labels import hairline, label


class CheckView:
    """Makes the parts of the step and puts them into `step`."""

    def __init__(self, step: QWidget, model: CheckModel) -> None:
        self.tabs = CountTabs(
            (
                Tab("new", tr("baru"), "plus-circle", "ok"),
                Tab("changed", tr("berubah"), "pencil-simple", "accent"),
                Tab("same", tr("sama"), "equals", "text2"),
                Tab("rejected", tr("salah"), "warning-circle", "bad"),
                Tab("skipped", tr("kosong"), "minus-circle", "text2"),
            )
        )
        self.notice = Banner("accent", "")
        self.count = label("", Role.CARD_TITLE)
        self.facts = label("", Role.BODY, "text2")
        self.changed_only = QCheckBox(tr("Kolom yang berubah saja"))
        self.changed_only.setChecked(True)
        self.save = button(tr("Simpan baris yang salah"), icon="floppy-disk")
        self.save.setToolTip(tr("Menulis lembar pengirim dengan alasan di kolom terakhir, untuk diperbaiki"))
        self.grid = CheckGrid(model)
        self.grid.setAccessibleName(tr("Baris yang diperiksa"))
        # Two rows at least; below that height the strip gives way.
        self.grid.setMinimumHeight(60)
        self.strip = RowStrip()
        self._lay_out(step)

    def _lay_out(self, step: QWidget) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 6)
        top.setSpacing(8)
        top.addWidget(self.tabs)
        top.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.count)
        row.addStrut(30)
        row.addWidget(self.facts, 1)
        row.addWidget(self.changed_only)
        row.addWidget(self.save)
        top.addLayout(row)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(hairline())
        column.addWidget(self.grid, 1)
        column.addWidget(self.strip)
