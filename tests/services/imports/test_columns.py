"""What the columns of a sheet mean: found, proposed, chosen, and remembered for the sender."""

from __future__ import annotations

from typing import Any

import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.imports.choices import ImportChoices
from tests.conftest import Cell, SheetWriter
from tests.contents import content_digest
from tests.services.imports.outcomes import employee, nip, notices

ODD: list[list[Cell]] = [
    ["Data pegawai"],
    ["No", "Nomor Pokok", "Nma Lengkap", "Telp rumah", "Warna", "Tgl Lhir"],
    [1.0, nip(1), "Siti", "0812", "biru", "12-03-1985"],
    [2.0, nip(2), "Budi", "0813", "", "12-03-1985"],
]


def test_headings_are_known_proposed_or_unknown(app: App, sheet: SheetWriter) -> None:
    columns = app.imports.columns_of(app.imports.look(sheet(ODD)), "employees", 2)
    assert (columns.first_row, columns.header_row) == (2, 2)
    assert [(it.letter, it.field, it.sure) for it in columns.columns] == [
        ("A", None, True), ("B", None, False), ("C", "name", False), ("D", None, False), ("E", None, False),
        ("F", "birth_date", False),
    ]  # fmt: skip
    assert columns.columns[3].samples == ("0812", "0813")
    assert columns.columns[4].samples == ("biru",)
    fields = {it.name: it for it in columns.fields}
    assert fields["nip"].required
    assert not fields["phone"].required
    assert fields["birth_date"].label == "Tanggal lahir"


def test_a_proposal_that_nobody_takes_changes_nothing(app: App, sheet: SheetWriter) -> None:
    look = app.imports.look(sheet(ODD))
    with pytest.raises(CannotDo) as caught:
        app.imports.plan_of(look, ImportChoices("employees", header_row=2))
    assert (caught.value.code, caught.value.facts["columns"]) == ("columns.missing", "NIP BARU, NAMA")


def choices(**more: Any) -> ImportChoices:
    mapping = {1: "nip", 2: "name", 3: "phone", 4: None, 5: "birth_date"}
    return ImportChoices("employees", "Data", 2, mapping, **more)


def test_a_mapping_is_applied_and_remembered_for_its_sender(app: App, sheet: SheetWriter) -> None:
    plan = app.imports.plan_of(app.imports.look(sheet(ODD)), choices(sender="Dinas Satu"))
    before = content_digest(app.database.path)
    assert (plan.judgement.new, notices(plan)) == (2, {})
    assert content_digest(app.database.path) == before
    app.imports.apply(plan)
    assert employee(app, nip(1))["birth_date"].isoformat() == "1985-03-12"
    again = sheet(
        [["Telp Rumah", "NOMOR POKOK", "Nma lengkap", "warna"], ["0899", nip(1), "Siti", "hijau"]], "lagi.xlsx"
    )
    look = app.imports.look(again, sender="dinas satu")
    assert (look.kind, look.header_row) == ("employees", 1)
    columns = app.imports.columns_of(look, "employees", sender="Dinas Satu")
    assert [(it.field, it.sure) for it in columns.columns] == [
        ("phone", True), ("nip", True), ("name", True), (None, True),
    ]  # fmt: skip
    plan = app.imports.plan(again, sender="Dinas Satu")
    assert (plan.judgement.changed, notices(plan)) == (1, {})
    assert app.imports.senders() == ["Dinas Satu"]
    with pytest.raises(CannotDo):
        app.imports.plan(again, sender="Dinas Dua")


def test_two_columns_cannot_mean_one_field(app: App, sheet: SheetWriter) -> None:
    look = app.imports.look(sheet([["NIP", "Nama", "Nama Ijazah"], [nip(1), "Siti", "Siti A"]]))
    with pytest.raises(CannotDo) as caught:
        app.imports.plan_of(look, ImportChoices("employees", mapping={2: "name"}))
    assert (caught.value.code, caught.value.facts["names"]) == ("columns.twice", "Nama, Nama Ijazah")
    plan = app.imports.plan_of(look, ImportChoices("employees", mapping={1: None, 2: "name"}))
    app.imports.apply(plan)
    assert employee(app, nip(1))["name"] == "Siti A"


@pytest.mark.parametrize("field", ["umur", "heads"])
def test_an_unknown_field_is_refused(app: App, sheet: SheetWriter, field: str) -> None:
    look = app.imports.look(sheet([["Program Studi", "Jenjang", "Orang"], ["Hukum", "S-1", 2.0]]))
    with pytest.raises(CannotDo, match=r"argument\.unknown_field"):
        app.imports.plan_of(look, ImportChoices("study-needs", mapping={2: field}))


def test_a_column_can_be_a_year(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["OPD", "Periode", "Jenjang", "Program Studi", "Th I"], ["Dinas A", "2026-2030", "S-1", "Hukum", 2.0],
    ]  # fmt: skip
    look = app.imports.look(sheet(rows))
    plan = app.imports.plan_of(look, ImportChoices("study-needs", mapping={4: "heads_2026"}, sender="Dinas A"))
    assert plan.judgement.bundle.inserts["study_need_heads"] == [{"need_id": -1, "year": 2026, "heads": 2}]
    app.imports.apply(plan)
    columns = app.imports.columns_of(look, "study-needs", sender="Dinas A")
    assert columns.columns[4].field == "heads_2026"
    assert "heads_2026" in {it.name for it in columns.fields}


@pytest.mark.parametrize("row", [2, 0, 9])
def test_a_heading_pointed_at_an_empty_row_is_refused(app: App, sheet: SheetWriter, row: int) -> None:
    look = app.imports.look(sheet([["NIP", "Nama"], [None, None], [nip(1), "Siti"]]))
    with pytest.raises(CannotDo, match=r"heading\.empty"):
        app.imports.columns_of(look, "employees", row)


def test_a_heading_of_two_rows_can_be_pointed_at(app: App, sheet: SheetWriter) -> None:
    rows: list[list[Cell]] = [
        ["Rekap"], ["NIP", "Nama Pelatihan", "Tanggal", None], [None, None, "Mulai", "Selesai"],
        [nip(1), "Bimtek", "01-02-2026", "03-02-2026"],
    ]  # fmt: skip
    columns = app.imports.columns_of(app.imports.look(sheet(rows)), "trainings", 3)
    assert (columns.first_row, columns.header_row) == (2, 3)
    assert [it.field for it in columns.columns] == ["nip", "name", "start", "end"]
