"""The panel beside the lines of plans: what it says about the line under the cursor, and what may be decided."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.study_needs import AMOUNTS, NeedState, PlanState
from smartpns_desktop.words.errors import say
from smartpns_desktop.words.figures import show_number, show_rupiah
from smartpns_desktop.words.labels import field_label, show_value
from ui.lists.columns import Record
from ui.pages.study_need_detail_view import StudyNeedDetailView
from ui.pages.study_needs_table import study_of
from ui.studies.states import badge_of, need_acts
from ui.texts import tr

WIDEST = 16_777_215
"""Qt's own limit: a panel that is a page of its own takes all the room there is."""


class StudyNeedDetail(StudyNeedDetailView):
    """Shows a record of the list.

    `edited` carries the line's key, `decided` key and the state that the line shall have; `closed` is there where
    the panel is a page of its own.
    """

    edited = Signal(object)
    decided = Signal(object, object)
    closed = Signal()

    def __init__(self, *, alone: bool = False) -> None:
        super().__init__()
        self._record: Record | None = None
        self.back.setVisible(alone)
        if alone:
            self.setMinimumWidth(0)
            self.setMaximumWidth(WIDEST)
            self.setFocusProxy(self.edit)
        self.back.clicked.connect(self.closed)
        self.edit.clicked.connect(self._edit)
        for state, act in self.acts.items():
            act.clicked.connect(lambda _on=False, state=state: self._decide(state))
        self.show_record(None)

    def show_record(self, record: Record | None) -> None:
        """Show a line; an empty panel where there is none."""
        self._record = record
        self.title.setText(study_of(record) if record else "")
        self.subtitle.setText(record["agency"] if record else "")
        self.state.setVisible(record is not None)
        self.edit.setVisible(record is not None)
        if record is not None:
            self.state.set_state(*badge_of(NeedState(record["status"])))
        self.show_facts(facts_of(record) if record else ())
        self._show_acts(record)

    def _show_acts(self, record: Record | None) -> None:
        offered = dict(need_acts(NeedState(record["status"]))) if record else {}
        why = why_fixed(record)
        if any(act.hasFocus() and state not in offered for state, act in self.acts.items()):
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        for state, act in self.acts.items():
            act.setText(offered.get(state, ""))
            act.setVisible(state in offered)
        for act in (self.edit, *self.acts.values()):
            act.setEnabled(not why)
            act.setToolTip(why)

    def _edit(self) -> None:
        if self._record is not None:
            self.edited.emit(self._record["key"])

    def _decide(self, state: NeedState) -> None:
        if self._record is not None:
            self.decided.emit(self._record["key"], state)


def why_fixed(record: Record | None) -> str:
    """Why a line cannot be changed; nothing where it can."""
    if record is None or record["plan_status"] != PlanState.DISAHKAN:
        return ""
    return say(CannotDo("plan.sealed", agency=record["agency_short"]))


def facts_of(record: Record) -> tuple[tuple[str, str], ...]:
    """What the panel tells, in its order; each year and each source of money on a line of its own."""
    heads = sum(record["heads"].values())
    return (
        (tr("Jabatan"), record["post"] or ""),
        (tr("Rumpun ilmu"), record["field"] or ""),
        *((year, tr("{count} orang", count=show_number(count))) for year, count in record["heads"].items() if count),
        (tr("Jumlah"), tr("{count} orang", count=show_number(heads))),
        (tr("Sumber biaya"), show_value("study-needs", "funding", record["funding"])),
        *_money(record),
        (tr("Dasar"), record["basis"] or ""),
        (tr("Keterangan"), record["note"] or ""),
    )


def _money(record: Record) -> Iterator[tuple[str, str]]:
    told = [(name, record[name]) for name in AMOUNTS if record[name]]
    for name, amount in told:
        yield _short(name), show_rupiah(amount)
    if len(told) > 1:
        yield tr("Jumlah biaya"), show_rupiah(sum(amount for _, amount in told))


def _short(name: str) -> str:
    """The label of an amount, short enough to stand beside it."""
    return tr("Biaya sponsor") if name == "amount_sponsor" else field_label("study-needs", name)
