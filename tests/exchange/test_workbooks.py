"""Workbooks as offices send them are read, and what cannot be read is refused in time."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.sheets import Sheet
from smartpns_desktop.exchange.workbooks import Format, SheetInfo, digest_and_size, open_workbook
from tests.exchange.files import (
    SHEET,
    Parts,
    claim_size,
    make_ods,
    make_xlsb,
    make_xlsx,
    make_zip,
    worksheet,
    xlsx_parts,
)

SAMPLES = Path(__file__).parents[1] / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
ROW = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'


def read(path: Path, name: str = "") -> Sheet:
    """The named sheet, or the first."""
    with open_workbook(path) as workbook:
        return workbook.read(name or workbook.sheets[0].name)


def refusal(path: Path) -> CannotDo:
    """Why the workbook, or one of its sheets, is refused."""
    with pytest.raises(CannotDo) as caught:
        read_all(path)
    return caught.value


def read_all(path: Path) -> None:
    with open_workbook(path) as workbook:
        for sheet in workbook.sheets:
            workbook.read(sheet.name)


def written(path: Path, fill: Callable[[xlsxwriter.Workbook], None]) -> Path:
    with xlsxwriter.Workbook(str(path)) as workbook:
        fill(workbook)
    return path


@pytest.mark.parametrize(
    ("sample", "file_format", "size"),
    [
        ("siasn_profil_asn.xlsx", Format.XLSX, (172, 32)),
        ("rekap_diklat_diskominfo_2025.xlsx", Format.XLSX, (46, 9)),
        ("usulan_kebutuhan_tb_dpuprk.xlsx", Format.XLSX, (16, 12)),
        ("usulan_kebutuhan_tb_diskominfo.xlsx", Format.XLSX, (16, 12)),
        ("pegawai_lama.xls", Format.XLS, (85, 9)),
        ("pegawai_kecamatan.ods", Format.ODS, (86, 9)),
        ("daftar_pegawai_simpeg.xls", Format.HTML, (86, 8)),
        ("riwayat_kursus_siasn.csv", Format.CSV, (61, 9)),
        ("ipasn_bkn_2025.csv", Format.CSV, (61, 10)),
    ],
)
def test_samples_are_read(sample: str, file_format: Format, size: tuple[int, int]) -> None:
    with open_workbook(SAMPLES / sample) as workbook:
        assert workbook.format is file_format
        sheet = workbook.read(EXPECTED[sample].get("sheet", workbook.sheets[0].name))
    assert (len(sheet.rows), len(sheet.rows[0])) == size
    assert {len(row) for row in sheet.rows} == {size[1]}
    assert any(str(cell).replace(" ", "").upper() in ("NIP", "NIPBARU", "TAHUN") for row in sheet.rows for cell in row)


def test_what_the_recap_hides_is_told() -> None:
    sample = "rekap_diklat_diskominfo_2025.xlsx"
    sheet = read(SAMPLES / sample, EXPECTED[sample]["sheet"])
    assert sheet.hidden_rows == set(EXPECTED[sample]["hidden_rows"])
    assert sheet.valueless_formulas == {(38, 8)}
    damaged = [row for row in EXPECTED[sample]["damaged_rows"] if isinstance(sheet.rows[row - 1][2], float)]
    assert damaged == EXPECTED[sample]["damaged_rows"]


def test_hidden_sheets_are_listed_and_read(tmp_path: Path) -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet("Pegawai").write("A1", "NIP")
        chart = workbook.add_chart({"type": "bar"})
        chart.add_series({"values": "=Pegawai!$A$1:$A$1"})
        workbook.add_chartsheet("Grafik").set_chart(chart)
        hidden, deep = workbook.add_worksheet("Kode"), workbook.add_worksheet("Dalam")
        hidden.write("B2", "III/a")
        hidden.hide()
        deep.very_hidden()

    with open_workbook(written(tmp_path / "a.xlsx", fill)) as workbook:
        assert workbook.sheets == (
            SheetInfo("Pegawai", visible=True),
            SheetInfo("Kode", visible=False),
            SheetInfo("Dalam", visible=False),
        )
        assert workbook.read("Kode").rows == [["", ""], ["", "III/a"]]
        with pytest.raises(CannotDo) as empty:
            workbook.read("Dalam")
        with pytest.raises(CannotDo) as missing:
            workbook.read("Grafik")
    assert (empty.value.code, empty.value.facts["name"]) == ("sheet.empty", "Dalam")
    assert missing.value.code == "sheet.missing"
    assert (missing.value.facts["name"], missing.value.facts["names"]) == ("Grafik", "Pegawai")


def test_cells_come_as_python_values_at_their_places(tmp_path: Path) -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("Data")
        day, moment = (workbook.add_format({"num_format": f}) for f in ("dd/mm/yyyy", "dd/mm/yyyy hh:mm"))
        sheet.write_row("C3", ["teks", 12, 1.5, True, "007"])
        sheet.write_datetime("C4", datetime(2025, 3, 6), day)
        sheet.write_datetime("D4", datetime(2025, 3, 6, 14, 30), moment)
        sheet.write_datetime("E4", datetime(2025, 3, 6), moment)
        sheet.write_datetime("F4", time(7, 30), workbook.add_format({"num_format": "hh:mm"}))
        sheet.write_string("C5", "")
        sheet.write_blank("Z99", None, day)

    rows = read(written(tmp_path / "a.xlsx", fill)).rows
    assert rows == [
        [""] * 7,
        [""] * 7,
        ["", "", "teks", 12.0, 1.5, True, "007"],
        ["", "", date(2025, 3, 6), datetime(2025, 3, 6, 14, 30), date(2025, 3, 6), time(7, 30), ""],
    ]
    assert [type(cell) for cell in rows[2][2:]] == [str, float, float, bool, str]
    assert type(rows[3][2]) is date


def test_midnights_of_other_formats_become_days(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="date" office:date-value="{}"/>'
    cells = cell.format("1985-04-25T00:00:00") + cell.format("1985-04-25T10:00:00") + cell.format("1985-04-25")
    rows = read(make_ods(tmp_path / "a.ods", f"<table:table-row>{cells}</table:table-row>")).rows
    assert rows == [[date(1985, 4, 25), datetime(1985, 4, 25, 10), date(1985, 4, 25)]]


def test_hidden_columns_end_with_the_sheet(tmp_path: Path) -> None:
    before = '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>'
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1"><v>2</v></c></row>'
    sheet = read(make_xlsx(tmp_path / "a.xlsx", rows, before))
    assert sheet.hidden_columns == {1, 3, 4, 5}
    assert sheet.errors == {(1, 4): "#N/A"}
    assert sheet.rows == [[1.0, "", "", "", "", 2.0]]


def test_a_million_declared_rows_with_three_filled(tmp_path: Path) -> None:
    dimension = '<dimension ref="A1:XFD1048576"/>'
    rows = "".join(ROW.format(row) for row in (1, 2, 3)) + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert read(make_xlsx(tmp_path / "a.xlsx", rows, dimension)).rows == [[1.0]] * 3


def test_a_lone_far_cell_is_refused_and_not_reserved(tmp_path: Path) -> None:
    rows = ROW.format(1) + ROW.format(1_048_576).replace("A1048576", "XFD1048576")
    far_row = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
    value = '<table:table-cell office:value-type="float" office:value="1"/>'
    far = f'<table:table-cell table:number-columns-repeated="16383"/>{value}'
    paths = [
        make_xlsx(tmp_path / "a.xlsx", rows),
        make_xlsb(tmp_path / "a.xlsb", {(0, 0): "NIP", (1_048_575, 16_383): "x"}),
        make_ods(tmp_path / "a.ods", f"{far_row}<table:table-row>{far}</table:table-row>"),
    ]
    assert [refusal(path).code for path in paths] == ["file.too_large"] * 3


def test_rows_may_stand_in_any_order(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.xlsx", ROW.format(3) + ROW.format(1))
    assert read(path).rows == [[1.0], [""], [1.0]]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/workbook.xml", "<workbook>"),
        ("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'),
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships/>"),
        ("xl/sharedStrings.xml", '<!DOCTYPE a [<!ENTITY b "c">]><sst/>'),
        ("xl/styles.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><styleSheet/>'),
        ("_rels/.rels", "<a"),
        (SHEET, '<!DOCTYPE a [<!ENTITY b "c">]>' + worksheet(ROW.format(1))),
        (SHEET, worksheet('<row r="1"><c r="A1" t="s"><v>7</v>')),
        (SHEET, "<html/>"),
    ],
)
def test_damaged_parts_are_told(tmp_path: Path, part: str, content: str) -> None:
    parts: Parts = {**xlsx_parts(worksheet(ROW.format(1))), part: content}
    assert refusal(make_zip(tmp_path / "a.xlsx", parts)).code == "file.unreadable"


@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml"])
def test_a_bomb_under_a_small_claim_is_refused(tmp_path: Path, part: str) -> None:
    parts: Parts = {**xlsx_parts(worksheet(ROW.format(1))), part: worksheet("").encode() + b" " * 50_000_000}
    path = claim_size(make_zip(tmp_path / "a.xlsx", parts), part, 2_000)
    assert path.stat().st_size < 100_000
    assert refusal(path).code == "file.unreadable"


@pytest.mark.parametrize("sample", ["siasn_profil_asn.xlsx", "pegawai_kecamatan.ods", "pegawai_lama.xls"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_cut_files_are_told(tmp_path: Path, sample: str, share: float) -> None:
    content = (SAMPLES / sample).read_bytes()
    path = tmp_path / sample
    path.write_bytes(content[: int(len(content) * share)])
    assert refusal(path).code == "file.truncated"


def test_days_are_the_same_whatever_day_they_are_counted_from(tmp_path: Path) -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        workbook.add_worksheet("Data").write_datetime("A1", datetime(1985, 4, 25), day)

    with xlsxwriter.Workbook(str(tmp_path / "mac.xlsx"), {"date_1904": True}) as workbook:
        fill(workbook)
    assert read(written(tmp_path / "a.xlsx", fill)).rows == read(tmp_path / "mac.xlsx").rows == [[date(1985, 4, 25)]]


def test_days_of_an_old_workbook_of_1904(tmp_path: Path) -> None:
    content = bytearray((SAMPLES / "pegawai_lama.xls").read_bytes())
    before = read(SAMPLES / "pegawai_lama.xls").rows[1][7]
    assert isinstance(before, date)
    flag = content.index(struct.pack("<HHH", 0x0022, 2, 0))
    content[flag + 4] = 1
    path = tmp_path / "mac.xls"
    path.write_bytes(content)
    assert read(path).rows[1][7] == before + timedelta(days=1462)


def test_a_panic_of_the_reader_is_only_a_bad_file(tmp_path: Path) -> None:
    content = bytearray((SAMPLES / "pegawai_lama.xls").read_bytes())
    sheet = content.index(b"\x85\x00", content.index(b"\x09\x08\x10\x00\x00\x06\x05\x00"))
    struct.pack_into("<I", content, sheet + 4, 0x7FFFFFFF)
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    error = refusal(path)
    assert error.code == "file.unreadable"
    assert type(error.__cause__).__name__ == "PanicException"


def test_a_closed_workbook_is_not_read() -> None:
    with open_workbook(SAMPLES / "siasn_profil_asn.xlsx") as workbook:
        pass
    with pytest.raises(ValueError, match="closed"):
        workbook.read("Profil ASN")
    workbook.close()


def test_only_our_templates_bear_a_mark(tmp_path: Path) -> None:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet("Pegawai").write("A1", "NIP")
        workbook.add_worksheet("_smartpns").write_row("A1", ["kind", "employees"])

    with (
        open_workbook(written(tmp_path / "a.xlsx", fill)) as ours,
        open_workbook(SAMPLES / "siasn_profil_asn.xlsx") as foreign,
    ):
        told = ours.read("Pegawai").origin
        assert told is not None
        assert told.kind == "employees"
        assert foreign.read(foreign.sheets[0].name).origin is None


def test_a_file_that_goes_away_while_it_is_read_is_missing(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "stik.xlsx", ROW.format(1))
    size = path.stat().st_size
    assert digest_and_size(path)[1] == size
    with open_workbook(path):
        path.unlink()
        with pytest.raises(CannotDo, match=r"file\.missing"):
            digest_and_size(path)
