"""The forms of SKP, discipline, certificates and contracts on the page of a person, driven by keys and mouse."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from smartpns_desktop.app import App
from smartpns_desktop.services.lists import ListQuery
from tests.ui.driving import DISCARD, Answers, in_front, press, until
from ui.context import Context, Target
from ui.forms.form_page import FormPage
from ui.main_window import MainWindow
from ui.pages.person_page import PersonPage
from ui.people.history_tab import HistoryTab
from ui.people.record_acts import ACTS, add, change, take_out
from ui.people.record_events import RECORDS
from ui.people.record_forms import EDITED
from ui.people.timeline import Kind, Thing
from ui.waiting import settle
from ui.widgets.attachment_list import AttachmentList

TYPED: dict[Kind, dict[str, str]] = {
    Kind.RATING: {"year": "2021", "value": "88,5"},
    Kind.DISCIPLINE: {"effective_date": "1-2-2024", "reason": "Terlambat"},
    Kind.CERTIFICATE: {"name": "PBJ Level-1", "issued_on": "2-5-2024", "valid_until": "1-5-2027"},
    Kind.COMPETENCY: {"assessed_on": "20-8-2025", "assessor": "UPT Penilaian"},
    Kind.CONTRACT: {"effective_date": "1-3-2001", "until": "28-2-2002"},
}
CHOSEN: dict[Kind, dict[str, object]] = {
    Kind.DISCIPLINE: {"measure": "Teguran tertulis"},
    Kind.COMPETENCY: {"competency": "Integritas", "level": 3},
}


@pytest.fixture
def person(active: MainWindow, answers: Answers, context: Context) -> PersonPage:
    """The page of the first person of the list."""
    assert answers.asked == []
    key = context.app.lists.keys("employees", ListQuery())[0]
    active.go(Target("employees", key=key))
    settle(context.operations)
    opened = in_front(active).currentWidget()
    assert isinstance(opened, PersonPage)
    return opened


def form_of(page: PersonPage) -> FormPage:
    settle(page.context.operations)
    form = page.currentWidget()
    assert isinstance(form, FormPage)
    return form


def fill(form: FormPage, kind: Kind) -> None:
    for field, text in TYPED[kind].items():
        form.form.jump(field)
        press(form.window(), "Ctrl+A")
        QTest.keyClicks(form.form.rows[field].editor.inner, text)
    form.form.fill(CHOSEN.get(kind, {}))


def rows(app: App, kind: Kind, page: PersonPage) -> list[dict[str, Any]]:
    assert page.person is not None
    return app.lists.rows(RECORDS[kind], ListQuery(where=(("nip", page.person.record.nip),)))[1]


def things(page: PersonPage, kind: Kind) -> list[Thing]:
    shown = page.view.tab(HistoryTab).list
    lines = (shown.lines.index(row).data(0x0100) for row in range(shown.lines.rowCount()))
    return [line.thing for line in lines if isinstance(line.thing, Thing) and line.thing.kind is kind]


@pytest.mark.parametrize("kind", EDITED)
def test_a_record_is_added_changed_and_deleted(
    person: PersonPage, context: Context, city: App, answers: Answers, kind: Kind
) -> None:
    before = len(rows(city, kind, person))
    add(person, kind)
    form = form_of(person)
    fill(form, kind)
    press(form.window(), "Ctrl+S")
    settle(context.operations)
    assert person.currentWidget() is person.view
    assert len(rows(city, kind, person)) == before + 1
    known = set(things(person, kind))
    change(person, max(known, key=lambda it: it.key))
    form = form_of(person)
    assert form.form.changed() == {}
    assert form.form.errors == []
    press(form.window(), "Escape")
    answers.answer = DISCARD
    take_out(person, max(known, key=lambda it: it.key), "baris")
    settle(context.operations)
    assert len(rows(city, kind, person)) == before
    press(person.window(), "Ctrl+Z")
    settle(context.operations)
    assert len(rows(city, kind, person)) == before + 1


def test_what_cannot_be_stands_beside_its_field(person: PersonPage, context: Context, city: App) -> None:
    add(person, Kind.CERTIFICATE)
    form = form_of(person)
    fill(form, Kind.CERTIFICATE)
    form.form.jump("valid_until")
    press(form.window(), "Ctrl+A")
    QTest.keyClicks(form.form.rows["valid_until"].editor.inner, "1-1-2020")
    press(form.window(), "Ctrl+S")
    settle(context.operations)
    assert [it.field.name for it in form.form.errors] == ["valid_until"]
    assert person.currentWidget() is form
    assert not [it for it in rows(city, Kind.CERTIFICATE, person) if it["name"] == "PBJ Level-1"]


def test_the_index_of_bkn_has_no_form() -> None:
    assert Kind.INDEX not in ACTS
    assert set(EDITED) <= set(ACTS)


def test_a_new_row_takes_the_files_that_waited_for_it(
    person: PersonPage, context: Context, city: App, tmp_path: Path
) -> None:
    decree = tmp_path / "SK.pdf"
    decree.write_bytes(b"%PDF-1.7")
    add(person, Kind.CERTIFICATE)
    form = form_of(person)
    files = form.findChild(AttachmentList)
    assert files is not None
    files.add_files([decree])
    settle(context.operations)
    assert files.pending == [decree]
    fill(form, Kind.CERTIFICATE)
    press(form.window(), "Ctrl+S")
    settle(context.operations)
    key = max(it.key for it in things(person, Kind.CERTIFICATE))
    assert [it.name for it in city.attachments.of("certificates", key)] == ["SK.pdf"]
    before = len(rows(city, Kind.CERTIFICATE, person))
    press(person.window(), "Ctrl+Z")
    settle(context.operations)
    assert len(rows(city, Kind.CERTIFICATE, person)) == before - 1
    assert city.attachments.of("certificates", key) == ()


def test_a_new_row_of_a_history_takes_files_too(
    person: PersonPage, context: Context, city: App, tmp_path: Path
) -> None:
    decree = tmp_path / "SK.pdf"
    decree.write_bytes(b"%PDF-1.7")
    add(person, Kind.STANDING)
    form = form_of(person)
    files = form.findChild(AttachmentList)
    assert files is not None
    files.add_files([decree])
    form.form.fill({"standing": "Tugas Belajar", "effective": date.today()})
    press(form.window(), "Ctrl+S")
    settle(context.operations)
    record = city.employees.record(person.key)
    (row,) = [it for it in record.standings if it.standing == "Tugas Belajar" and it.effective == date.today()]
    assert until(lambda: person.currentWidget() is person.view)
    assert [it.name for it in city.attachments.of("standing_history", row.key)] == ["SK.pdf"]
