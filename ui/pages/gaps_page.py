"""The list of what people lack of what their posts ask, laid on top of the posts."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from smartpns_desktop.domain import nip
from smartpns_desktop.words.labels import show_value
from ui.pages.laid_list_page import LaidListPage
from ui.pages.positions_table import VERDICTS, gaps_list
from ui.texts import tr
from ui.widgets.badge import Badge
from ui.widgets.buttons import button
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartpns_desktop.services.changes import Changes
    from ui.context import Context
    from ui.lists.columns import Record


class GapsPage(LaidListPage):
    """A row for each person and thing that is missing; Enter opens the person at what would close it."""

    name = "gaps"
    icon = "target"
    help_name = "positions"

    def __init__(self, context: Context) -> None:
        super().__init__(context, gaps_list)
        self.detail = self._make_detail()
        self.body.addWidget(self.detail)

    def title(self) -> str:
        return tr("Kesenjangan")

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.positions or changes.trainings or changes.agencies or changes.regulations

    def _make_detail(self) -> DetailPanel:
        panel = DetailPanel()
        self._state = Badge("")
        panel.body.addWidget(self._state)
        panel.add_rule()
        opened = panel.add_button(button(tr("Buka pegawai"), icon="arrow-square-out"))
        opened.clicked.connect(self._open_current)
        return panel

    def show_detail(self, record: Record | None) -> None:
        panel = self.detail
        if not isinstance(panel, DetailPanel):
            return
        panel.tell(record, itemgetter("person"), _facts, lambda it: it["post"] or "")
        self._state.setVisible(record is not None)
        if record is not None:
            colour, icon = VERDICTS[record["verdict"]]
            kind = "neutral" if colour == "text2" else colour
            self._state.set_state(show_value("gaps", "verdict", record["verdict"]), kind, icon)  # type: ignore[arg-type]

    def _open_person(self, records: Sequence[Record]) -> None:
        super()._open_person(records)
        from ui.pages.person_page import PersonPage
        from ui.people.gap_tab import GapTab

        page = self.currentWidget()
        if isinstance(page, PersonPage):
            page.view.tabs.setCurrentWidget(page.view.tab(GapTab))

    def _open_current(self) -> None:
        key = self.list.current_key()
        if key is not None:
            self.open_key(key)

    def empty_state(self) -> EmptyState:
        back = QAction(tr("Lihat standar jabatan"), self)
        back.triggered.connect(self.closed)
        return EmptyState(
            "target",
            tr("Tidak ada kesenjangan"),
            tr("Semua syarat yang tercatat terpenuhi, atau standar jabatannya belum diisi."),
            back,
        )


def _facts(record: Record) -> tuple[tuple[str, str], ...]:
    return (
        (tr("NIP"), nip.show(record["nip"])),
        (tr("Perangkat"), record["root_agency"] or ""),
        (tr("Unit"), record["agency"] or ""),
        (tr("Jenis syarat"), show_value("gaps", "requirement_kind", record["requirement_kind"])),
        (tr("Syarat"), record["requirement"]),
        (tr("Wajib"), tr("Ya") if record["mandatory"] else tr("Tidak")),
    )
