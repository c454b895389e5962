"""The page of study needs: agencies with their plans, the lines with years across, the line beside them, the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.study_needs import USUAL_YEARS, NeedState, Period, PlanState, period_of
from ui.context import Target
from ui.lists.columns import ListKind, Record
from ui.pages.list_page import ListPage
from ui.pages.study_need_detail import StudyNeedDetail, why_fixed
from ui.pages.study_need_form import open_form, open_new_form
from ui.pages.study_needs_empty import name_place, no_needs
from ui.pages.study_needs_table import AGENCY, study_needs_list
from ui.pages.study_needs_view import StudyNeedsView, order_tabs
from ui.studies import acts
from ui.studies.agency_rows import agency_rows, span, why_sealed
from ui.studies.room import room
from ui.texts import tr
from ui.widgets.buttons import set_kind
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.lists import ListQuery
    from smartpns_desktop.services.study_needs import AgencyPlan, NeedLine, PlanBoard, PlanRecord
    from ui.context import Context


class StudyNeedsPage(ListPage):
    """The lines of one period, of the whole city or of one agency; the year of work chooses the period."""

    name = "study-needs"
    icon = "list-numbers"

    period: Period | None = None

    def __init__(self, context: Context) -> None:
        super().__init__(context, self._kind_in)
        self._board: PlanBoard | None = None
        self._wanted: Period | None = None
        self._agency: int | None = None
        self._named = ""
        self._sought: int | None = None
        self._filtering, self._any = False, True
        self._opened: StudyNeedDetail | None = None
        self.view = StudyNeedsView(self.column, self.body)
        order_tabs(self.print_button, self.view, self.list)
        self.detail = self._make_detail()
        self.body.addWidget(self.detail)
        self.view.agencies.chosen.connect(self.choose_agency)
        self.view.strip.agency_chosen.connect(self.choose_agency)
        self.view.strip.period_chosen.connect(self.choose_period)
        self.view.strip.moved.connect(self.move_plan)
        acts.offer(self.list.grid, self.decide_chosen)

    def _make_detail(self, *, alone: bool = False) -> StudyNeedDetail:
        detail = StudyNeedDetail(alone=alone)
        detail.edited.connect(self.edit)
        detail.decided.connect(lambda key, state: acts.decide(self.context, (key,), state))
        detail.closed.connect(self.pop)
        return detail

    def title(self) -> str:
        return tr("Kebutuhan Studi")

    def concerns(self, changes: Changes) -> bool:
        return changes.study_needs or changes.agencies or changes.positions

    def _kind_in(self, year: int) -> ListKind:
        return study_needs_list(self.period or (year, year + USUAL_YEARS - 1))

    # What is shown

    def on_year(self) -> None:
        self._wanted = None

    def reload(self) -> None:
        service, year, wanted, day = self.context.app.study_needs, self.list.year, self._wanted, self.as_of.day
        self.context.operations.read(
            lambda: service.board(year, wanted, day), self._show_board, owner=self, slot="board"
        )

    def _show_board(self, board: PlanBoard) -> None:
        self._board = board
        if board.period != self.period:
            self.period = board.period
            self.kind = study_needs_list(board.period)
            self.list.rename(self.kind)
        if self._named:
            self._resolve_agency(board)
        if self._agency not in {it.agency_id for it in board.agencies}:
            self._agency = None
        self.view.model.show_rows(agency_rows(board))
        self._show_place()

    def _resolve_agency(self, board: PlanBoard) -> None:
        """An agency that another place of the program named; one that has no row here is a filter like any other."""
        found = next((it for it in board.agencies if self._named in (it.agency, it.short_name)), None)
        if found is not None:
            self._agency = found.agency_id
        else:
            facets = self.list.facets
            facets.set_state(facets.search_text(), (*facets.where(), ("agency", self._named)))
        self._named = ""

    def choose_agency(self, key: int | None) -> None:
        """Show the lines of an agency, or of all of them."""
        if key != self._agency:
            self._agency = key
            self._show_place()

    def choose_period(self, period: Period) -> None:
        """Show the plans of other years, whatever the year of work, until that is changed."""
        self._wanted = period
        self.reload()

    def plan(self) -> AgencyPlan | None:
        """The chosen agency's plan; `None` for the whole city."""
        rows = self._board.agencies if self._board else ()
        return next((it for it in rows if it.agency_id == self._agency), None)

    def _show_place(self) -> None:
        """The chosen agency everywhere: its row, its plan, its lines."""
        if self._board is None:
            return
        agency = () if self._agency is None else (("agency_id", str(self._agency)),)
        self.list.scope = (("period", "{}-{}".format(*self._board.period)), *agency)
        column = next(place for place, it in enumerate(self.kind.columns) if it.field == AGENCY)
        self.list.grid.setColumnHidden(column, self._agency is not None)
        self.view.agencies.choose(self._agency)
        self.view.strip.show_plan(self._board, self.plan())
        self._show_seal(self._board)
        self.list.reload(None if self._sought is None else {self._sought})
        self._sought = None

    def _show_seal(self, board: PlanBoard) -> None:
        plan = self.plan()
        why = why_sealed(plan)
        self.view.seal.setVisible(bool(why))
        name = (plan.short_name or plan.agency) if plan else ""
        fact = tr("Rencana {agency} {period} sudah disahkan.", agency=name, period=span(board.period))
        self.view.seal.banner.set_text("ok", fact, tr("Barisnya tidak dapat diubah."))
        self.new_button.setEnabled(not why)
        self.new_button.setToolTip(why or tr("Kebutuhan studi baru (Ctrl+N)"))
        name_place(self.empty, plan, board.period)

    def show_detail(self, record: Record | None) -> None:
        if record is None and self.list.current_key() is not None:
            return  # it is being read; what stood there stays until then, and with it the keyboard
        for panel in (self.detail, self._opened):
            if isinstance(panel, StudyNeedDetail) and isValid(panel):
                panel.show_record(record)

    def _on_counted(self, count: int, whole: int) -> None:
        """While there is nothing, the button in the middle is the primary one."""
        super()._on_counted(count, whole)
        set_kind(self.new_button, "primary" if whole else "", "plus")
        self._any = bool(whole)
        self._arrange()

    # Where one comes from elsewhere

    def open(self, target: Target) -> None:
        if not self.to_main():
            return
        if target.query is not None:
            self._open_query(target.query)
        if target.act == "new":
            self.new()
        elif target.key is not None:
            (self.edit if target.act == "edit" else self.reveal)(target.key)

    def _open_query(self, query: ListQuery) -> None:
        """Period and agency choose the place, the other conditions filter its lines."""
        from smartpns_desktop.services.lists import ListQuery

        told = dict(query.where)
        self.as_of.set_day(query.as_of)
        self.list.as_of = self.as_of.day
        self._wanted = period_of(told.get("period", "")) or self._wanted
        self._named, self._agency = told.get("agency", ""), None
        rest = tuple(pair for pair in query.where if pair[0] not in ("period", "agency"))
        self.list.set_query(ListQuery(search=query.search, where=rest, sort=query.sort))
        self._on_narrowed()
        self._filter(on=bool(rest or query.search))
        self.reload()

    def reveal(self, key: int) -> None:
        """Bring the cursor to a line, wherever it stands."""

        def show(found: tuple[PlanRecord, NeedLine]) -> None:
            plan = found[0]
            self._wanted, self._agency, self._sought = (plan.first_year, plan.last_year), plan.agency_id, key
            self.list.facets.set_state("", ())
            self._on_narrowed()
            self.reload()

        service = self.context.app.study_needs
        self.context.operations.read(lambda: service.need(key), show, owner=self, slot="reveal",
                                     failed=self.context.refuse)  # fmt: skip

    # What is done

    def new(self) -> None:
        if not why_sealed(self.plan()) and self.period is not None:
            open_new_form(self.context, self, self.period, self._agency, self.lay_form)

    def edit(self, key: int) -> None:
        open_form(self.context, self, key, self.lay_form)

    def open_key(self, key: int) -> None:
        if not self.is_narrow():
            self.edit(key)
            return
        self._opened = self._make_detail(alone=True)
        self._opened.show_record(self.list.current_record())
        self.push(self._opened)

    def remove(self, keys: Sequence[int]) -> None:
        if not self._refuse_sealed():
            acts.remove(self.context, keys, self)

    def decide_chosen(self, state: NeedState) -> None:
        """Decide about the chosen lines, of those alone that may go there."""
        if not self._refuse_sealed():
            acts.decide_chosen(self.context, self.list, state)

    def _refuse_sealed(self) -> bool:
        """Say so where the line with the cursor can no longer be changed."""
        record = self.list.current_record()
        if record is None or not why_fixed(record):
            return False
        self.context.refuse(CannotDo("plan.sealed", agency=record["agency"]))
        return True

    def move_plan(self, state: PlanState) -> None:
        """Bring the chosen plan to another state."""
        plan = self.plan()
        if plan is not None:
            acts.move(self.context, plan, state)

    # Room

    def panes(self) -> Sequence[QWidget]:
        if self.count() > 1:
            return super().panes()
        return (self.view.strip, self.view.agencies, *super().panes())

    def search(self) -> None:
        self._filter(on=True)
        super().search()

    def _toggle_facets(self) -> None:
        self._filter(on=not self._filtering)

    def _filter(self, *, on: bool) -> None:
        self._filtering = on
        self._arrange()

    def _arrange(self) -> None:
        agencies, detail = room(self.window().width(), filtering=self._filtering)
        self.view.agencies.setVisible(agencies)
        self.view.strip.show_name(in_box=not agencies)
        self.list.facets.setVisible(self._filtering)
        self.filter_button.setVisible(True)
        self.new_button.setText(tr("Baris baru") if detail else tr("Baru"))
        if self.detail is not None:
            self.detail.setVisible(detail and self._any)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the panes give way (LOOK.md, 3.10)."""
        super().resizeEvent(event)
        self._arrange()

    def empty_state(self) -> EmptyState:
        self.empty = no_needs(
            self, lambda: self.context.go(Target("exchange", act="import")), self.new, self.save_template
        )
        return self.empty
