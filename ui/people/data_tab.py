"""The tab that says what is missing or doubtful in a person's data, each with the way to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.people.doubts import Doubt, doubts
from ui.people.record_acts import ACTS, add, change
from ui.people.tab import PersonTab
from ui.people.timeline import Thing
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.badge import ink
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, on_plane
from ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from ui.people.desk import PersonDesk
    from ui.people.person import Person

_ICONS = {"bad": "warning-circle", "warn": "warning", "neutral": "circle-dashed"}
_WIDEST = 880


class DataTab(PersonTab):
    """A row for each doubt, whose button leads where it is mended."""

    def __init__(self, desk: PersonDesk) -> None:
        super().__init__(desk)
        self._wanted = ""
        inner = QWidget()
        on_plane(inner, "surface")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 8, 14, 14)
        column.addLayout(self._rows)
        column.addStretch(1)
        pane = ScrollPane(inner, tr("Data yang perlu dilengkapi"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(pane)
        self._stack.addWidget(
            EmptyState("check-circle", tr("Data lengkap"), tr("Tidak ada yang kurang atau meragukan."))
        )
        self.setFocusProxy(pane)

    def show_person(self, person: Person) -> None:
        """Show what is to be mended, what the checks find as soon as they are done."""
        service, key = self.desk.context.app.data_quality, self.desk.key
        read = self.desk.context.operations.read
        read(lambda: service.of_person(key), lambda found: self._tell(doubts(person, found)), owner=self, slot="checks")

    def _tell(self, found: Sequence[Doubt]) -> None:
        self.titled.emit(tr("Data ({count})", count=len(found)) if found else tr("Data"))
        self._show(found)
        wanted, self._wanted = self._wanted, ""
        for doubt in found:
            if wanted and doubt.check == wanted:
                self.mend(doubt)

    def mend_first(self, code: str) -> None:
        """Go where a check's finding is mended, as soon as it is told; stay where it is mended by now."""
        self._wanted = code

    def mend(self, doubt: Doubt) -> None:
        """Go where a doubt is mended."""
        if doubt.mend is None:
            self.desk.edit()
        elif isinstance(doubt.mend, Thing):
            change(self.desk, doubt.mend)
        elif doubt.mend in ACTS:
            add(self.desk, doubt.mend)

    def _show(self, found: Sequence[Doubt]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for doubt in found:
            row = DoubtRow(doubt)
            row.link.clicked.connect(lambda _on=False, doubt=doubt: self.mend(doubt))
            self._rows.addWidget(row)
        self._stack.setCurrentIndex(0 if found else 1)

    def rows(self) -> list[DoubtRow]:
        """What is shown, from top to bottom."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [row for row in found if isinstance(row, DoubtRow)]


class DoubtRow(QWidget):
    """Sign, what is the matter, what to do, and the button that leads there."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__()
        title, sentence = label(doubt.title, Role.BODY_STRONG), label(doubt.sentence, Role.SMALL, "text2")
        self.link = button(doubt.act, kind="link")
        self.link.setAccessibleName(f"{doubt.act}: {doubt.title}")
        told = QVBoxLayout()
        told.setSpacing(1)
        for text in (title, sentence):
            text.setWordWrap(True)
            told.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        row.addWidget(IconLabel(_ICONS[doubt.weight], ink(doubt.weight)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.setMaximumWidth(_WIDEST)
