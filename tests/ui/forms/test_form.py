"""A form of a civil servant on a real store: what it tells, when, and what it hands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from smartpns_desktop.domain.employees import Sex
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.domain.problems import Problem
from ui.context import Context
from ui.forms.field import Field, FieldKind
from ui.forms.findings import Weight
from ui.forms.form import Form

FIELDS = (
    Field("nip", "NIP", FieldKind.NIP, required=True, section="Identitas", refusals=("agency.code_taken",)),
    Field("name", "Nama", required=True, section="Identitas", help="Tanpa gelar."),
    Field("birth_date", "Tanggal lahir", FieldKind.DATE, section="Identitas"),
    Field("sex", "Jenis kelamin", FieldKind.CHOICE, section="Identitas"),
    Field("email", "Surel", section="Kontak"),
    Field("grade", "Golongan", section="Kontak", read_only="Diatur di Riwayat Pangkat"),
)
CHOICES = {"sex": [(Sex.M, "Laki-laki"), (Sex.F, "Perempuan")]}
NIP = "199204172019032001"


@pytest.fixture
def form(qtbot: QtBot, context: Context) -> Form:
    """An empty form for a new employee, active."""
    form = Form(context, FIELDS, context.app.employees.problems, CHOICES, agreed)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.begin()
    return form


def agreed(values: Mapping[str, object]) -> Mapping[str, str]:
    return {"birth_date": "Cocok dengan NIP"} if values.get("birth_date") == date(1992, 4, 17) else {}


def type_in(qtbot: QtBot, form: Form, name: str, text: str) -> None:
    """Type into a field and go on with Tab."""
    form.jump(name)
    qtbot.keyClicks(form.rows[name].editor.inner, text)
    qtbot.keyClick(form.rows[name].editor.inner, Qt.Key.Key_Tab)


def message(form: Form, name: str) -> str:
    return form.rows[name].message.text


def test_a_fresh_form_blames_nobody_yet_but_knows_what_is_missing(form: Form) -> None:
    assert form.errors == []
    assert [it.field.name for it in form.waiting] == ["nip", "name"]
    assert message(form, "name") == "Tanpa gelar."
    assert message(form, "grade") == "Diatur di Riwayat Pangkat"
    assert not form.is_dirty


def test_a_required_field_that_was_left_empty_is_told(qtbot: QtBot, form: Form) -> None:
    type_in(qtbot, form, "name", "")
    assert message(form, "name") == "Nama wajib diisi. Lengkapi isinya."
    assert form.rows["name"].editor.inner.property("st") == "error"


def test_the_rules_speak_while_one_types(qtbot: QtBot, form: Form) -> None:
    form.jump("nip")
    qtbot.keyClicks(form.rows["nip"].editor.inner, "19920417")
    qtbot.waitUntil(lambda: "memuat 8 angka" in message(form, "nip"))
    qtbot.keyClicks(form.rows["nip"].editor.inner, NIP[8:])
    qtbot.waitUntil(lambda: message(form, "nip") == "")
    assert form.errors == []


def test_a_warning_and_an_agreement_are_told_and_may_be_saved(qtbot: QtBot, form: Form) -> None:
    type_in(qtbot, form, "nip", NIP)
    type_in(qtbot, form, "name", "Anisa")
    type_in(qtbot, form, "birth_date", "17/4/92")
    type_in(qtbot, form, "email", "anisa")
    qtbot.waitUntil(lambda: bool(form.warnings) and message(form, "birth_date") == "Cocok dengan NIP")
    assert [it.field.name for it in form.warnings] == ["email"]
    assert form.rows["email"].editor.inner.property("st") == "warn"
    assert (form.errors, form.waiting) == ([], [])


def test_values_are_typed_and_only_what_changed_is_handed_on(qtbot: QtBot, form: Form) -> None:
    stored = {"nip": NIP, "name": "Anisa", "birth_date": date(1992, 4, 17), "sex": Sex.F, "grade": "III/b"}
    form.set_values(stored)
    assert (form.changed(), form.is_dirty) == ({}, False)
    assert form.values() == {name: value for name, value in stored.items() if name != "grade"} | {"email": None}
    type_in(qtbot, form, "email", "anisa@contoh.go.id")
    qtbot.keyClick(form.rows["sex"].editor.inner, Qt.Key.Key_L)
    form.rows["birth_date"].editor.setFocus()
    assert form.changed() == {"email": "anisa@contoh.go.id", "sex": Sex.M}
    form.accept()
    assert not form.is_dirty


def test_a_stored_record_is_read_from_an_object_too(context: Context, form: Form) -> None:
    key, _ = context.app.employees.add({"nip": NIP, "name": "Anisa", "email": "a@contoh.go.id"})
    form.set_values(context.app.employees.record(key))
    assert form.values()["email"] == "a@contoh.go.id"
    assert not form.is_dirty


def test_what_cannot_be_read_is_told_after_leaving_and_not_handed_on(qtbot: QtBot, form: Form) -> None:
    form.jump("birth_date")
    qtbot.keyClicks(form.rows["birth_date"].editor.inner, "31/02/2020")
    assert message(form, "birth_date") == ""
    qtbot.keyClick(form.rows["birth_date"].editor.inner, Qt.Key.Key_Tab)
    assert "tidak terbaca sebagai tanggal" in message(form, "birth_date")
    assert "birth_date" not in form.values()
    assert form.is_dirty


def test_faults_that_are_stored_already_only_warn(qtbot: QtBot, form: Form) -> None:
    form.set_values({"nip": "123", "name": None})
    qtbot.waitUntil(lambda: "memuat 3 angka" in message(form, "nip"))
    assert [it.weight for it in form.findings] == [Weight.WARN, Weight.WARN]
    type_in(qtbot, form, "nip", "4")
    qtbot.waitUntil(lambda: [it.field.name for it in form.errors] == ["nip"])


def test_filling_leaves_alone_what_was_typed(qtbot: QtBot, form: Form) -> None:
    type_in(qtbot, form, "birth_date", "1/1/1990")
    form.fill({"birth_date": date(1992, 4, 17), "sex": Sex.F, "email": None})
    assert form.values()["birth_date"] == date(1990, 1, 1)
    assert form.changed() == {"birth_date": date(1990, 1, 1), "sex": Sex.F}


def test_a_refusal_stands_at_its_field_until_that_is_changed(qtbot: QtBot, form: Form) -> None:
    assert not form.refuse(CannotDo("record.missing"))
    assert form.refuse(CannotDo("agency.code_taken", value="1"))
    assert "sudah dipakai" in message(form, "nip")
    assert form.rows["nip"].editor.inner.hasFocus()
    qtbot.keyClicks(form.rows["nip"].editor.inner, "1")
    assert "sudah dipakai" not in message(form, "nip")


def test_saving_asks_the_rules_about_what_is_typed_at_that_moment(qtbot: QtBot, form: Form) -> None:
    form.jump("nip")
    qtbot.keyClicks(form.rows["nip"].editor.inner, "123")
    told: list[list[str]] = []
    form.settle(lambda: told.append([it.field.name for it in form.errors]))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [["nip", "name"]]


def test_a_rule_that_breaks_is_told_and_the_form_lives(qtbot: QtBot, context: Context) -> None:
    def broken(_values: Mapping[str, object]) -> Sequence[Problem]:
        raise CannotDo("record.missing")

    form = Form(context, FIELDS, broken, CHOICES)
    qtbot.addWidget(form)
    context.refused.disconnect()
    with qtbot.waitSignal(context.refused):
        form.begin()
    assert form.isEnabled()


def test_only_the_last_answer_counts(qtbot: QtBot, context: Context) -> None:
    asked: list[object] = []

    def check(values: Mapping[str, object]) -> Sequence[Problem]:
        asked.append(values["name"])
        return [Problem("value.unknown", column="name", value=str(values["name"]))]

    form = Form(context, FIELDS, check, CHOICES)
    qtbot.addWidget(form)
    form.begin()
    qtbot.keyClicks(form.rows["name"].editor.inner, "Anisa")
    qtbot.waitUntil(lambda: "“Anisa”" in message(form, "name"))
    assert asked[-1] == "Anisa"
    assert len(asked) <= 2


def test_screen_readers_hear_label_duty_and_message(qtbot: QtBot, form: Form) -> None:
    inner = form.rows["name"].editor.inner
    assert (inner.accessibleName(), inner.accessibleDescription()) == ("Nama, wajib", "Tanpa gelar.")
    type_in(qtbot, form, "name", "")
    assert inner.accessibleDescription() == "Nama wajib diisi. Lengkapi isinya."
    assert form.rows["grade"].editor.inner.accessibleDescription() == "Diatur di Riwayat Pangkat"
    assert all(row.label.buddy() is row.editor.inner for row in form.rows.values())


def test_tab_goes_in_reading_order(qtbot: QtBot, form: Form) -> None:
    form.setFocus()
    visited = []
    for _ in FIELDS:
        focused = form.focusWidget()
        assert isinstance(focused, QLineEdit | QComboBox)
        visited.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert visited == ["NIP, wajib", "Nama, wajib", "Tanggal lahir", "Jenis kelamin", "Surel", "Golongan"]


def test_a_message_does_not_move_what_is_below(qtbot: QtBot, form: Form) -> None:
    form.resize(760, 600)
    before = [row.geometry() for row in form.rows.values()]
    type_in(qtbot, form, "name", "")
    form.settle(lambda: None)
    qtbot.waitUntil(lambda: len(form.errors) == 2)
    assert [row.geometry() for row in form.rows.values()] == before
    assert form.width() <= 760


def test_sections_have_headings(form: Form) -> None:
    words = [it.text() for it in form.findChildren(QLabel)]
    assert [it for it in words if it in ("Identitas", "Kontak")] == ["Identitas", "Kontak"]
