"""The copy of a person's data: every table that tells of the person, and nothing about anybody else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.queries.person_copy import DERIVED, points_at_person
from db.tables import metadata
from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.services.employee_states import History
from smartpns_desktop.services.lists import ListQuery
from smartpns_desktop.services.person_copy import PersonCopy, Section, as_object, tables
from smartpns_desktop.words.data_quality import CHECKS
from smartpns_desktop.words.trail import THINGS
from tests.conftest import Cell, SheetWriter
from tests.services.imports.outcomes import imported, nip

SITI, BUDI = nip(1), nip(2)
SHEETS: dict[str, list[list[Cell]]] = {
    "pegawai": [
        ["NIP", "Nama", "Golongan", "TMT Golongan", "Catatan"],
        [SITI, "Siti Aminah", "III/c", "01-04-2020", "Pindahan dari provinsi"],
        [BUDI, "Budi Santoso", "III/a", "01-04-2020", ""],
    ],
    "pelatihan": [
        ["NIP", "Nama", "Nama Pelatihan", "Tanggal Mulai", "Tanggal Selesai", "JP"],
        [SITI, "Siti Aminah", "Bimtek Arsip", "01-02-2025", "02-02-2025", 12],
        [BUDI, "Budi Santoso", "Seminar SPBE", "01-03-2025", "01-03-2025", 6],
    ],
    "skp": [
        ["NIP", "Nama", "Tahun", "Predikat Kinerja", "NIP Penilai", "Nama Penilai"],
        [SITI, "Siti Aminah", 2024, "Baik", BUDI, "Budi Santoso"],
    ],
}


@pytest.fixture
def office(app: App, sheet: SheetWriter) -> App:
    """Two people out of three files."""
    for name, rows in SHEETS.items():
        imported(app, sheet(rows, f"{name}.xlsx"))
    return app


def copied(app: App, number: str) -> PersonCopy:
    return app.person_copies.copy(app.employees.by_nip(number).key)


def section(made: PersonCopy, table: str) -> Section:
    return next(it for it in made.sections if it.table == table)


def test_every_table_that_tells_of_people_is_in_the_copy(office: App) -> None:
    wanted = {table.name for table in metadata.sorted_tables if points_at_person(table)} - DERIVED
    told = {it.table for it in copied(office, SITI).sections}
    assert {"trainings", "certificates", "former_nips", "performance_ratings"} <= wanted
    assert wanted | {"employees", "attachments"} == told


def test_every_table_in_the_copy_has_a_name(office: App) -> None:
    assert [it.table for it in copied(office, SITI).sections if it.table not in THINGS] == []


def test_every_table_and_field_of_the_copy_is_told_in_words(office: App) -> None:
    """What was derived too: findings by the name of their check, gaps by post and kind of what is asked."""
    dinas, _ = office.agencies.add({"name": "Dinas A"})
    post, _ = office.positions.add({"name": "Arsiparis"})
    office.positions.add_version(post, {"effective_date": date(2020, 1, 1), "education_code": "40"})
    key = office.employees.by_nip(SITI).key
    office.employees.add_state(key, History.POST, date(2021, 1, 1), {"position_id": post, "agency_id": dinas})
    office.employees.add_state(key, History.STANDING, date(2020, 4, 1), {"standing": "Aktif"})
    for kind in ("gaps", "data-findings"):
        assert office.lists.count(kind, ListQuery()) > 0
    made = office.person_copies.copy(key)
    assert [
        (it.table, name) for it in made.sections for name in it.headings if name in metadata.tables[it.table].c
    ] == []
    (gap,) = section(made, "person_gaps").told
    assert gap[:2] == ("Arsiparis", "Tingkat pendidikan")
    findings = section(made, "data_findings")
    assert findings.headings == ("Tanggal", "Perangkat daerah", "Pemeriksaan", "Tidak dapat dinilai")
    assert {it[1] for it in findings.told} == {"Dinas A"}
    assert {it[2] for it in findings.told} <= {it.title for it in CHECKS.values()}
    assert section(made, "standing_history").headings == ("TMT", "Kedudukan hukum")


def test_rows_are_the_persons_own(office: App) -> None:
    made = copied(office, SITI)
    assert [row["name"] for row in section(made, "trainings").rows] == ["Bimtek Arsip"]
    assert [row["year"] for row in section(made, "performance_ratings").rows] == [2024]
    assert section(made, "employees").rows[0]["note"] == "Pindahan dari provinsi"
    assert [row["name"] for row in section(copied(office, BUDI), "trainings").rows] == ["Seminar SPBE"]


def test_where_others_name_the_person_is_counted_and_not_shown(office: App) -> None:
    made = copied(office, BUDI)
    assert [(it.table, it.field, it.count) for it in made.mentions] == [("performance_ratings", "assessor_nip", 1)]
    assert "Bimtek Arsip" not in json.dumps(as_object(made))
    assert SITI not in json.dumps(as_object(made))


def test_the_files_that_data_came_from_are_told(office: App) -> None:
    assert [it.file for it in copied(office, SITI).sources] == ["skp.xlsx", "pelatihan.xlsx", "pegawai.xlsx"]
    assert [it.file for it in copied(office, BUDI).sources] == ["pelatihan.xlsx", "pegawai.xlsx"]


def test_changes_and_former_nips_and_attached_files_are_told(office: App, tmp_path: Path) -> None:
    office.merging.merge(SITI, BUDI)
    key = office.employees.by_nip(SITI).key
    office.employees.change(key, {"phone": "0811"})
    training = section(copied(office, SITI), "trainings").rows[0]["id"]
    file = tmp_path / "sertifikat.pdf"
    file.write_bytes(b"%PDF-1.4\n%%EOF\n")
    office.attachments.attach("trainings", training, file)
    made = office.person_copies.copy(key)
    assert [row["nip"] for row in section(made, "former_nips").rows] == [BUDI]
    assert [row["name"] for row in section(made, "attachments").rows] == ["sertifikat.pdf"]
    changed = [field for entry in made.trail for field in entry.fields if field.name == "phone"]
    assert [(it.before, it.after) for it in changed] == [("", "0811")]
    assert made.mentions == ()


def test_the_workbook_has_a_sheet_for_each_kind_of_row_that_there_is(office: App, tmp_path: Path) -> None:
    out = tmp_path / "salinan.xlsx"
    made = office.person_copies.write(office.employees.by_nip(SITI).key, out)
    book = load_workbook(out)
    assert book.sheetnames == [it.title for it in tables(made)]
    assert [cell.value for cell in book["Pegawai"]["A"]] == ["NIP", SITI]
    assert book["Pegawai"]["A2"].data_type == "s"


def test_the_file_for_programs_tells_the_same(office: App, tmp_path: Path) -> None:
    out = tmp_path / "salinan.json"
    made = office.person_copies.write(office.employees.by_nip(SITI).key, out)
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["data"]["grade_history"][0]["effective_date"] == "2020-04-01"
    assert {name: len(rows) for name, rows in told["data"].items()} == {it.table: len(it.rows) for it in made.sections}


def test_another_ending_is_refused(office: App, tmp_path: Path) -> None:
    with pytest.raises(CannotDo) as refused:
        office.person_copies.write(office.employees.by_nip(SITI).key, tmp_path / "salinan.doc")
    assert refused.value.code == "export.unsupported_ending"
