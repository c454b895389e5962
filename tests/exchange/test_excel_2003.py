"""The XML that Excel 2003 introduced is read as the workbook that it is."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.sheets import Cell, Sheet
from smartpns_desktop.exchange.workbooks import Format, open_workbook

HEAD = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
SPACES = (
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"'
)


def saved(folder: Path, sheets: str, head: str = HEAD) -> Path:
    path = folder / "a.xls"
    path.write_text(f"{head}<Workbook {SPACES}>{sheets}</Workbook>", encoding="utf-8")
    return path


def read(folder: Path, table: str) -> Sheet:
    with open_workbook(saved(folder, f'<Worksheet ss:Name="Data"><Table>{table}</Table></Worksheet>')) as workbook:
        assert workbook.format is Format.XML
        return workbook.read("Data")


FAR = ' ss:Index="99"'


def data(value: str, kind: str = "String", more: str = "") -> str:
    return f'<Cell{more}><Data ss:Type="{kind}">{value}</Data></Cell>'


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (data("Ani &amp; Budi&#10;S.E."), "Ani & Budi\nS.E."),
        (data("197209182004122001"), "197209182004122001"),
        (data("1.97209182004122E+17", "Number"), 1.97209182004122e17),
        (data("20.5", "Number"), 20.5),
        (data("2025-03-06T00:00:00.000", "DateTime"), date(2025, 3, 6)),
        (data("2025-03-06T14:30:00.000", "DateTime"), datetime(2025, 3, 6, 14, 30)),
        (data("1899-12-31T07:30:00.000", "DateTime"), time(7, 30)),
        (data("besok", "DateTime"), "besok"),
        (data("1", "Boolean"), True),
        ('<Cell><ss:Data ss:Type="String"><html:B>Ani</html:B>, S.E.</ss:Data></Cell>', "Ani, S.E."),
        ('<Cell><Data ss:Type="String">a</Data><Comment><ss:Data>catatan</ss:Data></Comment></Cell>', "a"),
    ],
)
def test_cells(tmp_path: Path, cell: str, expected: Cell) -> None:
    found = read(tmp_path, f"<Row>{cell}</Row>").rows
    assert found == [[expected]]
    assert type(found[0][0]) is type(expected)


def test_rows_and_cells_stand_where_their_index_says(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f'<Row ss:Index="2">{data("a", more=" ss:MergeAcross=" + chr(34) + "1" + chr(34))}{data("b")}</Row>'
        f'<Row ss:Span="1"><Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="String">c</Data></Cell></Row>'
        f"<Row>{data('d')}</Row>",
    )
    assert found.rows == [["", "", ""], ["a", "", "b"], ["", "c", ""], ["", "", ""], ["d", "", ""]]
    assert found.merged == 2


def test_what_is_hidden_or_has_no_value_is_told(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        '<Column/><Column ss:Hidden="1" ss:Span="1"/><Column/><Column ss:Index="9" ss:Hidden="1"/>'
        f"<Row>{data('a')}{data('b')}{data('c')}{data('d')}</Row><Row ss:Hidden='1'>{data('#N/A', 'Error')}"
        f'<Cell ss:Formula="=A1"/><Cell ss:Formula="=A1"><Data ss:Type="String">e</Data></Cell></Row>',
    )
    assert found.rows[1] == ["", "", "e", ""]
    assert (found.hidden_rows, found.hidden_columns) == ({2}, {1, 2})
    assert (found.errors, found.valueless_formulas) == ({(2, 0): "#N/A"}, {(2, 1)})


def test_several_sheets_and_hidden_ones(tmp_path: Path) -> None:
    options = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    sheet = (
        '<Worksheet ss:Name="{}"><Table><Row><Cell><Data ss:Type="String">{}</Data></Cell></Row></Table>{}</Worksheet>'
    )
    sheets = sheet.format("Satu", "a", "") + sheet.format("Dua", "b", options)
    with open_workbook(saved(tmp_path, sheets)) as workbook:
        assert [(it.name, it.visible) for it in workbook.sheets] == [("Satu", True), ("Dua", False)]
        assert workbook.read("Dua").rows == [["b"]]


@pytest.mark.parametrize(
    ("table", "head", "code"),
    [
        ('<Row ss:Index="0"/>', HEAD, "file.unreadable"),
        ('<Row><Cell ss:Index="99999"/></Row>', HEAD, "file.unreadable"),
        ('<Row ss:Index="dua"/>', HEAD, "file.unreadable"),
        (f'<Row>{data("a")}</Row><Row ss:Index="1048576">{data("a", more=FAR)}</Row>', HEAD, "file.too_large"),
        ("<Row>", HEAD, "file.unreadable"),
        ("&bom;", HEAD + '<!DOCTYPE a [<!ENTITY bom "bom">]>', "file.unreadable"),
        ("", HEAD + '<!DOCTYPE a SYSTEM "file:///etc/passwd">', "file.unreadable"),
        ("<Row>" * 100, HEAD, "file.unreadable"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(tmp_path: Path, table: str, head: str, code: str) -> None:
    path = saved(tmp_path, f'<Worksheet ss:Name="Data"><Table>{table}</Table></Worksheet>', head)
    with pytest.raises(CannotDo) as caught:
        open_workbook(path)
    assert caught.value.code == code


@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
def test_a_file_that_breaks_off_is_told(tmp_path: Path, share: float) -> None:
    rows = "".join(f"<Row>{data(str(number))}</Row>" for number in range(50))
    path = saved(tmp_path, f'<Worksheet ss:Name="Data"><Table>{rows}</Table></Worksheet>')
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(CannotDo) as caught:
        open_workbook(path)
    assert caught.value.code == "file.truncated"
