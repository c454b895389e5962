"""The page of the data's health: what SIASN's checks find, the score, its course; every number opens its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent

from smartpns_desktop.domain.data_quality import SERIOUS, Dimension
from smartpns_desktop.words.data_quality import DIMENSIONS, title
from smartpns_desktop.words.figures import show_date, show_number
from smartpns_desktop.words.reports import WITHOUT_AGENCY
from ui.pages.data_health_view import DataHealthView
from ui.pages.data_mending import export_people, mending_menu
from ui.pages.page import Page
from ui.texts import tr
from ui.widgets.badge import Kind
from ui.widgets.bar_chart import Bar
from ui.widgets.line import Line

if TYPE_CHECKING:
    from smartpns_desktop.app import App
    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.data_quality import CheckFigures, HealthSummary
    from smartpns_desktop.services.health_trend import TrendPoint
    from ui.context import Context, Target

Where = tuple[tuple[str, str], ...]
_GOOD, _FAIR = 95.0, 85.0
"""Points from which a score is told as good, and as fair."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: the health of a day, the figures kept of the year, and the agencies to choose from."""

    summary: HealthSummary
    trend: Sequence[TrendPoint]
    agencies: Sequence[tuple[int, str]]


class DataHealthPage(Page):
    """Reads the health of a day and an agency; rows of findings lie on top."""

    name = "data-health"
    icon = "wrench"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        names = [tr(DIMENSIONS[it]) for it in Dimension]
        self.view = DataHealthView(self.title(), names, mending_menu(context, self, self.agency_name))
        self.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._shown: Shown | None = None
        view = self.view
        view.agency.addItem(tr("Semua perangkat daerah"), None)
        view.agency.currentIndexChanged.connect(lambda _place: self.reload())
        view.as_of.changed.connect(self.reload)
        view.open_all.clicked.connect(self._open_all)
        view.cards[0].clicked.connect(lambda: self.open_rows(("verdict", "found")))
        for card, dimension in zip(view.cards[1:], Dimension, strict=True):
            card.clicked.connect(
                lambda _on=False, it=dimension: self.open_rows(("dimension", it.value), ("verdict", "found"))
            )
        view.checks.opened.connect(self.open_check)
        view.check_panel.link_clicked.connect(lambda: self.open_check(view.checks.current_thing()))
        view.bars.chosen.connect(self._choose_agency)
        view.months.chosen.connect(self._choose_month)
        view.course.link_clicked.connect(self.fill_year)

    def title(self) -> str:
        return tr("Kesehatan Data")

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.agencies or changes.positions or changes.regulations

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the cards fold."""
        super().resizeEvent(event)
        self.view.fold(on=self.is_narrow())

    def agency_name(self) -> str:
        """The agency that is shown, "" for all."""
        return self.view.agency.currentText() if self.view.agency.currentData() is not None else ""

    def reload(self) -> None:
        app, day, agency, year = (
            self.context.app,
            self.view.as_of.day,
            self.view.agency.currentData(),
            self.context.year,
        )
        read = self.context.operations.read
        read(lambda: _read(app, day, agency, year), self._show, owner=self, slot="health")

    def open(self, target: Target) -> None:
        if not self.to_main():
            return
        if target.query is not None:
            self.view.as_of.set_day(target.query.as_of)
            self.open_rows(*target.query.where)
        elif target.act == "findings":
            self.open_rows()

    def export(self) -> None:
        """Ctrl+E: the workbook to mend in."""
        export_people(self.context, self, self.agency_name())

    def open_check(self, code: object) -> None:
        """The rows of a check: what it found, else what it cannot judge."""
        figures = self._figures(code)
        if figures is not None:
            verdict = "found" if figures.found or not figures.open else "open"
            self.open_rows(("check", figures.check.code), ("verdict", verdict))

    def _open_all(self) -> None:
        self.open_rows()

    def open_rows(self, *where: tuple[str, str]) -> None:
        """Lay the list of findings on top, narrowed to the agency that is shown and to these values."""
        self._lay_rows((*where, *(self._shown.summary.where if self._shown else ())))

    def _lay_rows(self, where: Where) -> None:
        from smartpns_desktop.services.lists import ListQuery
        from ui.context import Target
        from ui.pages.data_findings_page import DataFindingsPage

        page = DataFindingsPage(self.context, self.agency_name())
        page.closed.connect(self.pop)
        page.open(Target(page.name, query=ListQuery(where=where, as_of=self.view.as_of.day)))
        self.push(page)

    def fill_year(self) -> None:
        """Judge the months of the year of work that are over and have no figures."""
        service, year = self.context.app.data_quality, self.context.year
        self.context.write(
            tr("Menghitung bulan-bulan lalu"),
            lambda watch: service.fill_year(year, watch),
            lambda count: tr("{count} bulan dihitung dari riwayat", count=count),
            lambda _count: self.reload(),
        )

    def _figures(self, code: object) -> CheckFigures | None:
        checks = self._shown.summary.checks if self._shown else ()
        return next((it for it in checks if it.check.code == code), None)

    def _choose_agency(self, key: object) -> None:
        """An agency's bar narrows the page to it; a unit's opens its rows."""
        place = self.view.agency.findData(key)
        if place >= 0 and not self.agency_name():
            self.view.agency.setCurrentIndex(place)
            return
        for it in self._shown.summary.agencies if self._shown else ():
            if it.key == key:
                self._lay_rows((*it.where, ("verdict", "found")))

    def _choose_month(self, month: int) -> None:
        """The state of the day in that month of which figures were kept."""
        days = [it.day for it in self._shown.trend if it.day.month == month] if self._shown else []
        if days:
            self.view.as_of.choose(days[-1])

    def _show(self, shown: Shown) -> None:
        self._shown, view, summary = shown, self.view, shown.summary
        people = tr("{count} pegawai", count=show_number(summary.people))
        view.header.note.setText(tr("{people} · per {day}", people=people, day=show_date(summary.on)))
        self._offer(shown.agencies)
        self._show_scores(summary)
        view.checks.show_lines(tuple(_lines(summary.checks)))
        view.check_panel.title.setText(
            tr("{found} temuan dari {checks} pemeriksaan", found=show_number(summary.found), checks=len(summary.checks))
        )
        self._show_course(shown.trend)
        self._show_agencies(summary)

    def _offer(self, agencies: Sequence[tuple[int, str]]) -> None:
        box = self.view.agency
        if [box.itemData(place) for place in range(1, box.count())] == [key for key, _ in agencies]:
            return
        with QSignalBlocker(box):
            chosen = box.currentData()
            while box.count() > 1:
                box.removeItem(1)
            for key, name in agencies:
                box.addItem(name, key)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def _show_scores(self, summary: HealthSummary) -> None:
        score, (whole, *cards) = summary.score, self.view.cards
        if score is None:
            for card in self.view.cards:
                card.set_number("–")
                card.set_line(tr("Belum ada pegawai"), "neutral", "circle-dashed")
            return
        whole.set_number(_points(score.total), tr("dari 100"))
        whole.set_meter(score.total, 100)
        told = tr("{points} poin belum dapat dinilai", points=_points(score.open))
        whole.set_line(told if summary.open else _word(score.total)[0], *_word(score.total)[1:])
        for card, dimension in zip(cards, Dimension, strict=True):
            points = score.dimensions[dimension]
            found = sum(it.found for it in summary.checks if it.check.dimension is dimension)
            card.set_number(_points(points))
            card.set_meter(points, 100)
            card.set_line(tr("{count} temuan", count=show_number(found)), *_word(points)[1:])

    def _show_course(self, trend: Sequence[TrendPoint]) -> None:
        values: list[float | None] = [None] * 12
        for point in trend:
            if point.score is not None:
                values[point.day.month - 1] = round(point.score.total, 1)
        last = max((month for month, value in enumerate(values, start=1) if value is not None), default=0)
        self.view.course.title.setText(tr("Perkembangan nilai {year}", year=self.context.year))
        self.view.months.set_months(values, current=last)

    def _show_agencies(self, summary: HealthSummary) -> None:
        whole = not summary.agency
        self.view.agency_panel.title.setText(tr("Nilai per perangkat daerah") if whole else tr("Nilai per unit kerja"))
        self.view.bars.set_bars([
            Bar(it.short_name or WITHOUT_AGENCY, round(it.score.total, 1) if it.score else 0.0,
                tr("{name}: {people} pegawai, {found} temuan", name=it.name or WITHOUT_AGENCY,
                   people=show_number(it.people), found=show_number(it.found)), it.key)
            for it in summary.agencies
        ])  # fmt: skip


def _read(app: App, day: date | None, agency: int | None, year: int) -> Shown:
    """In the background; where a month has begun or an import has come, today's figures are kept with it."""
    from smartpns_desktop.services.lists import ListQuery

    service = app.data_quality
    if day is None:
        service.keep_up()
    tops: list[dict[str, Any]] = app.lists.by_keys(
        "agencies", app.lists.keys("agencies", ListQuery(where=(("parent", ""),)))
    )
    kept = [it for it in service.trend(agency, date(year, 1, 1)) if it.day.year == year]
    return Shown(service.summary(day, agency), kept, [(it["key"], it["name"]) for it in tops])


