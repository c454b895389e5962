"""The page of trainings: the list of a year, the training beside it, the form, and checking certificates."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from smartpns_desktop.domain import nip
from smartpns_desktop.words.figures import show_date, show_number
from ui.context import Target
from ui.pages.list_page import ListPage
from ui.pages.training_form import form_choices, training_form
from ui.pages.trainings_table import trainings_list
from ui.texts import tr
from ui.widgets.buttons import button
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.dialogs import ask_destructive
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.trainings import TrainingRecord
    from ui.context import Context
    from ui.forms.choice_editor import Choice
    from ui.lists.columns import Record


class TrainingsPage(ListPage):
    """Trainings of the year of work first; the facet "Tahun" shows others."""

    name = "trainings"
    icon = "chalkboard-teacher"

    def __init__(self, context: Context) -> None:
        super().__init__(context, trainings_list)
        self.detail = self._make_detail()
        self.body.addWidget(self.detail)
        self._show_year()

    def title(self) -> str:
        return tr("Pelatihan")

    def concerns(self, changes: Changes) -> bool:
        return changes.trainings or changes.employees or changes.regulations

    def on_year(self) -> None:
        super().on_year()
        self._show_year()

    def _show_year(self) -> None:
        self.list.facets.set_state("", (("year", str(self.context.year)),))

    def _make_detail(self) -> DetailPanel:
        panel = DetailPanel()
        change = panel.add_button(button(tr("Ubah"), icon="pencil-simple"))
        change.clicked.connect(self.edit_current)
        self._verify = panel.add_button(button(tr("Verifikasi"), icon="shield-check"))
        self._verify.clicked.connect(self.verify_chosen)
        action = QAction(tr("Verifikasi"), self.list.grid)
        action.setShortcut(QKeySequence("Ctrl+Shift+V"))
        action.triggered.connect(self.verify_chosen)
        self.list.grid.addAction(action)
        return panel

    def show_detail(self, record: Record | None) -> None:
        panel = self.detail
        if not isinstance(panel, DetailPanel):
            return
        panel.tell(record, itemgetter("name"), _facts, itemgetter("person"))
        self._verify.setText(tr("Cabut verifikasi") if record and record["verified"] else tr("Verifikasi"))

    def new(self) -> None:
        self._open_form(None)

    def edit(self, key: int) -> None:
        service = self.context.app.trainings
        self.context.operations.read(lambda: service.record(key), self._open_form, owner=self, slot="edit")

    def _open_form(self, record: TrainingRecord | None) -> None:
        def show(forms: Sequence[Choice]) -> None:
            self.lay_form(training_form(self.context, forms, record))

        self.context.operations.read(lambda: form_choices(self.context), show, owner=self, slot="form")

    def remove(self, keys: Sequence[int]) -> None:
        count = show_number(len(keys))
        body = tr("JP-nya ikut hilang dari hitungan pegawai. Dapat diurungkan dengan Ctrl+Z.")
        title, act = tr("Hapus {count} pelatihan?", count=count), tr("Hapus {count} pelatihan", count=count)
        if not ask_destructive(self, title, body, act):
            return
        service = self.context.app.trainings
        self.context.write(
            tr("Menghapus pelatihan"),
            lambda _watch: service.delete(*keys),
            lambda _changes: tr("{count} pelatihan dihapus", count=count),
        )

    def verify_chosen(self) -> None:
        """Note that the certificates of the chosen trainings were checked; again takes it back."""
        record, current = self.list.current_record(), self.list.current_key()
        keys = self.list.selected_keys() or ([current] if current is not None else [])
        if record is None or not keys:
            return
        yes, service, count = not record["verified"], self.context.app.trainings, show_number(len(keys))
        done = tr("{count} pelatihan terverifikasi", count=count)
        undone = tr("Verifikasi {count} pelatihan dicabut", count=count)
        self.context.write(
            tr("Mencatat verifikasi"),
            lambda _watch: service.verify(keys, yes),
            lambda _changes: done if yes else undone,
        )

    def empty_state(self) -> EmptyState:
        brought = QAction(tr("Impor dari Excel"), self)
        brought.triggered.connect(lambda: self.context.go(Target("exchange", act="import")))
        added = QAction(tr("Catat pelatihan"), self)
        added.triggered.connect(self.new)
        made = QAction(tr("Buat templat untuk perangkat daerah"), self)
        made.triggered.connect(self.save_template)
        return EmptyState(
            "chalkboard-teacher",
            tr("Belum ada pelatihan"),
            tr("Impor rekap dari perangkat daerah, atau catat satu pelatihan."),
            brought,
            added,
            links=(made,),
            keys=((tr("Ctrl+N"), tr("baru")), (tr("F1"), tr("bantuan halaman ini"))),
        )


def _facts(record: Record) -> tuple[tuple[str, str], ...]:
    days = [show_date(record[name]) for name in ("start", "end") if record[name]]
    return (
        (tr("NIP"), nip.show(record["nip"])),
        (tr("Bentuk"), record["form"] or ""),
        (tr("Penyelenggara"), record["organiser"] or ""),
        (tr("Tanggal"), " – ".join(dict.fromkeys(days))),
        (tr("JP"), "" if record["jp"] is None else show_number(record["jp"])),
        (tr("JP diakui"), "" if record["jp_counted"] is None else show_number(record["jp_counted"])),
        (tr("Sertifikat"), record["certificate"] or ""),
        (tr("Tgl. sertifikat"), show_date(record["certificate_date"]) if record["certificate_date"] else ""),
        (tr("Sumber"), record["source"] or ""),
        (tr("Catatan"), record["note"] or ""),
    )
