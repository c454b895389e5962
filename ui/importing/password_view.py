"""Layout of the question for a file's password: what it is about, the field, and why the last answer did not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.texts import tr
from ui.theme.fonts import Role, metrics
from ui.widgets.buttons import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, wrapped

_FIELD, _LONGEST = 260, 255
"""Pixels of the field, and the letters that Excel takes."""


class PasswordView(QWidget):
    """The question, in the middle of the room it has."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", Role.TITLE)
        self.hint = label(tr("Kata sandinya tidak disimpan."), Role.BODY, "text2")
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(_LONGEST)
        self.field.setFixedWidth(_FIELD)
        self.open = button(tr("Buka"), kind="primary")
        self.other = button(tr("Pilih berkas lain…"), icon="folder-open")
        self.wrong = wrapped("", Role.SMALL, "bad")
        self._mark = IconLabel("warning-circle", "bad", 14)
        self._lay_out()
        self.show_wrong("")

    def show_wrong(self, text: str) -> None:
        """Why the last answer did not fit; "" where there was none."""
        self.wrong.setText(text)
        self._mark.setVisible(bool(text))

    def _lay_out(self) -> None:
        named = label(tr("Kata sandi berkas"), Role.SMALL_STRONG, "text2")
        named.setBuddy(self.field)
        self.field.setAccessibleName(tr("Kata sandi berkas"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(self.open)
        row.addWidget(self.other)
        row.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(6)
        told.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.wrong, 1, Qt.AlignmentFlag.AlignTop)
        # Two lines are kept free, so that nothing jumps when they are needed.
        told.addStrut(2 * metrics(Role.SMALL).lineSpacing())
        asked = QVBoxLayout()
        asked.setSpacing(4)
        asked.addWidget(named)
        asked.addLayout(row)
        asked.addLayout(told)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addStretch(2)
        column.addWidget(IconLabel("lock", "accent", 32, ground="accent_soft", side=72), 0, _MIDDLE)
        column.addSpacing(8)
        column.addWidget(self.title, 0, _MIDDLE)
        column.addWidget(self.hint, 0, _MIDDLE)
        column.addSpacing(8)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(asked)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)


_MIDDLE = Qt.AlignmentFlag.AlignHCenter
