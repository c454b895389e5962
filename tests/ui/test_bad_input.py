"""What goes wrong in an office: locked, read-only and vanished stores, half filled forms, odd pastes, odd screens."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QLabel, QLineEdit, QPushButton, QWidget

from db import ChangeSetHeader
from smartpns_desktop.app import App, open_app
from smartpns_desktop.services.watch import Watch
from tests.ui.driving import DISCARD, SAVE, STAY, Answers, focus, in_front, press, show
from ui.context import Context, Target
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.list_page import ListPage
from ui.pages.table import places
from ui.theme.theme import theme
from ui.theme.tokens import DARK, LIGHT
from ui.waiting import settle
from ui.widgets.banner import Banner

PAGES = [place.name for place in places()]
LONG = "Ketahanan " * 1_000
HTML = "<table><tr><td><b>198501012010011001</b></td><td>Siti &amp; Budi</td></tr></table>"


def banner(window: MainWindow) -> str:
    """What the banner says; "" where there is none."""
    QApplication.sendPostedEvents(None, 0)
    told = [it.accessibleName() for it in window.findChildren(Banner) if it.isVisible() and it.parent() is window.view]
    return told[0] if told else ""


def employees(window: MainWindow) -> ListPage:
    page = show(window, "employees")
    assert isinstance(page, ListPage)
    return page


def form_of(window: MainWindow, act: str = "new") -> FormPage:
    """A form of employees: a new one, or that of the first row."""
    page = employees(window)
    page.new() if act == "new" else page.edit(page.list.model.key(0))
    settle(window.context.operations)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    return form


def typed(form: FormPage, name: str, text: str) -> None:
    """Type over what a field holds."""
    line = form.form.rows[name].editor.inner
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


@pytest.fixture
def locked(city: App) -> Iterator[sqlite3.Connection]:
    """Another program that writes to the store and does not end."""
    other = sqlite3.connect(city.database.path, isolation_level=None)
    yield other
    other.close()


# Closing while something runs


def slow_import(window: MainWindow) -> threading.Event:
    """Writing work that has stored a person and goes on until it is stopped; the event tells that it has begun."""
    begun = threading.Event()
    app = window.context.app

    def work(watch: Watch) -> None:
        with app.database.write(ChangeSetHeader("Uji", "impor")) as writer:
            writer.connection.exec_driver_sql("DELETE FROM training")
            begun.set()
            while True:
                watch.step(0, 0)
                threading.Event().wait(0.005)

    window.context.write("Mengimpor siasn.xlsx", work, lambda _none: "selesai")
    assert begun.wait(5)
    return begun


def test_a_window_that_is_closed_in_the_middle_leaves_nothing_half_stored(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    trainings = window.context.app.lists.count("trainings", _everything())
    slow_import(window)
    assert not window.close()
    assert answers.asked == ["Hentikan “Mengimpor siasn.xlsx” dan tutup?"]
    assert window.isVisible()
    answers.answer = 1
    assert window.close()
    window.context.app.close()
    again = open_app(tmp_path, "Uji")
    try:
        assert again.lists.count("trainings", _everything()) == trainings > 0
        assert again.health.check().sound
    finally:
        again.close()


def test_size_and_page_are_kept_though_something_was_stopped(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    show(window, "trainings")
    slow_import(window)
    answers.answer = 1
    assert window.close()
    assert window.context.app.preferences.get("window.page") == "trainings"


def test_a_half_filled_form_is_given_up_only_when_nothing_else_keeps_the_window(
    window: MainWindow, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = form_of(window)
    typed(form, "name", "Siti")
    slow_import(window)
    answers.answer = STAY
    assert not window.close()
    assert form.form.values()["name"] == "Siti"
    assert form.form.is_dirty
    window.context.operations.running[0].cancel()
    settle(window.context.operations)


# A store that cannot be written


def test_a_locked_store_gives_a_calm_banner_and_keeps_what_was_typed(
    window: MainWindow, locked: sqlite3.Connection
) -> None:
    form = form_of(window, "edit")
    typed(form, "phone", "0811 222 333")
    locked.execute("BEGIN IMMEDIATE")
    QTest.mouseClick(form.view.save, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    said = form.view.state.text() or banner(window)
    assert "dipakai program lain" in said or "sedang" in said, said
    assert in_front(window).currentWidget() is form
    assert form.form.values()["phone"] == "0811 222 333"
    locked.execute("ROLLBACK")
    QTest.mouseClick(form.view.save, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    assert in_front(window).count() == 1
    assert "disimpan" in window.view.status.done.text()


def test_reading_goes_on_while_another_program_writes(window: MainWindow, locked: sqlite3.Connection) -> None:
    locked.execute("BEGIN IMMEDIATE")
    for name in PAGES:
        show(window, name)
        assert banner(window) == "", name
    assert employees(window).list.model.rowCount() == 60
    assert window.close(), "a locked store does not keep the window open"


def test_deleting_from_a_locked_store_says_why_not(
    active: MainWindow, answers: Answers, locked: sqlite3.Connection
) -> None:
    page = show(active, "trainings")
    assert isinstance(page, ListPage)
    count = page.list.model.rowCount()
    locked.execute("BEGIN IMMEDIATE")
    answers.answer = 1
    for keys in ("Down", "Delete"):
        press(active, keys)
    settle(active.context.operations)
    assert banner(active)
    assert page.list.model.rowCount() == count
    show(active, "home")
    assert banner(active) == "", "what was said of one page does not stand over another"


def test_a_read_only_store_can_be_read_and_says_so_when_written(window: MainWindow, city: App) -> None:
    form = form_of(window, "edit")
    typed(form, "phone", "0811")
    with city.database.read() as reader:
        reader.connection.exec_driver_sql("PRAGMA query_only = ON")
    QTest.mouseClick(form.view.save, Qt.MouseButton.LeftButton)
    settle(window.context.operations)
    assert in_front(window).currentWidget() is form or "disimpan" in window.view.status.done.text()


# A form left half filled


WAYS = {
    "sidebar": lambda window: QTest.mouseClick(window.view.sidebar.row("trainings"), Qt.MouseButton.LeftButton),
    "key": lambda window: press(window, "Ctrl+5"),
    "same page": lambda window: QTest.mouseClick(window.view.sidebar.row("employees"), Qt.MouseButton.LeftButton),
    "escape": lambda window: press(window, "Escape"),
    "close": lambda window: window.close(),
    "search": lambda window: window.view.top.search.chosen.emit(("trainings", None, "a")),
    "found person": lambda window: window.view.top.search.chosen.emit(("employees", 1, "a")),
    "new": lambda window: window.go(Target("employees", act="new")),
    "dropped file": lambda window: window.open_files(["/usb/siasn.xlsx"]),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("act", ["new", "edit"])
def test_a_half_filled_form_is_asked_about_and_stays(active: MainWindow, answers: Answers, way: str, act: str) -> None:
    form = form_of(active, act)
    typed(form, "name", "Siti Aminah")
    answers.answer = STAY
    WAYS[way](active)
    settle(active.context.operations)
    assert len(answers.asked) == 1
    assert in_front(active).currentWidget() is form
    assert form.isVisible()
    assert form.form.values()["name"] == "Siti Aminah"
    assert active.view.sidebar.row("employees").isChecked()
    assert not active.view.sidebar.row("trainings").isChecked()
    assert form.isAncestorOf(focus(active)), "one can go on typing"


@pytest.mark.parametrize("way", ["sidebar", "key", "search"])
def test_what_was_given_up_is_asked_about_once(active: MainWindow, answers: Answers, way: str) -> None:
    form = form_of(active)
    typed(form, "name", "Siti Aminah")
    answers.answer = DISCARD
    WAYS[way](active)
    settle(active.context.operations)
    assert in_front(active).name == "trainings"
    page = employees(active)
    assert (len(answers.asked), page.count()) == (1, 1)


def test_saving_from_the_question_stores_the_form(active: MainWindow, answers: Answers) -> None:
    form = form_of(active, "edit")
    key = in_front(active).list.model.key(0)  # type: ignore[attr-defined]
    typed(form, "phone", "0812")
    answers.answer = SAVE
    WAYS["sidebar"](active)
    settle(active.context.operations)
    assert active.context.app.employees.record(key).phone == "0812"
    assert in_front(active).count() == 1


def test_an_untouched_form_is_left_without_a_question(active: MainWindow, answers: Answers) -> None:
    form_of(active)
    WAYS["sidebar"](active)
    settle(active.context.operations)
    assert (in_front(active).name, answers.asked) == ("trainings", [])


# What comes from the clipboard


def lines(window: MainWindow) -> Iterator[QLineEdit]:
    """Every line one can paste into, wherever it stands."""
    yield window.view.top.search
    yield employees(window).list.facets.words
    yield show(window, "settings").findChild(QLineEdit)
    form = form_of(window)
    yield from (it for it in form.findChildren(QLineEdit) if it.isVisibleTo(form) and not it.isReadOnly())


def paste(line: QLineEdit, text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(("text", "html"), [(LONG, ""), (HTML, HTML), ("", HTML), ("a\tb\r\nc\0d", "")])
def test_odd_pastes_do_no_harm_to_any_line(active: MainWindow, text: str, html: str) -> None:
    count = 0
    for line in lines(active):
        paste(line, text, html)
        settle(active.context.operations)
        assert banner(active) == ""
        assert not set("\n\r") & set(line.text()) or line in (active.view.top.search,), line.accessibleName()
        count += 1
    assert count > 20
    active.resize(911, 459)
    assert active.minimumSizeHint().width() <= 911


def test_markup_is_shown_as_it_was_typed(active: MainWindow) -> None:
    page = employees(active)
    page.list.facets.words.setText("<h1>x</h1>")
    page.list.facets.words.textEdited.emit("")
    QTest.qWait(250)
    settle(active.context.operations)
    assert page.list.model.rowCount() == 0
    assert all("<h1>" not in it.text() or it.textFormat() == Qt.TextFormat.PlainText for it in page.findChildren(QLabel))


@pytest.mark.parametrize("written", ["{0:.8} {0[8:14]}", "'{0}", "{0}\r\n", " {0}\t", "NIP. {0}", "{0:.8}-{1}"])
def test_a_nip_is_found_however_it_was_copied(active: MainWindow, written: str) -> None:
    page = employees(active)
    nip = page.list.current_record()["nip"]  # type: ignore[index]
    text = {
        "{0:.8} {0[8:14]}": f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}",
        "{0:.8}-{1}": f"{nip[:8]}-{nip[8:14]}-{nip[14]}-{nip[15:]}",
    }.get(written, written.replace("{0}", nip))
    paste(page.list.facets.words, text)
    QTest.qWait(250)
    settle(active.context.operations)
    assert page.list.model.rowCount() == 1
    paste(active.view.top.search, text)
    QTest.qWait(200)
    settle(active.context.operations)
    press(active, "Return")
    settle(active.context.operations)
    assert page.count() == 2


@pytest.mark.parametrize("pattern", ["{} ", "'{}", "{}\r\n", "\n{}", "NIP {}"])
def test_a_nip_is_understood_by_the_form_however_it_was_copied(active: MainWindow, pattern: str) -> None:
    form = form_of(active)
    line = form.form.rows["nip"].editor.inner
    assert isinstance(line, QLineEdit)
    paste(line, pattern.format("199003152015031001"))
    settle(active.context.operations)
    assert form.form.values()["nip"] == "199003152015031001"


# What the installation lacks


@pytest.fixture
def incomplete(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A copy of the resources that the program reads in the place of its own; tests take parts away."""
    import resources

    copy = tmp_path / "resources"
    shutil.copytree(Path(str(resources.__path__[0])), copy)
    monkeypatch.setattr("importlib.resources.files", lambda _package: copy)
    for module in ("ui.theme.icon_font", "ui.shell.help"):
        monkeypatch.setattr(f"{module}.files", lambda _package: copy)
    monkeypatch.setattr("ui.translation.resources.files", lambda _package: copy)
    from ui.theme import icon_font

    icon_font.signs.cache_clear()
    yield copy
    icon_font.signs.cache_clear()


