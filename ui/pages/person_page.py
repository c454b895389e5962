"""The page of one person, laid on top of the list: facts, line of time, trainings, what is missing, the journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent

from smartpns_desktop.domain.errors import CannotDo
from ui.pages.page import Page
from ui.pages.person_view import PersonView
from ui.pages.training_form import form_choices, training_form
from ui.people.doubts import Doubt, doubts
from ui.people.person import Person, read_person
from ui.people.profile import profile_html
from ui.people.records_tab import RecordsTab
from ui.people.state_forms import read_choices, state_form
from ui.people.timeline import NAMES, Kind, Thing
from ui.shell.undo_actions import take_back
from ui.texts import tr
from ui.widgets.dialogs import ask_destructive

if TYPE_CHECKING:
    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.trail import TrailEntry
    from smartpns_desktop.services.unmerging import UnmergeResult
    from smartpns_desktop.services.watch import Watch
    from ui.context import Context
    from ui.forms.form_page import FormPage


class PersonPage(Page):
    """Shows a person and lays forms on top; `closed` asks to go back to the list, `edit_wanted` for the record's form.

    It is a page within the page of employees, so that its forms come and go as forms of any page do.
    """

    name = "person"
    icon = "user"
    closed = Signal()
    edit_wanted = Signal(object)

    def __init__(self, context: Context, key: int) -> None:
        super().__init__(context)
        self.key = key
        self.person: Person | None = None
        self._leaving = False
        self.view = PersonView()
        self.addWidget(self.view)
        self.setFocusProxy(self.view)
        context.changed.connect(self.on_changes)
        self._connect()
        self._make_keys()

    def _connect(self) -> None:
        view, header = self.view, self.view.header
        header.back.clicked.connect(self.closed)
        header.edit.clicked.connect(self.edit)
        header.remove.clicked.connect(self.remove)
        header.print.clicked.connect(self.print)
        header.copy_nip.clicked.connect(self._copy_nip)
        for kind, action in view.adds.items():
            action.triggered.connect(lambda _on=False, kind=kind: self.add(kind))
        view.add_training.clicked.connect(lambda: self.add(Kind.TRAINING))
        view.identity.complete_wanted.connect(self.edit)
        for tab in (view.history, view.trainings):
            tab.edit_wanted.connect(self.change)
            tab.remove_wanted.connect(self.take_out)
        view.data.mend_wanted.connect(self.mend)
        view.trail.take_back_wanted.connect(self.take_back)

    def _make_keys(self) -> None:
        """F2 means the row where a list has the focus, the record elsewhere; Ctrl+Tab turns the tabs."""
        tabs = self.view.tabs
        rows: tuple[tuple[str, Callable[[], None]], ...] = (
            ("F2", self._edit_current),
            ("Ctrl+Tab", lambda: tabs.setCurrentIndex((tabs.currentIndex() + 1) % tabs.count())),
            ("Ctrl+Shift+Tab", lambda: tabs.setCurrentIndex((tabs.currentIndex() - 1) % tabs.count())),
        )
        for key, act in rows:
            # Given together with the slot, the context would be ignored.
            pressed = QShortcut(QKeySequence(key), self.view, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            pressed.activated.connect(act)

    def title(self) -> str:
        return self.person.name if self.person else tr("Pegawai")

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.trainings or changes.positions or changes.agencies

    def reload(self) -> None:
        app, key, year = self.context.app, self.key, self.context.year
        read = self.context.operations.read
        read(lambda: read_person(app, key, year), self._show, owner=self, slot="person", failed=self._gone)
        read(lambda: app.trail.of("employees", key), self.view.trail.show_entries, owner=self, slot="trail")

    def _show(self, person: Person) -> None:
        self.person, view = person, self.view
        found = doubts(person)
        view.header.show_person(person)
        view.identity.show_person(person)
        view.history.show_person(person)
        view.trainings.show_person(person)
        view.assessments.show_person(person)
        view.data.show_doubts(found)
        title = tr("Data ({count})", count=len(found)) if found else tr("Data")
        view.tabs.setTabText(view.tabs.indexOf(view.data), title)

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

    def edit(self) -> None:
        """The form of the record."""
        self.edit_wanted.emit(self.key)

    def _edit_current(self) -> None:
        tab = self.view.tabs.currentWidget()
        if isinstance(tab, RecordsTab) and tab.list.hasFocus():
            tab.edit.trigger()
        else:
            self.edit()

    def new(self) -> None:
        """Ctrl+N: choose what to add."""
        self.view.header.add.showMenu()

    def add(self, kind: Kind) -> None:
        """The form of a new row of a history, or of a new training."""
        if kind is Kind.TRAINING:
            self._open_training(None)
        else:
            self._open_state(kind, None)

    def change(self, thing: Thing) -> None:
        """The form of a row."""
        if thing.kind is Kind.TRAINING:
            self._open_training(thing.key)
        else:
            self._open_state(thing.kind, thing)

    def mend(self, doubt: Doubt) -> None:
        """Go where a doubt is mended."""
        if doubt.mend is None:
            self.edit()
        elif isinstance(doubt.mend, Thing):
            self.change(doubt.mend)
        else:
            self.add(doubt.mend)

    def _open_state(self, kind: Kind, thing: Thing | None) -> None:
        person, app = self.person, self.context.app
        state = person.state(thing) if person and thing else None
        if person is None or (thing is not None and state is None):
            return

        def show(choices: object) -> None:
            self._lay_on_top(state_form(self.context, person, kind, state, choices))  # type: ignore[arg-type]

        self.context.operations.read(lambda: read_choices(app, person.record.kind), show, owner=self, slot="form")

    def _open_training(self, key: int | None) -> None:
        context = self.context
        service = context.app.trainings

        def show(read: tuple[object, object]) -> None:
            self._lay_on_top(training_form(context, *read, employee=self.key))  # type: ignore[arg-type]

        context.operations.read(
            lambda: (form_choices(context), None if key is None else service.record(key)), show, owner=self, slot="form"
        )

    def _lay_on_top(self, form: FormPage) -> None:
        form.closed.connect(self.pop)
        form.saved.connect(lambda _result: self.pop())
        self.push(form)

    def pop(self) -> None:
        """Work goes on in the tab from which the form was opened."""
        super().pop()
        self.view.tabs.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def take_out(self, thing: Thing) -> None:
        """Delete a row of a history or a training, after a question."""
        kind = tr(NAMES[thing.kind]).lower()
        tab = self.view.tabs.currentWidget()
        line = tab.list.current_line() if isinstance(tab, RecordsTab) else None
        title = tr("Hapus {kind} “{title}”?", kind=kind, title=line.title if line else "")
        body = tr("Baris riwayat itu hilang dari data pegawai ini. Dapat diurungkan dengan Ctrl+Z.")
        if not ask_destructive(self, title, body, tr("Hapus {kind}", kind=kind)):
            return
        app = self.context.app

        def work(_watch: Watch) -> Changes:
            if thing.kind is Kind.TRAINING:
                return app.trainings.delete(thing.key)
            from smartpns_desktop.services.employee_states import History

            return app.employees.remove_state(History(thing.kind.value), thing.key)

        self.context.write(tr("Menghapus"), work, lambda _changes: tr("{kind} dihapus", kind=kind.capitalize()))

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
        take_back(self.context, entry.change_set, entry.reason)

    def _part(self, entry: TrailEntry) -> None:
        """Make two records again of what was merged, after a question."""
        title = tr("Pisahkan kembali “{reason}”?", reason=entry.reason)
        body = tr(
            "Data yang dahulu digabungkan kembali beserta riwayat dan pelatihannya. Yang disunting atau dicatat "
            "sesudah penggabungan tetap seperti sekarang."
        )
        if not ask_destructive(self, title, body, tr("Pisahkan kembali")):
            return
        service = self.context.app.unmerging
        self.context.write(tr("Memisahkan"), lambda _watch: service.unmerge(entry.change_set), _parted, undoable=False)

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
        office = " ".join(filter(None, (profile.office, profile.place)))
        title = tr("Profil {name}", name=person.record.name)
        ask_and_print(self.context, title, lambda: profile_html(person, office, date.today()), self)

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


def _parted(result: UnmergeResult) -> str:
    if not result.stayed:
        return tr("{name} dipisahkan kembali", name=result.returned)
    return tr(
        "{name} dipisahkan kembali; {count} data tetap seperti sekarang", name=result.returned, count=len(result.stayed)
    )
