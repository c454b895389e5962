"""What goes out comes in again: exports and templates, through our hands alone and through another office program."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.office import needs_office, save_all_as, save_as
from tests.cli.program import Answer, Program, outcome_of
from tests.conftest import SheetWriter

HISTORIES = ("grade-history", "post-history", "education-history", "standing-history")
KINDS = ("employees", "trainings", "study-needs", "agencies", *HISTORIES)
TREE = [
    ["Kode", "Nama Perangkat Daerah", "Singkatan", "Jenis", "Kode Induk", "Induk", "Nama Lama", "Ditutup"],
    ["1.01", "Dinas Pendidikan", "Disdik", "Perangkat daerah", "", "", "Dinas P dan K; Kantor Pengajaran", ""],
    ["1.01.01", "Sekretariat", "", "Unit kerja", "1.01", "", "", ""],
    ["", "Bidang SMP", "", "Unit kerja", "", "Dinas Pendidikan", "", ""],
    ["", "Seksi Kurikulum", "", "Unit kerja", "", "Bidang SMP", "", "31-12-2024"],
    ["2.02", "Dinas Kesehatan", "Dinkes", "Perangkat daerah", "", "", "", ""],
    ["2.02.01", "Sekretariat", "", "Unit kerja", "2.02", "", "", ""],
]
FIRST, SECOND = "199001012015011001", "199102022016022002"
ODD_PEOPLE = [
    ["NIP", "Nama", "NIK", "NPWP", "No HP", "Alamat", "Unit Kerja", "Kode Unit", "Jabatan", "TMT Jabatan"],
    [FIRST, "=Ani(1)", "0174035809727604", "01.234.567.8-901.000", "+62812", '-Jl. "Satu"; RT 2', "Sekretariat",
     "2.02.01", "+Penata", "01-02-2020"],
    [SECOND, "@Budi -Ñ", "6474035809729999", "00123", "08", "=cmd|' /C calc'!A0", "-Dinas", "",
     "@Analis", "04-03-2021"],
]  # fmt: skip
ODD_TRAININGS = [
    ["NIP", "Nama Pelatihan", "JP", "Mulai", "Selesai", "Nomor Sertifikat", "Verifikasi"],
    [FIRST, '=HYPERLINK("http://contoh")', 4.5, "01-02-2025", "02-02-2025", "-001", "Ya"],
    [FIRST, "+Diklat @ Jakarta", 1250.25, "03-02-2025", "", "@2", "Tidak"],
    [FIRST, "0123", 20, "", "", "000123", ""],
    [SECOND, "31-12-2024", 20, "", "", "1E5", ""],
    [SECOND, "Total Quality Management", 1 / 3, "", "", "", ""],
]


@pytest.fixture
def full(city: Program, sheet: SheetWriter) -> Program:
    """The sample city with a tree of agencies and with values that a spreadsheet would like to change."""
    for rows in (TREE, ODD_PEOPLE, ODD_TRAININGS):
        city("import", sheet(rows), "--yes")
    return city


def kept(answer: Answer) -> bool:
    """Whether an import found every row as the store has it."""
    same = {"rows": answer["rows"], "new": 0, "changed": 0, "same": answer["rows"], "rejected": 0}
    return outcome_of(answer) == same and answer["batch"] is None and not answer["notices"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_comes_in_as_nothing_new(full: Program, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out.xlsx"
    rows = full("export", kind, out)["rows"]
    assert rows == full("list", kind)["count"]
    answer = full("import", out)
    assert answer["kind"] == kind
    assert answer["rows"] == rows
    assert kept(answer), answer


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_fills_an_empty_store_alike(full: Program, smartpns_twin: Program, tmp_path: Path, kind: str) -> None:
    for needed in ("agencies", "employees", "study-needs", "trainings"):
        out = tmp_path / f"{needed}.xlsx"
        full("export", needed, out)
        smartpns_twin("import", out, "--yes")
    assert smartpns_twin.rows(kind) == full.rows(kind)


@pytest.fixture
def smartpns_twin(fresh_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program on a second, empty store."""
    data = tmp_path / "twin"
    data.mkdir()
    (data / fresh_store.name).write_bytes(fresh_store.read_bytes())
    return Program(data, capsys)


def test_texts_stay_texts(full: Program, tmp_path: Path) -> None:
    full("export", "employees", tmp_path / "people.xlsx")
    full("export", "trainings", tmp_path / "trainings.xlsx")
    people = openpyxl.load_workbook(tmp_path / "people.xlsx").worksheets[0]
    courses = openpyxl.load_workbook(tmp_path / "trainings.xlsx").worksheets[0]
    shown = {cell.value for page in (people, courses) for row in page.iter_rows() for cell in row}
    odd = {cell for row in (*ODD_PEOPLE[1:], *ODD_TRAININGS[1:]) for cell in row if isinstance(cell, str)}
    assert {"=Ani(1)", "@Budi -Ñ", "0174035809727604", '=HYPERLINK("http://contoh")', "000123", "1E5"} <= odd
    assert {text for text in odd if text and text[0] in "=+-@0"} <= shown
    formulas = [cell.coordinate for row in people.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []
    numbers = {cell.value for cell in people["C"][1:]}
    assert all(isinstance(number, str) and len(number) == 18 and number.isdigit() for number in numbers)


@pytest.mark.parametrize("kind", KINDS)
def test_a_demo_city_comes_in_as_nothing_new(smartpns: Program, tmp_path: Path, kind: str) -> None:
    smartpns("demo", "--employees", 300)
    smartpns("export", kind, tmp_path / "out.xlsx")
    assert kept(smartpns("import", tmp_path / "out.xlsx"))


@needs_office
def test_exports_survive_another_office_program(full: Program, tmp_path: Path) -> None:
    out = [tmp_path / f"{kind}.xlsx" for kind in KINDS]
    for path in out:
        full("export", path.stem, path)
    ods = save_all_as(out, "ods", tmp_path)
    ways = [ods, save_all_as(ods.values(), "xlsx", tmp_path)]
    ways += [save_all_as(out, ending, tmp_path) for ending in ("csv", "xls")]
    for kind in KINDS:
        for saved in ways:
            assert kept(full("import", saved[kind])), saved[kind].name


@needs_office
def test_a_template_filled_in_by_another_office_program_comes_in(full: Program, tmp_path: Path) -> None:
    out = tmp_path / "templat.xlsx"
    full("template", "employees", out)
    book = openpyxl.load_workbook(out)
    page = book.worksheets[0]
    places = {cell.value: cell.column for cell in page[1]}
    for heading, value in {
        "NIP BARU": "199303032017031003", "NAMA": "Cici", "TANGGAL LAHIR": "03-03-1993", "NIK": "0174035809727611",
        "GOL AKHIR NAMA": "III/b", "UNOR NAMA": "Dinas Pendidikan",
    }.items():  # fmt: skip
        page.cell(2, places[heading], value)
    book.save(out)
    for path in (save_as(out, "ods", tmp_path), save_as(save_as(out, "ods", tmp_path), "xlsx", tmp_path)):
        answer = full("import", path, "--dry-run")
        assert outcome_of(answer) == {"rows": 1, "new": 1, "changed": 0, "same": 0, "rejected": 0}
    full("import", path)
    (row,) = full.rows("employees", "--where", "nip=199303032017031003")
    assert (row["nik"], row["grade"], row["agency"], row["birth_date"]) == (
        "0174035809727611", "III/b", "Dinas Pendidikan", "1993-03-03",
    )  # fmt: skip
