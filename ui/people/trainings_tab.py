"""The tab with a person's trainings of all years, their JP year by year, and the unit in which the person learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from smartpns_desktop.words.figures import show_date, show_number
from ui.context import Target
from ui.lists.columns import State
from ui.pages.trainings_table import VERIFIED
from ui.people.person import Training, TrainingYear, by_year
from ui.people.records_tab import RecordsTab
from ui.people.timeline import ICONS, Kind, joined, training_event
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.line import Line
from ui.widgets.line_list import LineList
from ui.widgets.long_link import LongLink

if TYPE_CHECKING:
    from smartpns_desktop.services.persons import Team
    from ui.people.desk import PersonDesk
    from ui.people.person import Person


class TrainingsTab(RecordsTab):
    """Trainings of all years under their year, with its JP; a link leads to the people of the same unit."""

    def __init__(self, desk: PersonDesk) -> None:
        self.total = label("", Role.BODY, "text2")
        self.team = LongLink()
        lines = LineList(tr("Pelatihan"), lead="28 Sep 2028", state=tr("Belum diverifikasi"), right="1.000 JP")
        empty = EmptyState("chalkboard-teacher", tr("Belum ada pelatihan"), tr("Catat pelatihan yang sudah diikuti."))
        self.add = button(tr("Tambah pelatihan"), icon="plus")
        self.add.clicked.connect(desk.adds[Kind.TRAINING].trigger)
        super().__init__(desk, lines, empty, (self.total, self.team, QWidget()), self.add)
        self.team.setAccessibleName(tr("Pegawai di unit ini"))
        self.team.clicked.connect(self._list_team)
        self.team.hide()
        self._unit = ""

    def show_person(self, person: Person) -> None:
        """Show a person's trainings."""
        years = by_year(person.trainings)
        counted = show_number(sum(year.counted for year in years))
        self.total.setText(tr("{count} pelatihan · {jp} JP diakui", count=len(person.trainings), jp=counted))
        self.show_lines([line for year in years for line in year_lines(year)])
        self._unit = str(person.record.current.get("agency") or "")
        self.team.hide()

    def look(self, person: Person) -> None:
        context, unit, year = self.desk.context, self._unit, person.year.year
        if unit:
            work = context.app.persons
            context.operations.read(lambda: work.team(unit, year), self._show_team, owner=self, slot="team")

    def _show_team(self, team: Team) -> None:
        told = tr(
            "Di unit ini: {people} pegawai, rata-rata {jp} JP, {short} belum memenuhi",
            people=show_number(team.people), jp=show_number(round(team.mean, 1)), short=show_number(team.short),
        )  # fmt: skip
        self.team.setText(told)
        self.team.setAccessibleName(told)
        self.team.setToolTip(tr("Lihat pegawai di {unit}", unit=team.unit))
        self.team.show()

    def _list_team(self) -> None:
        from smartpns_desktop.domain.employment import IN_SERVICE
        from smartpns_desktop.services.lists import ListQuery

        self.desk.context.go(Target("employees", query=ListQuery(where=(("agency", self._unit), *IN_SERVICE))))


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
        right=event.right,
        thing=event.thing,
    )
