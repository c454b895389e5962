"""What all tabs of a person's page have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.people.desk import PersonDesk
    from ui.people.person import Person


class PersonTab(QWidget):
    """Shows a part of a person; `titled` says another text on the tab's ear (`Data (3)`).

    What the page has read anyway is shown by `show_person`; what only this tab needs is read by `look`, once somebody
    looks at the tab.
    """

    titled = Signal(str)

    def __init__(self, desk: PersonDesk) -> None:
        super().__init__()
        self.desk = desk
        self._unseen: Person | None = None

    def show_person(self, person: Person) -> None:
        """Show what was read of the person."""

    def look(self, person: Person) -> None:
        """Read what only this tab shows."""

    def renew(self, person: Person) -> None:
        """Another person, or the same one after a change."""
        self.show_person(person)
        self._unseen = person
        self._look()

    def edit_current(self) -> bool:
        """Change the row with the cursor (F2); false where the tab has none, and the record itself is meant."""
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        if self._unseen is not None and self.isVisible():
            person, self._unseen = self._unseen, None
            self.look(person)
