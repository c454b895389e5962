"""The agencies beside the lines as data: what each row says about its plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.study_needs import Period, PlanState
from smartpns_desktop.words.errors import say
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import enum_label
from ui.lists.columns import State
from ui.studies.states import mark
from ui.texts import tr

if TYPE_CHECKING:
    from smartpns_desktop.services.study_needs import AgencyPlan, PlanBoard


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency, or all of them (`key` is `None`): short and full name, lines of the plan, its state."""

    key: int | None
    name: str
    whole_name: str
    lines: int
    state: State

    @property
    def spoken(self) -> str:
        """The row in one sentence, as its hint and for screen readers."""
        facts = {"name": self.whole_name, "state": self.state.word, "count": show_number(self.lines)}
        return tr("{name}: {state}, {count} baris", **facts)


def agency_rows(board: PlanBoard) -> tuple[AgencyRow, ...]:
    """The whole city first, then every agency."""
    lines = sum(it.lines for it in board.agencies)
    whole = tr("Semua perangkat")
    first = AgencyRow(None, whole, whole, lines, State(sealed_words(board), "text2", "buildings"))
    return (
        first,
        *(AgencyRow(it.agency_id, it.short_name or it.agency, it.agency, it.lines, mark(it.state))
          for it in board.agencies),
    )  # fmt: skip


def span(period: Period) -> str:
    """A period as it is written."""
    return "{}–{}".format(*period)


def why_sealed(plan: AgencyPlan | None) -> str:
    """Why nothing may be added to a plan; nothing where it may, and for the whole city."""
    if plan is None or plan.state is not PlanState.DISAHKAN:
        return ""
    return say(CannotDo("plan.sealed", agency=plan.agency))


def sealed_words(board: PlanBoard) -> str:
    """How many of the agencies have a sealed plan."""
    sealed = sum(it.state is PlanState.DISAHKAN for it in board.agencies)
    word = enum_label(PlanState.DISAHKAN).lower()
    return tr("{sealed} dari {all} {word}", sealed=sealed, all=len(board.agencies), word=word)
