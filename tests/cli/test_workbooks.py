"""The commands export, template and report: what stands in the workbooks, and what narrows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.program import Program, outcome_of
from tests.conftest import SheetWriter

KINDS = ("employees", "trainings", "study-needs", "agencies")
TITLES = {
    "employees": "Pegawai",
    "trainings": "Pelatihan",
    "study-needs": "Kebutuhan Studi",
    "agencies": "Perangkat Daerah",
}
DROP_DOWNS = {
    "employees": {
        "sexes",
        "standings",
        "statuses",
        "grades",
        "position_kinds",
        "echelons",
        "education_levels",
        "agencies",
    },
    "trainings": {"training_forms", "yes_no"},
    "study-needs": {"agencies", "education_levels", "fundings"},
    "agencies": {"agency_kinds", "agencies"},
}
TREE = [
    ["Kode", "Nama Perangkat Daerah", "Singkatan", "Kode Induk"],
    ["1.01", "Dinas Pendidikan", "Disdik", ""],
    ["1.01.01", "Bidang SMP", "", "1.01"],
    ["2.02", "Dinas Kesehatan", "Dinkes", ""],
]
STAFF = [
    ["NIP", "Nama", "L/P", "Gol", "Unit Kerja", "Jabatan"],
    ["199001012015011001", "Ahmad", "L", "IV/a", "Dinas Pendidikan", "Kepala"],
    ["199102022016022002", "Bunga", "P", "III/c", "Bidang SMP", "Guru"],
    ["199303032017031003", "Cici", "", "", "Dinas Kesehatan", "Perawat"],
]
COURSES = [
    ["NIP", "Nama Pelatihan", "JP", "Tanggal Mulai"],
    ["199001012015011001", "Diklat Satu", 10, "10-01-2025"],
    ["199102022016022002", "Diklat Dua", 20, "11-01-2025"],
    ["199102022016022002", "Diklat Tiga", 30, "12-01-2026"],
    ["199303032017031003", "Diklat Empat", 40, "13-01-2026"],
]
NEEDS = [
    ["Perangkat Daerah", "Periode", "Jenjang", "Program Studi", "2026", "2027"],
    ["Dinas Pendidikan", "2026-2030", "S-2", "Matematika", 1, 2],
    ["Dinas Kesehatan", "2020-2024", "S-1", "Keperawatan", 1, 1],
]


def sheet_of(path: Path) -> Worksheet:
    page: Worksheet = openpyxl.load_workbook(path).worksheets[0]
    return page


def table_of(path: Path) -> list[dict[str, Any]]:
    """The rows of an export by heading."""
    headings, *rows = sheet_of(path).iter_rows(values_only=True)
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


@pytest.fixture
def office(smartpns: Program, sheet: SheetWriter) -> Program:
    """A small office: two agencies, one of them with a unit, three people; batches 2 to 5."""
    for rows in (TREE, STAFF, COURSES, NEEDS):
        smartpns("import", sheet(rows), "--yes")
    return smartpns


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_holds_every_row_under_its_headings(city: Program, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "hasil.xlsx"
    answer = city("export", kind, out)
    assert answer == {"kind": kind, "file": str(out), "rows": city("list", kind)["count"]}
    page = sheet_of(out)
    assert page.title == TITLES[kind]
    assert page.max_row == answer["rows"] + 1
    assert page.freeze_panes == "A2"


def test_an_agency_is_exported_with_its_units(office: Program, tmp_path: Path) -> None:
    out = tmp_path / "hasil.xlsx"
    for agency in ("1.01", "dinas pendidikan", "DISDIK"):
        assert office("export", "employees", out, "--agency", agency)["rows"] == 2
    assert {row["NAMA"] for row in table_of(out)} == {"Ahmad", "Bunga"}
    assert office("export", "trainings", out, "--agency", "1.01")["rows"] == 3
    assert office("export", "study-needs", out, "--agency", "1.01")["rows"] == 1
    assert office("export", "agencies", out, "--agency", "1.01")["rows"] == 2
    assert office.refusal("export", "employees", out, "--agency", "9.99") == "agency.unknown"


def test_a_year_is_that_of_the_training_or_within_the_plan(office: Program, tmp_path: Path) -> None:
    out = tmp_path / "hasil.xlsx"
    assert office("export", "trainings", out, "--year", 2026)["rows"] == 2
    assert {row["Nama Pelatihan"] for row in table_of(out)} == {"Diklat Tiga", "Diklat Empat"}
    assert office("export", "study-needs", out, "--year", 2028)["rows"] == 1
    assert office("export", "trainings", out, "--agency", "1.01", "--year", 2026)["rows"] == 1
    for year in ("abc", "0", "99999"):
        assert office.refusal("export", "trainings", out, "--year", year) == "argument.unusable"
    assert office.refusal("export", "employees", out, "--year", 2026) == "argument.unusable"


def test_since_leaves_what_later_batches_touched(office: Program, tmp_path: Path, sheet: SheetWriter) -> None:
    out = tmp_path / "hasil.xlsx"
    assert office("export", "employees", out, "--since", 3)["rows"] == 0
    office("import", sheet([["NIP", "Nama", "Golongan"], ["199001012015011001", "Ahmad", "III/a"]]))
    assert office("export", "employees", out, "--since", 5)["rows"] == 1
    assert table_of(out)[0]["GOL AKHIR NAMA"] == "III/a"
    assert office("export", "employees", out, "--since", 2)["rows"] == 3
    assert office.refusal("export", "employees", out, "--since", 99) == "batch.unknown"


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("export", "pegawai", "a.xlsx"), "argument.unknown_kind", 2),
        (("export", "employees", "a.csv"), "export.unsupported_ending", 2),
        (("export", "employees", "a"), "export.unsupported_ending", 2),
        (("template", "batches", "a.xlsx"), "argument.unknown_kind", 2),
        (("template", "employees", "a.xlsx", "--agency", "x"), "agency.unknown", 2),
        (("report", "cuaca", "a.xlsx"), "report.unknown", 2),
        (("report", "jp", "a.pdf"), "export.unsupported_ending", 2),
        (("export", "employees", "tidak/ada/a.xlsx"), "folder.not_writable", 3),
        (("report", "jp", "tidak/ada/a.xlsx"), "folder.not_writable", 3),
    ],
)
def test_what_cannot_be_written_is_refused(
    office: Program, tmp_path: Path, arguments: tuple[str, ...], code: str, exit_code: int
) -> None:
    command, kind, out, *rest = arguments
    assert office.refusal(command, kind, tmp_path / "keluar" / out, *rest, code=exit_code) == code
    assert not (tmp_path / "keluar").exists()


def test_a_folder_is_never_overwritten(office: Program, tmp_path: Path) -> None:
    (tmp_path / "hasil.xlsx").mkdir()
    for command, kind in (("export", "employees"), ("template", "employees"), ("report", "jp")):
        assert office.refusal(command, kind, tmp_path / "hasil.xlsx", code=3) == "folder.not_writable"


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_has_drop_downs_from_its_code_sheet(office: Program, tmp_path: Path, kind: str) -> None:
    office("template", kind, tmp_path / "templat.xlsx")
    book = openpyxl.load_workbook(tmp_path / "templat.xlsx")
    page = book.worksheets[0]
    assert page.title == TITLES[kind]
    assert {rule.formula1 for rule in page.data_validations.dataValidation} == {
        f"daftar_{name}" for name in DROP_DOWNS[kind]
    }
    for rule in page.data_validations.dataValidation:
        ((sheet_name, area),) = book.defined_names[rule.formula1].destinations
        values = [row[0].value for row in book[sheet_name][area]]
        assert values
        assert None not in values
        assert len(values) == len(set(values)), rule.formula1
        assert "2:" in str(rule.sqref), "from the first row below the heading"
    assert book["Kode"].sheet_state == "hidden"
    assert page.row_dimensions[2].hidden, "marks that tell each column, below the heading"
    assert all(cell.value is None for row in page.iter_rows(min_row=3) for cell in row)


def test_a_template_names_the_agency_that_is_to_fill_it_in(office: Program, tmp_path: Path) -> None:
    office("template", "study-needs", tmp_path / "templat.xlsx", "--agency", "disdik")
    guide = openpyxl.load_workbook(tmp_path / "templat.xlsx")["Petunjuk"]
    assert "Perangkat daerah: Dinas Pendidikan" in [cell.value for cell in guide["A"]]


FILLED: dict[str, dict[str, Any]] = {
    "employees": {"NIP BARU": "199404042018041004", "NAMA": "Dedi", "GOL AKHIR NAMA": "III/a",
                  "UNOR NAMA": "Bidang SMP"},
    "trainings": {"NIP": "199001012015011001", "Nama Pelatihan": "Diklat Lima", "JP": 7.5,
                  "Tanggal Mulai": "25-04-2026", "Bentuk": "Bimbingan teknis", "Terverifikasi": "Ya"},
    "study-needs": {"Perangkat Daerah": "Dinas Kesehatan", "Periode": "2026-2030", "Jenjang": "S-2",
                    "Program Studi": "Gizi", "Sumber Biaya": "APBD", str(date.today().year): 3},
    "agencies": {"Kode": "3.03", "Nama Perangkat Daerah": "Dinas Sosial", "Jenis": "Perangkat daerah"},
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_that_was_filled_in_comes_in(office: Program, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "templat.xlsx"
    office("template", kind, path)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    places = {str(cell.value): cell.column for cell in page[1]}
    for heading, value in FILLED[kind].items():
        page.cell(2, places[heading], value)
    book.save(path)
    answer = office("import", path, "--yes")
    assert answer["kind"] == kind
    assert outcome_of(answer) == {"rows": 1, "new": 1, "changed": 0, "same": 0, "rejected": 0}
    assert [it for it in answer["problems"] if it["severity"] == "reject"] == []
    assert outcome_of(office("import", path))["same"] == 1


def test_the_report_on_employees_counts_by_agency(office: Program, tmp_path: Path) -> None:
    answer = office("report", "employees", tmp_path / "laporan.xlsx")
    assert answer == {"report": "employees", "file": str(tmp_path / "laporan.xlsx"), "rows": 2}
    rows = [row for row in sheet_of(tmp_path / "laporan.xlsx").iter_rows(values_only=True) if row[0]]
    found = {row[0]: row for row in rows}
    assert found["Perangkat Daerah"][1:7] == ("PNS", "CPNS", "PPPK", "Jumlah", "Laki-laki", "Perempuan")
    assert found["Dinas Pendidikan"][1:] == (2, 0, 0, 2, 1, 1, 0, 0, 1, 1)
    assert found["Dinas Kesehatan"][1:] == (1, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    assert found["Jumlah"][1:] == (3, 0, 0, 3, 1, 1, 0, 0, 1, 1)


def test_the_report_on_jp_counts_those_below_the_minimum(office: Program, tmp_path: Path) -> None:
    office("report", "jp", tmp_path / "laporan.xlsx", "--year", 2026)
    rows = list(sheet_of(tmp_path / "laporan.xlsx").iter_rows(values_only=True))
    found = {row[0]: row for row in rows if row[0]}
    headings = found["Perangkat Daerah"]
    assert headings[1:4] == ("Pegawai", "JP diklaim", "JP diakui")
    education = dict(zip(headings, found["Dinas Pendidikan"], strict=True))
    assert (education["Pegawai"], education["JP diklaim"]) == (2, 30)
    assert (education["Memenuhi batas"], education["Belum memenuhi"], education["Tanpa JP"]) == (1, 1, 1)
    assert education["Persen memenuhi"] == 50
    total = dict(zip(headings, found["Jumlah"], strict=True))
    assert (total["Pegawai"], total["JP diklaim"], total["Memenuhi batas"]) == (3, 70, 2)
    assert any("PP 11/2017" in str(row[0]) for row in rows if row[0]), "the source of the minimum is named"


def test_reports_count_what_lists_show(city: Program, tmp_path: Path) -> None:
    city("report", "employees", tmp_path / "laporan.xlsx")
    rows = {row[0]: row for row in sheet_of(tmp_path / "laporan.xlsx").iter_rows(values_only=True) if row[0]}
    for agency in city.rows("agencies"):
        count = city("list", "employees", "--where", f"agency={agency['name']}")["count"]
        assert rows[agency["name"]][4] == count
    assert rows["Jumlah"][4] == city("list", "employees")["count"]


def test_people_are_told_where_the_file_is(city: Program, tmp_path: Path) -> None:
    out = tmp_path / "hasil.xlsx"
    assert city.say("export", "trainings", out).out == f"60 baris ditulis ke {out}\n"
    assert city.say("template", "trainings", out).out == f"Templat ditulis ke {out}\n"
    assert city.say("report", "jp", out).out == f"Laporan ditulis ke {out}\n"
