"""Where the fields of a form stand: two columns under headings, no wider than the eye likes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.forms.field_row import FieldRow
from ui.theme.fonts import Role
from ui.widgets.labels import label

WIDEST = 760
_GAP = 24


def lay_out(form: QWidget, rows: Sequence[FieldRow]) -> None:
    """Put the rows of fields into the form, in reading order, which is the order of the Tab key too."""
    layout = QVBoxLayout(form)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for section, members in groupby(rows, key=lambda row: row.field.section):
        if section:
            layout.addWidget(label(section, Role.SECTION))
        layout.addLayout(_grid(list(members)))
    layout.addStretch()
    form.setMaximumWidth(WIDEST)
    form.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


def _grid(rows: Sequence[FieldRow]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    place = 0
    for row in rows:
        place += place % 2 if row.field.is_wide else 0
        grid.addWidget(row, place // 2, place % 2, 1, 2 if row.field.is_wide else 1)
        place += 2 if row.field.is_wide else 1
    return grid
