"""A file is what its content says, whatever its name."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from smartpns_desktop.domain.errors import CannotDo, Outcome
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.containers import Format, recognise
from tests.exchange.files import make_xlsb, make_xlsx, make_zip, relationships

SAMPLES = Path(__file__).parents[1] / "samples"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SPREADSHEET_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)


def refusal(path: Path) -> CannotDo:
    with pytest.raises(CannotDo) as caught:
        recognise(path)
    return caught.value


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("siasn_profil_asn.xlsx", Format.XLSX),
        ("pegawai_lama.xls", Format.XLS),
        ("pegawai_kecamatan.ods", Format.ODS),
        ("riwayat_kursus_siasn.csv", Format.CSV),
        ("daftar_pegawai_simpeg.xls", Format.HTML),
    ],
)
@pytest.mark.parametrize("ending", [".xlsx", ".xls", ".ods", ".csv", ".bak", ""])
def test_the_name_does_not_count(tmp_path: Path, sample: str, expected: Format, ending: str) -> None:
    path = tmp_path / f"kiriman{ending}"
    path.write_bytes((SAMPLES / sample).read_bytes())
    assert recognise(path).format is expected


def test_xlsx_and_xlsb_are_told_by_their_main_part(tmp_path: Path) -> None:
    assert recognise(make_xlsx(tmp_path / "a", "")).format is Format.XLSX
    assert recognise(make_xlsb(tmp_path / "b", {(0, 0): "NIP"})).format is Format.XLSB


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"", "file.empty"),
        ("a.csv", b"", "file.empty"),
        ("a.xml", b"<?xml version='1.0'?><pegawai/>", "file.unsupported"),
        ("a.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "file.unsupported"),
        ("a.xlsx", b"Rar!\x1a\x07\x01\0", "file.unsupported"),
        ("a.csv", b"NIP;NAMA\0\0", "file.not_a_workbook"),
        ("a.csv", "NIP;NAMA\0".encode("utf-16"), "file.not_a_workbook"),
        ("a.csv", b"\x01\x02\x03NIP;\x04\x05\x06", "file.not_a_workbook"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file.not_a_workbook"),
        ("a.xls", OLE + "WordDocument".encode("utf-16-le"), "file.not_a_workbook"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "file.encrypted"),
        ("a.xls", OLE + "EncryptionInfo\0EncryptedPackage\0".encode("utf-16-le"), "file.encrypted"),
        ("a.xlsx", b"PK\x03\x04" + bytes(100), "file.truncated"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    error = refusal(path)
    assert error.code == code
    assert error.outcome is Outcome.BAD_INPUT
    assert error.facts["path"] == name


@pytest.mark.parametrize(("main", "program"), [("word/document.xml", "Word"), ("ppt/presentation.xml", "PowerPoint")])
def test_other_office_files_are_named(tmp_path: Path, main: str, program: str) -> None:
    path = make_zip(tmp_path / "a.xlsx", {"_rels/.rels": relationships(officeDocument=main), main: "<a/>"})
    error = refusal(path)
    assert (error.code, error.facts["format"]) == ("file.unsupported", program)


@pytest.mark.parametrize(
    "parts",
    [
        {"readme.txt": "halo"},
        {"mimetype": "application/vnd.oasis.opendocument.text"},
        {"_rels/.rels": relationships(officeDocument="xl/workbook.xml")},
        {},
    ],
)
def test_any_other_zip_is_no_workbook(tmp_path: Path, parts: dict[str, str | bytes]) -> None:
    assert refusal(make_zip(tmp_path / "a.xlsx", parts)).code == "file.not_a_workbook"


@pytest.mark.parametrize("text", ["nip;nama\n", "satu kolom saja", "é;ü\n", "<nama>;1\n"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt", "a"])
def test_other_text_is_a_table(tmp_path: Path, text: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="cp1252")
    assert recognise(path).format is Format.CSV


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<html><body><table><tr><td>NIP</td></tr></table></body></html>", Format.HTML),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE HTML><p>", Format.HTML),
        (b"<style>td{}</style><TABLE border=1>", Format.HTML),
        (b"<!-- <Workbook> --><table>", Format.HTML),
        (b"<tr><td>NIP</td></tr>", Format.HTML),
        (b"DAFTAR PEGAWAI<br>\n<table border=1><tr><td>NIP</td></tr></table>", Format.HTML),
        (b'<html xmlns:x="urn:schemas-microsoft-com:office:spreadsheet"><table><tr><td>', Format.HTML),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>', Format.HTML),
        ("<table><tr>".encode("utf-16"), Format.HTML),
        ("<table><tr>".encode("utf-16-le"), Format.HTML),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", Format.MHTML),
        (b"From: <Saved by Microsoft Excel>\r\nSubject: \r\nMIME-Version: 1.0\r\n", Format.MHTML),
        (SPREADSHEET_2003.encode(), Format.XML),
        (SPREADSHEET_2003.replace("<Work", "<ss:Work").encode("utf-16"), Format.XML),
        (b"nip;nama\r\n1;Ani\r\n", Format.CSV),
        (b"NIP\tNAMA\n", Format.CSV),
        ("NIP\tNAMA\n".encode("utf-16-be"), Format.CSV),
        (b"nama;keterangan\nAni;<b>tebal</b>, <table>\n", Format.CSV),
    ],
)
@pytest.mark.parametrize("ending", [".xls", ".xlsx", ".ods", ".csv", ".htm"])
def test_texts_are_told_by_what_they_say(tmp_path: Path, content: bytes, expected: Format, ending: str) -> None:
    path = tmp_path / f"kiriman{ending}"
    path.write_bytes(content)
    assert recognise(path).format is expected


def test_what_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tidak-ada.xlsx").code == "file.missing"
    assert refusal(tmp_path).code == "file.unreadable"


def test_a_file_beyond_the_limit_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)
    error = refusal(path)
    assert (error.code, error.facts["limit"]) == ("file.too_large", "200 MB")


@pytest.fixture
def foreign_folder() -> Iterator[Path]:
    """A folder that anybody may enter, to be looked at as a user without rights."""
    if os.name == "nt":
        pytest.skip("rights are set in another way on Windows")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_file_that_may_not_be_opened_is_in_use(foreign_folder: Path) -> None:
    path = foreign_folder / "a.csv"
    path.write_text("nip;nama\n", encoding="utf-8")
    path.chmod(0)
    user = os.geteuid()
    os.seteuid(65_534 if user == 0 else user)
    try:
        error = refusal(path)
    finally:
        os.seteuid(user)
    assert (error.code, error.outcome) == ("file.in_use", Outcome.FORBIDDEN)
