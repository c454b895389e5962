"""The panel about an agency or unit: what it says of the node with the cursor, and where its links lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.words.figures import show_number
from smartpns_desktop.words.labels import AGENCY_KINDS, enum_label
from ui.context import Target
from ui.pages.agency_detail_view import AgencyDetailView
from ui.pages.agency_gaps import AgencyGaps
from ui.pages.agency_model import closed_state
from ui.pages.agency_tree import Lineage, People, people_of
from ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from smartpns_desktop.app import App
    from smartpns_desktop.services.agencies import AgencyNode
    from smartpns_desktop.services.study_needs import PlanRecord
    from smartpns_desktop.services.year_figures import AgencyFigures
    from ui.context import Context


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of agencies besides the tree: JP of those at the top by key, and plans by the agency's key."""

    year: int = 0
    minimum: float | None = None
    jp: Mapping[int, AgencyFigures] = field(default_factory=dict)
    plans: Mapping[int, Sequence[PlanRecord]] = field(default_factory=dict)


def read_figures(app: App, year: int) -> Figures:
    """JP of the agencies at the top, and all plans; read in the background."""
    figures = app.dashboard.figures(year)
    plans: defaultdict[int, list[PlanRecord]] = defaultdict(list)
    for plan in app.study_needs.plans():
        plans[plan.agency_id].append(plan)
    jp = {it.key: it for it in figures.agencies if it.key is not None}
    return Figures(year, figures.minimum, jp, plans)


class AgencyDetail(AgencyDetailView):
    """Shows a node; `edited` asks for its form."""

    edited = Signal()

    def __init__(self, context: Context, menu: QMenu) -> None:
        super().__init__(menu)
        self._context = context
        self._people = People((), 0)
        self.as_of: date | None = None
        self._plan: PlanRecord | None = None
        self.gaps = AgencyGaps(context)
        self.body.insertWidget(self.body.indexOf(self.people_link) + 1, self.gaps)
        self.edit.clicked.connect(self.edited)
        self.people_link.clicked.connect(self._list_people)
        self.composition_link.clicked.connect(self._show_composition)
        self.plan_link.clicked.connect(self._open_plan)

    def show_node(self, node: AgencyNode | None, line: Lineage, figures: Figures) -> None:
        """Show a node of a tree; an empty panel where there is none."""
        self.setEnabled(node is not None)
        self.title.setText(node.name if node else tr("Belum ada yang dipilih"))
        for part in (self.state, self.people_link, self.composition_link, self.jp_part, self.plan_part):
            part.setVisible(node is not None)
        for text in (self.subtitle, self.people):
            text.setText("")
        self.show_facts(_facts(node) if node else ())
        self.gaps.show_node(node, self.as_of)
        if node is not None:
            self._show(node, line, figures)

    def _show(self, node: AgencyNode, line: Lineage, figures: Figures) -> None:
        top = line.top(node.key)
        above = " › ".join(it.name for it in line.above[node.key])
        kind = AGENCY_KINDS.get(node.kind, "")
        self.subtitle.setText(tr("{kind} di bawah {above}", kind=kind, above=above) if above else kind)
        self.state.setVisible(node.closed_on is not None)
        self.state.set_state(closed_state(node.closed_on).word, "neutral", "lock")
        self._people = people_of(node, top)
        self.people.setText(show_number(node.people_in_all))
        self.people_link.setVisible(self._people.count > 0)
        self.composition_link.setVisible(self._people.count > 0)
        self.people_link.setText(tr("Lihat {count} pegawai", count=show_number(self._people.count)))
        self._show_jp(figures, figures.jp.get(node.key))
        plans = figures.plans.get(node.key, ())
        self.plan_part.setVisible(bool(plans) or node.kind == "agency")
        self._show_plan(plans)

    def _show_jp(self, figures: Figures, found: AgencyFigures | None) -> None:
        self.jp_part.setVisible(found is not None)
        if found is None:
            return
        mean, goal = round(found.jp.mean, 1), figures.minimum or 0.0
        self.year.setText(tr("Rata-rata JP {year}", year=figures.year))
        of = tr("{jp} dari {goal}", jp=show_number(mean), goal=show_number(goal))
        self.jp.setText(of if goal else show_number(mean))
        self.meter.set_value(mean, goal)
        self.meter.setVisible(goal > 0)
        short = tr("{count} pegawai belum memenuhi", count=show_number(found.jp.short))
        self.jp_note.setText(short if found.jp.short else tr("Semua memenuhi"))

    def _show_plan(self, plans: Sequence[PlanRecord]) -> None:
        self._plan = max(plans, key=lambda it: (it.first_year, it.last_year), default=None)
        plan = self._plan
        if plan is None:
            self.plan_link.setText(tr("Belum ada rencana"))
            return
        state = enum_label(plan.state).lower()
        self.plan_link.setText(f"{plan.first_year}–{plan.last_year}: {state}")

    def _list_people(self) -> None:
        from smartpns_desktop.services.lists import ListQuery

        where = (*self._people.where, *IN_SERVICE)
        self._context.go(Target("employees", query=ListQuery(where=where, as_of=self.as_of)))

    def _show_composition(self) -> None:
        """The charts of the same people on the page that Beranda has for them."""
        from smartpns_desktop.services.lists import ListQuery

        query = ListQuery(where=self._people.where, as_of=self.as_of)
        self._context.go(Target("home", query=query, act="composition"))

    def _open_plan(self) -> None:
        from smartpns_desktop.services.lists import ListQuery

        query = ListQuery(where=(("agency", self._plan.agency),)) if self._plan else None
        self._context.go(Target("study-needs", query=query))


def _facts(node: AgencyNode) -> tuple[tuple[str, str], ...]:
    below = tr("{people} di sini, {below} di bawahnya", people=show_number(node.people),
               below=show_number(node.people_in_all - node.people))  # fmt: skip
    return (
        (tr("Singkatan"), node.short_name or ""),
        (tr("Kode"), node.code or ""),
        (tr("Nama lama"), "\n".join(node.former_names)),
        (tr("Unit"), tr("{count} di bawahnya", count=show_number(len(node.units))) if node.units else ""),
        (tr("Pegawai"), below if node.units else show_number(node.people)),
    )
