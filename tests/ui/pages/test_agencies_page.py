"""The page of agencies, driven by keys and mouse on a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from smartpns_desktop.app import App, open_app
from smartpns_desktop.services.agencies import AgencyNode
from tests.ui.driving import show
from tests.ui.pages.agency_driving import Key, current, done, form_of, named, press, save, shown, stand_on, type_into
from ui.context import Context, Target
from ui.main_window import MainWindow
from ui.pages.agencies_page import AgenciesPage
from ui.pages.agency_record import AgencyRecord
from ui.pages.agency_tree import walk
from ui.waiting import settle
from ui.workers.operation import Operations


@pytest.fixture
def page(active: MainWindow) -> AgenciesPage:
    found = show(active, "agencies")
    assert isinstance(found, AgenciesPage)
    return found


def test_arrows_open_out_and_a_reload_keeps_it(page: AgenciesPage) -> None:
    stand_on(page, "Dinas Kesehatan")
    before = len(shown(page))
    press(page.tree, Key.Key_Right)
    assert len(shown(page)) > before
    press(page.tree, Key.Key_Down)
    unit = current(page)
    assert unit in [node.name for node in named(page, "Dinas Kesehatan").units]
    page.reload()
    done(page)
    assert current(page) == unit
    assert len(shown(page)) > before
    press(page.tree, Key.Key_Left, Key.Key_Left)
    assert (current(page), len(shown(page))) == ("Dinas Kesehatan", before)


def test_everything_opens_out_and_folds_in(page: AgenciesPage) -> None:
    tops = shown(page)
    page.view.open_all.click()
    assert shown(page) == [node.name for node in walk(page.context.app.agencies.tree())]
    page.tree.go_to(named(page, "Bidang Cipta Karya").key)
    page.view.close_all.click()
    assert shown(page) == tops
    assert current(page) == "Dinas Pekerjaan Umum dan Penataan Ruang"


def test_typing_finds_a_name_in_the_tree(page: AgenciesPage) -> None:
    QTest.keyClicks(page.tree, "insp")
    assert current(page) == "Inspektorat Daerah"


def test_a_search_shows_matches_with_their_agencies(page: AgenciesPage, qtbot: QtBot) -> None:
    page.search()
    QTest.keyClicks(page.view.words, "cipta karya")
    qtbot.waitUntil(lambda: shown(page) == ["Dinas Pekerjaan Umum dan Penataan Ruang", "Bidang Cipta Karya"])
    assert current(page) == "Bidang Cipta Karya"
    assert "Dinas Pekerjaan Umum" in page.detail.subtitle.text()
    press(page.view.words, Key.Key_Down)
    assert page.tree.hasFocus()
    QTest.keyClicks(page.view.words, "zzz")
    qtbot.waitUntil(lambda: not shown(page))
    assert not page.detail.isEnabled()
    page.clear()
    assert len(shown(page)) == len(page.context.app.agencies.tree())


def test_the_panel_leads_to_the_people(page: AgenciesPage, window: MainWindow) -> None:
    node = stand_on(page, "Dinas Kesehatan")
    assert page.detail.people.text() == str(node.people_in_all)
    assert page.detail.jp_part.isVisible()
    page.detail.people_link.click()
    done(page)
    employees = window.page("employees")
    assert window.current_page() is employees
    assert employees.list.model.rowCount() == node.people_in_all  # type: ignore[attr-defined]


def test_people_of_a_unit_are_those_the_link_counts(page: AgenciesPage, window: MainWindow) -> None:
    unit = max((it for it in walk(page.context.app.agencies.tree()) if it.kind == "unit"), key=lambda it: it.people)
    page.tree.go_to(unit.key)
    assert str(unit.people) in page.detail.people_link.text()
    page.detail.people_link.click()
    done(page)
    assert window.page("employees").list.model.rowCount() == unit.people  # type: ignore[attr-defined]


def test_enter_opens_the_page_of_one_with_its_trail(page: AgenciesPage) -> None:
    node = stand_on(page, "Inspektorat Daerah")
    press(page.tree, Key.Key_Return)
    done(page)
    record = page.currentWidget()
    assert isinstance(record, AgencyRecord)
    assert record.trail.list.lines.rowCount() > 0
    page.context.changed.emit(page.context.app.agencies.change(node.key, {"short_name": "Itda"}))
    done(page)
    assert record.header.title.text() == "Itda"
    press(record.trail, Key.Key_Escape)
    assert page.currentWidget() is page.view


def test_a_change_is_taken_back_from_the_trail(page: AgenciesPage) -> None:
    node = stand_on(page, "Inspektorat Daerah")
    page.context.changed.emit(page.context.app.agencies.change(node.key, {"short_name": "Itda"}))
    done(page)
    page.open_key(node.key)
    done(page)
    record = page.currentWidget()
    assert isinstance(record, AgencyRecord)
    record.trail.take_back.click()
    done(page)
    assert named(page, node.name).short_name == node.short_name


def test_a_narrow_window_has_the_tree_alone(page: AgenciesPage, window: MainWindow) -> None:
    window.resize(911, 459)
    assert not page.detail.isVisible()
    assert page.minimumSizeHint().width() <= 911 - 56
    window.go(Target("agencies", key=named(page, "Bidang Cipta Karya").key))
    done(page)
    assert isinstance(page.currentWidget(), AgencyRecord)


def test_a_place_elsewhere_leads_to_a_closed_one(page: AgenciesPage, window: MainWindow) -> None:
    node = named(page, "Bidang Cipta Karya")
    page.context.changed.emit(page.context.app.agencies.close(node.key, date(2026, 1, 1)))
    done(page)
    page.view.words.setText("inspektorat")
    window.go(Target("agencies", key=node.key))
    done(page)
    assert current(page) == node.name


def test_what_is_shown_goes_to_excel_and_paper(
    page: AgenciesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.view.words.setText("inspektorat")
    page._narrow()  # noqa: SLF001 - the pause after typing is Qt's
    out = tmp_path / "keluar.xlsx"
    monkeypatch.setattr("ui.pages.agency_output.QFileDialog.getSaveFileName", lambda *_: (str(out), ""))
    press(page.window(), Key.Key_E, ctrl=True)
    done(page)
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    assert len(rows) == 1 + len(page.model.keys_in_order())
    count, lines = page.output.job("memuat “inspektorat”").rows()
    told = [line[0] for line in lines]
    assert count == len(told) == len(page.model.keys_in_order())
    assert [name.strip() for name in told] == [it.name for it in walk(named_tree(page))]
    assert told[1].startswith(" ")


def named_tree(page: AgenciesPage) -> list[AgencyNode]:
    return [node for node in page.context.app.agencies.tree() if node.name == "Inspektorat Daerah"]


def test_a_row_is_copied(page: AgenciesPage) -> None:
    stand_on(page, "Inspektorat Daerah")
    page.tree.setFocus()
    press(page.tree, Key.Key_C, ctrl=True)
    assert "Inspektorat Daerah\t" in QGuiApplication.clipboard().text()


@pytest.fixture
def bare(themed: QApplication, tmp_path: Path) -> Iterator[AgenciesPage]:  # noqa: ARG001 - in a theme
    """The page on a store without anything."""
    app: App = open_app(tmp_path / "kosong", "Uji")
    operations = Operations()
    window = MainWindow(Context(app, operations))
    window.show()
    window.go(Target("agencies"))
    settle(operations)
    made = window.current_page()
    assert isinstance(made, AgenciesPage)
    yield made
    made.to_main()
    window.close()
    window.deleteLater()
    app.close()


def test_an_empty_store_says_what_to_do_next(bare: AgenciesPage) -> None:
    assert bare.view.middle.currentIndex() == 1
    assert bare.view.new_button.property("kind") == ""
    texts = [it.text() for it in bare.view.middle.currentWidget().findChildren(QPushButton)]
    assert texts == ["Impor dari Excel", "Catat perangkat daerah", "Coba dengan data contoh"]
    bare.new()
    form = form_of(bare)
    type_into(form, "name", "Dinas Pertama")
    save(bare)
    assert (bare.view.middle.currentIndex(), current(bare)) == (0, "Dinas Pertama")
