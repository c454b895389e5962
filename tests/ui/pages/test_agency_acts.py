"""What is done to agencies and units, by keys and mouse on a real store."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import Answers, show
from tests.ui.pages.agency_driving import (
    DO_IT,
    Key,
    current,
    done,
    form_of,
    named,
    press,
    save,
    shown,
    stand_on,
    type_into,
)
from ui.main_window import MainWindow
from ui.pages.agencies_page import AgenciesPage
from ui.pages.agency_tree import walk


@pytest.fixture
def page(active: MainWindow) -> AgenciesPage:
    found = show(active, "agencies")
    assert isinstance(found, AgenciesPage)
    return found


def test_a_unit_is_added_by_keys_below_the_chosen_one(page: AgenciesPage) -> None:
    above = stand_on(page, "Inspektorat Daerah")
    page.tree.setFocus()
    press(page.window(), Key.Key_N, ctrl=True)
    form = form_of(page)
    type_into(form, "name", "Inspektorat Pembantu Baru")
    save(page)
    made = named(page, "Inspektorat Pembantu Baru")
    assert (made.parent_id, made.kind) == (above.key, "unit")
    assert current(page) == made.name
    press(page.window(), Key.Key_Z, ctrl=True)
    done(page)
    assert made.name not in [node.name for node in walk(page.context.app.agencies.tree())]


def test_a_taken_name_is_told_beside_the_field(page: AgenciesPage, qtbot: QtBot) -> None:
    stand_on(page, "Inspektorat Daerah")
    page.new()
    form = form_of(page)
    type_into(form, "name", "inspektorat pembantu khusus")
    qtbot.waitUntil(lambda: any("sudah dipakai" in it.sentence for it in form.form.errors))
    type_into(form, "name", "Inspektorat Pembantu Lain")
    type_into(form, "code", "6.01")
    qtbot.waitUntil(lambda: [it.field.name for it in form.form.errors] == ["code"])


def test_the_record_is_changed_with_f2(page: AgenciesPage) -> None:
    node = stand_on(page, "Inspektorat Daerah")
    press(page.tree, Key.Key_F2)
    type_into(form_of(page), "short_name", "Itda")
    save(page)
    assert named(page, node.name).short_name == "Itda"
    assert page.currentWidget() is page.view


def test_a_new_name_keeps_the_old_one(page: AgenciesPage) -> None:
    node = stand_on(page, "Inspektorat Daerah")
    page.acts.actions["rename"].trigger()
    type_into(form_of(page), "name", "Inspektorat Kota")
    save(page)
    renamed = named(page, "Inspektorat Kota")
    assert (renamed.key, renamed.former_names) == (node.key, ("Inspektorat Daerah",))
    assert page.detail.title.text() == "Inspektorat Kota"


@pytest.mark.parametrize("act", ["rename", "move"])
def test_what_changes_nothing_is_not_saved(page: AgenciesPage, act: str) -> None:
    stand_on(page, "Inspektorat Daerah")
    page._act(act)  # noqa: SLF001 - what the menu calls
    form = form_of(page)
    field = "name" if act == "rename" else "parent_id"
    assert form.form.errors == [], "nobody is blamed before anything was typed"
    assert [it.field.name for it in form.form.waiting] == [field]
    save(page)
    assert page.currentWidget() is form
    assert [it.field.name for it in form.form.errors] == [field]
    assert not [it for it in page.context.app.agencies.history(named(page, "Inspektorat Daerah").key) if it.day]
    if act == "rename":
        type_into(form, field, "Inspektorat Kota")
        save(page)
        assert page.count() == 1


@pytest.mark.parametrize(("name", "required"), [("Inspektorat Daerah", True), ("Bidang Cipta Karya", False)])
def test_what_stands_at_the_top_has_to_be_told_where_it_goes(page: AgenciesPage, name: str, required: bool) -> None:
    stand_on(page, name)
    page.acts.wanted.emit("move")
    field = form_of(page).form.rows["parent_id"].field
    assert field.required is required
    assert ("tingkat teratas" in field.help) is not required


def test_a_unit_is_moved(page: AgenciesPage, qtbot: QtBot) -> None:
    unit, goal = stand_on(page, "Bidang Cipta Karya"), named(page, "Sekretariat Daerah")
    page.acts.actions["move"].trigger()
    form = form_of(page)
    type_into(form, "parent_id", "Bidang Cipta Karya")
    press(QApplication.focusWidget() or form, Key.Key_Tab)
    qtbot.waitUntil(lambda: any("dirinya sendiri" in it.sentence for it in form.form.errors))
    form.form.rows["parent_id"].editor.set_value(goal.key)
    form.form.rows["parent_id"].editor.edited.emit()
    save(page)
    assert named(page, unit.name).parent_id == goal.key


def test_one_goes_into_another_after_a_question(page: AgenciesPage, answers: Answers, qtbot: QtBot) -> None:
    old, new = stand_on(page, "Inspektorat Daerah"), named(page, "Sekretariat Daerah")
    page.acts.actions["merge"].trigger()
    form = form_of(page)
    form.form.rows["into"].editor.set_value(new.key)
    form.form.rows["into"].editor.edited.emit()
    qtbot.waitUntil(lambda: any("pindah ke tujuan" in it.sentence for it in form.form.findings))
    save(page)
    assert answers.asked == ["Gabungkan dan tutup Inspektorat Daerah?"]
    assert named(page, old.name).closed_on is None
    answers.answer = DO_IT
    form.view.save.click()
    done(page)
    assert named(page, old.name).closed_on == date.today()
    assert old.name in named(page, new.name).former_names
    assert old.name not in shown(page)


def test_a_closed_one_is_shown_on_wish_and_opened_again(page: AgenciesPage) -> None:
    node = stand_on(page, "Bidang Cipta Karya")
    page.acts.actions["close"].trigger()
    form_of(page)
    save(page)
    page.view.open_all.click()
    assert node.name not in shown(page)
    QTest.mouseClick(page.view.with_closed, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert node.name in shown(page)
    page.tree.go_to(node.key)
    assert page.detail.state.text().startswith("Ditutup ")
    assert not page.acts.actions["close"].isVisible()
    page.acts.actions["reopen"].trigger()
    done(page)
    assert named(page, node.name).closed_on is None


def test_what_is_in_use_is_not_removed_and_said_so(page: AgenciesPage, window: MainWindow, answers: Answers) -> None:
    node = stand_on(page, "Dinas Kesehatan")
    answers.answer = DO_IT
    press(page.tree, Key.Key_Delete)
    done(page)
    assert named(page, node.name)
    banner = window.view.banners.itemAt(0).widget()
    assert "masih dipakai" in banner.accessibleName() or any(
        "masih dipakai" in it.text() for it in banner.findChildren(type(page.detail.title))
    )


def test_an_unused_one_is_removed(page: AgenciesPage, answers: Answers) -> None:
    _, changes = page.context.app.agencies.add({"name": "Dinas Uji"})
    page.context.changed.emit(changes)
    done(page)
    stand_on(page, "Dinas Uji")
    answers.answer = DO_IT
    press(page.tree, Key.Key_Delete)
    done(page)
    assert "Dinas Uji" not in shown(page)


def test_closing_tells_of_the_people_and_units_that_stay(page: AgenciesPage) -> None:
    node = stand_on(page, "Dinas Kesehatan")
    page.acts.actions["close"].trigger()
    told = form_of(page).form.rows["on"].message.text
    assert told.startswith(f"{node.people} pegawai dan {len(node.units)} unit masih tercatat di sini")
