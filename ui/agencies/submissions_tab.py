"""The tab with everything that an agency was asked to submit, and how far it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from smartpns_desktop.words.figures import show_date
from smartpns_desktop.words.labels import kind_label
from ui.agencies.submission_forms import state_form
from ui.agencies.submission_states import state_of, timing_of
from ui.agencies.tab import AgencyTab
from ui.context import Target
from ui.texts import tr
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.line import Line
from ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from ui.agencies.dossier import Shown
    from ui.context import Context


class SubmissionsTab(AgencyTab):
    """The newest deadline first; Enter states how far an answer is."""

    def __init__(self, context: Context) -> None:
        self.board = button(tr("Kepatuhan semua perangkat daerah"), icon="checks")
        empty = EmptyState("tray", tr("Belum ada data yang diminta"),
                           tr("Permintaan data untuk semua perangkat daerah dibuat di halaman Kepatuhan."))  # fmt: skip
        lines = LineList(tr("Pengajuan"), state=tr("Masuk terlambat"), right=tr("Diajukan"))
        super().__init__(context, lines, empty, self.board)
        self.board.clicked.connect(lambda: context.go(Target("agencies", act="compliance")))

    def told(self, shown: Shown) -> Sequence[Line]:
        return tuple(map(_line, shown.dossier.submissions))

    def open(self, thing: object) -> None:
        row = next((it for it in self.shown.dossier.submissions if it["key"] == thing), None) if self.shown else None
        if row is not None:
            self.form_wanted.emit(state_form(self.context, row))


def _line(row: Mapping[str, Any]) -> Line:
    came = tr("masuk {day}", day=show_date(row["submitted_on"])) if row["submitted_on"] else ""
    limit = tr("batas {day}", day=show_date(row["deadline"]))
    note = " · ".join(filter(None, (row["period"], limit, came, row["note"])))
    return Line(kind_label(row["kind"]), note, icon="tray", state=timing_of(row),
                right=state_of(row).word, thing=row["key"])  # fmt: skip
