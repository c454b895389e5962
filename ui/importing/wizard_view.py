"""Layout of the wizard: stepper in the header, a line for what went wrong, the step, and the buttons below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.texts import tr
from ui.theme.fonts import Role, metrics
from ui.widgets.banner import Banner
from ui.widgets.buttons import button, set_kind
from ui.widgets.footer import footer
from ui.widgets.labels import label
from ui.widgets.page_header import PageHeader
from ui.widgets.stepper import Stepper

_NAME = 120
"""Pixels below which what is left of a file's name says nothing."""


class WizardView(QWidget):
    """The parts of the wizard in their places."""

    def __init__(self, steps: Sequence[QWidget]) -> None:
        super().__init__()
        names = (tr("Berkas"), tr("Kolom"), tr("Nilai"), tr("Periksa"), tr("Terapkan"))
        self.header = PageHeader(tr("Impor"))
        self.stepper = Stepper(names)
        self.header.add(self.stepper)
        # The name gives way to the steps; its own width must not hold the window wide.
        self.header.note.setMinimumWidth(1)
        self.banner = Banner("bad", "")
        self.steps = QStackedWidget()
        for step in steps:
            self.steps.addWidget(step)
        self.back_button = button(tr("Kembali"), icon="arrow-left")
        self.back_button.setToolTip(tr("Langkah sebelumnya (Alt+←)"))
        self.cancel_button = button(tr("Batal"), kind="ghost")
        self.cancel_button.setToolTip(tr("Hentikan, atau tinggalkan impor (Esc)"))
        self.next_button = button(tr("Lanjut"), icon="arrow-right", kind="primary")
        self.next_button.setToolTip("Ctrl+Enter")
        self.note = label("", Role.BODY, "text2")
        self._source = ""
        self._lay_out()
        self.say("")

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setContentsMargins(16, 12, 16, 0)
        told.addWidget(self.banner)
        self._told = QWidget()
        self._told.setLayout(told)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.note.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._told)
        column.addWidget(self.steps, 1)
        column.addWidget(footer(self.back_button, self.note, self.cancel_button, self.next_button, growing=self.note))

    def say(self, sentences: str, *, calm: bool = False, link: str = "") -> None:
        """A banner above the step: the first sentence as the fact, the rest as advice; "" takes it away."""
        fact, _, advice = sentences.partition(". ")
        self.banner.set_text("accent" if calm else "bad", fact.rstrip(".") + ".", advice, link)
        self._told.setVisible(bool(sentences))

    def show_source(self, text: str) -> None:
        """Which file and sheet are imported, in the header."""
        self._source = text
        self._elide_source()

    def show_buttons(self, *, back: bool, forward: bool, cancel: bool, text: str, icon: str, note: str) -> None:
        """Which buttons are there, what the primary one says, and the line beside them."""
        self.back_button.setVisible(back)
        self.cancel_button.setVisible(cancel)
        self.next_button.setEnabled(forward)
        self.next_button.setText(text)
        set_kind(self.next_button, "primary", icon)
        self.note.setText(note)
        self.note.setToolTip(note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide_source()

    def _elide_source(self) -> None:
        """The name gives way to the steps where the window is narrow."""
        taken = self.stepper.sizeHint().width() + self.header.title.sizeHint().width() + 64
        room = max(0, self.width() - taken)
        shown = metrics(Role.BODY).elidedText(self._source, Qt.TextElideMode.ElideMiddle, room)
        self.header.note.setText(shown if room > _NAME else "")
        self.header.note.setToolTip(self._source)
