"""The page of one agency: its tabs and the forms about its duties, by keys on a real store."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from smartpns_desktop.domain.agency_duties import ContactRole, TargetKind
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.words.errors import say
from tests.ui.driving import Answers, banner, show
from tests.ui.pages.agency_driving import DO_IT, Key, done, form_of, named, press, save, stand_on, type_into
from ui.agencies.split_choice import SplitChoice
from ui.agencies.tab import AgencyTab
from ui.main_window import MainWindow
from ui.pages.agencies_page import AgenciesPage
from ui.pages.agency_record import AgencyRecord

AGENCY = "Inspektorat Daerah"


@pytest.fixture
def page(active: MainWindow) -> AgenciesPage:
    found = show(active, "agencies")
    assert isinstance(found, AgenciesPage)
    stand_on(found, AGENCY)
    return found


@pytest.fixture
def record(page: AgenciesPage) -> AgencyRecord:
    press(page.tree, Key.Key_Return)
    return record_of(page)


def record_of(page: AgenciesPage) -> AgencyRecord:
    done(page)
    found = page.currentWidget()
    assert isinstance(found, AgencyRecord)
    return found


def lines(tab: AgencyTab) -> list[str]:
    model = tab.lines.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def enter(tab: AgencyTab, title: str) -> None:
    tab.lines.setCurrentIndex(tab.lines.model().index(lines(tab).index(title), 0))
    QTest.keyClick(tab.lines, Qt.Key.Key_Return)


def test_the_tabs_turn_by_keys(record: AgencyRecord) -> None:
    titles = [record.tabs.tabText(place).split(" (")[0] for place in range(record.tabs.count())]
    assert titles == ["Ringkas", "Unit", "Target && Komitmen", "Pengajuan", "Riwayat", "Jejak"]
    QTest.keyClick(record, Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert record.tabs.currentWidget() is record.units
    assert "Inspektorat Pembantu Khusus" in lines(record.units)


def test_somebody_in_charge_is_stated(page: AgenciesPage, record: AgencyRecord) -> None:
    key = named(page, AGENCY).key
    page.context.app.agency_duties.set_contact(key, ContactRole.IN_CHARGE, {})
    page.reload()
    done(page)
    enter(record.summary, "Penanggung jawab data")
    form = form_of(page)
    type_into(form, "name", "Rina Dewi")
    type_into(form, "phone", "0812")
    save(page)
    contact = page.context.app.agency_duties.contacts(key)[ContactRole.IN_CHARGE]
    assert (contact.name, contact.phone) == ("Rina Dewi", "0812")
    assert "Rina Dewi" in lines(record_of(page).summary)


def test_the_derived_head_is_shown_with_the_post(record: AgencyRecord) -> None:
    line = record.summary.lines.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert "Inspektur Daerah" in line.note
    assert line.state is not None
    assert line.state.word == "Dari jabatan"


def test_targets_are_set(page: AgenciesPage, record: AgencyRecord) -> None:
    record.tabs.setCurrentWidget(record.targets)
    enter(record.targets, "Rata-rata JP per pegawai")
    type_into(form_of(page), "jp_mean", "25,5")
    save(page)
    key, year = named(page, AGENCY).key, page.context.year
    told = {it.kind: it.value for it in page.context.app.agency_duties.targets(key, year)}
    assert told[TargetKind.JP_MEAN] == 25.5


def test_an_impossible_target_is_told_at_its_field(page: AgenciesPage, record: AgencyRecord) -> None:
    record.targets.open("targets")
    form = form_of(page)
    type_into(form, "jp_met_share", "120")
    save(page)
    assert page.currentWidget() is form
    assert [it.field.name for it in form.form.errors] == ["jp_met_share"]


def test_a_commitment_is_recorded_and_taken_away(page: AgenciesPage, record: AgencyRecord, answers: Answers) -> None:
    record.tabs.setCurrentWidget(record.targets)
    record.targets.add.click()
    form = form_of(page)
    for field, text in (("subject", "Pakta uji"), ("signed_on", "2 Jan 2026"), ("signer", "Inspektur")):
        type_into(form, field, text)
    save(page)
    targets = record_of(page).targets
    assert "Pakta uji" in lines(targets)
    targets.lines.setCurrentIndex(targets.lines.model().index(lines(targets).index("Pakta uji"), 0))
    answers.answer = DO_IT
    targets.remove.click()
    done(page)
    assert "Pakta uji" not in lines(targets)


def test_an_answer_is_stated(page: AgenciesPage, record: AgencyRecord) -> None:
    (first, *_) = record.submissions.shown.dossier.submissions if record.submissions.shown else ()
    record.submissions.open(first["key"])
    form = form_of(page)
    form.form.rows["state"].editor.set_value("DITERIMA")
    type_into(form, "submitted_on", "2 Feb 2026")
    save(page)
    stated = page.context.app.agency_submissions.stated(first["key"])
    assert (stated["state"], stated["submitted_on"]) == ("DITERIMA", date(2026, 2, 2))


def test_history_and_units_lead_on(page: AgenciesPage, record: AgencyRecord) -> None:
    unit = named(page, "Inspektorat Pembantu Khusus")
    page.context.app.agencies.rename(unit.key, "Inspektorat Pembantu Istimewa", date(2026, 1, 5))
    page.reload()
    done(page)
    enter(record.units, "Inspektorat Pembantu Istimewa")
    shown = record_of(page)
    assert shown.key == unit.key
    assert lines(shown.history) == [
        "Berganti nama dari Inspektorat Pembantu Khusus menjadi Inspektorat Pembantu Istimewa"
    ]


def test_an_agency_is_split_after_a_question_with_its_numbers(page: AgenciesPage, answers: Answers) -> None:
    page.acts.actions["split"].trigger()
    form = form_of(page)
    type_into(form, "name", "Inspektorat Khusus")
    unit = named(page, "Inspektorat Pembantu Khusus").key
    choice = form.findChild(SplitChoice)
    assert isinstance(choice, SplitChoice)
    choice.tick(units=[unit])
    save(page)
    assert answers.asked == [f"Pecah {AGENCY}?"]
    assert page.currentWidget() is form
    answers.answer = DO_IT
    save(page)
    assert [it.key for it in named(page, "Inspektorat Khusus").units] == [unit]


def test_the_parts_of_a_split_are_ticked_by_keys(page: AgenciesPage) -> None:
    page._act("split")  # noqa: SLF001 - what the menu calls
    form = form_of(page)
    choice = form.findChild(SplitChoice)
    assert choice is not None
    units = choice.findChildren(QListWidget)[0]
    units.setFocus()
    without, first = choice.units(), units.item(0)
    press(units, Key.Key_Space)
    assert (without, len(choice.units()), first.checkState()) == (frozenset(), 1, Qt.CheckState.Checked)
    press(units, Key.Key_Space)
    assert choice.units() == frozenset()


def test_a_dossier_that_cannot_be_read_is_told(
    page: AgenciesPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CannotDo("store.locked")

    monkeypatch.setattr("ui.pages.agency_record.read_dossier", fail)
    press(page.tree, Key.Key_Return)
    done(page)
    assert banner(window) == say(CannotDo("store.locked"))


def test_a_split_of_nothing_is_told_at_the_name(page: AgenciesPage) -> None:
    page.acts.actions["split"].trigger()
    form = form_of(page)
    type_into(form, "name", "Inspektorat Khusus")
    save(page)
    assert page.currentWidget() is form
    assert [it.field.name for it in form.form.errors] == ["name"]
