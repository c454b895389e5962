"""What edits are called: every field of a form has a label, and labels stand well within a sentence."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.employee_records import FIELDS as EMPLOYEE_FIELDS
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.study_need_edits import FIELDS as NEED_FIELDS
from smartpns_desktop.services.trainings import FIELDS as TRAINING_FIELDS
from smartpns_desktop.words import reasons
from smartpns_desktop.words.sentences import placeholders

FORMS = {
    "employees": (*EMPLOYEE_FIELDS, "grade_code", "level_code", "position_id", "agency_id", "programme_id", "standing"),
    "trainings": TRAINING_FIELDS,
    "study-needs": (*NEED_FIELDS, "programme"),
    "agencies": ("name", "parent_id", "code", "short_name", "kind"),
}


@pytest.mark.parametrize("kind", FORMS)
def test_every_field_of_a_form_has_a_label(kind: str) -> None:
    assert not [name for name in FORMS[kind] if reasons.field_named(kind, name) == name]


@pytest.mark.parametrize(
    ("kind", "field", "label"),
    [
        ("employees", "level_code", "Tingkat pendidikan"),
        ("employees", "programme_id", "Pendidikan"),
        ("study-needs", "level_code", "Jenjang"),
        ("study-needs", "programme_id", "Program studi"),
        ("study-needs", "heads_2027", "Jumlah orang 2027"),
        ("trainings", "employee_id", "Nama pegawai"),
    ],
)
def test_keys_and_years_are_labelled_as_people_see_them(kind: str, field: str, label: str) -> None:
    assert reasons.field_named(kind, field) == label


def test_fields_stand_in_a_row() -> None:
    assert reasons.fields_named("employees", ["phone"]) == "nomor HP"
    assert reasons.fields_named("employees", ["nik", "pns_date", "kind"]) == "NIK, TMT PNS, dan jenis ASN"


def test_every_history_has_its_word() -> None:
    assert set(reasons.HISTORIES) == set(History)


def test_trainings_are_named_or_counted() -> None:
    assert reasons.trainings_named(["Seminar"]) == "pelatihan Seminar"
    assert reasons.trainings_named(["Seminar", "Bimtek"]) == "2 pelatihan"


@pytest.mark.parametrize("code", reasons.REASONS)
def test_a_reason_tells_all_its_facts(code: str) -> None:
    facts = {name: f"<{name}>" for name in placeholders(reasons.REASONS[code])}
    said = reasons.reason(code, **facts)
    assert facts
    assert said[0].isupper()
    assert all(fact in said for fact in facts.values())


def test_a_name_with_braces_is_shown_as_it_is() -> None:
    assert reasons.reason("agency.close", name="{nip}") == "Tutup {nip}"
