"""The page of employees: the list, the person beside it, and the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from smartpns_desktop.words.labels import show_number
from ui.context import Target
from ui.pages.employee_detail import EmployeeDetail
from ui.pages.employee_forms import record_form
from ui.pages.employees_table import employees_list
from ui.pages.list_page import ListPage
from ui.texts import tr
from ui.widgets.buttons import button
from ui.widgets.dialogs import ask_destructive
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.employees import EmployeeRecord
    from ui.context import Context
    from ui.lists.columns import Record


class EmployeesPage(ListPage):
    """List, detail, person page and form of employees."""

    name = "employees"
    icon = "users"

    def __init__(self, context: Context) -> None:
        super().__init__(context, employees_list)
        self.detail = EmployeeDetail(context)
        self.detail.opened.connect(self.open_key)
        self.detail.edited.connect(self.edit)
        self.body.addWidget(self.detail)
        self.duplicates = button("", icon="users", kind="ghost")
        self.duplicates.setToolTip(tr("Pegawai yang mungkin tercatat dua kali"))
        self.duplicates.clicked.connect(self.show_duplicates)
        self.duplicates.hide()
        self.header.add_quiet(self.duplicates)

    def title(self) -> str:
        return tr("Pegawai")

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.agencies or changes.positions or changes.trainings

    def reload(self) -> None:
        super().reload()
        service = self.context.app.duplicates
        self.context.operations.read(lambda: len(service.pairs()), self._count_pairs, owner=self, slot="duplicates")

    def _count_pairs(self, count: int) -> None:
        self.duplicates.setText(tr("Data ganda ({count})", count=show_number(count)))
        self.duplicates.setVisible(count > 0)

    def open(self, target: Target) -> None:
        if target.act != "duplicates":
            super().open(target)
        elif self.to_main():
            self.show_duplicates()

    def show_duplicates(self) -> None:
        """Lay the page of people who were recorded twice on top."""
        from ui.pages.duplicates_page import DuplicatesPage

        page = DuplicatesPage(self.context)
        page.closed.connect(self.pop)
        self.push(page)

    def show_detail(self, record: Record | None) -> None:
        if isinstance(self.detail, EmployeeDetail):
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

        page = PersonPage(self.context, key)
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
