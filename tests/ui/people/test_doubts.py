"""What is missing in a person's data, and where each is mended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.data_quality import MENDS, Place
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words.data_quality import CHECKS
from smartpns_desktop.words.doubts import MISSING_HISTORIES
from ui.people.doubts import Doubt, doubts
from ui.people.person import read_person
from ui.people.timeline import HISTORIES, Kind, Thing


@pytest.fixture
def key(city: App) -> int:
    """A PNS with a diploma or more, of whom nothing is doubtful but the missing rating and trainings to be checked."""
    for key in city.lists.keys("employees", ListQuery(where=(("kind", "PNS"),))):
        record = city.employees.record(key)
        doubtful = [it for it in told(city, key).values() if it.weight != "neutral" and it.check != "COM_1"]
        if record.back_title and record.pns_date and not doubtful:
            return key
    raise AssertionError("the invented city has nobody whose data are complete")


def told(city: App, key: int) -> Mapping[str, Doubt]:
    found = city.data_quality.of_person(key)
    return {it.check or it.title: it for it in doubts(read_person(city, key, 2026), found)}


@pytest.mark.parametrize(
    ("field", "check"),
    [("nik", "ACC_5"), ("phone", "COM_7"), ("email", "COM_6"), ("pns_date", "COM_4"), ("back_title", "COM_5")],
)
def test_a_missing_field_is_told_with_what_mends_it(city: App, key: int, field: str, check: str) -> None:
    city.employees.change(key, {field: None, **({"front_title": None} if field == "back_title" else {})})
    doubt = told(city, key)[check]
    words = CHECKS[check]
    assert (doubt.title, doubt.sentence, doubt.weight) == (words.title, words.advice, "warn")
    assert (doubt.mend, doubt.act) == (None, "Lengkapi")


def test_what_lacks_for_a_judgement_is_told_last(city: App, key: int) -> None:
    city.employees.change(key, {"birth_date": None})
    doubt = told(city, key)["CON_2"]
    assert (doubt.weight, doubt.sentence) == ("neutral", "Tanggal lahir belum diisi.")
    assert doubt.title.startswith("Belum dapat dinilai: ")


def test_only_a_pns_needs_the_day_of_becoming_one(city: App, key: int) -> None:
    city.employees.change(key, {"kind": "CPNS", "pns_date": None})
    assert "COM_4" not in told(city, key)


def test_what_disagrees_with_the_nip_is_told_once(city: App, key: int) -> None:
    record = city.employees.record(key)
    assert record.birth_date is not None
    city.employees.change(key, {"birth_date": record.birth_date.replace(year=record.birth_date.year - 1)})
    found = told(city, key)
    assert found["CON_2"].weight == "bad"
    assert "NIP" not in found


def test_a_post_without_a_level_leads_to_a_new_post_and_a_wrong_one_to_its_row(city: App, key: int) -> None:
    for post in city.employees.record(key).posts:
        city.employees.remove_state(History.POST, post.key)
    assert told(city, key)["COM_2"].mend is Kind.POST
    since = date.today() - timedelta(days=400)
    values = {"post": "Arsiparis Muda", "position_kind": "4", "agency_id": 1}
    city.employees.add_state(key, History.POST, since, values)
    current = city.employees.record(key).posts[0]
    assert told(city, key)["ACC_9"].mend == Thing(Kind.POST, current.key)


def test_a_history_without_a_row_asks_for_one(city: App, key: int) -> None:
    for grade in city.employees.record(key).grades:
        city.employees.remove_state(History.GRADE, grade.key)
    doubt = told(city, key)["Pangkat"]
    assert (doubt.mend, doubt.act) == (Kind.GRADE, "Tambah")


def test_a_row_without_a_day_leads_to_its_form(city: App, key: int) -> None:
    state = city.employees.record(key).standings[0]
    city.employees.change_state(History.STANDING, state.key, None, {})
    assert told(city, key)["Kedudukan hukum: Aktif"].mend == Thing(Kind.STANDING, state.key)


def test_a_training_that_nobody_checked_waits_for_a_look(city: App, key: int) -> None:
    added, _ = city.trainings.add({"employee_id": key, "name": "Bimtek Uji", "jp": 8, "start_date": None})
    doubt = told(city, key)["Pelatihan: Bimtek Uji"]
    assert (doubt.weight, doubt.mend) == ("warn", Thing(Kind.TRAINING, added))
    assert "tahun" in doubt.sentence


def test_every_history_is_asked_for_by_a_sentence_or_a_check() -> None:
    asked = {Kind(it.place.value) for it in MENDS.values() if it.place is not Place.RECORD}
    assert {Kind(name) for name in MISSING_HISTORIES} | asked >= set(HISTORIES)
