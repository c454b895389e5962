"""The board of all agencies, laid on top of their tree: what was asked of each in the year, what is missing or late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from ui.agencies.compliance_detail import ComplianceDetail
from ui.agencies.compliance_table import compliance_list
from ui.agencies.submission_forms import call_form
from ui.context import Target
from ui.pages.laid_list_page import LaidListPage
from ui.texts import tr
from ui.widgets.count_button import CountButton
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.lists import ListQuery
    from ui.context import Context
    from ui.lists.columns import Record


class CompliancePage(LaidListPage):
    """Board, detail, and on top of it the list of submissions."""

    name = "agency-compliance"
    icon = "checks"
    help_name = "agency-compliance"

    def __init__(self, context: Context) -> None:
        super().__init__(context, compliance_list)
        self.detail = ComplianceDetail()
        self.body.addWidget(self.detail)
        self.detail.listed.connect(self._list)
        self.detail.opened.connect(lambda key: context.go(Target("agencies", key=key)))
        self.all_button = CountButton(
            tr("Pengajuan"), "list-bullets", tr("Semua data yang diminta dari perangkat daerah")
        )
        self.all_button.clicked.connect(lambda: self._list((("year", str(context.year)),)))
        self.header.add_quiet(self.all_button)
        self.new_button.setText(tr("Minta data"))
        self.new_button.setToolTip(tr("Minta data dari semua perangkat daerah (Ctrl+N)"))
        self.new_button.show()

    def title(self) -> str:
        return tr("Kepatuhan")

    def concerns(self, changes: Changes) -> bool:
        return changes.agencies or changes.study_needs or changes.employees or changes.trainings or changes.positions

    def show_detail(self, record: Record | None) -> None:
        if isinstance(self.detail, ComplianceDetail):
            self.detail.show_record(record)

    def open_key(self, key: int) -> None:
        self._list((("agency_id", str(key)), ("year", str(self.context.year))))

    def edit(self, key: int) -> None:
        self.open_key(key)

    def new(self) -> None:
        self.lay_form(call_form(self.context, None, None))

    def reveal(self, key: int) -> None:
        """What was added is a call, and no row of the board."""

    def _list(self, where: tuple[tuple[str, str], ...]) -> None:
        from smartpns_desktop.services.lists import ListQuery

        self._show_submissions(ListQuery(where=where))

    def _show_submissions(self, query: ListQuery) -> None:
        from ui.agencies.submissions_page import SubmissionsPage

        page = SubmissionsPage(self.context)
        page.closed.connect(self.pop)
        self.push(page)
        page.open(Target("agencies", query=query))

    def empty_state(self) -> EmptyState:
        back = QAction(tr("Ke pohon perangkat daerah"), self)
        back.triggered.connect(self.closed)
        return EmptyState("buildings", tr("Belum ada perangkat daerah"), tr("Impor atau tambah dahulu."), back)
