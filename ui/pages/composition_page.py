"""The page with the make-up of the people and the coverage of development, of all or of an agency, above Beranda."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog

from smartpns_desktop.words import composition as words
from smartpns_desktop.words.figures import show_number
from ui.context import Target
from ui.lists.as_of import AsOf
from ui.pages.composition_figures import COMPOSITION, COVERAGE, Figures, read_figures
from ui.pages.composition_view import CompositionView
from ui.pages.page import Page
from ui.texts import tr
from ui.widgets.bar_chart import Bar
from ui.widgets.count_table import CountRow

if TYPE_CHECKING:
    from smartpns_desktop.services.changes import Changes
    from smartpns_desktop.services.composition import Chart, Coverage, CoverageRow, Where
    from ui.context import Context


class CompositionPage(Page):
    """Charts and a table whose every number opens its rows; `closed` asks to go back."""

    name = "composition"
    icon = "chart-bar"
    help_name = "composition"
    closed = Signal()

    def __init__(self, context: Context, scope: Where = (), act: str = COMPOSITION, as_of: date | None = None) -> None:
        super().__init__(context)
        self._scope = scope
        self.figures: Figures | None = None
        self.view = CompositionView(FIELDS)
        self.addWidget(self.view)
        self.setFocusProxy(self.view)
        view = self.view
        self.as_of = AsOf(self)
        view.header.add_quiet(self.as_of.button)
        view.below_header.addWidget(self.as_of.line)
        self.as_of.set_day(as_of or _day_of(context.year))
        self.as_of.changed.connect(self.outdate)
        view.tabs.setCurrentIndex(int(act == COVERAGE))
        view.back.clicked.connect(self.closed)
        view.print.clicked.connect(self.print)
        view.export.clicked.connect(self.export)
        view.scope.activated.connect(lambda _place: self._choose(view.scope.currentData()))
        view.table.chosen.connect(self._open)
        for chart in view.charts.values():
            chart.chosen.connect(self._open)
        view.header.title.setText(self.title())
        context.changed.connect(self.on_changes)

    def title(self) -> str:
        return tr(words.TITLE)

    def concerns(self, changes: Changes) -> bool:
        return changes.employees or changes.trainings or changes.positions or changes.agencies

    def reload(self) -> None:
        app, scope, day = self.context.app, self._scope, self.as_of.day
        year = day.year if day else self.context.year  # as the list has it that the numbers open
        read = self.context.operations.read
        read(lambda: read_figures(app, year, scope, day), self._show, owner=self, slot="figures")

    def on_year(self) -> None:
        self.as_of.set_day(_day_of(self.context.year))

    def _choose(self, place: str) -> None:
        self._scope = (("root_agency", place),) if place else ()
        self.outdate()

    def _show(self, figures: Figures) -> None:
        self.figures, view = figures, self.view
        view.header.note.setText(tr("{count} pegawai", count=show_number(figures.composition.people)))
        self._show_places(figures.places)
        for widget, chart in zip(view.charts, figures.composition.charts, strict=True):
            view.panels[widget].title.setText(tr(words.CHARTS[chart.field]))
            view.charts[widget].set_bars(_bars(chart, figures.composition.people), current=_UNMARKED)
        view.fit()
        coverage, place = figures.coverage, tr(words.CHARTS[figures.composition.charts[-1].field])
        rows = [_row(coverage.total, tr(words.ALL), total=True)]
        rows += [_row(it, words.said("agency", it.place)) for it in coverage.rows]
        view.table.show_rows(rows, place)
        view.summary.setText(_summary(coverage))

    def _show_places(self, places: Sequence[str]) -> None:
        """The agencies to choose from, and the scope where it is none of them (a unit)."""
        box, chosen = self.view.scope, self._scope
        box.clear()
        box.addItem(tr("Semua perangkat daerah"), "")
        for place in places:
            box.addItem(place, place)
        if not chosen:
            return
        ((field, name), *_) = chosen
        if len(chosen) > 1 or field != "root_agency" or name not in places:
            box.addItem(_named(chosen), None)
            box.setCurrentIndex(box.count() - 1)
        else:
            box.setCurrentIndex(box.findData(name))

    def _open(self, where: object) -> None:
        from smartpns_desktop.services.lists import ListQuery

        self.context.go(Target("employees", query=ListQuery(where=where, as_of=self.as_of.day)))  # type: ignore[arg-type]

    def print(self) -> None:
        """What the tab in front shows, as a table on paper."""
        if self.figures is not None:
            from ui.printing.composition_print import print_composition, print_coverage

            in_front = print_coverage if self.view.tabs.currentIndex() else print_composition
            told = "; ".join(filter(None, (self.view.scope.currentText(), self.as_of.in_words())))
            in_front(self.context, self.figures, told, self)

    def export(self) -> None:
        """Both tables as a workbook."""
        if self.figures is None:
            return
        proposed = Path.home() / f"{words.TITLE} {date.today().isoformat()}.xlsx"
        name, _ = QFileDialog.getSaveFileName(self, tr("Ekspor"), str(proposed), tr("Buku kerja Excel (*.xlsx)"))
        if name:
            out, service = Path(name).with_suffix(".xlsx"), self.context.app.composition
            figures = self.figures
            self.context.write(
                tr("Mengekspor"),
                lambda _watch: service.write(out, figures.composition, figures.coverage),
                lambda rows: tr("{count} baris: {file}", count=show_number(rows), file=out.name),
                undoable=False,
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was written while the page lay below."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow the charts stand below each other."""
        super().resizeEvent(event)
        self.view.set_narrow(on=self.is_narrow())
        self.as_of.set_narrow(on=self.is_narrow())


