"""The first page: how the year stands, and what to do next; every number opens its rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from smartpns_desktop.domain.employment import IN_SERVICE
from smartpns_desktop.domain.study_needs import PlanState
from smartpns_desktop.words.figures import show_date, show_number
from ui.context import Target
from ui.pages.composition_figures import COMPOSITION, COVERAGE
from ui.pages.home_view import HomeView
from ui.pages.page import Page
from ui.pages.task_row import TaskRow
from ui.texts import tr
from ui.widgets.badge import Kind
from ui.widgets.bar_chart import Bar
from ui.widgets.labels import hairline, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartpns_desktop.services.dashboard import Dashboard
    from smartpns_desktop.services.tasks import Task, TaskTarget
    from smartpns_desktop.services.year_figures import YearFigures
    from ui.context import Context

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
Where = tuple[tuple[str, str], ...]


class HomePage(Page):
    """Reads the figures of the year of work and shows them; decides nothing about them."""

    name = "home"
    icon = "house"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view = HomeView(self.title())
        self.addWidget(self.view)
        self._shown: YearFigures | None = None
        self._tasks: Sequence[Task] = ()
        self._is_judged = True
        view = self.view
        today = date.today()
        view.header.note.setText(f"{tr(_DAYS[today.weekday()])}, {show_date(today)}")
        context.backed_up.connect(self.outdate)
        view.import_button.clicked.connect(lambda: context.go(Target("exchange", act="import")))
        view.print_button.clicked.connect(self.print)
        view.composition_button.clicked.connect(lambda: self._show_composition(COMPOSITION))
        view.coverage_button.clicked.connect(lambda: self._show_composition(COVERAGE))
        view.people.clicked.connect(lambda _on=False: self._people())
        view.jp.clicked.connect(lambda: self._people(("jp_band", "none"), ("jp_band", "below")))
        view.trainings.clicked.connect(lambda: self._rows("trainings", ("year", str(context.year))))
        view.needs.clicked.connect(self._open_needs)
        context.operations.rested.connect(self._judge)
        view.months.chosen.connect(lambda _month: self._rows("trainings", ("year", str(context.year))))
        view.bars.chosen.connect(self._open_agency)
        view.agencies.link_clicked.connect(lambda: context.go(Target("agencies")))

    def title(self) -> str:
        return tr("Beranda")

    def reload(self) -> None:
        app, year = self.context.app, self.context.year
        # The service is loaded there, too, while the window is shown.
        self.context.operations.read(lambda: app.dashboard.summary(year), self._show, owner=self, slot="summary")

    def open(self, target: Target) -> None:
        """`composition` and `coverage` open the page of that name, of the people whom the query narrows to."""
        if target.act in (COMPOSITION, COVERAGE) and self.to_main():
            query = target.query
            self._show_composition(target.act, query.where if query else (), query.as_of if query else None)

    def _show_composition(self, act: str, scope: Where = (), as_of: date | None = None) -> None:
        from ui.pages.composition_page import CompositionPage

        page = CompositionPage(self.context, scope, act, as_of)
        page.closed.connect(self.pop)
        self.push(page)

    def has_data(self) -> bool:
        """Whether the figures of a year stand on the page."""
        return self._shown is not None

    def _rows(self, page: str, *where: tuple[str, str], as_of: date | None = None) -> None:
        from smartpns_desktop.services.lists import ListQuery

        self.context.go(Target(page, query=ListQuery(where=where, as_of=as_of)))

    def _people(self, *where: tuple[str, str]) -> None:
        """Those who are counted: in service, at the end of a year that is over."""
        from smartpns_desktop.services.year_figures import day_of

        self._rows("employees", *where, *IN_SERVICE, as_of=day_of(self.context.year))

    def _open_needs(self) -> None:
        """The lines of the period that the card counts."""
        plans = self._shown.plans if self._shown else None
        self._rows("study-needs", *([("period", f"{plans.first_year}-{plans.last_year}")] if plans else []))

    def _open_agency(self, name: object) -> None:
        self._people(("root_agency_short", str(name)))

    def open_task(self, target: TaskTarget) -> None:
        """Go where a task is done."""
        from smartpns_desktop.services.lists import ListQuery

        query = ListQuery(where=target.where, as_of=target.as_of) if target.where else None
        self.context.go(Target(target.page, query=query, key=target.key, act=target.act))

    def _show(self, read: Dashboard) -> None:
        self._shown = read.figures
        self._show_cards(read.figures)
        self._show_course(read.figures)
        self._show_agencies(read.figures)
        self._show_tasks(read.tasks)
        self._tasks, self._is_judged = read.tasks, False

    def _judge(self) -> None:
        """Judge the whole city once all that somebody waits for is there: at the start, behind the first paint."""
        if self._is_judged:
            return
        self._is_judged, app = True, self.context.app

        def judge() -> Sequence[Task]:
            # The service itself is imported there, too.
            return app.data_quality.tasks()

        self.context.operations.read(judge, self._add_tasks, owner=self, slot="health")

    def _add_tasks(self, more: Sequence[Task]) -> None:
        if more:
            self._show_tasks((*self._tasks, *more))

    def _show_cards(self, shown: YearFigures) -> None:
        view, total = self.view, shown.jp
        view.people.set_number(show_number(total.people), tr("orang"))
        most = sorted(shown.people.items(), key=lambda it: -it[1])  # what has no room is the smallest
        kinds = (f"{show_number(count)} {kind.value}" for kind, count in most if count)
        view.people.set_line(" · ".join(kinds) or tr("Belum ada pegawai"), "neutral", "users")
        judged = total.met + total.short
        minimum = show_number(shown.minimum) if shown.minimum else ""
        view.jp.set_title(tr("Memenuhi {jp} JP", jp=minimum) if minimum else tr("Memenuhi minimum JP"))
        share = tr("dari {count} · {share} %", count=show_number(judged), share=show_number(round(total.share_met)))
        view.jp.set_number(show_number(total.met), share)
        view.jp.set_meter(total.met, judged)
        short = tr("{count} masih kurang", count=show_number(total.short))
        view.jp.set_line(*_told(judged, total.short, short, tr("Semua memenuhi"), tr("Belum ada yang dinilai")))
        view.trainings.set_title(tr("Pelatihan {year}", year=shown.year))
        view.trainings.set_number(show_number(shown.trainings), tr("catatan"))
        left = shown.unverified
        waits = tr("{count} belum diverifikasi", count=show_number(left))
        nothing = tr("Belum ada pelatihan")
        view.trainings.set_line(*_told(shown.trainings, left, waits, tr("Semua terverifikasi"), nothing))
        self._show_needs(shown)

    def _show_needs(self, shown: YearFigures) -> None:
        card, plans = self.view.needs, shown.plans
        if plans is None:
            card.set_number("0", tr("rencana"))
            card.set_line(tr("Belum ada rencana"), "neutral", "circle-dashed")
            return
        card.set_number(
            show_number(plans.heads), tr("orang, {first}–{last}", first=plans.first_year, last=plans.last_year)
        )
        sealed = plans.states[PlanState.DISAHKAN]
        told = tr("{sealed} dari {all} disahkan", sealed=sealed, all=sum(plans.states.values()) + shown.unplanned)
        card.set_line(told, "neutral", "list-numbers")

    def _show_course(self, shown: YearFigures) -> None:
        self.view.course.title.setText(tr("Rata-rata JP kumulatif {year}", year=shown.year))
        goal = shown.minimum or 0.0
        plan = [goal * month / 12 for month in range(1, 13)] if goal else []
        current = max((month for month, value in enumerate(shown.course, start=1) if value is not None), default=0)
        self.view.months.set_months(
            [None if value is None else round(value, 1) for value in shown.course],
            plan=plan,
            goal_label=tr("target {jp} JP", jp=show_number(goal)) if goal else "",
            current=current,
        )

    def _show_agencies(self, shown: YearFigures) -> None:
        self.view.agencies.title.setText(tr("Rata-rata JP per perangkat daerah {year}", year=shown.year))
        rows = sorted((it for it in shown.agencies if it.key is not None), key=lambda it: it.jp.mean)
        bars = [
            Bar(
                it.short_name,
                round(it.jp.mean, 1),
                tr("{name}: {people} pegawai, {short} belum memenuhi", name=it.name, people=show_number(it.jp.people),
                   short=show_number(it.jp.short)),
                it.short_name,
            )
            for it in rows
        ]  # fmt: skip
        goal = shown.minimum or 0.0
        self.view.bars.set_bars(bars, goal=goal, goal_label=tr("target {jp}", jp=show_number(goal)) if goal else "")

    def _show_tasks(self, tasks: Sequence[Task]) -> None:
        body = self.view.task_rows
        while (item := body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        count = len(tasks)
        self.view.tasks.title.setText(
            tr("Perlu dikerjakan ({count})", count=count) if count else tr("Perlu dikerjakan")
        )
        for place, task in enumerate(tasks):
            if place:
                body.addWidget(hairline())
            row = TaskRow(task)
            row.chosen.connect(self.open_task)
            body.addWidget(row)
        if not count:
            body.addWidget(label(tr("Tidak ada yang menunggu. Semua sudah beres."), colour_token="text2"))
        body.addStretch(1)

    def print(self) -> None:
        """Print the figures of the year."""
        if self._shown is not None:
            from ui.printing.summary_print import print_summary

            print_summary(self.context, self._shown, self)


def _told(all_of_it: int, left: int, waits: str, done: str, nothing: str) -> tuple[str, Kind, str]:
    """The line of a card: what still waits, that all is done, or that there is nothing to be done yet."""
    if not all_of_it:
        return nothing, "neutral", "circle-dashed"
    return (waits, "warn", "clock") if left else (done, "ok", "check-circle")
