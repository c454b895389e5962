"""The tab with the journal of a person, and the way to take a change back or to part what was merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from ui.people.tab import PersonTab
from ui.shell.undo_actions import take_back
from ui.texts import tr
from ui.widgets.dialogs import ask_destructive
from ui.widgets.trail_list import TrailList

if TYPE_CHECKING:
    from smartpns_desktop.services.trail import TrailEntry
    from smartpns_desktop.services.unmerging import UnmergeResult
    from ui.people.desk import PersonDesk
    from ui.people.person import Person


class TrailTab(PersonTab):
    """Who changed what of the person, the newest first."""

    def __init__(self, desk: PersonDesk) -> None:
        super().__init__(desk)
        self.trail = TrailList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.trail)
        self.setFocusProxy(self.trail)
        self.trail.take_back_wanted.connect(self.take_back)

    def look(self, person: Person) -> None:
        service, key = self.desk.context.app.trail, person.record.key
        read = self.desk.context.operations.read
        read(lambda: service.of("employees", key), self.trail.show_entries, owner=self, slot="trail")

    def take_back(self, entry: TrailEntry) -> None:
        """Take back the change set of an entry; a whole import only after a question."""
        if entry.kind == "merge":
            self._part(entry)
            return
        if entry.kind != "edit":
            title = tr("Urungkan “{reason}” seluruhnya?", reason=entry.reason)
            body = tr(
                "Perubahan ini bagian dari satu pekerjaan untuk banyak data; semuanya ikut diurungkan, kecuali yang "
                "sesudahnya sudah diubah atau dipakai. Dapat diulangi dengan Ctrl+Y."
            )
            if not ask_destructive(self, title, body, tr("Urungkan seluruhnya")):
                return
        take_back(self.desk.context, entry.change_set, entry.reason)

    def _part(self, entry: TrailEntry) -> None:
        """Make two records again of what was merged, after a question."""
        title = tr("Pisahkan kembali “{reason}”?", reason=entry.reason)
        body = tr(
            "Data yang dahulu digabungkan kembali beserta riwayat dan pelatihannya. Yang disunting atau dicatat "
            "sesudah penggabungan tetap seperti sekarang."
        )
        if not ask_destructive(self, title, body, tr("Pisahkan kembali")):
            return
        context, service = self.desk.context, self.desk.context.app.unmerging
        context.write(tr("Memisahkan"), lambda _watch: service.unmerge(entry.change_set), _parted, undoable=False)


def _parted(result: UnmergeResult) -> str:
    if not result.stayed:
        return tr("{name} dipisahkan kembali", name=result.returned)
    return tr(
        "{name} dipisahkan kembali; {count} data tetap seperti sekarang", name=result.returned, count=len(result.stayed)
    )
