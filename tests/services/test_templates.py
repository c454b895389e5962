"""Templates of every kind: blank or with what is known of an agency, and known again however they come back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from smartpns_desktop.app import App
from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.workbooks import open_workbook
from smartpns_desktop.services.imports.plan import ImportPlan
from smartpns_desktop.services.lists import ListQuery
from tests.cli.office import needs_office, save_all_as
from tests.conftest import Cell, Fill, SheetWriter
from tests.services.imports.outcomes import counts, employee, imported, listed, nip, notices, reconciles

THIS = date.today().year
TREE: list[list[Cell]] = [
    ["Kode", "Nama Perangkat Daerah", "Singkatan", "Kode Induk"],
    ["1.01", "Dinas Pendidikan", "Disdik", ""],
    ["1.01.01", "Bidang SMP", "", "1.01"],
    ["2.02", "Dinas Kesehatan", "Dinkes", ""],
]
STAFF: list[list[Cell]] = [
    ["NIP", "Nama", "L/P", "NIK", "Gol", "Unit Kerja", "Jabatan", "Tanggal Lahir"],
    [nip(1), "Ani", "P", "0174035809727604", "IV/a", "Dinas Pendidikan", "Kepala", "12-03-1985"],
    [nip(2), "Budi", "", "", "III/c", "Bidang SMP", "Guru", ""],
    [nip(3), "Cici", "", "", "", "Dinas Kesehatan", "Perawat", ""],
]
NEEDS: list[list[Cell]] = [
    ["Perangkat Daerah", "Periode", "Jenjang", "Program Studi", str(THIS), str(THIS + 1)],
    ["Dinas Pendidikan", f"{THIS}-{THIS + 4}", "S-2", "Matematika", 1.0, 2.0],
    ["Dinas Pendidikan", f"{THIS - 9}-{THIS - 5}", "S-1", "Sejarah", None, None],
]
KNOWN = {"employees": 2, "agencies": 1, "study-needs": 1, "positions": 1}
"""Rows that a template for Dinas Pendidikan holds whole; of all other kinds about people it begins two. Of its two
posts one, the last, is nothing but "Kepala", which may as well be a signature's first line."""


def fill_office(app: App, sheet: SheetWriter) -> None:
    for name, rows in (("unit", TREE), ("orang", STAFF), ("butuh", NEEDS)):
        plan = imported(app, sheet(rows, f"{name}.xlsx"))
        assert not plan.rejected


@pytest.fixture
def office(filled_app: Callable[[Fill], App]) -> App:
    """Two agencies, one with a unit, three people, a plan that is in force and one that has ended."""
    return filled_app(fill_office)


@pytest.fixture
def made(office: App, tmp_path: Path) -> Callable[..., Path]:
    def make(kind: str, agency: str | int | None = "1.01") -> Path:
        office.templates.write(kind, tmp_path / f"{kind}.xlsx", agency=agency)
        return tmp_path / f"{kind}.xlsx"

    return make


def shown(spec: SheetSpec) -> list[str]:
    return [column.heading for column in spec.columns if column.template and not column.kind.is_yearly]


def table(path: Path) -> list[list[Any]]:
    """Headings and filled rows of the first sheet, without what nobody sees."""
    with open_workbook(path) as workbook:
        return [row for row in workbook.read(workbook.sheets[0].name).rows if any(cell != "" for cell in row)]


