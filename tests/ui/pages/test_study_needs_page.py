"""What the page of study needs shows: plans by agency, years across, filters, imports, a narrow window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QInputDialog, QLabel

from smartpns_desktop.domain.study_needs import NeedState, PlanState
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import focus, press
from tests.ui.pages.plans import agency_in, choose, done, headings, lines, opened, period_of
from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.study_need_detail import StudyNeedDetail
from ui.pages.study_needs_page import StudyNeedsPage


@pytest.fixture
def page(active: MainWindow) -> StudyNeedsPage:
    return opened(active)


def test_the_agencies_tell_how_their_plans_stand(page: StudyNeedsPage) -> None:
    board = page.context.app.study_needs.board(page.context.year)
    rows = [page.view.model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(page.view.model.rowCount())]
    assert [(it.key, it.lines) for it in rows[1:]] == [(it.agency_id, it.lines) for it in board.agencies]
    assert rows[0].lines == page.list.model.rowCount() == sum(it.lines for it in board.agencies)
    first, last = board.period
    years = [str(year) for year in range(first, last + 1)]
    assert headings(page) == ["Program studi", "Perangkat", *years, "Jumlah", "Status"]
    choose(page, agency_in(page, PlanState.DIAJUKAN))
    assert "Perangkat" not in headings(page)


def test_rows_sort_by_a_year_and_are_copied(page: StudyNeedsPage, active: MainWindow) -> None:
    year = page.context.app.study_needs.board(page.context.year).period[0]
    place = next(place for place, it in enumerate(page.kind.columns) if it.title == str(year))
    for _ in range(2):
        page.list.grid.sorted_by.emit(place, False)
        done(page)
    records = page.context.app.lists.by_keys("study-needs", list(page.list.model.keys()))
    counts = [it["heads"].get(str(year)) for it in records]
    told = [it for it in counts if it is not None]
    assert counts == sorted(told, reverse=True) + [None] * (len(counts) - len(told))
    page.list.grid.setFocus()
    page.list.grid.selectRow(0)
    press(active, "Ctrl+C")
    done(page)
    head, row, _ = QGuiApplication.clipboard().text().split("\n")
    assert dict(zip(head.split("\t"), row.split("\t"), strict=True))[str(year)] == str(counts[0])


def test_other_places_lead_to_a_filter_or_a_line(page: StudyNeedsPage) -> None:
    where = (("plan_status", "DIAJUKAN"), ("period", "{}-{}".format(*period_of(page))))
    page.context.go(Target("study-needs", query=ListQuery(where=where)))
    done(page)
    records = page.context.app.lists.by_keys("study-needs", list(page.list.model.keys()))
    assert {it["plan_status"] for it in records} == {"DIAJUKAN"}
    assert page.list.facets.isVisible()
    assert not page.view.agencies.isVisible()
    assert page.filter_button.text() == "Saring (1)"
    plan = agency_in(page, PlanState.DISAHKAN)
    key = lines(page, plan)[-1].key
    page.context.go(Target("study-needs", key=key))
    done(page)
    assert page.list.current_key() == key
    assert page.plan() == plan
    named = ListQuery(where=(("agency", plan.agency),))
    page.choose_agency(None)
    page.context.go(Target("study-needs", query=named))
    done(page)
    assert page.plan() == plan
    page.context.go(Target("study-needs", query=ListQuery(where=(("agency", "Dinas yang tidak ada"),))))
    done(page)
    assert (page.plan(), page.list.model.rowCount()) == (None, 0)


def test_the_year_of_work_chooses_the_period(page: StudyNeedsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    first, last = period_of(page)
    strip = page.view.strip
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (last + 1, True))
    strip.period.setCurrentIndex(strip.period.count() - 1)
    strip.period.activated.emit(strip.period.count() - 1)
    done(page)
    assert strip.period.currentText() == f"{last + 1}–{last + 5}"
    assert page.empty.isVisible()
    assert f"Belum ada kebutuhan studi {last + 1}–{last + 5}" in [it.text() for it in page.empty.findChildren(QLabel)]
    assert str(last + 5) in headings(page)
    page.context.set_year(first + 1)
    done(page)
    assert strip.period.currentText() == f"{first}–{last}"
    assert str(first) in headings(page)


def test_periods_of_other_lengths_have_other_columns(page: StudyNeedsPage) -> None:
    QAbstractItemModelTester(page.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    app, plan = page.context.app, agency_in(page, PlanState.BELUM)
    app.study_needs.add_need(plan.agency_id, (2041, 2043), {"level_code": "45", "programme": "X", "heads": {2042: 7}})
    page.choose_period((2041, 2043))
    done(page)
    assert headings(page) == ["Program studi", "Perangkat", "2041", "2042", "2043", "Jumlah", "Status"]
    assert page.list.footer.sums.text() == "2041: 0 · 2042: 7 · 2043: 0 · Jumlah: 7"


def test_forms_from_agencies_are_imported_and_shown(page: StudyNeedsPage, samples: Path) -> None:
    app = page.context.app
    for name in ("usulan_kebutuhan_tb_diskominfo.xlsx", "usulan_kebutuhan_tb_dpuprk.xlsx"):
        result = app.imports.apply(app.imports.plan(samples / name), good_rows_only=True)
        page.context.changed.emit(result.changes)
        done(page)
    board = app.study_needs.board(page.context.year, (2026, 2030))
    for name, people in (("Informatika", 31), ("Penataan Ruang Kota", 27)):
        plan = next(it for it in board.agencies if it.agency.endswith(name))
        assert (plan.lines, plan.heads) == (7, people)
        page.choose_period((2026, 2030))
        done(page)
        choose(page, plan)
        assert page.list.model.rowCount() == 7
        assert page.list.footer.sums.text().endswith(f"Jumlah: {people}")


def test_a_narrow_window_keeps_the_lines_alone(page: StudyNeedsPage, active: MainWindow) -> None:
    active.resize(911, 459)
    done(page)
    assert active.width() == 911
    assert not page.view.agencies.isVisible()
    assert page.detail is not None
    assert not page.detail.isVisible()
    box = page.view.strip.agency
    plan = agency_in(page, PlanState.DIAJUKAN)
    row = page.view.model.row_of(plan.agency_id)
    box.setCurrentIndex(row)
    box.activated.emit(row)
    done(page)
    assert page.plan() == plan
    page.list.grid.setFocus()
    press(active, "Return")
    done(page)
    detail = page.currentWidget()
    assert isinstance(detail, StudyNeedDetail)
    assert focus(active) is detail.edit
    detail.acts[NeedState.DIVERIFIKASI].click()
    done(page)
    assert detail.state.text() == "Diverifikasi"
    press(active, "Escape")
    done(page)
    assert focus(active) is page.list.grid


def test_the_board_and_the_lines_name_the_agencies_of_the_chosen_day(page: StudyNeedsPage) -> None:
    """A past day changes names alone: the lines that were planned stay, and today leads back."""
    app, plan = page.context.app, agency_in(page, PlanState.DIAJUKAN)
    app.agencies.rename(plan.agency_id, "Badan Baru", date(2026, 3, 1))
    page.reload()
    done(page)
    choose(page, plan)
    count = page.list.model.rowCount()
    assert not page.as_of.button.isHidden()
    page.as_of.choose(date(2026, 2, 28))
    done(page)
    rows = [page.view.model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(page.view.model.rowCount())]
    assert {it.key: it.whole_name for it in rows}[plan.agency_id] == plan.agency
    records = app.lists.by_keys("study-needs", list(page.list.model.keys()), as_of=page.list.as_of)
    assert ({it["agency"] for it in records}, len(records)) == ({plan.agency}, count)
    assert page.as_of.line.isVisible()
    page.as_of.choose(None)
    done(page)
    assert {it["agency"] for it in app.lists.by_keys("study-needs", list(page.list.model.keys()))} == {"Badan Baru"}
