"""Pages and web archives as programs save them, in the letters they use."""

from __future__ import annotations

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.workbooks import Format, SheetInfo, open_workbook

TABLE = "<table><tr><td>NIP</td><td>Nama – José</td></tr></table>"
ROWS = [["NIP", "Nama – José"]]


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "daftar.xls"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("cp1252"),
        f"<html><meta http-equiv=Content-Type content='text/html; charset=windows-1252'>{TABLE}".encode("cp1252"),
        f"<html><meta charset='iso-8859-1'>{TABLE}".encode("cp1252"),
        f"<html><meta charset='iso-8859-1'>{TABLE}".encode(),
        f"<html><meta charset=utf-8>{TABLE}".encode("cp1252"),
        f"<html><meta charset=macroman>{TABLE}".encode("macroman"),
        f"<html><meta charset=tidak-ada>{TABLE}".encode("cp1252"),
    ],
)
def test_letters_are_those_that_were_written(tmp_path: Path, content: bytes) -> None:
    with open_workbook(saved(tmp_path, content)) as workbook:
        assert (workbook.format, workbook.sheets) == (Format.HTML, (SheetInfo("daftar", visible=True),))
        assert workbook.read("daftar").rows == ROWS


def test_a_page_is_called_as_excel_called_it(tmp_path: Path) -> None:
    told = "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Pegawai &amp; Unit"
    told += "</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->"
    with open_workbook(saved(tmp_path, f"<html><head>{told}</head>{TABLE}".encode())) as workbook:
        assert [it.name for it in workbook.sheets] == ["Pegawai & Unit"]


def archive(*pages: tuple[str, str]) -> bytes:
    whole = MIMEMultipart("related")
    for place, text in pages:
        part = MIMEText(text, "html", "utf-8" if "é" in text else "us-ascii")
        part["Content-Location"] = f"file:///C:/B4C2/{place}"
        whole.attach(part)
    return whole.as_bytes()


def test_a_web_archive_has_its_sheets(tmp_path: Path) -> None:
    told = "".join(
        f"<x:ExcelWorksheet><x:Name>{name}</x:Name><x:WorksheetSource HRef='b_files/{place}'/></x:ExcelWorksheet>"
        for name, place in (("Pegawai", "sheet001.htm"), ("Kode", "sheet002.htm"), ("Grafik", "sheet003.htm"))
    )
    hidden = "<!--[if gte mso 9]><xml><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></xml>"
    content = archive(
        ("b.htm", f"<html><!--[if gte mso 9]><xml>{told}</xml><![endif]--><frameset></frameset></html>"),
        ("b_files/sheet001.htm", TABLE),
        ("b_files/tabstrip.htm", "<table><tr><td>Pegawai<td>Kode</table>"),
        ("b_files/sheet002.htm", f"<html>{hidden}<![endif]--><table><tr><td>III/a</table>"),
        ("b_files/sheet003.htm", "<html><p>gambar"),
    )
    with open_workbook(saved(tmp_path, content)) as workbook:
        assert workbook.format is Format.MHTML
        assert workbook.sheets == (SheetInfo("Pegawai", visible=True), SheetInfo("Kode", visible=False))
        assert workbook.read("Pegawai").rows == ROWS
        assert workbook.read("Kode").rows == [["III/a"]]


def test_a_web_archive_of_one_page(tmp_path: Path) -> None:
    with open_workbook(saved(tmp_path, archive(("a.htm", TABLE)))) as workbook:
        assert workbook.read(workbook.sheets[0].name).rows == ROWS


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<html><form>Masuk dahulu</form></html>", "file.html_as_xls"),
        (archive(("a.htm", "<html>kosong</html>")), "file.html_as_xls"),
        (b"<html><table><tr><td>a</td></tr><tr><td>b", "file.truncated"),
        (b"<html><table><tr><td>a" + b" " * 70_000 + b"\0</table>", "file.unreadable"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(CannotDo) as caught:
        open_workbook(saved(tmp_path, content))
    assert caught.value.code == code


def test_a_page_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_BYTES", 1_000)
    with pytest.raises(CannotDo) as caught:
        open_workbook(saved(tmp_path, TABLE.encode() + b" " * 1_000))
    assert caught.value.code == "file.too_large"
