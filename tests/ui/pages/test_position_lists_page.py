"""Quotas and competencies laid on top of the posts: reached, added, changed, removed; lists to Excel and PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import DISCARD, Answers, press
from ui.context import Context
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.pages.position_lists_page import CompetenciesPage, QuotasPage
from ui.pages.positions_page import PositionsPage
from ui.waiting import settle


@pytest.fixture
def posts(active: MainWindow, answers: Answers, context: Context) -> PositionsPage:
    assert answers.asked == []
    press(active, "Ctrl+4")
    settle(context.operations)
    found = active.current_page()
    assert isinstance(found, PositionsPage)
    return found


def on_top(page: ListPage, context: Context) -> ListPage:
    settle(context.operations)
    found = page.currentWidget()
    assert isinstance(found, ListPage)
    return found


def form_of(page: ListPage, context: Context) -> FormPage:
    settle(context.operations)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    return form


def test_a_quota_of_a_post_is_added_changed_and_removed(
    posts: PositionsPage, context: Context, city: App, answers: Answers
) -> None:
    posts.list.grid.selectRow(0)
    settle(context.operations)
    key = posts.list.current_key()
    assert key is not None
    posts.show_quotas(key)
    page = on_top(posts, context)
    assert isinstance(page, QuotasPage)
    before = page.list.model.rowCount()
    assert before == city.lists.count("position-quotas", ListQuery(where=(("position_id", str(key)),)))
    press(page.window(), "Ctrl+N")
    form = form_of(page, context)
    agency = city.agencies.tree()[0]
    form.form.fill({"agency_id": agency.key})
    form.form.jump("needed")
    QTest.keyClicks(form.form.rows["needed"].editor.inner, "7")
    press(form.window(), "Ctrl+S")
    settle(context.operations)
    assert page.list.model.rowCount() == before + 1
    new = page.list.current_key()
    assert new is not None
    stored = city.positions.quotas.record(new)
    assert (stored["position_id"], stored["agency_id"], stored["needed"]) == (key, agency.key, 7)
    page.edit_current()
    form = form_of(page, context)
    assert form.form.changed() == {}
    form.form.jump("needed")
    press(form.window(), "Ctrl+A")
    QTest.keyClicks(form.form.rows["needed"].editor.inner, "8")
    press(form.window(), "Ctrl+S")
    settle(context.operations)
    assert city.positions.quotas.record(new)["needed"] == 8
    answers.answer = DISCARD
    page.remove([new])
    settle(context.operations)
    assert page.list.model.rowCount() == before


def test_a_competency_is_added_and_those_of_regulations_are_told(
    posts: PositionsPage, context: Context, city: App
) -> None:
    posts.show_competencies()
    page = on_top(posts, context)
    assert isinstance(page, CompetenciesPage)
    assert page.as_of.button.isHidden()
    told: list[CannotDo] = []
    context.refused.connect(told.append)
    page.edit(page.list.model.keys()[0])
    settle(context.operations)
    assert not isinstance(page.currentWidget(), FormPage)
    assert [it.code for it in told] == ["competency.shipped"]
    page.new()
    form = form_of(page, context)
    form.form.jump("name")
    QTest.keyClicks(form.form.rows["name"].editor.inner, "Kearsipan dinamis")
    form.form.fill({"kind": "technical"})
    press(form.window(), "Ctrl+S")
    settle(context.operations)
    assert city.lists.count("competencies", ListQuery("kearsipan")) == 1


def test_what_was_told_anew_since_stands_behind_a_facet(posts: PositionsPage, context: Context, city: App) -> None:
    key = posts.list.model.key(0)
    place = {"position_id": key, "agency_id": city.agencies.tree()[0].key}
    for day, needed in ((date(2024, 1, 1), 3), (date(2025, 1, 1), 4)):
        city.positions.quotas.add({**place, "effective_date": day, "needed": needed})
    posts.show_quotas(key)
    page = on_top(posts, context)
    of_post = city.lists.count("position-quotas", ListQuery(where=(("position_id", str(key)),)))
    assert page.list.model.rowCount() == of_post - 1
    assert "Kebutuhan: 4" in page.list.footer.sums.text()


def _gaps(posts: PositionsPage) -> None:
    posts.show_gaps(None)


def _quotas(posts: PositionsPage) -> None:
    posts.show_quotas(None)


def _competencies(posts: PositionsPage) -> None:
    posts.show_competencies()


@pytest.mark.parametrize("lay", [_gaps, _quotas, _competencies])
def test_what_is_filtered_is_written_to_excel_and_pdf(
    posts: PositionsPage,
    context: Context,
    lay: Callable[[PositionsPage], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lay(posts)
    page = on_top(posts, context)
    count = page.list.model.rowCount()
    assert count > 0
    menu = page.export_button.menu()
    assert [it.text() for it in menu.actions() if not it.isSeparator()] == [
        "Yang disaring ke Excel…", "Yang dipilih ke Excel…", "Yang disaring ke PDF…",
    ]  # fmt: skip
    for ending, place in (("xlsx", 0), ("pdf", 2)):
        out = tmp_path / f"daftar.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, out=out: (str(out), ""))
        menu.actions()[place].trigger()
        settle(context.operations)
        assert out.stat().st_size > 0
    rows = [row for row in load_workbook(tmp_path / "daftar.xlsx").active.values if any(row)]
    assert len(rows) >= count + 1
