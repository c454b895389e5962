"""What the steps of the wizard have in common: what they show, whether one can go on, and how that is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.texts import tr

if TYPE_CHECKING:
    from ui.importing.draft import Draft


class Step(QWidget):
    """One step; `edited` when what can be done next may be another thing now."""

    edited = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft

    def enter(self) -> None:
        """Show the draft as it stands; the step has come to the front."""

    def take_focus(self) -> None:
        """Put the keyboard where this step is worked on."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def blocked(self) -> str:
        """Why one cannot go on, as a sentence; "" where one can."""
        return ""

    def next_text(self) -> str:
        """What the primary button says."""
        return tr("Lanjut")

    def next_icon(self) -> str:
        """Icon of the primary button."""
        return "arrow-right"

    def note(self) -> str:
        """The line beside the buttons while one can go on."""
        return ""
