"""The page of employees: the list, the person beside it, and the forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from smartpns_desktop.words.absences import OPEN
from smartpns_desktop.words.figures import show_number
from ui.context import Target
from ui.pages.employee_detail import EmployeeDetail
from ui.pages.employee_forms import record_form
from ui.pages.employees_table import employees_list
from ui.pages.list_page import ListPage
from ui.texts import tr
from ui.widgets.count_button import CountButton
from ui.widgets.dialogs import ask_destructive
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.employees import EmployeeRecord
    from smartpns_desktop.services.lists import ListQuery, ListService
    from ui.context import Context
    from ui.lists.columns import Record
    from ui.pages.laid_list_page import LaidListPage


class EmployeesPage(ListPage):
    """List, detail, person page and form of employees."""

    name = "employees"
    icon = "users"

    def __init__(self, context: Context) -> None:
        super().__init__(context, employees_list)
        self._is_counted = True
        context.operations.rested.connect(self._count)
        self.detail = EmployeeDetail(context)
        self.detail.opened.connect(self.open_key)
        self.detail.edited.connect(self.edit)
        self.body.addWidget(self.detail)
        self.duplicates = CountButton(tr("Data ganda"), "users", tr("Pegawai yang mungkin tercatat dua kali"))
        self.duplicates.clicked.connect(self.show_duplicates)
        self.absent = CountButton(
            tr("Tidak ada dalam daftar"),
            "warning-circle",
            tr("Pegawai yang tidak ada dalam daftar lengkap dan belum diputuskan"),
        )
        self.absent.clicked.connect(lambda _on=False: self.show_absent())
        hint = tr("Pensiun, kontrak, sertifikat, dan lainnya yang jatuh tempo")
        self.due = CountButton(tr("Jatuh tempo"), "clock", hint)
        self.due.clicked.connect(lambda _on=False: self.show_due())
        for made in (self.duplicates, self.absent, self.due):
            if made is not self.due:
                made.hide()  # to show one that stands nowhere yet would open a window
            self.header.add_quiet(made)

    def title(self) -> str:
        return tr("Pegawai")

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.agencies or changes.positions or changes.trainings

    def reload(self) -> None:
        super().reload()
        self._is_counted = False

    def _count(self) -> None:
        """Count what the buttons tell once the list is there: a search through all people takes seconds."""
        if self._is_counted:
            return
        # The services are loaded with what they are asked, off the thread of the window.
        self._is_counted, app, read = True, self.context.app, self.context.operations.read
        read(lambda: len(app.duplicates.pairs()), self._count_pairs, owner=self, slot="duplicates")
        read(lambda: _undecided(app.lists), self._count_absent, owner=self, slot="absent")

    def _count_absent(self, count: int) -> None:
        self.absent.set_count(count)
        self.absent.setVisible(count > 0)
        self.make_room()

    def _count_pairs(self, count: int) -> None:
        self.duplicates.set_count(count)
        self.duplicates.setVisible(count > 0)
        self.make_room()

    def open(self, target: Target) -> None:
        laid: dict[str, Callable[[], None]] = {
            "duplicates": self.show_duplicates,
            "due": partial(self.show_due, target.query),
            "absent": partial(self.show_absent, target.query),
        }
        if target.act not in laid:
            super().open(target)
            if target.act == "gap":
                self._turn_to_gap()
        elif self.to_main():
            laid[target.act]()

    def _turn_to_gap(self) -> None:
        """The tab of a person's page that a target with the act `gap` names."""
        from ui.pages.person_page import PersonPage
        from ui.people.gap_tab import GapTab

        page = self.currentWidget()
        if isinstance(page, PersonPage):
            page.view.tabs.setCurrentWidget(page.view.tab(GapTab))

    def show_duplicates(self) -> None:
        """Lay the page of people who were recorded twice on top."""
        from ui.pages.duplicates_page import DuplicatesPage

        page = DuplicatesPage(self.context)
        page.closed.connect(self.pop)
        self.push(page)

    def show_due(self, query: ListQuery | None = None) -> None:
        """Lay the page of what falls due on top."""
        from ui.pages.due_page import DuePage

        self._lay(DuePage(self.context), query)

    def show_absent(self, query: ListQuery | None = None) -> None:
        """Lay the page of those whom a complete list lacks on top."""
        from ui.pages.absences_page import AbsencesPage

        self._lay(AbsencesPage(self.context), query)

    def _lay(self, page: LaidListPage, query: ListQuery | None) -> None:
        page.closed.connect(self.pop)
        self.push(page)
        if query is not None:
            page.open(Target(page.name, query=query))

    def show_detail(self, record: Record | None) -> None:
        if isinstance(self.detail, EmployeeDetail):
            self.detail.as_of = self.as_of.day
            self.detail.show_record(record)

    def new(self) -> None:
        self.lay_form(record_form(self.context, None, None))

    def edit(self, key: int) -> None:
        service = self.context.app.employees

        def show(record: EmployeeRecord) -> None:
            self.lay_form(record_form(self.context, key, record))

        self.context.operations.read(lambda: service.record(key), show, owner=self, slot="edit")

    def open_key(self, key: int) -> None:
        from ui.pages.person_page import PersonPage

        page = PersonPage(self.context, key, self.as_of.day)
        page.closed.connect(self.pop)
        page.edit_wanted.connect(self.edit)
        self.push(page)

    def remove(self, keys: Sequence[int]) -> None:
        count = show_number(len(keys))
        body = tr(
            "Riwayat pangkat, jabatan, pendidikan, dan kedudukan hukumnya ikut terhapus. "
            "Pegawai yang punya catatan pelatihan tidak dapat dihapus. Dapat diurungkan dengan Ctrl+Z."
        )
        if ask_destructive(
            self, tr("Hapus {count} pegawai?", count=count), body, tr("Hapus {count} pegawai", count=count)
        ):
            service = self.context.app.employees
            self.context.write(
                tr("Menghapus pegawai"),
                lambda _watch: service.delete(*keys),
                lambda _changes: tr("{count} pegawai dihapus", count=count),
            )

    def empty_state(self) -> EmptyState:
        brought = QAction(tr("Impor dari Excel"), self)
        brought.triggered.connect(lambda: self.context.go(Target("exchange", act="import")))
        added = QAction(tr("Catat satu pegawai"), self)
        added.triggered.connect(self.new)
        return EmptyState(
            "users",
            tr("Belum ada pegawai"),
            tr("Impor daftar dari SIASN atau SIMPEG, atau seret berkasnya ke jendela ini."),
            brought,
            added,
            keys=((tr("Ctrl+N"), tr("baru")), (tr("F1"), tr("bantuan halaman ini"))),
        )


def _undecided(lists: ListService) -> int:
    from smartpns_desktop.services.lists import ListQuery

    return lists.count("absences", ListQuery(where=(("decision", OPEN),)))
