"""Heads and people in charge, targets beside results, and commitments of agencies."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.agency_duties import ContactRole, TargetKind
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from tests.services.edit_checks import done, refused, unchanged
from tests.services.imports.outcomes import nip

SINCE, YEAR = date(2020, 1, 1), date.today().year


def person(app: App, number: int, agency: int, post: str, echelon: str = "") -> int:
    kind = {"position_kind": "1", "echelon": echelon} if echelon else {}
    row = (History.POST, SINCE, {"post": post, "agency_id": agency, **kind})
    values = {"nip": nip(number), "name": f"Orang {number}", "phone": f"08{number}"}
    return app.employees.add(values, [row])[0]


@pytest.fixture
def agency(app: App) -> int:
    """Dinas A with its head, a secretary and a clerk of its own, and a unit with a head of its own."""
    key, _ = app.agencies.add({"name": "Dinas A", "code": "A"})
    unit, _ = app.agencies.add({"name": "Bidang Data", "parent_id": key})
    person(app, 1, key, "Sekretaris", "31")
    person(app, 2, key, "Kepala Dinas A", "22")
    person(app, 3, key, "Pengelola Data")
    person(app, 4, unit, "Kepala Bidang Data", "32")
    return key


def test_the_head_follows_from_the_posts(app: App, agency: int) -> None:
    head = app.agency_duties.contacts(agency)[ContactRole.HEAD]
    assert (head.name, head.post, head.phone, head.stated) == ("Orang 2", "Kepala Dinas A", "082", False)
    assert app.agency_duties.contacts(agency, date(2019, 12, 31)) == {}


def test_a_stated_head_goes_before_the_derived_one(app: App, agency: int) -> None:
    key = int(app.lists.keys("employees", ListQuery(search=nip(3)))[0])
    values = {"employee_id": key, "phone": "0811"}
    done(app, lambda: app.agency_duties.set_contact(agency, ContactRole.HEAD, values), "Ubah pimpinan Dinas A")
    head = app.agency_duties.contacts(agency)[ContactRole.HEAD]
    assert (head.name, head.phone, head.stated) == ("Orang 3", "0811", True)
    unchanged(app, lambda: app.agency_duties.set_contact(agency, ContactRole.HEAD, values))
    done(app, lambda: app.agency_duties.set_contact(agency, ContactRole.HEAD, {}), "Ubah pimpinan Dinas A")
    assert app.agency_duties.contacts(agency)[ContactRole.HEAD].name == "Orang 2"


def test_whoever_is_stated_is_not_deleted(app: App, agency: int) -> None:
    key = int(app.lists.keys("employees", ListQuery(search=nip(3)))[0])
    app.agency_duties.set_contact(agency, ContactRole.IN_CHARGE, {"employee_id": key})
    refused(app, "employee.is_contact", lambda: app.employees.delete(key), name="Orang 3", names="Dinas A")
    app.agency_duties.set_contact(agency, ContactRole.IN_CHARGE, {})
    app.employees.delete(key)


def test_somebody_in_charge_need_not_be_ours(app: App, agency: int) -> None:
    values = {"name": " Rina  Dewi ", "phone": "0812", "email": "rina@contoh.go.id"}
    name = "Ubah penanggung jawab data Dinas A"
    done(app, lambda: app.agency_duties.set_contact(agency, ContactRole.IN_CHARGE, values), name)
    found = app.agency_duties.contacts(agency)[ContactRole.IN_CHARGE]
    assert (found.name, found.key, found.phone, found.email) == ("Rina Dewi", None, "0812", "rina@contoh.go.id")
    told = app.lists.rows("agency-compliance", ListQuery())[1]
    assert [(it["agency"], it["in_charge"], it["phone"]) for it in told] == [("Dinas A", "Rina Dewi", "0812")]


def test_contacts_of_nobody_are_refused(app: App, agency: int) -> None:
    service = app.agency_duties
    refused(app, "record.missing", lambda: service.set_contact(4711, ContactRole.HEAD, {"name": "X"}))
    refused(app, "argument.bad_value", lambda: service.set_contact(agency, ContactRole.HEAD, {"employee_id": 4711}))
    refused(app, "argument.unknown_field", lambda: service.set_contact(agency, ContactRole.HEAD, {"role": "X"}))


def test_targets_stand_beside_what_was_reached(app: App, agency: int) -> None:
    keys = [int(it) for it in app.lists.keys("employees", ListQuery())]
    for key, jp in zip(keys, (25, 5), strict=False):
        values = {"employee_id": key, "name": "Bimtek", "start_date": date(YEAR, 1, 5), "jp": jp}
        app.trainings.add(values)
    values: dict[str, object] = {"jp_met_share": 50, "people_trained": 2, "jp_mean": None}
    done(app, lambda: app.agency_duties.set_targets(agency, YEAR, values), f"Target {YEAR} Dinas A")
    told = {it.kind: (it.value, it.result, it.is_met) for it in app.agency_duties.targets(agency, YEAR)}
    assert told == {
        TargetKind.JP_MET_SHARE: (50, 25, False),
        TargetKind.JP_MEAN: (None, 7.5, None),
        TargetKind.PEOPLE_TRAINED: (2, 2, True),
        TargetKind.STUDY_PLACES: (None, 0, None),
    }
    listed = app.lists.rows("agency-targets", ListQuery(where=(("year", str(YEAR)),)))[1]
    assert [(it["kind"], it["value"]) for it in listed] == [("jp_met_share", 50), ("people_trained", 2)]
    done(app, lambda: app.agency_duties.set_targets(agency, YEAR, {"people_trained": None}), f"Target {YEAR} Dinas A")
    assert app.lists.count("agency-targets", ListQuery()) == 1


@pytest.mark.parametrize(
    ("code", "year", "values"),
    [
        ("argument.bad_value", YEAR, {"jp_met_share": 101}),
        ("argument.bad_value", YEAR, {"jp_mean": -1}),
        ("argument.bad_value", YEAR, {"jp_mean": "banyak"}),
        ("argument.bad_value", YEAR, {"jp_mean": float("nan")}),
        ("argument.bad_value", 26, {"jp_mean": 1}),
        ("argument.unknown_field", YEAR, {"jp": 1}),
    ],
)
def test_odd_targets_are_refused(app: App, agency: int, code: str, year: int, values: dict[str, object]) -> None:
    refused(app, code, lambda: app.agency_duties.set_targets(agency, year, values))


def test_commitments(app: App, agency: int) -> None:
    service = app.agency_duties
    values = {"signed_on": SINCE, "signer": "Kepala Dinas A", "subject": "Pakta integritas", "number": "1/2020"}
    done(app, lambda: service.add_commitment(agency, values)[1], "Tambah komitmen Dinas A")
    (found,) = service.commitments(agency)
    assert (found.signed_on, found.signer, found.number) == (SINCE, "Kepala Dinas A", "1/2020")
    done(app, lambda: service.change_commitment(found.key, {"number": "2/2020"}), "Ubah komitmen Dinas A: nomor")
    assert app.lists.rows("agency-commitments", ListQuery())[1][0]["number"] == "2/2020"
    done(app, lambda: service.remove_commitment(found.key), "Hapus komitmen Dinas A")
    assert service.commitments(agency) == ()


@pytest.mark.parametrize("gone", ["signed_on", "signer", "subject"])
def test_a_commitment_needs_its_day_signer_and_subject(app: App, agency: int, gone: str) -> None:
    values = {"signed_on": SINCE, "signer": "Kepala", "subject": "Pakta", gone: None}
    refused(app, "record.rejected", lambda: app.agency_duties.add_commitment(agency, values))
    assert [it.column for it in app.agency_duties.commitment_problems(values)] == [gone]


def test_a_commitment_of_tomorrow_is_refused(app: App, agency: int) -> None:
    values = {"signed_on": date(YEAR + 1, 1, 1), "signer": "Kepala", "subject": "Pakta"}
    refused(app, "record.rejected", lambda: app.agency_duties.add_commitment(agency, values))
