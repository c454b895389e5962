"""The rows behind the numbers of the data's health: who is concerned, what mends it, and the way there."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from smartpns_desktop.domain import nip
from smartpns_desktop.domain.data_quality import MENDS
from smartpns_desktop.words.data_quality import title
from ui.pages.data_findings_table import findings_list, told
from ui.pages.data_mending import export_people, mending_menu
from ui.pages.employee_forms import record_form
from ui.pages.laid_list_page import LaidListPage
from ui.people.data_tab import DataTab
from ui.texts import tr
from ui.widgets.buttons import button
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label

if TYPE_CHECKING:
    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.employees import EmployeeRecord
    from ui.context import Context
    from ui.lists.columns import Record
    from ui.pages.person_page import PersonPage


class DataFindingsPage(LaidListPage):
    """Findings of a day; Enter and "Perbaiki" lead to the person, at the right place."""

    name = "data-findings"
    icon = "warning"
    help_name = "data-health"

    def __init__(self, context: Context, agency: str = "") -> None:
        self._agency, self._field = agency, ""
        super().__init__(context, findings_list)
        self.detail = self._make_detail()
        self.body.addWidget(self.detail)

    def title(self) -> str:
        return tr("Temuan data")

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.agencies or changes.positions or changes.regulations

    def _export_menu(self) -> QMenu:
        menu = mending_menu(self.context, self, lambda: self._agency)
        menu.addSeparator()
        menu.addAction(tr("Daftar temuan ini ke Excel…"), super().export)
        menu.addAction(tr("Daftar temuan ini ke PDF…"), self.save_pdf)
        return menu

    def export(self) -> None:
        """Ctrl+E: the workbook to mend in."""
        export_people(self.context, self, self._agency)

    def export_chosen(self) -> None:
        self.export()

    def _make_detail(self) -> DetailPanel:
        panel = DetailPanel()
        self._advice = label("")
        self._advice.setWordWrap(True)
        panel.body.addWidget(self._advice)
        panel.add_rule()
        self._mend = panel.add_button(button(tr("Perbaiki"), icon="wrench", kind="primary"))
        self._mend.clicked.connect(self.mend_current)
        return panel

    def show_detail(self, record: Record | None) -> None:
        panel = self.detail
        if not isinstance(panel, DetailPanel):
            return
        panel.tell(record, lambda it: title(it["check"]), _facts, itemgetter("check"))
        self._advice.setText(told(record) if record else "")

    def open_key(self, _key: int) -> None:
        self.mend_current()

    def mend_current(self) -> None:
        """Lay the person on top, and there the form in which the finding is mended."""
        record = self.list.current_record()
        if record is None:
            return
        self._field = MENDS[record["check"]].field
        page = self._lay_person(record["employee"])
        tab = page.view.tab(DataTab)
        page.view.tabs.setCurrentWidget(tab)
        tab.mend_first(record["check"])

    def _lay_person(self, employee: int) -> PersonPage:
        from ui.pages.person_page import PersonPage

        page = PersonPage(self.context, employee)
        page.closed.connect(self.pop)
        page.edit_wanted.connect(self.edit_person)
        self.push(page)
        return page

    def edit_person(self, employee: int) -> None:
        """The form of a person's record."""
        service = self.context.app.employees

        def show(record: EmployeeRecord) -> None:
            page = record_form(self.context, employee, record)
            self.lay_form(page)
            if self._field in page.form.rows:
                page.form.jump(self._field)

        self.context.operations.read(lambda: service.record(employee), show, owner=self, slot="edit")

    def empty_state(self) -> EmptyState:
        back = QAction(tr("Kembali"), self)
        back.triggered.connect(self.closed)
        return EmptyState(
            "check-circle",
            tr("Tidak ada temuan"),
            tr("Semua pemeriksaan lulus, atau belum ada pegawai."),
            secondary=back,
        )


def _facts(record: Record) -> tuple[tuple[str, str], ...]:
    return (
        (tr("Pegawai"), record["person"]),
        (tr("NIP"), nip.show(record["nip"])),
        (tr("Unit kerja"), record["agency"] or ""),
        (tr("Perangkat"), record["root_agency"] or ""),
    )
