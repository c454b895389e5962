"""The list of every page: what narrows it, how it is sorted and chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import Answers, focus, press, show
from tests.ui.lists.driving import boxes, click_heading, column, counts, wait
from ui.context import Target
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage


def test_a_facet_narrows_the_list_and_not_its_own_counts(page: ListPage) -> None:
    before = counts(page, "sex")
    boxes(page, "sex")["M"].click()
    wait(page)
    assert page.list.model.rowCount() == before["M"] < 60
    assert {value: box.accessibleName() for value, box in boxes(page, "sex").items()} == {
        value: f"Jenis kelamin: {word}, {before[value]} baris"
        for value, word in (("M", "Laki-laki"), ("F", "Perempuan"))
    }
    other = counts(page, "kind")
    assert sum(other.values()) == before["M"], "the counts of others follow"
    boxes(page, "sex")["F"].click()
    wait(page)
    assert page.list.model.rowCount() == 60


def test_words_and_facets_narrow_together_and_one_button_takes_them_off(page: ListPage) -> None:
    name = page.context.app.lists.rows("employees", ListQuery(), 1)[1][0]["name"]
    page.list.facets.words.setFocus()
    QTest.keyClicks(page.list.facets.words, name.split()[0])
    wait(page)
    found = page.list.model.rowCount()
    assert 1 <= found < 60
    assert page.header.note.text() == f"{found} dari 60"
    boxes(page, "sex")["M"].click()
    wait(page)
    assert page.list.facets.clear_button.text() == "Hapus (2)"
    page.list.facets.clear_button.click()
    wait(page)
    assert (page.list.model.rowCount(), page.list.facets.words.text()) == (60, "")
    assert not page.list.facets.clear_button.isVisible()


def test_nothing_found_is_said_calmly_and_can_be_undone_at_once(page: ListPage) -> None:
    page.search()
    QTest.keyClicks(page.list.facets.words, "zzzqx")
    wait(page)
    assert page.list.nothing.isVisible()
    assert not page.list.grid.isVisible()
    assert page.list.facets.isEnabled(), "one can go on typing"
    assert not page.export_button.isEnabled()
    assert focus(page.window()) is page.list.facets.words  # type: ignore[arg-type]
    clear = page.list.nothing.findChild(QPushButton)
    assert clear is not None
    assert clear.text() == "Hapus saringan"
    clear.setFocus()
    press(page, "Space")
    wait(page)
    assert page.list.grid.isVisible()
    assert page.list.model.rowCount() == 60
    assert focus(page.window()) is page.list.grid  # type: ignore[arg-type]


def test_a_list_without_rows_tells_the_next_step(active: MainWindow, answers: Answers) -> None:
    active.context.app.undo.undo(active.context.app.undo.next_undo().number)  # type: ignore[union-attr]
    page = show(active, "employees")
    assert isinstance(page, ListPage)
    assert page.list.model.rowCount() == 0
    texts = [it.text() for it in page.list.findChildren(QPushButton) if it.isVisible()]
    assert "Impor dari Excel" in texts
    assert not page.list.nothing.isVisible()
    assert page.isAncestorOf(focus(active))
    assert answers.asked == []


def test_a_condition_from_elsewhere_is_named_and_can_be_taken_off(page: ListPage) -> None:
    post = page.context.app.lists.rows("employees", ListQuery(), 1)[1][0]["post"]
    page.context.go(Target("employees", query=ListQuery(where=(("post", post),))))
    wait(page)
    assert 1 <= page.list.model.rowCount() < 60
    assert page.filter_button.text() == "Saring (1)"
    (off,) = [it for it in page.list.facets.findChildren(QPushButton) if it.accessibleName().startswith("Hapus syarat")]
    assert post in off.toolTip()
    off.click()
    wait(page)
    assert page.list.model.rowCount() == 60


def test_headings_sort_and_shift_joins_them(page: ListPage, monkeypatch: pytest.MonkeyPatch) -> None:
    click_heading(page, "name")
    first = column(page, "name", 0)
    click_heading(page, "name")
    assert column(page, "name", 0) != first
    monkeypatch.setattr(QApplication, "keyboardModifiers", lambda: Qt.KeyboardModifier.ShiftModifier)
    click_heading(page, "grade", Qt.KeyboardModifier.ShiftModifier)
    sort = [(it.field, it.descending) for it in page.list.query().sort]
    assert sort == [("name", True), ("grade_code", False)]
    titles = [page.list.model.headerData(place, Qt.Orientation.Horizontal) for place in range(3)]
    assert titles == ["NIP", "Nama ▼1", "Gol. ▲2"]


def test_chosen_rows_are_counted_and_summed(page: ListPage) -> None:
    total = page.context.app.lists.totals("employees", page.list.query(), ["jp_counted"])["jp_counted"]
    assert page.list.footer.count.text() == "60 pegawai"
    assert f"{round(total)}" in page.list.footer.sums.text().replace(".", "")
    page.list.grid.setFocus()
    press(page, "Down")
    press(page, "Shift+Down")
    press(page, "Shift+Down")
    wait(page)
    assert page.list.footer.chosen.text().startswith("3 dipilih")
    chosen = page.list.selected_keys()
    some = page.context.app.lists.totals("employees", chosen, ["jp_counted"], year=page.context.year)["jp_counted"]
    assert f"{round(some)}" in page.list.footer.chosen.text().replace(".", "")


def test_chosen_rows_stay_chosen_through_reading_sorting_and_undo(page: ListPage, active: MainWindow) -> None:
    page.list.grid.setFocus()
    press(page, "Down")
    press(page, "Shift+Down")
    chosen = set(page.list.selected_keys())
    assert len(chosen) == 2
    press(active, "F5")
    wait(page)
    assert set(page.list.selected_keys()) == chosen
    click_heading(page, "name")
    assert set(page.list.selected_keys()) == chosen
    service, key = active.context.app.employees, min(chosen)
    active.context.write("uji", lambda _watch: service.change(key, {"phone": "0811"}), lambda _none: "Disimpan")
    wait(page)
    page.list.grid.setFocus()
    press(active, "Ctrl+Z")
    wait(page)
    assert set(page.list.selected_keys()) == chosen
    assert service.record(key).phone != "0811"


def test_a_click_on_the_box_adds_a_row(page: ListPage) -> None:
    grid = page.list.grid
    for row in (1, 3):
        place = grid.visualRect(grid.model().index(row, 0))
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 12, place.center().y()))
    assert sorted(grid.chosen_rows()) == [1, 3]
