"""The tab with the line of time: everything that is known of a person, or the kinds that are chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ui.people.record_acts import ACTS
from ui.people.record_events import whole_timeline
from ui.people.records_tab import RecordsTab
from ui.people.timeline import NAMES, Event, Kind, event_lines
from ui.texts import tr
from ui.widgets.buttons import menu_button
from ui.widgets.chips import Chips
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from ui.people.desk import PersonDesk
    from ui.people.person import Person


class HistoryTab(RecordsTab):
    """Events of all kinds, the newest first, and how many there are of each."""

    def __init__(self, desk: PersonDesk) -> None:
        self._events: tuple[Event, ...] = ()
        self._day = date.today()
        self.kinds = Chips(tr("Jenis riwayat"))
        lines = LineList(tr("Riwayat"), lead="28 Sep 2028", state=tr("Akan berlaku"), right="1.000 JP")
        empty = EmptyState("clock-counter-clockwise", tr("Belum ada riwayat"), tr("Tambahkan pangkat atau jabatannya."))
        kinds = [kind for kind in ACTS if kind is not Kind.TRAINING]
        self.add = menu_button(tr("Tambah"), "plus", desk.add_menu(*kinds))
        self.add.setAccessibleName(tr("Tambah riwayat"))
        super().__init__(desk, lines, empty, (self.kinds,), self.add)
        self.kinds.chosen.connect(self._show)

    def show_person(self, person: Person) -> None:
        """Show a person's events."""
        self._events, self._day = whole_timeline(person), person.on
        self.kinds.show_choices(list(_counted(self._events)))
        self._show()

    def _show(self) -> None:
        kinds = self.kinds.keys()
        shown = [event for event in self._events if not kinds or event.thing.kind in kinds]
        self.show_lines(tuple(event_lines(shown, self._day)))


def _counted(events: Iterable[Event]) -> Iterator[tuple[Kind, str, int]]:
    """The kinds of which there is something."""
    kinds = [event.thing.kind for event in events]
    for kind in Kind:
        if kind in kinds:
            yield kind, tr(NAMES[kind]), kinds.count(kind)
