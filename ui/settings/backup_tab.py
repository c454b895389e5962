"""Backups: making one, keeping one elsewhere, putting one back, and checking that all is sound."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartpns_desktop.words.figures import show_number
from ui.settings.restoring import KINDS, ask_and_restore
from ui.shell.status_bar import when
from ui.texts import tr
from ui.theme.fonts import Role
from ui.widgets.buttons import button
from ui.widgets.labels import label, on_plane, wrapped
from ui.widgets.side_by_side import side_by_side

if TYPE_CHECKING:
    from smartpns_desktop.services.backups import Backup
    from smartpns_desktop.services.health import HealthReport
    from ui.context import Context


class BackupTab(QWidget):
    """The backups that the program keeps itself, and buttons for the rest."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        on_plane(self, "surface")
        self._context = context
        self._found: tuple[Backup, ...] = ()
        self.make = button(tr("Cadangkan sekarang"), icon="database", kind="primary")
        self.elsewhere = button(tr("Simpan ke tempat lain…"), icon="hard-drive")
        self.check = button(tr("Periksa keutuhan data"), icon="shield-check")
        self.restore = button(tr("Pulihkan yang dipilih"), icon="arrow-counter-clockwise")
        self.restore_file = button(tr("Pulihkan dari berkas…"), icon="folder-open")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Daftar cadangan"))
        self.list.setProperty("boxed", True)
        self.none = label(tr("Belum ada cadangan. Tekan “Cadangkan sekarang”."), colour_token="text2")
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.middle = QStackedWidget()
        for widget in (self.none, self.list):
            self.middle.addWidget(widget)
        self.findings = wrapped("", colour_token="text2")
        self.findings.hide()
        self._lay_out()
        self.make.clicked.connect(lambda: self._make(None))
        self.elsewhere.clicked.connect(self._make_elsewhere)
        self.check.clicked.connect(self._check)
        self.restore.clicked.connect(self._restore_chosen)
        self.restore_file.clicked.connect(self._restore_file)
        self.list.currentRowChanged.connect(lambda row: self.restore.setEnabled(row >= 0))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        advice = tr(
            "Program menyimpan 14 cadangan terakhir di folder data. Simpan juga satu cadangan di USB "
            "atau komputer lain, agar data selamat bila komputer ini rusak."
        )
        told = wrapped(advice, colour_token="text2")
        layout.addWidget(told)
        layout.addLayout(side_by_side(self.make, self.elsewhere, self.check, None))
        layout.addWidget(self.findings)
        layout.addSpacing(8)
        layout.addWidget(label(tr("Cadangan yang tersimpan"), Role.CARD_TITLE))
        layout.addWidget(self.middle, 1)
        layout.addLayout(side_by_side(self.restore, self.restore_file, None))

    def reload(self) -> None:
        """Read which backups there are."""
        backups = self._context.app.backups
        self._context.operations.read(lambda: tuple(backups.kept()), self._show, owner=self, slot="backups")

    def _show(self, found: tuple[Backup, ...]) -> None:
        self._found = found
        self.list.clear()
        for it in found:
            size = tr("{size} MB", size=show_number(round(it.size / 1_000_000, 1)))
            self.list.addItem(QListWidgetItem(f"{when(it.made)} {it.made:%H.%M} · {size} · {it.path.name}"))
        self.middle.setCurrentWidget(self.list if found else self.none)
        self.restore.setEnabled(False)

    def _make(self, out: Path | None) -> None:
        backups = self._context.app.backups

        def made(_path: Path) -> None:
            self.reload()
            self._context.backed_up.emit()

        self._context.write(
            tr("Mencadangkan"),
            lambda watch: backups.backup(out, watch),
            lambda path: tr("Cadangan dibuat: {name}", name=path.name),
            made,
        )

    def _make_elsewhere(self) -> None:
        proposed = str(Path.home() / f"smartpns-{date.today():%Y%m%d}.smartpns")
        name, _ = QFileDialog.getSaveFileName(self, tr("Simpan cadangan"), proposed, KINDS)
        if name:
            self._make(Path(name))

    def _restore_chosen(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self._restore(self._found[row].path)

    def _restore_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Pilih cadangan"), str(Path.home()), KINDS)
        if name:
            self._restore(Path(name))

    def _restore(self, source: Path) -> None:
        ask_and_restore(self, self._context, source, self.reload)

    def _check(self) -> None:
        health = self._context.app.health
        self._context.write(
            tr("Memeriksa"),
            lambda _watch: health.check(),
            lambda report: tr("Data dan jurnal utuh") if report.sound else tr("Ada yang perlu diperiksa"),
            self._show_report,
        )

    def _show_report(self, report: HealthReport) -> None:
        from smartpns_desktop.words.health import say

        told = [say(finding) for finding in report.findings]
        sound = tr("Basis data dan jurnal utuh: {count} perubahan tercatat.", count=show_number(report.change_sets))
        self.findings.setText("\n".join(told) or sound)
        self.findings.show()
        self.findings.set_colour("ok" if report.sound else "bad")
