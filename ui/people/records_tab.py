"""The tabs that list rows of a person (the line of time, the trainings) with what can be done to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from smartpns_desktop.words.labels import show_date, show_number
from ui.lists.columns import State
from ui.pages.trainings_table import VERIFIED
from ui.people.person import Training, TrainingYear, by_year
from ui.people.timeline import ICONS, NAMES, Event, Kind, event_lines, joined, timeline, training_event
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import action_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, on_plane
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from ui.people.person import Person

_DAY = "28 Sep 2028"
"""As wide as a day is written."""


class RecordsTab(QWidget):
    """A bar with acts above a list; `edit_wanted` and `remove_wanted` carry the `Thing` with the cursor."""

    edit_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, lines: LineList, empty: EmptyState, left: QWidget, add: QPushButton) -> None:
        super().__init__()
        self.list = lines
        self.edit = QAction(tr("Ubah"), self)
        self.remove = QAction(tr("Hapus"), self)
        self.edit.setToolTip(tr("Ubah baris ini (F2)"))
        self.list.add_act(self.edit)
        self.list.add_act(self.remove, "Delete")
        self._lay_out(left, add, empty)
        self.edit.triggered.connect(lambda: self._want(self.edit_wanted))
        self.remove.triggered.connect(lambda: self._want(self.remove_wanted))
        self.list.opened.connect(self.edit_wanted)
        self.list.chosen.connect(self._on_chosen)
        self._on_chosen(None)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the rows, or what to do where there are none."""
        self.list.show_lines(lines)
        self._stack.setCurrentIndex(0 if lines else 1)

    def _lay_out(self, left: QWidget, add: QPushButton, empty: EmptyState) -> None:
        bar = QWidget()
        on_plane(bar, "surface", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(left)
        row.addStretch(1)
        row.addWidget(add)
        row.addWidget(action_button(self.edit))
        row.addWidget(action_button(self.remove))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)

    def _want(self, signal: object) -> None:
        thing = self.list.current_thing()
        if thing is not None:
            signal.emit(thing)  # type: ignore[attr-defined]

    def _on_chosen(self, thing: object) -> None:
        for action in (self.edit, self.remove):
            action.setEnabled(thing is not None)


class HistoryTab(RecordsTab):
    """The line of time of everything, of one kind where one is chosen."""

    def __init__(self, add: QPushButton) -> None:
        self._events: tuple[Event, ...] = ()
        self.kinds = QComboBox()
        for named in (self.kinds, self.kinds.view()):
            named.setAccessibleName(tr("Jenis riwayat"))
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kinds.addItem(tr("Semua riwayat"), None)
        for kind in Kind:
            self.kinds.addItem(tr(NAMES[kind]), kind.value)
        lines = LineList(tr("Riwayat"), lead=_DAY, state=tr("Akan berlaku"), right="1.000 JP")
        empty = EmptyState("clock-counter-clockwise", tr("Belum ada riwayat"), tr("Tambahkan pangkat atau jabatannya."))
        super().__init__(lines, empty, self.kinds, add)
        self.kinds.currentIndexChanged.connect(lambda _place: self._show())

    def show_person(self, person: Person) -> None:
        """Show a person's events."""
        self._events = timeline(person.record, person.trainings)
        for place, kind in enumerate(Kind, start=1):
            count = sum(event.thing.kind is kind for event in self._events)
            self.kinds.setItemText(place, f"{tr(NAMES[kind])} ({count})")
        self.kinds.setItemText(0, tr("Semua riwayat ({count})", count=len(self._events)))
        self._show()

    def _show(self) -> None:
        kind = self.kinds.currentData()
        shown = [event for event in self._events if kind in (None, event.thing.kind)]
        self.show_lines(tuple(event_lines(shown, date.today())))


class TrainingsTab(RecordsTab):
    """Trainings of all years under their year, with its JP."""

    def __init__(self, add: QPushButton) -> None:
        self.total = label("", Role.BODY, "text2")
        lines = LineList(tr("Pelatihan"), lead=_DAY, state=tr("Belum diperiksa"), right="1.000 JP")
        empty = EmptyState("chalkboard-teacher", tr("Belum ada pelatihan"), tr("Catat pelatihan yang sudah diikuti."))
        super().__init__(lines, empty, self.total, add)

    def show_person(self, person: Person) -> None:
        """Show a person's trainings."""
        years = by_year(person.trainings)
        counted = show_number(sum(year.counted for year in years))
        self.total.setText(tr("{count} pelatihan · {jp} JP diakui", count=len(person.trainings), jp=counted))
        self.show_lines([line for year in years for line in year_lines(year)])


def year_lines(year: TrainingYear) -> tuple[Line, ...]:
    """A year's heading with its sums, and a line for each training."""
    claimed = tr("tertulis {jp} JP", jp=show_number(year.claimed)) if year.claimed != year.counted else ""
    counted = tr("{jp} JP diakui", jp=show_number(year.counted))
    title = str(year.year) if year.year else tr("Tanpa tahun")
    heading = Line(title, right=joined(claimed, counted), is_heading=True)
    return (heading, *(_training_line(row) for row in year.trainings))


def _training_line(row: Training) -> Line:
    event, verified = training_event(row), bool(row["verified"])
    kind, icon = ("ok", "check-circle") if verified else ("text2", "circle-dashed")
    return Line(
        event.title,
        note=event.note,
        lead=show_date(event.day) if event.day else tr("Tanpa tanggal"),
        icon=ICONS[Kind.TRAINING],
        state=State(tr(VERIFIED[str(verified)]), kind, icon),
        right=event.jp,
        thing=event.thing,
    )
