"""What is missing in a person's data, and where each is mended."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.words.doubts import MISSING_FIELDS, MISSING_HISTORIES
from ui.people.doubts import Doubt, doubts
from ui.people.person import read_person
from ui.people.timeline import HISTORIES, Kind, Thing


@pytest.fixture
def key(city: App) -> int:
    """A PNS with a diploma or more, of whom nothing is doubtful but trainings that wait for a look."""
    for key in city.lists.keys("employees", ListQuery(where=(("kind", "PNS"),))):
        record = city.employees.record(key)
        if record.back_title and record.pns_date and all(it.weight == "neutral" for it in told(city, key).values()):
            return key
    raise AssertionError("the invented city has nobody whose data are complete")


def told(city: App, key: int) -> Mapping[str, Doubt]:
    return {it.title: it for it in doubts(read_person(city, key, 2026))}


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("nik", "NIK"),
        ("phone", "Nomor HP"),
        ("email", "Surel"),
        ("pns_date", "TMT PNS"),
        ("back_title", "Gelar belakang"),
    ],
)
def test_a_missing_field_is_told_with_its_sentence(city: App, key: int, field: str, title: str) -> None:
    city.employees.change(key, {field: None, **({"front_title": None} if field == "back_title" else {})})
    doubt = told(city, key)[title]
    assert (doubt.sentence, doubt.weight, doubt.mend, doubt.act) == (MISSING_FIELDS[field], "warn", None, "Lengkapi")


def test_only_a_pns_needs_the_day_of_becoming_one(city: App, key: int) -> None:
    city.employees.change(key, {"kind": "CPNS", "pns_date": None})
    assert "TMT PNS" not in told(city, key)


def test_what_disagrees_with_the_nip_is_told(city: App, key: int) -> None:
    record = city.employees.record(key)
    assert record.birth_date is not None
    city.employees.change(key, {"birth_date": record.birth_date.replace(year=record.birth_date.year - 1)})
    assert told(city, key)["NIP"].sentence.startswith("Tanggal lahir tidak sama")


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


def test_every_history_has_its_sentence() -> None:
    assert set(MISSING_HISTORIES) == {kind.value for kind in HISTORIES}
