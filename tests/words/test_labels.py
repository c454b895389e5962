"""Labels for every kind, field and stored code."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest

from db.queries.listing import View
from db.queries.lists import kinds, listing_of
from db.tables.journal import CHANGE_SET_KINDS
from smartpns_desktop.domain.employees import EmployeeKind, Sex
from smartpns_desktop.domain.problems import Severity
from smartpns_desktop.domain.regulations import Method
from smartpns_desktop.domain.study_needs import Funding, NeedState, PlanState
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.words import labels
from smartpns_desktop.words.field_labels import FIELDS

MEMBERS: list[StrEnum] = [
    member for enum in (EmployeeKind, Sex, Severity, Method, Funding, NeedState, PlanState) for member in enum
]


@pytest.mark.parametrize("kind", kinds())
def test_every_list_and_all_its_fields_have_labels(kind: str) -> None:
    listing = listing_of(kind, View(date(2026, 1, 1), 2026))
    assert listing is not None
    assert kind in labels.KINDS
    assert not [field for field in listing.fields if labels.field_label(kind, field) == field]


@pytest.mark.parametrize("kind", SPECS)
def test_every_column_of_a_workbook_has_a_label(kind: str) -> None:
    fields = [column.field for column in SPECS[kind].columns]
    assert not [field for field in fields if labels.field_label(kind, field) == field]


def test_fields_belong_to_known_kinds() -> None:
    assert set(FIELDS) <= set(labels.KINDS)


def test_labels_of_fields() -> None:
    assert labels.field_label("employees", "grade") == "Golongan"
    assert labels.field_label("trainings", "jp_counted") == "JP diakui"
    assert labels.field_label("employees", "tidak_ada") == "tidak_ada"
    assert labels.field_label("tidak-ada", "nip") == "nip"
    assert labels.kind_label("study-needs") == "Kebutuhan Studi"


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_every_stored_code_has_a_label(member: StrEnum) -> None:
    assert labels.enum_label(member)


def test_states_of_the_same_name_are_told_apart_by_their_enum() -> None:
    assert labels.enum_label(Sex.F) == "Perempuan"
    assert labels.enum_label(PlanState.BELUM) == "Belum disusun"
    assert labels.enum_label(Funding.SELF) == "Mandiri"


@pytest.mark.parametrize(
    ("kind", "field", "value", "shown"),
    [
        ("employees", "sex", "F", "Perempuan"), ("study-needs", "state", "DITOLAK", "Ditolak"),
        ("study-needs", "funding", "MANDIRI", "Mandiri"), ("agencies", "kind", "unit", "Unit kerja"),
        ("trainings", "verified", True, "ya"), ("batches", "kind", "study-needs", "Kebutuhan Studi"),
        ("trainings", "jp", 12.5, "12,5"), ("trainings", "jp", 20.0, "20"), ("trainings", "year", 2026, "2026"),
        ("trainings", "start", date(2026, 3, 12), "12 Mar 2026"),
        ("trainings", "start_date", "2026-03-12", "12 Mar 2026"),
        ("study-needs", "heads", {"2026": 3, "2027": 1}, "2026: 3  2027: 1"),
        ("agencies", "former_names", ["A", "B"], "A; B"), ("employees", "nik", None, ""), ("employees", "name", "", ""),
    ],
)  # fmt: skip
def test_values_are_shown_in_words(kind: str, field: str, value: object, shown: str) -> None:
    assert labels.show_value(kind, field, value) == shown


@pytest.mark.parametrize(
    ("kind", "field", "label"),
    [
        ("employees", "agency_id", "Perangkat daerah"), ("employees", "level_code", "Tingkat pendidikan"),
        ("employees", "programme_id", "Pendidikan"), ("study-needs", "programme_id", "Program studi"),
        ("study-needs", "heads_2026", "2026"), ("agencies", "parent_id", "Induk"),
    ],
)  # fmt: skip
def test_fields_that_are_stored_as_keys_have_the_label_of_their_names(kind: str, field: str, label: str) -> None:
    assert labels.field_label(kind, field) == label


def test_every_kind_of_change_has_a_label() -> None:
    assert set(labels.CHANGE_KINDS) == set(CHANGE_SET_KINDS)