@pytest.mark.parametrize("gone", ["icons/phosphor.json", "icons/phosphor.ttf", "help", "translations"])
def test_a_missing_part_stops_nothing(incomplete: Path, context: Context, answers: Answers, gone: str) -> None:
    from ui import translation

    part = incomplete / gone
    shutil.rmtree(part) if part.is_dir() else part.unlink()
    translation.install(QApplication.instance())
    window = MainWindow(context)
    window.show()
    for name in PAGES:
        show(window, name)
        window.help()
        assert not window.grab().isNull()
    assert window.view.sidebar.row("home").text() == "Beranda"
    assert banner(window) == ""
    answers.answer = DISCARD
    window.close()


def test_a_broken_list_of_icons_stops_nothing(incomplete: Path, context: Context) -> None:
    (incomplete / "icons/phosphor.json").write_text("{", encoding="utf-8")
    window = MainWindow(context)
    window.show()
    settle(context.operations)
    assert not window.grab().isNull()
    window.close()


# Screens


def cut(window: MainWindow) -> list[str]:
    """Buttons and headings whose words need more room than they have."""
    page = in_front(window)
    small = [
        f"{it.text()} {it.sizeHint().width()} > {it.width()}"
        for it in page.findChildren(QPushButton)
        if it.isVisible() and it.width() < it.sizeHint().width()
    ]
    for header in page.findChildren(QHeaderView):
        if header.isVisible() and header.orientation() == Qt.Orientation.Horizontal:
            small += [
                f"{header.model().headerData(place, Qt.Orientation.Horizontal)}"
                for place in range(header.count())
                if not header.isSectionHidden(place)
                and header.sectionSize(place) + 1 < header.fontMetrics().horizontalAdvance(
                    str(header.model().headerData(place, Qt.Orientation.Horizontal) or ""))
            ]  # fmt: skip
    return small


