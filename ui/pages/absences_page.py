"""The page of people whom a complete list lacks, laid on top of the employees: what became of them is decided here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from smartpns_desktop.domain.absences import STANDINGS, Decision
from smartpns_desktop.words.absences import DECISIONS
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import field_label
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage
from ui.pages.absences_table import absences_list
from ui.pages.laid_list_page import LaidListPage
from ui.texts import tr
from ui.widgets.buttons import menu_button
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartpns_desktop.services.changes import Changes
    from ui.context import Context


class AbsencesPage(LaidListPage):
    """Decided one by one or in bulk, never deleted; each decision can be undone."""

    name = "absences"
    icon = "users"
    help_name = "absences"

    def __init__(self, context: Context) -> None:
        super().__init__(context, absences_list)
        menu = self._menu()
        self.decide_button = menu_button(tr("Putuskan"), "check", menu, kind="primary")
        self.list.grid.addActions(menu.actions())
        self.decide_button.setToolTip(tr("Putuskan untuk pegawai yang dipilih"))
        self.header.add_button(self.decide_button)
        self.list.current_changed.connect(lambda record: self.decide_button.setEnabled(record is not None))
        self.decide_button.setEnabled(False)

    def title(self) -> str:
        return tr("Tidak ada dalam daftar")

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.agencies

    def empty_state(self) -> EmptyState:
        back = QAction(tr("Kembali ke daftar pegawai"), self)
        back.triggered.connect(self.closed)
        advice = tr(
            "Impor daftar pegawai dengan tanda “daftar lengkap”: yang tercatat bertugas tetapi tidak tercantum di "
            "dalamnya muncul di sini untuk diputuskan."
        )
        return EmptyState("check-circle", tr("Tidak ada yang perlu diputuskan"), advice, secondary=back)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for decision, words in DECISIONS.items():
            action = QAction(tr("{decision}…", decision=words) if decision in STANDINGS else words, menu)
            action.triggered.connect(lambda _on=False, decision=decision: self.decide(decision))
            menu.addAction(action)
        return menu

    def decide(self, decision: Decision) -> None:
        """Decide about the chosen people, or the one with the cursor; what ends the service asks from when."""
        current = self.list.current_key()
        keys = self.list.selected_keys() or ([] if current is None else [current])
        if not keys:
            return
        if decision in STANDINGS:
            self.lay_form(decision_form(self.context, keys, decision))
            return
        service = self.context.app.absences
        self.context.write(
            tr("Menyimpan keputusan"),
            lambda _watch: service.decide(keys, decision, None),
            lambda _changes: _told(decision, keys),
        )


def _told(decision: Decision, keys: Sequence[int]) -> str:
    return tr("{count} pegawai: {decision}", count=show_number(len(keys)), decision=DECISIONS[decision].lower())


def decision_form(context: Context, keys: Sequence[int], decision: Decision) -> FormPage:
    """Asks from when a decision holds, and for its decree."""
    service = context.app.absences
    fields = (
        Field("effective_date", field_label("absences", "effective_date"), FieldKind.DATE, required=True,
              refusals=("absence.no_date", "state.before_birth")),
        Field("decree_number", field_label("absences", "decree_number")),
        Field("decree_date", field_label("absences", "decree_date"), FieldKind.DATE),
        Field("note", field_label("absences", "note"), FieldKind.TEXT),
    )  # fmt: skip
    form = Form(context, fields)
    form.begin()

    def save(_watch: object, values: Mapping[str, object]) -> Changes:
        day = values.get("effective_date")
        told = {name: value for name, value in values.items() if name != "effective_date"}
        return service.decide(keys, decision, day if isinstance(day, date) else None, told)

    title = tr("{decision}: {count} pegawai", decision=DECISIONS[decision], count=show_number(len(keys)))
    return FormPage(context, title, form, save, lambda _changes: _told(decision, keys))
