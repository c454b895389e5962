"""The tab with the facts of a person's record, in two columns under headings; what is empty can be completed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.employees import EmployeeKind
from smartpns_desktop.words.labels import show_value
from ui.forms.field import Field, FieldKind
from ui.pages.employee_forms import record_fields
from ui.people.tab import PersonTab
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.labels import Label, label, on_plane
from ui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from ui.people.desk import PersonDesk
    from ui.people.person import Person

_WIDEST = 1040
_NAMES = 136
_OFTEN_NONE = frozenset({"front_title", "back_title", "previous_nip"})
"""Fields that many people rightly leave empty."""
_OF_PNS = frozenset({"cpns_decree_number", "cpns_decree_date", "pns_date", "pns_decree_number", "pns_decree_date"})


class IdentityTab(PersonTab):
    """Built once; a person only changes what its values say. What is empty leads to the form."""

    def __init__(self, desk: PersonDesk) -> None:
        super().__init__(desk)
        self._values: dict[str, Label] = {}
        self._links: list[tuple[list[str], QPushButton]] = []
        inner = QWidget()
        on_plane(inner, "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 10, 14, 14)
        column.setSpacing(6)
        for title, fields in groupby(record_fields(), key=lambda it: it.section):
            self._add_section(column, title, list(fields))
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        pane = ScrollPane(inner, tr("Identitas"))
        layout.addWidget(pane)
        self.setFocusProxy(pane)

    def show_person(self, person: Person) -> None:
        """Show a person's record."""
        record = person.record
        for field in record_fields():
            text = fact(field, getattr(record, field.name))
            told = self._values[field.name]
            told.setText(text or "—")
            told.set_colour("text" if text else "text3")
        needless = _OFTEN_NONE | (set() if record.kind is EmployeeKind.PNS else _OF_PNS)
        for names, link in self._links:
            empty = sum(not getattr(record, name) for name in names if name not in needless)
            link.setVisible(bool(empty))
            link.setText(tr("Lengkapi {count} isian", count=empty))

    def told(self, field: str) -> str:
        """What is shown for a field of the record."""
        return self._values[field].text()

    def _add_section(self, column: QVBoxLayout, title: str, fields: Sequence[Field]) -> None:
        link = button(tr("Lengkapi"), kind="link")
        link.setAccessibleName(tr("Lengkapi {section}", section=title))
        link.clicked.connect(self.desk.edit)
        self._links.append(([field.name for field in fields], link))
        heading = QHBoxLayout()
        heading.addWidget(label(title, Role.SECTION))
        heading.addSpacing(8)
        heading.addWidget(link)
        heading.addStretch(1)
        column.addLayout(heading)
        # The limit is told beside room that is left: else long values would be wrapped for the whole width.
        line = QHBoxLayout()
        line.addWidget(self._grid(fields), 1)
        line.addStretch(0)
        column.addLayout(line)
        column.addSpacing(8)

    def _grid(self, fields: Sequence[Field]) -> QWidget:
        box = QWidget()
        box.setMaximumWidth(_WIDEST)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        for column in (0, 2):
            grid.setColumnMinimumWidth(column, _NAMES)
            grid.setColumnStretch(column + 1, 1)
        half = (len(fields) + 1) // 2
        for place, field in enumerate(fields):
            row, column = place % half, place // half * 2
            grid.addWidget(label(field.label, Role.BODY, "text2"), row, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._value(field), row, column + 1, Qt.AlignmentFlag.AlignTop)
        return box

    def _value(self, field: Field) -> Label:
        told = self._values[field.name] = label("—")
        told.setWordWrap(True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told.setAccessibleName(field.label)
        return told


def fact(field: Field, value: object) -> str:
    """A value of the record as it is read."""
    return nip.show(str(value)) if field.kind is FieldKind.NIP else show_value("employees", field.name, value)
