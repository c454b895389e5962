"""The frame: pages, keys, undo by name, what is told at the edges, closing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smartpns_desktop.domain.errors import CannotDo
from tests.ui.driving import press
from ui.context import Context, Target
from ui.main_window import MainWindow
from ui.pages.employees_page import EmployeesPage
from ui.pages.table import places
from ui.waiting import settle
from ui.widgets.banner import Banner


def page_name(window: MainWindow) -> str:
    page = window.current_page()
    assert page is not None
    return page.name


def test_it_begins_with_the_first_page_and_every_place_can_be_reached(window: MainWindow) -> None:
    assert page_name(window) == "home"
    for place in places():
        window.go(Target(place.name))
        settle(window.context.operations)
        assert page_name(window) == place.name


@pytest.mark.parametrize("number", range(1, len(places()) + 1))
def test_control_and_a_number_go_to_a_page(active: MainWindow, number: int) -> None:
    press(active, f"Ctrl+{number}")
    assert page_name(active) == places()[number - 1].name


def test_no_short_cut_is_used_twice(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+K", "Ctrl+N", "Ctrl+F", "Ctrl+P", "Ctrl+Z", "Ctrl+Y", "F1", "F6"} <= set(keys)


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

    for place in places():
        window.go(Target(place.name))
        settle(window.context.operations)
        page = window.current_page()
        assert page is not None
        nameless = [
            (place.name, type(widget).__name__, widget.objectName())
            for kind in (QAbstractButton, QComboBox, QLineEdit)
            for widget in page.findChildren(kind)
            if widget.isVisibleTo(page)
            and not _inner(widget)
            and not (widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip())
        ]
        assert nameless == []


def _inner(widget: QWidget) -> bool:
    """Parts of Qt's own controls, which speak through them."""
    parent = widget.parent()
    return type(widget).__name__ in ("QToolButton", "QTableCornerButton") or type(parent).__name__ in (
        "QComboBox",
        "QSpinBox",
        "QLineEdit",
        "QTabBar",
    )


@pytest.mark.parametrize(("width", "height"), [(1366, 688), (911, 459)])
def test_every_page_fits_the_smallest_screen(window: MainWindow, width: int, height: int) -> None:
    for place in places():
        window.go(Target(place.name))
        settle(window.context.operations)
        window.resize(width, height)
        hint = window.minimumSizeHint()
        assert hint.width() <= width, place.name
        assert hint.height() <= height, place.name


def test_searching_opens_the_person(active: MainWindow) -> None:
    person = active.context.app.lists.rows("employees", _query("", ()), 1)[1][0]
    press(active, "Ctrl+K")
    number = person["nip"]
    QTest.keyClicks(active.view.top.search, f"{number[:8]} {number[8:14]}")
    QTest.qWait(250)
    settle(active.context.operations)
    press(active, "Return")
    settle(active.context.operations)
    assert page_name(active) == "employees"
    page = active.current_page()
    assert page is not None
    assert page.count() == 2


def test_the_newest_change_is_undone_and_redone_by_name(active: MainWindow) -> None:
    app, context = active.context.app, active.context
    page = active.page("employees")
    assert isinstance(page, EmployeesPage)
    active.go(Target("employees"))
    settle(context.operations)
    key = page.list.model.key(0)
    before = app.employees.record(key).phone
    context.write("uji", lambda _watch: app.employees.change(key, {"phone": "0811"}), lambda _changes: "Disimpan")
    settle(context.operations)
    assert "ubah" in active.undo.undo.text().casefold()
    assert active.view.status.done.text() == "Disimpan"
    press(active, "Ctrl+Z")
    settle(context.operations)
    assert app.employees.record(key).phone == before
    press(active, "Ctrl+Y")
    settle(context.operations)
    assert app.employees.record(key).phone == "0811"


def test_a_known_error_is_a_calm_banner_that_the_next_deed_takes_away(window: MainWindow) -> None:
    window.context.refuse(CannotDo("file.in_use", path="data.xlsx"))
    (banner,) = window.findChildren(Banner)
    assert "data.xlsx" in banner.accessibleName() or "data.xlsx" in banner.toolTip() or banner.isVisible()
    window.context.told.emit("Selesai", None)
    QApplication.sendPostedEvents(None, 0)
    assert window.refusals.is_clear


def test_a_dropped_file_is_imported(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: list[Target] = []
    monkeypatch.setattr(window, "go", wanted.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/usb/siasn.xlsx")])
    event = QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    QTest.qWait(50)
    (target,) = wanted
    assert (target.page, target.act, str(target.file)) == ("exchange", "import", "/usb/siasn.xlsx")


def test_closing_while_something_runs_asks_first(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    asked: list[str] = []
    monkeypatch.setattr("ui.shell.leaving.ask_destructive", lambda _parent, title, *_rest: bool(asked.append(title)))
    go = threading.Event()
    window.context.operations.run("Mengimpor", lambda _watch: go.wait(5), lambda _done: None)
    assert not window.close()
    assert "Mengimpor" in asked[0]
    go.set()
    settle(window.context.operations)
    assert window.close()


def test_size_and_page_come_back_at_the_next_start(context: Context) -> None:
    first = MainWindow(context)
    first.show()
    first.resize(1200, 640)
    first.go(Target("trainings"))
    settle(context.operations)
    preferences = context.app.preferences
    first.close()
    assert preferences.get("window.page") == "trainings"
    assert isinstance(preferences.get("window.geometry"), str)


def _query(search: str, where: tuple[tuple[str, str], ...]) -> object:
    from smartpns_desktop.services.lists import ListQuery

    return ListQuery(search=search, where=where)


def test_the_first_page_has_its_data_without_another_click(context: Context) -> None:
    shown = MainWindow(context)
    shown.show()
    settle(context.operations)
    page = shown.current_page()
    assert page is not None
    assert "60" in page.view.people.accessibleName()  # type: ignore[attr-defined]
    shown.close()
