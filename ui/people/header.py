"""The top of a person's page: who it is, where he or she works, the JP of the year, and the page's buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from smartpns_desktop.words.labels import show_date, show_number
from ui.people.initials import Initials
from ui.people.timeline import joined
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.badge import Badge
from ui.widgets.buttons import button, icon_button, menu_button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.labels import label, on_plane
from ui.widgets.meter import Meter

if TYPE_CHECKING:
    from smartpns_desktop.services.training_credit import YearSummary
    from ui.people.person import Person

_METER, _NARROW_METER = 216, 144


class PersonHeader(QFrame):
    """Two lines: name and buttons, then NIP, post and meter; the second is one line where there is little room."""

    def __init__(self, adds: QMenu) -> None:
        super().__init__()
        on_plane(self, "surface")
        self.back = icon_button("arrow-left", tr("Kembali ke daftar (Esc)"))
        self.name = ElidedLabel("", Role.TITLE)
        self.kind = Badge("")
        self.edit = button(tr("Ubah"), icon="pencil-simple", kind="primary")
        self.edit.setToolTip(tr("Ubah data pegawai (F2)"))
        self.add = menu_button(tr("Tambah"), "plus", adds)
        self.add.setToolTip(tr("Tambah riwayat atau pelatihan (Ctrl+N)"))
        self.print = button(tr("Cetak profil"), icon="printer")
        self.print.setToolTip(tr("Cetak atau simpan sebagai PDF (Ctrl+P)"))
        self.remove = button(tr("Hapus"), icon="trash")
        self.initials = Initials()
        self.nip = label("")
        self.nip.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_nip = icon_button("copy", tr("Salin NIP"))
        self.grade = ElidedLabel("", Role.BODY, "text2")
        self.place = ElidedLabel()
        self.year = label("", Role.SMALL_STRONG, "text2")
        self.jp = label("", Role.CARD_TITLE)
        self.meter = Meter()
        self.jp_note = ElidedLabel("", Role.SMALL_STRONG)
        self._lay_out()
        self.set_narrow(on=False)

    def show_person(self, person: Person) -> None:
        """Show a person."""
        record, now = person.record, person.record.current
        self.name.setText(person.name)
        self.kind.set_state(str(record.kind), "ok", "check-circle")
        self.initials.show_name(record.name)
        self.nip.setText(person.number)
        since = tr("TMT {date}", date=show_date(now["grade_date"])) if now.get("grade_date") else ""
        self.grade.setText(joined(now.get("grade") or tr("Golongan belum ada"), now.get("rank"), since))
        self.place.setText(joined(now.get("post") or tr("Jabatan belum ada"), where(person)))
        self._show_jp(person.year)

    def set_narrow(self, *, on: bool) -> None:
        """Fold the second part into one line, or unfold it."""
        way = QBoxLayout.Direction.LeftToRight if on else QBoxLayout.Direction.TopToBottom
        self._told.setDirection(way)
        self._told.setSpacing(16 if on else 2)
        self.initials.setVisible(not on)
        self.jp_note.setVisible(not on)
        self._box.setFixedWidth(_NARROW_METER if on else _METER)

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
        below.addWidget(self._box, 0, Qt.AlignmentFlag.AlignVCenter)
        return below


def where(person: Person) -> str:
    """Agency and, where it is another one, the unit below it."""
    now = person.record.current
    return " › ".join(dict.fromkeys(filter(None, (now.get("root_agency"), now.get("agency")))))


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
