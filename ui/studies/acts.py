"""What is done with plans and their lines: each act as one change set that the status bar tells of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from smartpns_desktop.domain.study_needs import NeedState, PlanState, may_move
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import enum_label
from ui.lists.columns import Record
from ui.texts import tr
from ui.widgets.dialogs import ask_destructive

if TYPE_CHECKING:
    from smartpns_desktop.services.study_needs import AgencyPlan
    from ui.context import Context
    from ui.lists.list_pane import ListPane


def may_decide(records: Sequence[Record], state: NeedState) -> list[int]:
    """Keys of those lines that may go to a state."""
    return [
        it["key"]
        for it in records
        if it["plan_status"] != PlanState.DISAHKAN and may_move(NeedState(it["status"]), state)
    ]


def offer(grid: QWidget, decide: Callable[[NeedState], None]) -> None:
    """What is decided about all chosen lines, as acts of the grid with keys of their own."""
    for text, key, state in (
        (tr("Verifikasi"), "Ctrl+Shift+V", NeedState.DIVERIFIKASI),
        (tr("Tolak"), "Ctrl+Shift+T", NeedState.DITOLAK),
    ):
        action = QAction(text, grid)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _on=False, state=state: decide(state))
        grid.addAction(action)


def decide_chosen(context: Context, lines: ListPane, state: NeedState) -> None:
    """Verify, refuse or reopen those chosen lines that may be."""

    def go(records: Sequence[Record]) -> None:
        keys = may_decide(records, state)
        if keys:
            decide(context, keys, state)

    lines.records_of(lines.selected_keys(), go, slot="decide")


def decide(context: Context, keys: Sequence[int], state: NeedState) -> None:
    """Verify, refuse or reopen lines."""
    service, word = context.app.study_needs, enum_label(state).lower()
    context.write(
        tr("Mencatat keputusan"),
        lambda _watch: service.decide(keys, state),
        lambda _changes: tr("{count} kebutuhan studi {state}", count=show_number(len(keys)), state=word),
    )


def move(context: Context, plan: AgencyPlan, state: PlanState) -> None:
    """Bring a plan to another state."""
    service, key, word = context.app.study_needs, plan.plan_id, enum_label(state).lower()
    if key is not None:
        context.write(
            tr("Mengubah status rencana"),
            lambda _watch: service.move_plan(key, state),
            lambda _changes: tr("Rencana {agency} {state}", agency=plan.short_name or plan.agency, state=word),
        )


def remove(context: Context, keys: Sequence[int], parent: QWidget) -> None:
    """Delete lines, after a question."""
    count, service = show_number(len(keys)), context.app.study_needs
    body = tr("Jumlah orang dan biayanya ikut terhapus. Dapat diurungkan dengan Ctrl+Z.")
    title, act = tr("Hapus {count} kebutuhan studi?", count=count), tr("Hapus {count} kebutuhan studi", count=count)
    if ask_destructive(parent, title, body, act):
        context.write(
            tr("Menghapus kebutuhan studi"),
            lambda _watch: service.delete_line(*keys),
            lambda _changes: tr("{count} kebutuhan studi dihapus", count=count),
        )
