"""The panel beside the list of employees: what it says about the person under the cursor."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.education import level_of
from smartpns_desktop.words.figures import show_date, show_number
from smartpns_desktop.words.labels import show_value
from ui.pages.employee_detail_view import EmployeeDetailView
from ui.pages.employees_table import GOAL
from ui.shell.places import full_name
from ui.texts import tr

if TYPE_CHECKING:
    from ui.context import Context
    from ui.lists.columns import Record


class EmployeeDetail(EmployeeDetailView):
    """Shows a record of the list; `opened` and `edited` carry the person's key."""

    opened = Signal(object)
    edited = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record: Record | None = None
        self.as_of: date | None = None
        self.copy_nip.clicked.connect(self._copy_nip)
        self.open.clicked.connect(lambda: self.opened.emit(self._key()))
        self.edit.clicked.connect(lambda: self.edited.emit(self._key()))

    def _key(self) -> object:
        """The person's key; the buttons are off while nobody is shown."""
        return None if self._record is None else self._record["key"]

    def show_record(self, record: Record | None) -> None:
        """Show a person as of the panel's day; an empty panel where there is none."""
        if record is not None and record is self._record:
            return
        self._record = record
        self.setEnabled(record is not None)
        for part in (self.title, self.subtitle, self.nip, self.jp, self.jp_note, self.year):
            part.setText("")
        self.show_facts(())
        self.kind.setVisible(record is not None)
        self.copy_nip.setVisible(record is not None)
        self.meter.setVisible(record is not None)
        if record is not None:
            self._show(record)

    def _show(self, record: Record) -> None:
        self.title.setText(full_name(record))
        self.subtitle.setText(record["post"] or tr("Belum ada jabatan"))
        self.nip.setText(nip.show(record["nip"]))
        self.kind.set_state(str(record["kind"]), "ok", "check-circle")
        self._show_jp(record)
        self.show_facts(_facts(record, self.as_of or date.today()))

    def _show_jp(self, record: Record) -> None:
        counted, measured = float(record["jp_counted"] or 0), bool(record["jp_band"])
        self.year.setText(tr("JP {year}", year=self._year()))
        goal = tr("{jp} dari {goal} JP", jp=show_number(counted), goal=show_number(GOAL))
        self.jp.setText(goal if measured else tr("{jp} JP", jp=show_number(counted)))
        self.meter.set_value(counted, GOAL if measured else 0)
        self.meter.setVisible(measured)
        missing = GOAL - counted
        self.jp_note.set_colour("warn" if missing > 0 else "ok")
        short = tr("Kurang {jp} JP", jp=show_number(missing)) if missing > 0 else tr("Terpenuhi")
        self.jp_note.setText(" · ".join(filter(None, (short, self._rest(missing)))) if measured else "")

    def _year(self) -> int:
        """The year whose JP the record holds: that of work, or that of another day."""
        return self.as_of.year if self.as_of else self._context.year

    def _rest(self, missing: float) -> str:
        today = date.today()
        if missing <= 0 or self.as_of or self._context.year != today.year:
            return ""
        return tr("sisa {days} hari", days=(date(today.year, 12, 31) - today).days)

    def _copy_nip(self) -> None:
        if self._record is not None:
            QGuiApplication.clipboard().setText(self._record["nip"])
            self._context.told.emit(tr("NIP disalin"), None)


def _facts(record: Record, day: date) -> tuple[tuple[str, str], ...]:
    born = record["birth_date"]
    since = tr(" · TMT {date}", date=show_date(record["grade_date"])) if record["grade_date"] else ""
    degree = degree_of(record["education_level"] or "", record["education"] or "")
    return (
        (tr("Perangkat"), record["root_agency"] or ""),
        (tr("Unit"), record["agency"] if record["agency"] != record["root_agency"] else ""),
        (tr("Golongan"), f"{record['grade'] or ''}{since}"),
        (tr("Pendidikan"), degree),
        (tr("Lahir"), tr("{date} ({age} th)", date=show_date(born), age=_age(born, day)) if born else ""),
        (tr("Jenis kelamin"), show_value("employees", "sex", record["sex"])),
    )


def degree_of(level: str, programme: str) -> str:
    """Level and programme, the level once: the names of many programmes begin with it."""
    same = level_of(programme)
    return programme if same and same == level_of(level) else f"{level} {programme}".strip()


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
