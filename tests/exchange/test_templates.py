"""Templates guide whoever fills them in, and are recognised when they come back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.columns_spec import CellKind, Column, SheetSpec
from smartpns_desktop.exchange.templates import FILLABLE_ROWS, Prefill, write_template
from smartpns_desktop.exchange.workbooks import open_workbook

SPEC = SheetSpec(
    kind="employees",
    title="Pegawai",
    identifying=("nip",),
    columns=(
        Column("nip", "NIP BARU", kind=CellKind.ID, required=True, help="18 angka."),
        Column("name", "NAMA", required=True),
        Column("birth_date", "TANGGAL LAHIR", kind=CellKind.DATE),
        Column("code", "KODE", template=False),
        Column("grade", "GOL", choices="grades", help="Misalnya III/c."),
        Column("first_grade", "GOL AWAL", choices="grades"),
        Column("unit", "UNIT", choices="units"),
        Column("agency", "UNOR NAMA", choices="agencies"),
        Column("heads", "TAHUN", kind=CellKind.YEAR_COUNT),
    ),
)
CHOICES = {"grades": ["III/a", "III/b", "IX"], "agencies": ['Dinas "A", B & C' * 20], "units": [], "other": ["x"]}
HEADINGS = ["NIP BARU", "NAMA", "TANGGAL LAHIR", "GOL", "GOL AWAL", "UNIT", "UNOR NAMA", "2026", "2027"]
SAMPLE = {"nip": "197209182004122001", "birth_date": date(1972, 9, 18), "grade": "III/c", "heads": 2}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_template(
        tmp_path / "a.xlsx", SPEC, CHOICES, sample=SAMPLE, prefill=Prefill(years=(2026, 2027)), agency="Dinas A"
    )
    return tmp_path / "a.xlsx"


def test_the_sheet_has_the_headings_unchanged_and_no_data(path: Path) -> None:
    with open_workbook(path) as workbook:
        assert workbook.read("Pegawai").rows == [HEADINGS]


def test_required_columns_are_marked_by_colour_and_note(path: Path) -> None:
    headings = openpyxl.load_workbook(path)["Pegawai"][1]
    coloured = [cell.value for cell in headings if cell.fill.fill_type == "solid"]
    noted = [cell.value for cell in headings if cell.comment and "Wajib" in cell.comment.text]
    assert coloured == noted == ["NIP BARU", "NAMA"]


def test_ids_and_dates_are_prepared_as_text(path: Path) -> None:
    sheet = openpyxl.load_workbook(path)["Pegawai"]
    for column in ("A", "C"):
        assert {sheet[f"{column}{row}"].number_format for row in range(2, FILLABLE_ROWS + 3)} == {"@"}
    assert sheet["B3"].number_format == "General"


def test_choices_are_drop_downs_from_a_hidden_sheet(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    validations = {str(validation.sqref): validation for validation in book["Pegawai"].data_validations.dataValidation}
    last = FILLABLE_ROWS + 2
    assert {area: validation.formula1 for area, validation in validations.items()} == {
        f"D2:D{last}": "daftar_grades",
        f"E2:E{last}": "daftar_grades",
        f"G2:G{last}": "daftar_agencies",
    }
    assert {validation.type for validation in validations.values()} == {"list"}
    assert {name: defined.attr_text for name, defined in book.defined_names.items()} == {
        "daftar_grades": "Kode!$A$2:$A$4",
        "daftar_agencies": "Kode!$B$2:$B$2",
    }
    assert book["Kode"].sheet_state == "hidden"
    assert [cell.value for cell in book["Kode"]["A"]] == ["grades", "III/a", "III/b", "IX"]
    assert book["Kode"]["B2"].value == CHOICES["agencies"][0]


def test_the_guide_explains_every_column(path: Path) -> None:
    rows = list(openpyxl.load_workbook(path)["Petunjuk"].iter_rows(values_only=True))
    assert rows[0][0] == "Petunjuk pengisian: Pegawai"
    assert ("Perangkat daerah: Dinas A", None, None, None) in rows
    start = rows.index(("Kolom", "Wajib", "Cara mengisi", "Contoh"))
    lines = rows[start + 1 :]
    assert [line[0] for line in lines] == HEADINGS
    assert lines[0] == ("NIP BARU", "ya", "18 angka.", "197209182004122001")
    assert lines[2][1:2] + lines[2][3:] == ("tidak", "18-09-1972")
    assert lines[3] == ("GOL", "tidak", "Misalnya III/c. Pilih dari daftar.", "III/c")
    assert lines[8][3] == "2"
    assert all(line[2] for line in lines)


def test_the_template_is_known_again(path: Path) -> None:
    assert openpyxl.load_workbook(path)["_smartpns"].sheet_state == "veryHidden"
    with open_workbook(path) as workbook:
        sheet = workbook.read("Pegawai")
        assert sheet.origin is not None
        assert sheet.origin.kind == "employees"
        assert list(sheet.origin.headings) == HEADINGS
        assert not sheet.hidden_rows
        assert workbook.read("_smartpns").rows == [["kind", "employees"], ["schema", "2"]]
        assert [sheet.name for sheet in workbook.sheets if sheet.visible] == ["Pegawai", "Petunjuk"]


def test_known_rows_are_filled_in(tmp_path: Path) -> None:
    ani = {**SAMPLE, "name": "Ani", "grade": "III/a", "unit": "", "agency": "Dinas A", "heads_2026": 1}
    write_template(tmp_path / "a.xlsx", SPEC, CHOICES, prefill=Prefill([ani] * 2_100, years=(2026, 2027)))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Pegawai"]
    assert sheet.max_row == 2_102 + FILLABLE_ROWS // 4
    assert [cell.value for cell in sheet[2_102]] == [
        "197209182004122001", "Ani", "18-09-1972", "III/a", None, None, "Dinas A", 1, None,
    ]  # fmt: skip
    assert sheet["A2102"].number_format == sheet["A2103"].number_format == "@"
    assert str(sheet.data_validations.dataValidation[0].sqref) == f"D2:D{sheet.max_row}"


def test_without_years_the_next_five_stand_there(tmp_path: Path) -> None:
    write_template(tmp_path / "a.xlsx", SPEC, {})
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    this_year = date.today().year
    assert [cell.value for cell in book["Pegawai"][1]][7:] == [str(this_year + ahead) for ahead in range(5)]
    assert not book["Pegawai"].data_validations.dataValidation
    assert not book.defined_names


@pytest.mark.parametrize("kind", sorted(SPECS))
def test_every_kind_has_a_template(tmp_path: Path, kind: str) -> None:
    spec = SPECS[kind]
    lists = {column.choices: ["A", "B"] for column in spec.columns if column.choices}
    write_template(tmp_path / "a.xlsx", spec, lists)
    with open_workbook(tmp_path / "a.xlsx") as workbook:
        sheet = workbook.read(spec.title)
    assert sheet.origin is not None
    assert sheet.origin.kind == kind
    headings = sheet.rows[0]
    shown = [column.heading for column in spec.columns if column.template and column.kind is not CellKind.YEAR_COUNT]
    assert [heading for heading in headings if not str(heading).isdigit()] == shown


def test_a_template_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(CannotDo) as caught:
        write_template(tmp_path / "a.xlsx", SPEC, CHOICES, prefill=Prefill([{"name": "x" * 40_000}]))
    assert caught.value.code == "file.too_large"
    assert list(tmp_path.iterdir()) == []
