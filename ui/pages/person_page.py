"""The page of one person, laid on top of the list: header, tabs, and what is done to the person as a whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu

from smartpns_desktop.domain.errors import CannotDo
from ui.lists.as_of import AsOf
from ui.pages.person_view import PersonView
from ui.people.desk import PersonDesk
from ui.people.header import PersonHeader
from ui.people.person import Person, read_person
from ui.people.person_copy import print_copy, save_copy
from ui.people.profile import profile_html
from ui.people.record_acts import ACTS, add
from ui.people.tab import PersonTab
from ui.people.tabs import TABS
from ui.people.timeline import ICONS, NAMES
from ui.texts import tr
from ui.theme.icons import icon
from ui.widgets.dialogs import ask_destructive

if TYPE_CHECKING:
    from smartpns_desktop.services.changes import Changes
    from ui.context import Context


class PersonPage(PersonDesk):
    """Shows a person and lays forms on top.

    It is a page within the page of employees, so that its forms come and go as forms of any page do.
    """

    name = "person"
    icon = "user"
    help_name = "person"

    def __init__(self, context: Context, key: int, as_of: date | None = None) -> None:
        super().__init__(context, key)
        self._leaving = False
        for kind in ACTS:
            self.adds[kind] = QAction(icon(ICONS[kind]), tr(NAMES[kind]), self)
            self.adds[kind].triggered.connect(lambda _on=False, kind=kind: add(self, kind))
        header = PersonHeader(self.add_menu(*ACTS), self._print_menu())
        self.view = PersonView(header, [(tab.title, tab.make(self)) for tab in TABS])
        self.as_of = AsOf(self)
        self.as_of.set_day(as_of)
        self.as_of.changed.connect(self.outdate)
        header.quiet.addWidget(self.as_of.button)
        self.view.below_header.addWidget(self.as_of.line)
        self.addWidget(self.view)
        self.setFocusProxy(self.view)
        context.changed.connect(self.on_changes)
        self._connect()
        self._make_keys()

    def _connect(self) -> None:
        header = self.view.header
        header.back.clicked.connect(self.closed)
        header.edit.clicked.connect(self.edit)
        header.remove.clicked.connect(self.remove)
        header.copy_nip.clicked.connect(self._copy_nip)

    def _make_keys(self) -> None:
        """F2 means the row where a list has the focus, the record elsewhere; Ctrl+Tab turns the tabs."""
        rows: tuple[tuple[str, Callable[[], None]], ...] = (
            ("F2", self._edit_current),
            ("Ctrl+Tab", partial(self.view.turn, 1)),
            ("Ctrl+Shift+Tab", partial(self.view.turn, -1)),
        )
        for key, act in rows:
            # Given together with the slot, the context would be ignored.
            pressed = QShortcut(QKeySequence(key), self.view, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            pressed.activated.connect(act)

    def title(self) -> str:
        return self.person.name if self.person else tr("Pegawai")

    def concerns(self, changes: Changes) -> bool:
        own = changes.employees or changes.trainings or changes.attachments
        return own or changes.positions or changes.agencies

    def reload(self) -> None:
        app, key, day = self.context.app, self.key, self.as_of.day
        year = day.year if day else self.context.year
        read = self.context.operations.read
        read(lambda: read_person(app, key, year, day), self._show, owner=self, slot="person", failed=self._gone)

    def _show(self, person: Person) -> None:
        self.person = person
        self.view.header.show_person(person)
        for tab in self.view.parts:
            tab.renew(person)

    def _gone(self, error: BaseException) -> None:
        """The person was taken away meanwhile: back to the list, with a line that says so."""
        if not (isinstance(error, CannotDo) and error.code == "record.missing"):
            self.context.refuse(error)
        elif not self._leaving:
            self._leave()
            self.context.told.emit(tr("Data pegawai itu sudah tidak ada"), None)

    def _leave(self) -> None:
        self._leaving = True
        self.closed.emit()

    # What the user does

    def _edit_current(self) -> None:
        tab = self.view.tabs.currentWidget()
        if not (isinstance(tab, PersonTab) and tab.edit_current()):
            self.edit()

    def new(self) -> None:
        """Ctrl+N: choose what to add."""
        self.view.header.add.showMenu()

    def pop(self) -> None:
        """Work goes on in the tab from which the form was opened."""
        super().pop()
        self.view.tabs.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Delete the person, after a question."""
        if self.person is None:
            return
        name = self.person.record.name
        body = tr(
            "Riwayat pangkat, jabatan, pendidikan, dan kedudukan hukumnya ikut terhapus. "
            "Pegawai yang punya catatan pelatihan tidak dapat dihapus. Dapat diurungkan dengan Ctrl+Z."
        )
        if not ask_destructive(self, tr("Hapus {name}?", name=name), body, tr("Hapus pegawai")):
            return
        service, key = self.context.app.employees, self.key
        self.context.write(
            tr("Menghapus pegawai"),
            lambda _watch: service.delete(key),
            lambda _changes: tr("{name} dihapus", name=name),
            lambda _changes: self._leave(),
        )

    def print(self) -> None:
        """The profile on paper or in a PDF."""
        if self.person is None:
            return
        from ui.printing.document_print import ask_and_print

        person, profile = self.person, self.context.app.office.profile()
        title = tr("Profil {name}", name=person.record.name)
        ask_and_print(self.context, title, lambda: profile_html(person, profile, person.on), self)

    def _print_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(icon("identification-card"), tr("Profil pegawai…"), self.print)
        menu.addAction(icon("printer"), tr("Salinan data pribadi…"), lambda: print_copy(self))
        menu.addAction(icon("floppy-disk"), tr("Simpan salinan data pribadi (Excel, JSON)…"), lambda: save_copy(self))
        return menu

    def _copy_nip(self) -> None:
        if self.person is not None:
            QGuiApplication.clipboard().setText(self.person.record.nip)
            self.context.told.emit(tr("NIP disalin"), None)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while a form lay on top."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the header folds."""
        super().resizeEvent(event)
        self.view.header.set_narrow(on=self.is_narrow())
        self.as_of.set_narrow(on=self.is_narrow())
