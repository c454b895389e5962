"""The first start: which office this is, and a city of examples for whoever wants to look first."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smartpns_desktop.words.labels import show_number
from ui.context import Target
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.context import Context

_WIDTH = 520
_PEOPLE = 420
"""People of the city of examples: enough to try everything, made in a few seconds."""


class FirstStart(QDialog):
    """Asks two things; both can be changed later under Pengaturan."""

    def __init__(self, context: Context, saved: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._saved = context, saved
        self.setWindowTitle(tr("Selamat datang"))
        self.setMinimumWidth(_WIDTH)
        self.office = _field(tr("Misalnya BKPSDM"))
        self.region = _field(tr("Misalnya Kota Samudra"))
        self.begin = button(tr("Mulai bekerja"), icon="check", kind="primary")
        self.demo = button(tr("Coba dengan data contoh"), icon="users")
        self.hint = label("", Role.SMALL, "bad")
        self._lay_out()
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._begin)
        self.demo.clicked.connect(self._try)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(4)
        layout.addWidget(label(tr("Selamat datang di SmartPNS"), Role.TITLE))
        layout.addWidget(_wrapped(tr("Dua hal saja, dan keduanya dapat diubah nanti di Pengaturan.")))
        layout.addSpacing(12)
        for title, field in ((tr("Nama kantor"), self.office), (tr("Kota atau kabupaten"), self.region)):
            named = label(title, Role.CARD_TITLE)
            named.setBuddy(field)
            field.setAccessibleName(title)
            layout.addWidget(named)
            layout.addWidget(field)
            layout.addSpacing(8)
        who = tr("Perubahan dicatat atas nama pengguna komputer ini: {user}.", user=getpass.getuser())
        layout.addWidget(_wrapped(who))
        layout.addWidget(self.hint)
        layout.addSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.demo)
        row.addStretch(1)
        row.addWidget(self.begin)
        layout.addLayout(row)

    def _begin(self) -> None:
        from smartpns_desktop.services.office import OfficeProfile

        office, region = (" ".join(field.text().split()) for field in (self.office, self.region))
        missing = self.office if not office else self.region if not region else None
        if missing is not None:
            self.hint.setText(tr("Isi dahulu: {field}.", field=missing.accessibleName()))
            missing.setFocus()
            return
        service = self._context.app.office
        profile = OfficeProfile(office=office, region=region)
        self._context.operations.read(lambda: service.save(profile), self._done, owner=self)

    def _done(self, _saved: object) -> None:
        self._saved()
        self.accept()
        self._context.go(Target("home"))

    def _try(self) -> None:
        demo, context, saved = self._context.app.demo, self._context, self._saved

        def made(_result: object) -> None:
            saved()
            context.go(Target("home"))

        context.write(
            tr("Membuat data contoh"),
            lambda watch: demo.fill(_PEOPLE, watch=watch),
            lambda result: tr("Kota contoh dibuat: {count} pegawai", count=show_number(result.employees)),
            made,
        )
        self.accept()


def _field(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    field.setMaxLength(120)
    return field


def _wrapped(text: str) -> QWidget:
    told = label(text, Role.SMALL, "text2")
    told.setWordWrap(True)
    return told
