"""The top of a person's page: who it is, where he or she works, the JP of the year, and the page's buttons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from smartpns_desktop.domain.employment import Service
from smartpns_desktop.words.figures import show_date, show_number
from ui.people.index_box import IndexBox
from ui.people.initials import Initials
from ui.people.timeline import joined
from ui.texts import tr
from ui.theme.fonts import Role, scaled
from ui.widgets.badge import Badge, Kind
from ui.widgets.buttons import button, icon_button, menu_button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import label, on_plane
from ui.widgets.meter import Meter

if TYPE_CHECKING:
    from smartpns_desktop.services.persons import Pension
    from smartpns_desktop.services.training_credit import YearSummary
    from ui.people.person import Person

_SOON = 365
"""Days before the pension from which on it is marked."""
_METER, _NARROW_METER, _INDEX = 216, 144, 232


class PersonHeader(QFrame):
    """Two lines: name and buttons, then NIP, post and meter; the second is one line where there is little room."""

    def __init__(self, adds: QMenu, prints: QMenu) -> None:
        super().__init__()
        on_plane(self, "surface")
        self.back = icon_button("arrow-left", tr("Kembali ke daftar (Esc)"))
        self.name = ElidedLabel("", Role.TITLE)
        self.kind = Badge("")
        self.edit = button(tr("Ubah"), icon="pencil-simple", kind="primary")
        self.edit.setToolTip(tr("Ubah data pegawai (F2)"))
        self.add = menu_button(tr("Tambah"), "plus", adds)
        self.add.setToolTip(tr("Tambah riwayat atau pelatihan (Ctrl+N)"))
        self.print = menu_button(tr("Cetak"), "printer", prints)
        self.print.setToolTip(tr("Profil (Ctrl+P) atau salinan data pribadi, di kertas atau sebagai PDF"))
        self.remove = button(tr("Hapus"), icon="trash")
        self.quiet = QHBoxLayout()
        self.initials = Initials()
        self.nip = label("")
        self.nip.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_nip = icon_button("copy", tr("Salin NIP"))
        self.grade = ElidedLabel("", Role.BODY, "text2")
        self.place = ElidedLabel()
        self.pension = ElidedLabel("", Role.SMALL, "text2")
        self.year = label("", Role.SMALL_STRONG, "text2")
        self.jp = label("", Role.CARD_TITLE)
        self.meter = Meter()
        self.jp_note = ElidedLabel("", Role.SMALL_STRONG)
        self.index = IndexBox()
        self._lay_out()
        self.set_narrow(on=False)

    def show_person(self, person: Person) -> None:
        """Show a person."""
        record, now = person.record, person.record.current
        self.name.setText(person.name)
        self.kind.set_state(*standing_badge(person))
        self.initials.show_name(record.name)
        self.nip.setText(person.number)
        since = tr("TMT {date}", date=show_date(now["grade_date"])) if now.get("grade_date") else ""
        self.grade.setText(joined(now.get("grade") or tr("Golongan belum ada"), now.get("rank"), since))
        self.place.setText(joined(now.get("post") or tr("Jabatan belum ada"), where(person)))
        told, colour = pension_note(person.whole.pension, person.on)
        self.pension.setText(told)
        self.pension.set_colour(colour)
        self._show_jp(person.year)
        self.index.show_person(person)

    def set_narrow(self, *, on: bool) -> None:
        """Fold the second part into one line, or unfold it."""
        way = QBoxLayout.Direction.LeftToRight if on else QBoxLayout.Direction.TopToBottom
        self._told.setDirection(way)
        self._told.setSpacing(16 if on else 2)
        self.initials.setVisible(not on)
        self.jp_note.setVisible(not on)
        self.index.setVisible(not on)
        self.pension.setVisible(not on)
        self._box.setFixedWidth(scaled(_NARROW_METER if on else _METER))

    def _show_jp(self, year: YearSummary) -> None:
        counted, goal = show_number(year.counted), year.minimum
        self.year.setText(tr("JP {year}", year=year.year))
        of = tr("{jp} dari {goal} JP", jp=counted, goal=show_number(goal)) if goal else tr("{jp} JP", jp=counted)
        self.jp.setText(of)
        self.meter.set_value(year.counted, goal or 0)
        self.meter.setVisible(bool(goal))
        self.jp_note.setText(jp_note(year))
        self.jp_note.set_colour("text2" if not goal else "warn" if year.missing else "ok")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 16, 10)
        layout.setSpacing(6)
        above = _row(self.back, self.name, self.kind)
        above.addStretch(1)
        above.addLayout(self.quiet)
        for made in (self.edit, self.add, self.print, self.remove):
            above.addWidget(made)
        layout.addLayout(above)
        layout.addLayout(self._below())

    def _below(self) -> QHBoxLayout:
        who = _row(self.nip, self.copy_nip, self.grade)
        who.addStretch(1)
        self.copy_nip.setFixedSize(28, 24)
        self._told = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._told.addLayout(who)
        self._told.addWidget(self.place, 1)
        self._told.addWidget(self.pension)
        self.place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box = QWidget()
        meter = QVBoxLayout(self._box)
        meter.setContentsMargins(0, 0, 0, 0)
        meter.setSpacing(4)
        numbers = _row(self.year)
        numbers.addStretch(1)
        numbers.addWidget(self.jp)
        meter.addLayout(numbers)
        meter.addWidget(self.meter)
        meter.addWidget(self.jp_note)
        below = _row(self.initials)
        below.setContentsMargins(8, 0, 0, 0)
        below.setSpacing(12)
        below.addLayout(self._told, 1)
        self.index.setFixedWidth(_INDEX)
        below.addWidget(self.index, 0, Qt.AlignmentFlag.AlignTop)
        below.addSpacing(12)
        below.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        return below


def where(person: Person) -> str:
    """Agency and, where it is another one, the unit below it."""
    now = person.record.current
    return " › ".join(dict.fromkeys(filter(None, (now.get("root_agency"), now.get("agency")))))


def standing_badge(person: Person) -> tuple[str, Kind, str]:
    """The kind of employee, with the standing of somebody who is not at work or has left: word, state and sign."""
    kind, now = str(person.record.kind), person.record.current
    if now.get("service") == Service.LEFT:
        return joined(kind, now.get("standing")), "neutral", "minus-circle"
    if now.get("service") == Service.AWAY:
        return joined(kind, now.get("standing")), "warn", "warning"
    return kind, "ok", "check-circle"


def pension_note(pension: Pension | None, today: date) -> tuple[str, str]:
    """When the person retires and how far that is off, and the colour of the words."""
    if pension is None:
        return "", "text2"
    days = (pension.day - today).days
    if days < 0:
        told = tr("BUP {age} tahun terlewati {count} hari", age=pension.age, count=show_number(-days))
        return told, "bad"
    told = tr("BUP {age} tahun: pensiun {day}, {count} hari lagi", age=pension.age, day=show_date(pension.day),
              count=show_number(days))  # fmt: skip
    return told, "warn" if days <= _SOON else "text2"


def jp_note(year: YearSummary) -> str:
    """What the number of JP means: how much is missing, and how much of what was told does not count."""
    if year.minimum is None:
        state = tr("Tanpa minimum JP")
    else:
        state = tr("Kurang {jp} JP", jp=show_number(year.missing)) if year.missing else tr("Terpenuhi")
    return joined(state, tr("tertulis {jp} JP", jp=show_number(year.claimed)) if year.claimed != year.counted else "")


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row