def _lines(checks: Sequence[CheckFigures]) -> Iterator[Line]:
    """The checks under their dimension, each with its weight, what it found and what that costs."""
    dimension = None
    for it in checks:
        check = it.check
        if check.dimension is not dimension:
            dimension = check.dimension
            share = show_number(round(100 * check.dimension_weight))
            yield Line(tr("{name} · bobot {share} %", name=tr(DIMENSIONS[dimension]), share=share), is_heading=True)
        icon, colour = _sign(it)
        yield Line(
            title(check.code),
            note=_note(it),
            lead=check.code,
            icon=icon,
            colour=colour,
            right=show_number(it.found),
            thing=check.code,
        )


def _note(it: CheckFigures) -> str:
    weight = tr("bobot {weight}", weight=show_number(it.check.indicator_weight))
    lost = tr("−{points} poin", points=_points(it.lost)) if it.found else ""
    still_open = tr("{count} tidak dapat dinilai", count=show_number(it.open)) if it.open else ""
    return " · ".join(filter(None, (weight, lost, still_open)))


def _sign(it: CheckFigures) -> tuple[str, str]:
    if it.found:
        return ("warning-circle", "bad") if it.check.code in SERIOUS else ("warning", "warn")
    return ("circle-dashed", "text2") if it.open else ("check-circle", "ok")


def _word(points: float) -> tuple[str, Kind, str]:
    """How a score is called, and its sign."""
    if points >= _GOOD:
        return tr("Baik"), "ok", "check-circle"
    return (tr("Cukup"), "warn", "warning") if points >= _FAIR else (tr("Kurang"), "bad", "warning-circle")


def _points(points: float) -> str:
    return show_number(round(points, 2))