FIELDS = ("kind", "sex", "age_band", "grade_group", "education_level", "position_kind_name", "root_agency")
"""The charts in the order of the page; the last is that of the places."""

_UNMARKED = object()
"""No bar is marked: none of them is better or worse."""


def _day_of(year: int) -> date | None:
    from smartpns_desktop.services.year_figures import day_of

    return day_of(year)


def _bars(chart: Chart, people: int) -> list[Bar]:
    return [
        Bar(words.said(chart.field, part.value), part.count, key=part.where,
            told=f"{show_number(part.count)} · {show_number(_percent(part.count, people))} %")
        for part in chart.parts
    ]  # fmt: skip


def _named(scope: Where) -> str:
    """A scope out of the tree of agencies: an agency, below it a unit with what else belongs to it."""
    agencies = [value for field, value in scope if field != "agency"]
    units = [value for field, value in scope if field == "agency"]
    more = tr(" dan {count} lainnya", count=len(units) - 1) if len(units) > 1 else ""
    return " › ".join((*agencies, *units[:1])) + more


def _percent(count: int, people: int) -> float:
    return round(100 * count / people, 1) if people else 0.0


def _row(row: CoverageRow, name: str, *, total: bool = False) -> CountRow:
    numbers = (row.people, row.none, row.below, row.met, row.exempt, round(row.share, 1))
    everybody = row.where
    short = row.band("none", "below")
    keys = (everybody, everybody, row.band("none"), row.band("below"), row.band("met"), row.band(""), short)
    return CountRow(name, numbers, keys, is_total=total)


def _summary(coverage: Coverage) -> str:
    total = coverage.total
    return tr(
        "Setiap pegawai berhak dan wajib mengembangkan kompetensi. Tahun {year}: {none} belum menerima apa pun, "
        "{below} masih di bawah minimum, {met} memenuhi ({share} %; sasaran 100 %). "
        "Angka mana pun membuka daftar namanya.",
        year=coverage.year, none=show_number(total.none), below=show_number(total.below), met=show_number(total.met),
        share=show_number(round(total.share, 1)),
    )  # fmt: skip
