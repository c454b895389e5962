"""The list of what every agency was asked for and how far it answered, laid on top of the board."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction

from smartpns_desktop.words.labels import kind_label
from ui.agencies.compliance_table import submissions_list
from ui.agencies.submission_forms import call_form, state_form
from ui.pages.laid_list_page import LaidListPage
from ui.texts import tr
from ui.widgets.buttons import button
from ui.widgets.dialogs import ask_destructive
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from smartpns_desktop.services.changes import Changes
    from ui.context import Context

_LIST, _CALLS = "agency-submissions", "submission-calls"


class SubmissionsPage(LaidListPage):
    """Enter or F2 states an answer; the call behind the row is changed or taken away with the buttons."""

    name = "agency-submissions"
    icon = "tray"
    help_name = "agency-compliance"

    def __init__(self, context: Context) -> None:
        super().__init__(context, submissions_list)
        self.change_call = button(tr("Ubah permintaan"), icon="calendar-check", kind="ghost")
        self.change_call.clicked.connect(self._change_call)
        self.header.add_quiet(self.change_call)
        self.new_button.setText(tr("Minta data"))
        self.new_button.show()

    def title(self) -> str:
        return tr("Pengajuan")

    def concerns(self, changes: Changes) -> bool:
        return changes.agencies or changes.study_needs or changes.employees or changes.trainings or changes.positions

    def new(self) -> None:
        self.lay_form(call_form(self.context, None, None))

    def reveal(self, key: int) -> None:
        """What was added is a call, and no row by itself."""

    def open_key(self, key: int) -> None:
        """Enter states an answer, as F2 does."""
        self.edit(key)

    def edit(self, key: int) -> None:
        lists = self.context.app.lists

        def show(rows: Sequence[Mapping[str, Any]]) -> None:
            if rows:
                self.lay_form(state_form(self.context, rows[0]))

        self.context.operations.read(lambda: lists.by_keys(_LIST, [key]), show, owner=self, slot="edit")

    def _change_call(self) -> None:
        self._with_call(self._lay_call)

    def remove(self, _keys: Sequence[int]) -> None:
        """The call behind the row with the cursor, with all its answers."""
        self._with_call(self._remove_call)

    def _with_call(self, then: Any) -> None:
        """Read the call behind the row with the cursor."""
        key, lists = self.list.current_key(), self.context.app.lists
        if key is None:
            return

        def read() -> Mapping[str, Any] | None:
            rows = lists.by_keys(_LIST, [key])
            calls = lists.by_keys(_CALLS, [rows[0]["call_id"]]) if rows else []
            return next(iter(calls), None)

        def told(call: Mapping[str, Any] | None) -> None:
            if call is not None:
                then(call)

        self.context.operations.read(read, told, owner=self, slot="call")

    def _lay_call(self, call: Mapping[str, Any]) -> None:
        self.lay_form(call_form(self.context, call["key"], call))

    def _remove_call(self, call: Mapping[str, Any]) -> None:
        facts = {"kind": kind_label(call["kind"]), "period": call["period"]}
        body = tr("Permintaan itu hilang untuk semua perangkat daerah. Dapat diurungkan dengan Ctrl+Z.")
        if ask_destructive(self, tr("Hapus permintaan {kind} {period}?", **facts), body, tr("Hapus permintaan")):
            service = self.context.app.agency_submissions
            self.context.write(
                tr("Menghapus permintaan"),
                lambda _watch: service.remove_call(call["key"]),
                lambda _changes: tr("Permintaan {kind} {period} dihapus", **facts),
            )

    def empty_state(self) -> EmptyState:
        ask = QAction(tr("Minta data"), self)
        ask.triggered.connect(self.new)
        advice = tr("Tentukan data yang diminta, periodenya, dan batas waktunya; semua perangkat daerah masuk daftar.")
        return EmptyState("tray", tr("Belum ada data yang diminta"), advice, ask)