def fill(path: Path, **values: object) -> Path:
    """Write values by field into the first begun row."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    places = {str(cell.value).rpartition(":")[2]: cell.column for cell in page[2]}
    for name, value in values.items():
        page.cell(3, places[name], value)
    book.save(path)
    return path


@pytest.mark.parametrize("kind", SPECS)
def test_for_an_agency_it_holds_what_is_known(office: App, made: Callable[..., Path], kind: str) -> None:
    path = made(kind)
    rows, about_people = table(path), {"nip", "person"} <= {it.field for it in SPECS[kind].columns if it.template}
    assert [heading for heading in rows[0] if not str(heading).isdigit()] == shown(SPECS[kind])
    plan = office.imports.plan(path)
    assert (plan.kind, plan.rejected, reconciles(plan)) == (kind, 0, True)
    assert counts(plan) == ({"same": KNOWN[kind]} if kind in KNOWN else {})
    if kind not in KNOWN and about_people:
        assert [row[:2] for row in rows[1:]] == [[nip(1), "Ani"], [nip(2), "Budi"]]
        assert "rows.unfilled" in notices(plan)


@pytest.mark.parametrize("kind", SPECS)
def test_without_an_agency_it_is_blank(office: App, made: Callable[..., Path], kind: str) -> None:
    path = made(kind, agency=None)
    assert len(table(path)) == 1
    plan = office.imports.plan(path)
    assert (plan.kind, plan.rows, plan.rejected) == (kind, 0, 0)


@needs_office
def test_another_office_program_loses_nothing(office: App, made: Callable[..., Path], tmp_path: Path) -> None:
    before = paths = {kind: made(kind) for kind in SPECS}
    known = {kind: (table(path), counts(office.imports.plan(path))) for kind, path in before.items()}
    for ending in ("ods", "xls", "xlsx"):
        paths = save_all_as(paths.values(), ending, tmp_path)
        for kind, path in paths.items():
            plan = office.imports.plan(path)
            assert (plan.kind, plan.rejected) == (kind, 0), path
            assert (table(path), counts(plan)) == known[kind], path
    assert paths.keys() == before.keys()
    for kind, path in paths.items():
        _is_still_a_form(path, SPECS[kind])


def _is_still_a_form(path: Path, spec: SheetSpec) -> None:
    """Drop-downs, hidden sheets and the hidden row of instructions are there."""
    book = openpyxl.load_workbook(path)
    rules = {rule.formula1 for rule in book.worksheets[0].data_validations.dataValidation}
    assert rules == {f"daftar_{column.choices}" for column in spec.columns if column.choices and column.template}
    assert rules <= book.defined_names.keys()
    assert book["Kode"].sheet_state != "visible"
    assert book["_smartpns"].sheet_state != "visible"
    assert book.worksheets[0].row_dimensions[2].hidden


@pytest.mark.parametrize("kind", SPECS)
def test_renamed_translated_and_turned_round_it_is_known(
    office: App, made: Callable[..., Path], kind: str, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(made(kind))
    page = book.worksheets[0]
    columns = [[cell.value for cell in column] for column in page.iter_cols(max_row=40)][::-1]
    page.title = "Sheet 1"
    for place, column in enumerate(columns, start=1):
        year = str(column[0]).isdigit()
        for number, value in enumerate(column, start=1):
            page.cell(number, place).value = value if year or number > 1 else f"Translated {place}"
    book.save(tmp_path / "turned.xlsx")
    plan = office.imports.plan(tmp_path / "turned.xlsx")
    assert (plan.kind, plan.sheet, plan.rejected) == (kind, "Sheet 1", 0)
    assert counts(plan) == counts(office.imports.plan(made(kind)))
    assert "columns.unknown" not in notices(plan)
    assert office.imports.look(tmp_path / "turned.xlsx").kind == kind


def test_rows_that_were_begun_and_filled_in_come_in(office: App, made: Callable[..., Path]) -> None:
    path = fill(made("trainings"), name="Bimtek Arsip", jp=20, start="02-03-2026")
    plan = imported(office, path)
    assert (counts(plan), plan.skipped["blank"], reconciles(plan)) == ({"new": 1}, 2, True)
    (row,) = listed(office, "trainings")
    assert (row["nip"], row["name"]) == (nip(1), "Bimtek Arsip")


def test_a_person_whom_somebody_added_without_a_training_is_told(office: App, made: Callable[..., Path]) -> None:
    plan = office.imports.plan(fill(made("trainings"), nip=nip(3), person="Cici"))
    assert plan.rejected == 1


def test_changes_of_known_rows_are_changes(office: App, made: Callable[..., Path]) -> None:
    plan = imported(office, fill(made("employees"), phone="0812"))
    assert counts(plan) == {"changed": 1, "same": 1}


def fresh(office: App, path: Path, **values: object) -> ImportPlan:
    """Import a template with one more person, who has no agency of his own."""
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    row = next(number for number in range(3, 99) if not page.cell(number, 1).value)
    places = {str(cell.value).rpartition(":")[2]: cell.column for cell in page[2]}
    for name, value in values.items():
        page.cell(row, places[name], value)
    book.save(path)
    return imported(office, path)


def test_who_stands_in_the_template_of_an_agency_belongs_to_it(office: App, made: Callable[..., Path]) -> None:
    plan = fresh(office, made("employees"), nip=nip(5), name="Dodi", post="Guru")
    assert counts(plan) == {"new": 1, "same": 2}
    assert employee(office, nip(5))["agency"] == "Dinas Pendidikan"
    assert employee(office, nip(2))["agency"] == "Bidang SMP"
    fresh(office, made("employees", None), nip=nip(6), name="Edi", post="Guru")
    assert employee(office, nip(6))["agency"] is None


def test_a_further_need_is_filled_into_a_begun_row(office: App, made: Callable[..., Path]) -> None:
    path = made("study-needs")
    heads = {f"heads_{THIS}": 3}
    book = openpyxl.load_workbook(path)
    assert book.worksheets[0].cell(4, 1).value == "Dinas Pendidikan"
    page = book.worksheets[0]
    places = {str(cell.value).rpartition(":")[2]: cell.column for cell in page[2]}
    for name, value in {"level": "S-1", "programme": "Fisika", **heads}.items():
        page.cell(4, places[name], value)
    book.save(path)
    assert counts(imported(office, path)) == {"new": 1, "same": 1}
    rows = [row for row in listed(office, "study-needs") if row["programme"] == "Fisika"]
    assert [(row["agency"], row["period"]) for row in rows] == [("Dinas Pendidikan", f"{THIS}-{THIS + 4}")]


def test_an_agency_is_named_by_code_name_or_key(office: App, made: Callable[..., Path]) -> None:
    (key,) = office.lists.keys("agencies", ListQuery(where=(("name", "Dinas Pendidikan"),)))
    for agency in ("1.01", "dinas pendidikan", "DISDIK", key):
        assert len(table(made("trainings", agency))) == 3
    for unknown in ("9.99", 4711):
        with pytest.raises(CannotDo, match=r"agency\.unknown"):
            made("trainings", unknown)
    with pytest.raises(CannotDo, match=r"argument\.unknown_kind"):
        made("nothing")


def test_the_guide_says_whose_it_is_and_what_becomes_of_rows(made: Callable[..., Path]) -> None:
    def guide(kind: str, agency: str | None) -> str:
        page = openpyxl.load_workbook(made(kind, agency))["Petunjuk"]
        return "\n".join(str(row[0]) for row in page.iter_rows(values_only=True))

    ours = guide("employees", "1.01")
    assert "Perangkat daerah: Dinas Pendidikan" in ours
    assert "Dibuat" in ours
    assert "Baris tanpa perangkat daerah dicatat pada Dinas Pendidikan." in ours
    assert "dilewati" in guide("trainings", "1.01")
    assert "Dinas Pendidikan" not in guide("employees", None)


@pytest.mark.parametrize("kind", SPECS)
def test_the_example_is_never_data(office: App, made: Callable[..., Path], kind: str) -> None:
    book = openpyxl.load_workbook(made(kind, None))
    assert "Contoh" in [cell.value for row in book["Petunjuk"].iter_rows() for cell in row]
    assert office.imports.plan(made(kind, None)).rows == 0


def test_a_template_of_posts_carries_what_each_unit_needs(
    office: App, sheet: SheetWriter, made: Callable[..., Path]
) -> None:
    heading: list[Cell] = ["Nama Jabatan", "Kelas", "Unit Kerja", "Kebutuhan", "Bezetting", "Berlaku Mulai"]
    rows: list[list[Cell]] = [
        heading,
        ["Guru", 9, "Bidang SMP", 5, 1, "01-01-2025"],
        ["Guru", 9, "Dinas Pendidikan", 2, 0, "01-01-2025"],
        ["Guru", None, "Dinas Kesehatan", 7, 0, "01-01-2025"],
        ["Kepala", 13, None, None, None, "01-01-2024"],
        ["Kepala", None, "Dinas Pendidikan", 1, 1, "01-01-2025"],
    ]
    imported(office, sheet(rows))
    path = made("positions")
    page = openpyxl.load_workbook(path).worksheets[0]
    told = [[cell for cell in row if cell is not None] for row in page.iter_rows(min_row=3, values_only=True)]
    places = ("Bidang SMP", "Dinas Pendidikan", "Dinas Kesehatan")
    assert [[it for it in row if isinstance(it, int) or it in places] for row in told if row] == [
        [9, "Bidang SMP", 5, 1],
        [9, "Dinas Pendidikan", 2, 0],
        [13, "Dinas Pendidikan", 1, 1],
    ]
    plan = office.imports.plan(path)
    assert (counts(plan), reconciles(plan)) == ({"same": 3}, True)
