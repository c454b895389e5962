"""SKP, discipline, certificates and contracts of one person: added, changed, removed, refused with the fields named."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.records import KINDS, table_of
from tests.services.imports.outcomes import nip

RATING = {"year": 2024, "rating": "Baik", "result": "Sesuai Ekspektasi", "behaviour": "Sesuai Ekspektasi"}
ACTION = {"effective_date": date(2025, 1, 1), "measure": "Teguran tertulis"}
CERTIFICATE = {
    "name": "PBJ Level-1",
    "number": "7/2024",
    "issued_on": date(2024, 5, 2),
    "valid_until": date(2027, 5, 1),
}
CONTRACT = {"effective_date": date(2021, 1, 1), "until": date(2025, 12, 31)}
ASSESSMENT = {"competency": "Integritas", "level": 3, "assessed_on": date(2025, 8, 20)}
ROWS: dict[str, dict[str, Any]] = {
    "performance-ratings": RATING,
    "disciplinary-actions": ACTION,
    "certificates": CERTIFICATE,
    "competency-assessments": ASSESSMENT,
    "contracts": CONTRACT,
}
CUT = "Pemotongan tunjangan kinerja 25% selama 6 bulan"


@pytest.fixture
def person(app: App) -> int:
    born, began = date(1985, 3, 12), date(2010, 12, 1)
    key, _ = app.employees.add({"nip": nip(1, since="201012"), "name": "Siti", "birth_date": born, "cpns_date": began})
    return key


def rows(app: App, kind: str) -> list[dict[str, Any]]:
    return app.lists.rows(kind, ListQuery())[1]


def refusal(app: App, kind: str, person: int, values: dict[str, Any]) -> tuple[str, str]:
    with pytest.raises(CannotDo) as refused:
        app.records.add(kind, person, values)
    assert rows(app, kind) == []
    return refused.value.code, refused.value.facts.get("codes", "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_is_added_changed_removed_and_all_undone(app: App, person: int, kind: str) -> None:
    key, added = app.records.add(kind, person, ROWS[kind])
    assert added.employees
    (row,) = rows(app, kind)
    assert {name: row[name] for name in ROWS[kind]} == ROWS[kind]
    field = {"performance-ratings": "assessor", "disciplinary-actions": "reason", "certificates": "issuer"}
    name = field.get(kind, "number")
    changed = app.records.change(kind, key, {name: "Baru"})
    assert rows(app, kind)[0][name] == "Baru"
    assert app.records.record(kind, key)[name] == "Baru"
    gone = app.records.remove(kind, key)
    assert rows(app, kind) == []
    for change in (gone, changed):
        assert change.change_set is not None
        app.undo.undo(change.change_set)
    assert rows(app, kind)[0][name] is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_record_twice_is_refused(app: App, person: int, kind: str) -> None:
    key, _ = app.records.add(kind, person, ROWS[kind])
    with pytest.raises(CannotDo) as refused:
        app.records.add(kind, person, ROWS[kind])
    assert refused.value.code in ("record.taken", "record.rejected")
    app.records.change(kind, key, ROWS[kind])
    assert len(rows(app, kind)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_files_are_attached_to_a_record(app: App, person: int, kind: str, tmp_path: Any) -> None:
    file = tmp_path / "bukti.pdf"
    file.write_bytes(b"%PDF-1.7")
    key, _ = app.records.add(kind, person, ROWS[kind])
    app.attachments.attach(table_of(kind), key, file)
    assert [it.name for it in app.attachments.of(table_of(kind), key)] == ["bukti.pdf"]


@pytest.mark.parametrize(
    ("kind", "values", "codes"),
    [
        ("performance-ratings", {"rating": "Baik"}, "year.missing"),
        ("performance-ratings", {"year": 2024}, "rating.nothing_told"),
        ("disciplinary-actions", {"measure": "Teguran lisan"}, "event.missing_day"),
        ("disciplinary-actions", {"effective_date": date(2024, 1, 1)}, "value.missing"),
        ("disciplinary-actions", ACTION | {"until": date(2024, 12, 31)}, "discipline.ends_before_start"),
        ("disciplinary-actions", ACTION | {"effective_date": date(1985, 1, 1)}, "event.before_birth"),
        ("certificates", {"number": "1"}, "value.missing"),
        ("certificates", CERTIFICATE | {"valid_until": date(2024, 5, 1)}, "event.ends_before_start"),
        ("contracts", {"until": date(2025, 1, 1)}, "event.missing_day"),
        ("contracts", CONTRACT | {"until": date(2020, 12, 31)}, "event.ends_before_start"),
    ],
)
def test_what_cannot_be_is_refused(app: App, person: int, kind: str, values: dict[str, Any], codes: str) -> None:
    assert refusal(app, kind, person, values) == ("record.rejected", codes)


def test_nobody_has_two_contracts_at_a_time(app: App, person: int) -> None:
    key, _ = app.records.add("contracts", person, CONTRACT)
    with pytest.raises(CannotDo) as refused:
        app.records.add("contracts", person, {"effective_date": date(2025, 12, 31), "until": date(2030, 1, 1)})
    assert refused.value.facts["codes"] == "contract.overlaps"
    app.records.change("contracts", key, {"until": date(2025, 12, 30)})
    app.records.add("contracts", person, {"effective_date": date(2025, 12, 31), "until": date(2030, 1, 1)})


def test_after_the_service_ended_there_are_no_records_of_it(app: App, person: int) -> None:
    app.employees.add_state(person, History.STANDING, date(2024, 5, 1), {"standing": "Pensiun"})
    assert refusal(app, "performance-ratings", person, RATING | {"year": 2025})[1] == "event.after_end"
    assert refusal(app, "disciplinary-actions", person, ACTION)[1] == "event.after_end"
    app.records.add("performance-ratings", person, RATING)
    app.records.add("certificates", person, CERTIFICATE)


def test_what_was_wrong_before_keeps_nobody_from_mending_another_field(app: App, person: int) -> None:
    key, _ = app.records.add("disciplinary-actions", person, ACTION)
    app.employees.add_state(person, History.STANDING, date(2024, 5, 1), {"standing": "Pensiun"})
    app.records.change("disciplinary-actions", key, {"reason": "Terlambat"})
    with pytest.raises(CannotDo):
        app.records.change("disciplinary-actions", key, {"effective_date": date(2025, 2, 1)})


@pytest.mark.parametrize(
    ("told", "level", "until"),
    [
        ({"measure": CUT}, "sedang", date(2025, 6, 30)),
        ({"measure": CUT, "until": date(2025, 3, 1)}, "sedang", date(2025, 3, 1)),
        ({"measure": "Teguran lisan"}, "ringan", None),
        ({"measure": "Penurunan gaji berkala", "level": "sedang"}, "sedang", None),
    ],
)
def test_a_penalty_tells_its_level_and_its_end(
    app: App, person: int, told: dict[str, Any], level: str, until: date | None
) -> None:
    app.records.add("disciplinary-actions", person, {"effective_date": date(2025, 1, 1), **told})
    (row,) = rows(app, "disciplinary-actions")
    assert (row["level"], row["until"]) == (level, until)


@pytest.mark.parametrize(
    ("told", "rating"),
    [
        ({"year": 2024, "result": "Di Atas Ekspektasi", "behaviour": "Di Atas Ekspektasi"}, "Sangat Baik"),
        ({"year": 2024, "result": "Di Bawah Ekspektasi", "behaviour": "Di Bawah Ekspektasi"}, "Sangat Kurang"),
        ({"year": 2019, "value": 91.0}, "Sangat Baik"),
        ({"year": 2019, "value": 90.9}, "Baik"),
        ({"year": 2021, "value": 91.0}, None),
        ({"year": 2019, "value": 91.0, "rating": "Baik"}, "Baik"),
    ],
)
def test_a_rating_follows_from_its_figures(app: App, person: int, told: dict[str, Any], rating: str | None) -> None:
    app.records.add("performance-ratings", person, told)
    assert rows(app, "performance-ratings")[0]["rating"] == rating


def test_a_certificate_is_told_from_its_training_and_by_its_validity(app: App, person: int) -> None:
    training, _ = app.trainings.add({"employee_id": person, "name": "Bimtek PBJ", "start_date": date(2024, 5, 1)})
    app.records.add("certificates", person, CERTIFICATE | {"training_id": training})
    expired = CERTIFICATE | {"number": "1/2019", "issued_on": date(2019, 1, 1), "valid_until": date(2021, 12, 31)}
    app.records.add("certificates", person, expired)
    found = {row["number"]: (row["training"], row["validity"]) for row in rows(app, "certificates")}
    later = ListQuery(as_of=date(2027, 5, 2))
    assert found == {"7/2024": ("Bimtek PBJ", "valid"), "1/2019": (None, "expired")}
    assert {row["validity"] for row in app.lists.rows("certificates", later)[1]} == {"expired"}


def test_the_counts_open_their_rows(app: App, person: int) -> None:
    for number in range(3):
        day = date(2020, 1, 1) + timedelta(days=number)
        app.records.add("certificates", person, CERTIFICATE | {"number": str(number), "issued_on": day})
    (validity,) = app.lists.facets("certificates", ListQuery(), ["validity"])["validity"]
    where = (("validity", validity.value),)
    assert validity.count == app.lists.count("certificates", ListQuery(where=where)) == 3


def test_a_record_that_is_gone_is_missed(app: App) -> None:
    for act in (lambda: app.records.remove("contracts", 9), lambda: app.records.change("contracts", 9, {})):
        with pytest.raises(CannotDo) as refused:
            act()
        assert refused.value.code == "record.missing"
    with pytest.raises(CannotDo):
        app.records.add("contracts", 999, CONTRACT)


def test_problems_are_told_while_one_types(app: App, person: int) -> None:
    key, _ = app.records.add("certificates", person, CERTIFICATE)
    found = app.records.problems("certificates", person, {"valid_until": date(2020, 1, 1)}, key)
    assert [(it.code, it.column) for it in found] == [("event.ends_before_start", "valid_until")]


def test_a_certificate_outlives_its_training_and_finds_it_again(app: App, person: int) -> None:
    training, _ = app.trainings.add({"employee_id": person, "name": "Bimtek PBJ", "start_date": date(2024, 5, 1)})
    key, _ = app.records.add("certificates", person, CERTIFICATE | {"training_id": training})
    gone = app.trainings.delete(training)
    assert app.records.record("certificates", key)["training_id"] is None
    assert gone.change_set is not None
    app.undo.undo(gone.change_set)
    assert app.records.record("certificates", key)["training_id"] == training
    assert app.health.check().sound
