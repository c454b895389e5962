"""The question whether a list of people is complete, and whose: those it does not name are noted then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from ui.texts import tr
from ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from ui.importing.draft import Draft

EVERYBODY = ""
"""Stands for the list of the whole office, as the import takes it."""
_LETTERS = 30


class FullListChoice(QWidget):
    """A tick, and the agency whose list it is; `changed` when another answer was given."""

    changed = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self.tick = QCheckBox(tr("Berkas ini daftar lengkap"))
        self.tick.setToolTip(tr("Pegawai yang masih bertugas tetapi tidak tercantum akan dicatat untuk diputuskan."))
        self.whose = ChoiceBox()
        self.whose.setAccessibleName(tr("Daftar lengkap milik"))
        self.whose.setMinimumContentsLength(_LETTERS)
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tick)
        row.addWidget(self.whose)
        self.offer(())
        self.tick.toggled.connect(lambda _on: self._answer())
        self.whose.activated.connect(lambda _place: self._answer())

    def offer(self, agencies: Sequence[tuple[str, str]]) -> None:
        """Whose list it may be: everybody's, or that of an agency (what it is found by, and its name)."""
        self.whose.clear()
        self.whose.addItem(tr("seluruh pegawai"), EVERYBODY)
        for found_by, name in agencies:
            self.whose.addItem(name, found_by)
        self.show_state()

    def show_state(self) -> None:
        """Show what the draft holds; only a list of people can be complete."""
        self.setVisible(self._draft.kind == "employees")
        blocked = QSignalBlocker(self.tick)
        self.tick.setChecked(self._draft.full_list is not None)
        del blocked
        self.whose.setCurrentIndex(max(0, self.whose.findData(self._draft.full_list or EVERYBODY)))
        self.whose.setVisible(self.tick.isChecked())

    def _answer(self) -> None:
        self._draft.full_list = str(self.whose.currentData()) if self.tick.isChecked() else None
        self._draft.forget_plan()
        self.show_state()
        self.changed.emit()
