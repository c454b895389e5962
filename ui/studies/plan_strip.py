"""The strip above the lines: which period and whose plan is shown, its state, and the acts that change it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog

from smartpns_desktop.domain.study_needs import USUAL_YEARS, Period, PlanState
from smartpns_desktop.words.figures import show_number
from ui.studies.agency_list import AgencyModel
from ui.studies.agency_rows import sealed_words, span
from ui.studies.plan_strip_view import PlanStripView
from ui.studies.states import badge_of, plan_acts
from ui.texts import tr
from ui.theme.icons import icon
from ui.widgets.buttons import set_kind

if TYPE_CHECKING:
    from smartpns_desktop.services.study_needs import AgencyPlan, PlanBoard

_EARLIEST, _LATEST = 2000, 2100


class PlanStrip(PlanStripView):
    """Shows a board and the plan of the chosen agency.

    `period_chosen` carries first and last year, `agency_chosen` an agency's key or `None`, `moved` the state that the
    shown plan shall have.
    """

    period_chosen = Signal(object)
    agency_chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, model: AgencyModel) -> None:
        super().__init__(model)
        self._model = model
        self._periods: Sequence[Period] = ()
        self._shown: Period | None = None
        self._next: PlanState | None = None
        self.period.activated.connect(self._on_period)
        self.agency.activated.connect(lambda place: self.agency_chosen.emit(model.key(place)))
        self.act.clicked.connect(lambda: self.moved.emit(self._next))

    def show_plan(self, board: PlanBoard, plan: AgencyPlan | None) -> None:
        """Show the plan of an agency, or how all stand where `plan` is `None`."""
        self._show_periods(board)
        self.agency.setCurrentIndex(self._model.row_of(plan.agency_id if plan else None))
        self.name.setText(plan.agency if plan else tr("Seluruh daerah"))
        self.state.setVisible(plan is not None)
        if plan is not None:
            self.state.set_state(*badge_of(plan.state))
        heads = sum(it.heads for it in (board.agencies if plan is None else (plan,)))
        people = tr("{count} orang", count=show_number(heads))
        self.note.setText(people if plan else f"{people} · {sealed_words(board)}")
        self._show_acts(plan)

    def show_name(self, *, in_box: bool) -> None:
        """The agency stands in a box where there is no pane to choose it from."""
        self.agency.setVisible(in_box)
        self.name.setVisible(not in_box)

    def _show_periods(self, board: PlanBoard) -> None:
        self._periods = sorted({*board.periods, board.period}, reverse=True)
        self._shown = board.period
        self.period.clear()
        self.period.addItems([span(it) for it in self._periods] + [tr("Periode baru…")])
        self.period.setCurrentIndex(self._periods.index(board.period))

    def _show_acts(self, plan: AgencyPlan | None) -> None:
        """The next step as the button, every other in the menu beside it."""
        acts = plan_acts(plan.state) if plan and plan.plan_id is not None else ()
        self.act.setVisible(bool(acts))
        self.more.setVisible(len(acts) > 1)
        self.menu.clear()
        for place, (state, text, sign) in enumerate(acts):
            if place:
                self.menu.addAction(icon(sign), text, lambda state=state: self.moved.emit(state))
            else:
                self._next = state
                self.act.setText(text)
                set_kind(self.act, "", sign)

    def _on_period(self, place: int) -> None:
        if place < len(self._periods):
            self.period_chosen.emit(self._periods[place])
            return
        self.period.setCurrentIndex(self._periods.index(self._shown) if self._shown else 0)
        title, ask = tr("Periode baru"), tr("Tahun pertama dari {count} tahun:", count=USUAL_YEARS)
        proposed = max(last for _, last in self._periods) + 1
        first, agreed = QInputDialog.getInt(self, title, ask, proposed, _EARLIEST, _LATEST)
        if agreed:
            self.period_chosen.emit((first, first + USUAL_YEARS - 1))
