"""The tab with a person's profile as a Smart ASN: each attribute with what was found of it last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartpns_desktop.words.figures import show_date, show_number
from ui.lists.columns import State
from ui.people.record_acts import add, assess
from ui.people.records_tab import RecordsTab
from ui.people.timeline import ICONS, Kind, Thing, joined
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from smartpns_desktop.services.persons import Row
    from ui.people.desk import PersonDesk
    from ui.people.person import Person


class SmartAsnTab(RecordsTab):
    """Attributes in their order; Enter on one that nobody has assessed opens the form of its assessment."""

    def __init__(self, desk: PersonDesk) -> None:
        self.summary = label("", Role.BODY, "text2")
        level = tr("Level {level}", level=5)
        lines = LineList(tr("Smart ASN"), lead="28 Sep 2028", state=tr("Belum dinilai"), right=level)
        self.add = button(tr("Catat penilaian"), icon="plus")
        super().__init__(desk, lines, None, (self.summary, QWidget()), self.add)
        self.add.clicked.connect(self._assess)
        self.list.opened.connect(self._on_opened)

    def show_person(self, person: Person) -> None:
        """Show a person's profile."""
        profile = person.whole.smart_asn
        self.summary.setText(summary(profile.values()))
        self.show_lines([_line(name, row) for name, row in profile.items()])

    def _on_opened(self, thing: object) -> None:
        if isinstance(thing, str):
            assess(self.desk, thing)

    def _assess(self) -> None:
        line = self.list.current_line()
        if line is None:
            add(self.desk, Kind.COMPETENCY)
        else:
            assess(self.desk, line.title)


def summary(found: Iterable[Row | None]) -> str:
    """How many of the attributes were assessed, and the mean of their levels."""
    rows = list(found)
    levels = [row["level"] for row in rows if row is not None]
    told = tr("{count} dari {all} karakter sudah dinilai", count=len(levels), all=len(rows))
    mean = tr("rata-rata level {mean}", mean=show_number(round(sum(levels) / len(levels), 1))) if levels else ""
    return joined(told, mean)


def _line(attribute: str, row: Row | None) -> Line:
    if row is None:
        state = State(tr("Belum dinilai"), "text2", "circle-dashed")
        return Line(attribute, icon=ICONS[Kind.COMPETENCY], state=state, thing=attribute)
    return Line(
        attribute,
        note=joined(row["assessor"], row["number"]),
        lead=show_date(row["assessed_on"]),
        icon=ICONS[Kind.COMPETENCY],
        right=tr("Level {level}", level=row["level"]),
        thing=Thing(Kind.COMPETENCY, row["key"]),
    )
