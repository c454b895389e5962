"""What is done on the page of study needs: lines by keys, decisions, plans forward and back, the seal."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartpns_desktop.domain.study_needs import NeedState, PlanState
from tests.ui.driving import DISCARD, Answers, focus, press
from tests.ui.pages.plans import agency_in, choose, done, lines, opened, period_of, type_keys
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.study_need_detail import StudyNeedDetail
from ui.pages.study_needs_page import StudyNeedsPage


@pytest.fixture
def page(active: MainWindow) -> StudyNeedsPage:
    return opened(active)


def test_a_line_is_added_by_keyboard_alone(page: StudyNeedsPage, active: MainWindow) -> None:
    plan = agency_in(page, PlanState.BELUM)
    first, _last = period_of(page)
    press(active, "Ctrl+N")
    done(page)
    type_keys(plan.agency)
    for keys in ("Tab", "S", "Tab"):
        press(active, keys)
        done(page)
    while not str(page.currentWidget().form.values()["level_code"] or "").startswith("45"):  # type: ignore[attr-defined]
        press(active, "Shift+Tab")
        press(active, "Down")
        press(active, "Tab")
    type_keys("Ilmu Perpajakan Daerah")
    press(active, "Tab")
    type_keys("Analis Pajak")
    press(active, "Tab")
    press(active, "Tab")
    type_keys("2")
    press(active, "Tab")
    type_keys("1")
    press(active, "Ctrl+S")
    done(page)
    assert page.count() == 1, page.currentWidget().view.state.text()  # type: ignore[attr-defined]
    (line,) = lines(page, plan)
    assert (line.programme, line.post, line.level_code) == ("Ilmu Perpajakan Daerah", "Analis Pajak", "45")
    assert line.heads == {first: 2, first + 1: 1}
    assert page.list.current_key() == line.key
    assert focus(active) is page.list.grid
    press(active, "Ctrl+Z")
    done(page)
    assert agency_in(page, PlanState.BELUM) == plan, "the line went, and the plan that it had begun"


def test_heads_are_changed_and_taken_back(page: StudyNeedsPage, active: MainWindow) -> None:
    plan = agency_in(page, PlanState.DIAJUKAN)
    choose(page, plan)
    before = lines(page, plan)[0]
    assert page.list.current_key() == before.key
    press(active, "F2")
    done(page)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    form.form.jump("heads")
    press(active, "Ctrl+A")
    type_keys("9")
    press(active, "Ctrl+S")
    done(page)
    first = min(before.heads.keys() | {page.context.app.study_needs.plans()[0].first_year})
    assert lines(page, plan)[0].heads == {**before.heads, first: 9}
    shown = {column.title: column.text(page.list.current_record() or {}) for column in page.kind.columns}
    assert shown[str(first)] == "9"
    assert f"{first}: " in page.list.footer.sums.text()
    press(active, "Ctrl+Z")
    done(page)
    assert lines(page, plan)[0] == before


def test_problems_stand_beside_the_field(page: StudyNeedsPage, active: MainWindow, answers: Answers) -> None:
    answers.answer = DISCARD
    choose(page, agency_in(page, PlanState.DIAJUKAN))
    press(active, "F2")
    done(page)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    form.form.jump("amount_apbn")
    type_keys("seribu")
    press(active, "Ctrl+S")
    done(page)
    assert page.currentWidget() is form
    assert [it.field.name for it in form.form.errors] == ["amount_apbn"]


def test_a_sealed_plan_is_shown_and_not_edited(page: StudyNeedsPage, active: MainWindow, answers: Answers) -> None:
    plan = agency_in(page, PlanState.DIVERIFIKASI)
    choose(page, plan)
    assert page.view.seal.isHidden()
    assert page.view.strip.act.text() == "Sahkan"
    page.view.strip.act.click()
    done(page)
    assert page.view.strip.state.text() == "Disahkan"
    assert page.view.seal.isVisible()
    assert "sudah disahkan" in page.view.seal.banner.accessibleName()
    assert not page.view.strip.act.isVisible()
    detail = page.detail
    assert isinstance(detail, StudyNeedDetail)
    for act in (page.new_button, detail.edit):
        assert not act.isEnabled()
        assert "disahkan" in act.toolTip()
    before, refusals = lines(page, plan), []
    page.context.refused.connect(refusals.append)
    page.list.grid.setFocus()
    page.list.grid.selectRow(0)
    for keys in ("F2", "Delete", "Ctrl+Shift+T", "Ctrl+N"):
        press(active, keys)
        done(page)
    assert [it.code for it in refusals] == ["plan.sealed"] * 3
    assert (page.count(), answers.asked, lines(page, plan)) == (1, [], before)
    press(active, "Ctrl+Z")
    done(page)
    assert page.view.strip.state.text() == "Diverifikasi"
    assert page.new_button.isEnabled()


def test_a_plan_goes_forward_and_back(page: StudyNeedsPage) -> None:
    plan = agency_in(page, PlanState.DIASISTENSI)
    choose(page, plan)
    strip = page.view.strip
    assert strip.act.text() == "Ajukan"
    strip.act.click()
    done(page)
    assert (strip.state.text(), strip.act.text()) == ("Diajukan", "Verifikasi")
    (back,) = strip.menu.actions()
    assert back.text() == "Kembalikan ke status diasistensi"
    back.trigger()
    done(page)
    assert agency_in(page, PlanState.DIASISTENSI) == plan


def test_lines_are_decided_in_the_panel_and_in_the_list(page: StudyNeedsPage, active: MainWindow) -> None:
    plan = agency_in(page, PlanState.DIAJUKAN)
    choose(page, plan)
    detail = page.detail
    assert isinstance(detail, StudyNeedDetail)
    shown = {state: act.text() for state, act in detail.acts.items() if act.isVisible()}
    assert shown == {NeedState.DIVERIFIKASI: "Verifikasi", NeedState.DITOLAK: "Tolak"}
    QTest.mouseClick(detail.acts[NeedState.DITOLAK], Qt.MouseButton.LeftButton)
    done(page)
    assert focus(active) is detail.edit, "the button that was pressed is gone"
    assert detail.state.text() == "Ditolak"
    assert [act.text() for act in detail.acts.values() if act.isVisible()] == ["Buka kembali"]
    page.list.grid.setFocus()
    page.list.grid.selectAll()
    press(active, "Ctrl+Shift+V")
    done(page)
    states = [it.state for it in lines(page, plan)]
    assert states.count(NeedState.DITOLAK) == 1, "a refused line is opened again first"
    assert set(states) == {NeedState.DITOLAK, NeedState.DIVERIFIKASI}


def test_lines_are_deleted_after_a_question(page: StudyNeedsPage, active: MainWindow, answers: Answers) -> None:
    plan = agency_in(page, PlanState.DIAJUKAN)
    choose(page, plan)
    page.list.grid.selectRow(0)
    press(active, "Delete")
    done(page)
    assert len(lines(page, plan)) == plan.lines
    answers.answer = 1
    press(active, "Delete")
    done(page)
    assert answers.asked == ["Hapus 1 kebutuhan studi?"] * 2
    assert len(lines(page, plan)) == plan.lines - 1