@pytest.mark.parametrize("points", [9.75, 12.0])
@pytest.mark.parametrize(("width", "height"), [(3840, 2160), (1366, 688), (911, 459)])
def test_nothing_is_cut_and_nothing_pushes_the_window_apart(
    window: MainWindow, width: int, height: int, points: float
) -> None:
    theme().set_text_size(points)
    try:
        for name in PAGES:
            window.resize(width, height)
            show(window, name)
            hint = window.minimumSizeHint()
            assert (hint.width() <= width, hint.height() <= height) == (True, True), (name, hint)
            assert cut(window) == [], name
    finally:
        theme().set_text_size(9.75)


def test_dark_and_light_may_change_while_pages_are_open(window: MainWindow) -> None:
    form_of(window)
    for tokens in (DARK, LIGHT, DARK):
        theme().apply(QApplication.instance(), tokens)
        settle(window.context.operations)
        ground = window.grab().toImage().pixelColor(window.width() // 2, window.height() - 60)
        assert (ground.lightness() < 128) is (tokens is DARK)
    theme().apply(QApplication.instance(), LIGHT)


def test_the_year_may_change_while_lists_are_read(window: MainWindow) -> None:
    year = window.context.year
    for name in PAGES:
        window.go(Target(name))
        for other in (year - 1, year - 3, year):
            window.context.set_year(other)
    settle(window.context.operations)
    assert banner(window) == ""
    assert window.view.top.year.text() == f"Tahun {year}"


# A store that goes away


def test_a_failed_read_is_a_calm_banner_and_f5_tries_again(active: MainWindow, city: App) -> None:
    path = city.database.path
    city.database.close()
    kept = path.with_suffix(".kept")
    path.rename(kept)
    path.mkdir()
    show(active, "employees")
    assert banner(active)
    path.rmdir()
    kept.rename(path)
    press(active, "F5")
    settle(active.context.operations)
    assert banner(active) == ""
    page = in_front(active)
    assert isinstance(page, ListPage)
    assert page.list.model.rowCount() == 60
    assert page.list.model.record(0) is not None


def test_a_data_folder_that_is_gone_does_not_keep_the_window_open(active: MainWindow, city: App, tmp_path: Path) -> None:
    city.database.close()
    for path in tmp_path.iterdir():
        path.unlink()
    tmp_path.rmdir()
    show(active, "trainings")
    assert banner(active)
    assert active.close()


def _everything() -> object:
    from smartpns_desktop.services.lists import ListQuery

    return ListQuery()


def test_a_banner_can_be_closed_by_key(active: MainWindow) -> None:
    from smartpns_desktop.domain.errors import CannotDo

    active.context.refuse(CannotDo("file.in_use", path="data.xlsx"))
    (shown,) = [it for it in active.findChildren(Banner) if it.parent() is active.view]
    link: QWidget | None = shown.findChild(QPushButton)
    assert link is not None
    link.setFocus()
    press(active, "Space")
    QApplication.sendPostedEvents(None, 0)
    assert active.refusals.is_clear
