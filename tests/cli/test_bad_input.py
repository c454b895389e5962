"""Files that cannot be used: each is told in one calm sentence, quickly, and nothing is stored."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import xlsxwriter

from tests.cli.program import Program, assert_calm, call_process
from tests.conftest import SheetWriter

PEOPLE = [["NIP", "Nama"], ["199001012015011001", "Ani"], ["199102022016022002", "Budi"]]
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BILLION_LAUGHS = b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OTHER_FILE = b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
Edit = Callable[[bytes], bytes]


def with_parts(source: Path, target: Path, edits: Mapping[str, Edit], extra: Mapping[str, bytes] | None = None) -> Path:
    """A copy of a zipped workbook with some of its parts changed and others added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, edits.get(name, lambda content: content)(old.read(name)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return target


@pytest.fixture
def good(sheet: SheetWriter) -> Path:
    """A workbook that can be imported."""
    return sheet(PEOPLE, "baik.xlsx")


def test_the_good_file_is_good(smartpns: Program, good: Path) -> None:
    assert smartpns("import", good, "--dry-run")["new"] == 2


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("kosong.xlsx", b"", "file.empty"),
        ("kosong.csv", b"", "file.empty"),
        ("acak.xlsx", bytes(range(256)) * 40, "file.not_a_workbook"),
        ("acak.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40, None),
        ("gambar.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), "file.not_a_workbook"),
        ("surat.pdf", b"%PDF-1.7\n", "file.unsupported"),
        ("awal.xlsx", b"PK\x03\x04", "file.truncated"),
        ("halaman.xls", b"<!doctype html><html><body><p>Masuk dahulu</p></body></html>", "file.html_as_xls"),
        ("blangko.csv", b"\n\n  \n", "heading.missing"),
        ("tanpa-judul.csv", b"199001012015011001;Ani\n199102022016022002;Budi\n", "heading.missing"),
        ("catatan.csv", b"Rapat pukul sembilan\nBawa laptop\n", "heading.missing"),
        ("kutip.csv", b'NIP;Nama\n199001012015011001;"Ani\n199102022016022002;Budi\n', "file.unreadable"),
        ("judul-ganda.csv", b"NIP;NIP\n199001012015011001;199001012015011001\n", "heading.missing"),
    ],
)
def test_what_is_no_workbook_of_ours(
    smartpns: Program, tmp_path: Path, name: str, content: bytes, code: str | None
) -> None:
    (tmp_path / name).write_bytes(content)
    refused = smartpns.refusal("import", tmp_path / name, "--yes", "--good-rows-only")
    assert code is None or refused == code


def test_what_is_not_there(smartpns: Program, tmp_path: Path) -> None:
    (tmp_path / "tautan.xlsx").symlink_to(tmp_path / "hilang.xlsx")
    assert smartpns.refusal("import", tmp_path / "hilang.xlsx") == "file.missing"
    assert smartpns.refusal("import", tmp_path / "tautan.xlsx") == "file.missing"


def test_what_is_no_file(smartpns: Program, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.xlsx")
    for path in (tmp_path, tmp_path / "pipa.xlsx", Path("/dev/null")):
        assert smartpns.refusal("import", path) in ("file.unreadable", "file.empty", "file.not_a_workbook")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_download_that_broke_off(smartpns: Program, good: Path, share: float) -> None:
    content = good.read_bytes()
    good.write_bytes(content[: int(len(content) * share)])
    assert smartpns.refusal("import", good) == "file.truncated"


@pytest.mark.parametrize("name", ["siasn_profil_asn.xlsx", "pegawai_kecamatan.ods", "pegawai_lama.xls"])
@pytest.mark.parametrize("step", [997, 4_001, 7_919])
def test_bytes_that_were_turned_over(smartpns: Program, samples: Path, tmp_path: Path, name: str, step: int) -> None:
    content = bytearray((samples / name).read_bytes())
    for place in range(600, len(content), step):
        content[place] ^= 0xFF
    (tmp_path / name).write_bytes(content)
    before = smartpns.digest()
    said = smartpns.say("import", tmp_path / name, "--dry-run")
    assert said.code in (0, 1, 2)
    assert "Terjadi kesalahan yang tidak terduga" not in said.err
    assert smartpns.digest() == before


@pytest.mark.parametrize("part", ["xl/media/gambar.bin", SHEET])
def test_a_zip_bomb(smartpns: Program, good: Path, tmp_path: Path, part: str) -> None:
    swell: dict[str, Edit] = {SHEET: lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + b" " * (650 << 20), 1)}
    bomb = with_parts(
        good,
        tmp_path / "bom.xlsx",
        swell if part == SHEET else {},
        None if part == SHEET else {part: bytes(650 << 20)},
    )
    assert bomb.stat().st_size < 5_000_000
    started = time.monotonic()
    assert smartpns.refusal("import", bomb) == "file.too_large"
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("part", [STRINGS, SHEET, "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("trick", [BILLION_LAUGHS, OTHER_FILE])
def test_entities(smartpns: Program, good: Path, tmp_path: Path, part: str, trick: bytes) -> None:
    def insert(xml: bytes) -> bytes:
        head, mark, rest = xml.partition(b"?>")
        assert mark
        return head + mark + trick + rest

    trap = with_parts(good, tmp_path / "jebakan.xlsx", {part: insert})
    assert smartpns.refusal("import", trap) == "file.unreadable"


def test_a_million_declared_rows_with_three_filled(smartpns: Program, tmp_path: Path) -> None:
    path = tmp_path / "juta.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Data")
        for number, row in enumerate(PEOPLE):
            page.write_row(number, 0, row)
        page.write_blank(1_048_575, 1, None, book.add_format({"bold": True}))
    wide: dict[str, Edit] = {SHEET: lambda xml: xml.replace(b'ref="A1:B1048576"', b'ref="A1:XFD1048576"')}
    declared = with_parts(path, tmp_path / "lebar.xlsx", wide)
    for file in (path, declared):
        started = time.monotonic()
        assert smartpns("import", file, "--dry-run")["rows"] == 2
        assert time.monotonic() - started < 20


def test_a_cell_in_the_farthest_corner(smartpns: Program, tmp_path: Path) -> None:
    path = tmp_path / "pojok.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Data")
        page.write_row(0, 0, PEOPLE[0])
        page.write(1_048_575, 16_383, "x")
    assert smartpns.refusal("import", path) == "file.too_large"


def test_sheets_without_a_table(smartpns: Program, tmp_path: Path, sheet: SheetWriter) -> None:
    with xlsxwriter.Workbook(tmp_path / "kosong.xlsx") as book:
        book.add_worksheet("Lembar1")
        book.add_worksheet("Lembar2")
    assert smartpns.refusal("import", tmp_path / "kosong.xlsx") == "sheet.empty"
    with xlsxwriter.Workbook(tmp_path / "kedua.xlsx") as book:
        book.add_worksheet("Lembar1")
        book.add_worksheet("Lembar2").write_row(0, 0, ["NIP", "Nama"])
    assert smartpns("import", tmp_path / "kedua.xlsx")["sheet"] == "Lembar2"
    assert smartpns.refusal("import", sheet([["NIP", "Nama", "JP", "Mulai"], *PEOPLE[1:]])) == "columns.missing"


def test_a_sheet_of_an_unknown_kind_needs_to_be_told(smartpns: Program) -> None:
    rows = ["198503122010011001;Ani;x;y;z;u;v;w;q" for _ in range(2)]
    sheet = smartpns.data / "lain.csv"
    sheet.write_text(
        "\n".join(["NIP;Nama;Ukuran Baju;Ukuran Topi;Gol Darah;Hobi;Warna;Bus;Kamar", *rows]), encoding="utf-8"
    )
    assert smartpns.refusal("import", sheet, "--yes") == "kind.unknown"
    assert smartpns("import", sheet, "--kind", "employees", "--dry-run", code=1)["kind"] == "employees"


def test_a_password(smartpns: Program, tmp_path: Path) -> None:
    directory = "".join(f"{name:\0<32}" for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage"))
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_016) + directory.encode("utf-16-le") + bytes(4_096)
    (tmp_path / "rahasia.xlsx").write_bytes(content)
    assert smartpns.refusal("import", tmp_path / "rahasia.xlsx") == "file.encrypted"


def test_a_zip_with_a_password(smartpns: Program, good: Path) -> None:
    content = bytearray(good.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    good.write_bytes(content)
    assert smartpns.refusal("import", good) == "file.encrypted"


@pytest.mark.parametrize("name", ["kosong.xlsx", "acak.xlsx", "hilang.xlsx"])
def test_a_process_says_one_sentence_and_no_trace(smartpns: Program, tmp_path: Path, name: str) -> None:
    if name != "hilang.xlsx":
        (tmp_path / name).write_bytes(b"" if name == "kosong.xlsx" else bytes(range(256)))
    before = smartpns.digest()
    said = call_process(smartpns.data, "import", tmp_path / name)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert_calm(said.err.rstrip("\n"))
    assert smartpns.digest() == before
