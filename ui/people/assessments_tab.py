"""The tab of a person that shows how the person was assessed; imports bring it, nothing is edited here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.people.assessments import assessment_lines
from ui.texts import tr
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from ui.people.person import Person


class AssessmentsTab(QWidget):
    """Performance ratings, the index of professionalism and disciplinary actions under one heading each."""

    def __init__(self) -> None:
        super().__init__()
        self.list = LineList(tr("Penilaian"), lead="28 Sep 2028", state=tr("Sedang berlaku"), right="100,00")
        advice = tr("Impor SKP, IP ASN, atau hukuman disiplin untuk melihatnya di sini.")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(EmptyState("star", tr("Belum ada penilaian"), advice))
        self.setFocusProxy(self.list)

    def show_person(self, person: Person) -> None:
        """Show a person's assessments."""
        lines = assessment_lines(person.assessments)
        self.list.show_lines(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
