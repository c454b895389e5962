"""The page of a form: saving, mending, leaving, refusals, by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.watch import Watch
from ui.context import Context
from ui.forms.field import Field, FieldKind
from ui.forms.form import Form
from ui.forms.form_page import FormPage

FIELDS = (
    Field("nip", "NIP", FieldKind.NIP, required=True, section="Identitas"),
    Field("name", "Nama", required=True, section="Identitas"),
    Field("email", "Surel", section="Identitas"),
    Field("address", "Alamat", FieldKind.TEXT, section="Identitas"),
)
NIP = "199204172019032001"
Open = Callable[..., FormPage]


@pytest.fixture
def open_page(qtbot: QtBot, context: Context) -> Open:
    """Opens a page for a new employee, or for the one with a key; `save` may be another."""

    def make(key: int | None = None, save: Callable[[Watch, Mapping[str, object]], Any] | None = None) -> FormPage:
        employees = context.app.employees

        def store(_watch: Watch, values: Mapping[str, object]) -> Any:
            return employees.add(values) if key is None else employees.change(key, values)

        form = Form(context, FIELDS, lambda values: employees.problems(values, key))
        page = FormPage(context, "Pegawai", form, save or store, lambda _result: "Pegawai disimpan.")
        qtbot.addWidget(page)
        page.resize(1174, 600)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        form.begin() if key is None else form.set_values(employees.record(key))
        page.setFocus()
        return page

    return make


@pytest.fixture
def key(context: Context) -> int:
    """A stored employee."""
    return context.app.employees.add({"nip": NIP, "name": "Anisa"})[0]


def type_in(qtbot: QtBot, page: FormPage, name: str, text: str) -> None:
    page.form.jump(name)
    qtbot.keyClicks(page.form.rows[name].editor.inner, text)


def press(qtbot: QtBot, page: FormPage, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    focused = page.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def answer(word: str) -> None:
    """Press the button with this word in the question that is about to open."""

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        next(it for it in dialog.findChildren(QPushButton) if it.text() == word).click()

    QTimer.singleShot(50, choose)


@pytest.mark.parametrize("shortcut", [Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_new_record_is_saved_by_key_and_told(
    qtbot: QtBot, context: Context, open_page: Open, shortcut: Qt.Key
) -> None:
    page = open_page()
    assert page.focusWidget() is page.form.rows["nip"].editor.inner
    type_in(qtbot, page, "nip", NIP)
    type_in(qtbot, page, "name", "Anisa")
    type_in(qtbot, page, "address", "Jalan Melati")
    with qtbot.waitSignals([context.told, context.changed, page.saved]) as blocker:
        press(qtbot, page, shortcut, Qt.KeyboardModifier.ControlModifier)
    assert blocker.signal_triggered
    assert context.app.employees.by_nip(NIP).address == "Jalan Melati"
    assert not page.form.is_dirty
    assert page.may_leave()


def test_an_empty_form_says_what_it_needs_and_pressing_save_leads_there(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    assert page.view.save.text() == "Simpan"
    assert page.view.state.text() == "Masih perlu diisi: NIP dan Nama."
    page.form.jump("email")
    qtbot.mouseClick(page.view.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.view.save.text() == "Perbaiki 2 isian")
    assert page.view.save.property("kind") == ""
    assert page.view.state.text() == "Belum dapat disimpan: NIP dan Nama."
    qtbot.waitUntil(lambda: page.focusWidget() is page.form.rows["nip"].editor.inner)
    type_in(qtbot, page, "nip", NIP)
    type_in(qtbot, page, "name", "Anisa")
    qtbot.waitUntil(lambda: page.view.save.text() == "Simpan")
    assert page.view.save.property("kind") == "primary"
    assert page.view.state.text() == ""


def test_problems_are_listed_as_links_to_their_fields(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    type_in(qtbot, page, "nip", "123")
    type_in(qtbot, page, "email", "anisa")
    qtbot.waitUntil(lambda: bool(page.form.errors and page.form.warnings))
    links = page.view.problems.findChildren(QPushButton)
    assert [it.text() for it in links] == ["NIP", "Surel"]
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page.form.rows["nip"].editor.inner
    page.resize(1000, 600)
    qtbot.waitUntil(lambda: not page.view.problems.isVisible())


def test_a_stored_record_that_nobody_changed_has_nothing_to_save(
    qtbot: QtBot, context: Context, open_page: Open, key: int
) -> None:
    page = open_page(key)
    assert not page.view.save.isEnabled()
    assert page.view.save.toolTip() == "Belum ada yang diubah."
    type_in(qtbot, page, "email", "a@contoh.go.id")
    assert page.view.save.isEnabled()
    assert page.view.header.note.text() == "Belum disimpan"
    with qtbot.waitSignal(page.saved):
        qtbot.mouseClick(page.view.save, Qt.MouseButton.LeftButton)
    assert context.app.employees.record(key).email == "a@contoh.go.id"


def test_only_what_changed_is_saved(qtbot: QtBot, open_page: Open, key: int) -> None:
    handed: list[Mapping[str, object]] = []
    page = open_page(key, save=lambda _watch, values: handed.append(values))
    type_in(qtbot, page, "email", "a@contoh.go.id")
    with qtbot.waitSignal(page.saved):
        page.save()
    assert handed == [{"email": "a@contoh.go.id"}]


def test_a_refusal_is_told_and_what_was_typed_stays(qtbot: QtBot, open_page: Open) -> None:
    def refused(_watch: Watch, _values: Mapping[str, object]) -> Any:
        raise CannotDo("record.missing")

    page = open_page(save=refused)
    type_in(qtbot, page, "nip", NIP)
    type_in(qtbot, page, "name", "Anisa")
    page.save()
    qtbot.waitUntil(lambda: page.view.state.text().startswith("Data itu sudah tidak ada"))
    assert page.form.values()["name"] == "Anisa"
    assert page.form.isEnabled()
    assert page.view.save.isEnabled()
    assert page.focusWidget() is page.form.rows["name"].editor.inner
    qtbot.keyClicks(page.focusWidget(), "X")
    assert page.view.state.text() == ""


def test_a_broken_save_leaves_the_form_usable(qtbot: QtBot, context: Context, open_page: Open) -> None:
    def broken(_watch: Watch, _values: Mapping[str, object]) -> Any:
        raise OSError("disk")

    context.refused.disconnect()
    page = open_page(save=broken)
    type_in(qtbot, page, "nip", NIP)
    type_in(qtbot, page, "name", "Anisa")
    with qtbot.waitSignal(context.refused):
        page.save()
    assert page.form.isEnabled()
    assert page.form.is_dirty


def test_esc_leaves_an_untouched_form_at_once(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    with qtbot.waitSignal(page.closed):
        press(qtbot, page, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize(("word", "closes"), [("Tetap di sini", False), ("Buang perubahan", True)])
def test_leaving_what_was_typed_asks(qtbot: QtBot, open_page: Open, word: str, *, closes: bool) -> None:
    page = open_page()
    closed: list[bool] = []
    page.closed.connect(lambda: closed.append(True))
    type_in(qtbot, page, "name", "Anisa")
    answer(word)
    press(qtbot, page, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert bool(closed) is closes
    assert page.form.values()["name"] == "Anisa"


def test_leaving_may_save_first(qtbot: QtBot, context: Context, open_page: Open, key: int) -> None:
    page = open_page(key)
    type_in(qtbot, page, "email", "a@contoh.go.id")
    answer("Simpan")
    with qtbot.waitSignal(page.saved):
        assert not page.may_leave()
    assert context.app.employees.record(key).email == "a@contoh.go.id"


def test_a_second_press_does_not_save_twice(qtbot: QtBot, context: Context, open_page: Open) -> None:
    page = open_page()
    type_in(qtbot, page, "nip", NIP)
    type_in(qtbot, page, "name", "Anisa")
    with qtbot.waitSignal(page.saved):
        page.save()
        page.save()
    assert context.operations.running == ()


@pytest.mark.parametrize("width", [855, 1174])
def test_the_page_fits_a_small_screen(open_page: Open, width: int) -> None:
    page = open_page()
    page.resize(width, 420)
    smallest = page.minimumSizeHint()
    assert smallest.width() <= width
    assert smallest.height() <= 420
