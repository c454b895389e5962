"""The first start: which office this is, and a city of examples for whoever wants to look first."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.office import split_place
from ui.context import Target
from ui.errors.reports import Known, describe
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.labels import label, wrapped

if TYPE_CHECKING:
    from smartpns_desktop.services.lists import ListService
    from ui.context import Context

_WIDTH = 520
_PEOPLE = 420
"""People of the city of examples: enough to try everything, made in a few seconds."""


class FirstStart(QDialog):
    """Asks two things, which can be changed later under Pengaturan, or takes everything from a backup."""

    def __init__(self, context: Context, saved: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._saved = context, saved
        self._taken = False
        self.setWindowTitle(tr("Selamat datang"))
        self.setMinimumWidth(_WIDTH)
        self.office = _field(tr("Misalnya BKPSDM"))
        self.region = _field(tr("Misalnya Kota Samudra"))
        self.begin = button(tr("Mulai bekerja"), icon="check", kind="primary")
        self.demo = button(tr("Coba dengan data contoh"), icon="users")
        self.move_in = button(tr("Pindah dari komputer lama? Pulihkan cadangan…"), kind="link")
        self.hint = label("", Role.SMALL, "bad")
        self._lay_out()
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._begin)
        self.demo.clicked.connect(self._try)
        self.move_in.clicked.connect(self._restore)
        lists = context.app.lists
        context.operations.read(lambda: any(_counts(lists)), self._offer_sample, owner=self)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(4)
        layout.addWidget(label(tr("Selamat datang di SmartPNS"), Role.TITLE))
        layout.addWidget(
            wrapped(tr("Dua hal saja, dan keduanya dapat diubah nanti di Pengaturan."), Role.SMALL, "text2")
        )
        layout.addSpacing(12)
        for title, field in ((tr("Nama kantor"), self.office), (tr("Kota, kabupaten, atau provinsi"), self.region)):
            named = label(title, Role.CARD_TITLE)
            named.setBuddy(field)
            field.setAccessibleName(title)
            layout.addWidget(named)
            layout.addWidget(field)
            layout.addSpacing(8)
        who = tr("Perubahan dicatat atas nama pengguna komputer ini: {user}.", user=getpass.getuser())
        layout.addWidget(wrapped(who, Role.SMALL, "text2"))
        layout.addWidget(self.hint)
        layout.addSpacing(12)
        layout.addWidget(self.move_in, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.demo)
        row.addStretch(1)
        row.addWidget(self.begin)
        layout.addLayout(row)

    def _offer_sample(self, has_data: bool) -> None:
        """Invented people are never put among real ones."""
        self.demo.setEnabled(not has_data)
        self.demo.setToolTip(
            tr("Basis data ini sudah berisi. Data contoh hanya untuk yang kosong.") if has_data else ""
        )

    def _begin(self) -> None:
        from smartpns_desktop.services.office import OfficeProfile

        if self._taken:
            return
        office = " ".join(self.office.text().split())
        kind, region = split_place(self.region.text())
        for told, field, hint in (
            (office, self.office, tr("Isi nama kantor.")),
            (region, self.region, tr("Isi kota, kabupaten, atau provinsi.")),
            (kind, self.region, tr("Tulis juga Kota, Kabupaten, atau Provinsi di depan “{name}”.", name=region)),
        ):
            if not told:
                self.hint.setText(hint)
                field.setFocus()
                return
        self._taken, service = True, self._context.app.office
        profile = OfficeProfile(office=office, region=region, region_kind=kind)
        self._context.operations.read(lambda: service.save(profile), self._done, owner=self, failed=self._refused)

    def _refused(self, error: BaseException) -> None:
        """What was typed stays; a bug takes the other road."""
        told = describe(error)
        self._taken = False
        if not isinstance(told, Known):
            raise error
        self.hint.setText(told.sentence)

    def _done(self, _saved: object) -> None:
        self._saved()
        # What was opened below stays: the first page, or the file with which the program was started.
        self.accept()

    def _restore(self) -> None:
        """A backup brings its office along; where there are data already it is asked first."""
        from ui.settings.restoring import KINDS, ask_and_restore, restore

        name, _ = QFileDialog.getOpenFileName(self, tr("Pilih cadangan"), str(Path.home()), KINDS)
        if not name:
            return
        self.accept()
        if self.demo.isEnabled():
            restore(self._context, Path(name))
        else:
            ask_and_restore(self.window(), self._context, Path(name))

    def _try(self) -> None:
        demo, context, saved = self._context.app.demo, self._context, self._saved

        def made(_result: object) -> None:
            saved()
            context.go(Target("home"))

        context.write(
            tr("Membuat data contoh"),
            lambda watch: demo.fill(_PEOPLE, watch=watch, today=date.today()),
            lambda result: tr("Kota contoh dibuat: {count} pegawai", count=show_number(result.employees)),
            made,
        )
        self.accept()


def _counts(lists: ListService) -> Iterator[int]:
    from smartpns_desktop.services.lists import ListQuery

    return (lists.count(kind, ListQuery()) for kind in ("employees", "agencies", "trainings", "study-needs"))


def _field(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    field.setMaxLength(120)
    return field
