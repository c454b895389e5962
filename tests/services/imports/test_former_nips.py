"""Sheets that still bear the NIP of a record that was merged away find the one who stayed, and say so."""

from __future__ import annotations

import pytest

from smartpns_desktop.app import App
from tests.conftest import SheetWriter
from tests.services.imports.outcomes import counts, employee, imported, listed, nip, notices, refused, warned

OLD, NEW, BUDI = nip(7, since="202121"), nip(1), nip(2, sex=1)
PEOPLE = ["NIP", "Nama", "Nomor HP"]


@pytest.fixture
def office(app: App, sheet: SheetWriter) -> App:
    imported(app, sheet([PEOPLE, [OLD, "Siti Aminah", "0811"], [NEW, "Siti Aminah", "0811"], [BUDI, "Budi", "0812"]]))
    app.merging.merge(NEW, OLD)
    return app


def test_an_employee_sheet_with_the_old_nip_changes_the_one_who_stayed(office: App, sheet: SheetWriter) -> None:
    plan = imported(office, sheet([PEOPLE, [OLD, "Siti Aminah", "0899"], [BUDI, "Budi", "0812"]]), kind="employees")
    assert counts(plan) == {"changed": 1, "same": 1}
    assert (2, "nip.former") in warned(plan)
    assert {it["nip"] for it in listed(office, "employees")} == {NEW, BUDI}
    assert employee(office, NEW)["phone"] == "0899"
    assert "employees.missing" not in notices(plan)


@pytest.mark.parametrize("rows", [(OLD, NEW), (NEW, OLD)])
def test_the_same_person_under_both_nips_is_a_duplicate(office: App, sheet: SheetWriter, rows: tuple[str, str]) -> None:
    plan = imported(office, sheet([PEOPLE, *([number, "Siti Aminah", "0811"] for number in rows)]), kind="employees")
    old_row = 2 + rows.index(OLD)
    assert refused(plan) == {old_row: "row.duplicate"}
    assert counts(plan) == {"same": 1, "rejected": 1}


def test_a_training_sheet_with_the_old_nip_finds_the_one_who_stayed(office: App, sheet: SheetWriter) -> None:
    heading = ["NIP", "Nama", "Nama Pelatihan", "Tanggal Mulai", "Tanggal Selesai", "JP"]
    plan = imported(office, sheet([heading, [OLD, "Siti Aminah", "Bimtek Arsip", "01-02-2025", "02-02-2025", 12]]))
    assert counts(plan) == {"new": 1}
    assert warned(plan) == [(2, "nip.former")]
    (row,) = listed(office, "trainings")
    assert row["nip"] == NEW
