"""Protected workbooks open with their password, and say calmly what they want without it."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.workbooks import open_workbook
from smartpns_desktop.words.errors import say
from tests.exchange import protected
from tests.exchange.files import Parts, make_zip

SAMPLES = Path(__file__).parents[1] / "samples"
PASSWORD = "Rahasia É1"
WAYS = [
    (protected.agile, "rekap_diklat_diskominfo_2025.xlsx"),
    (protected.agile, "siasn_profil_asn.xlsx"),
    (protected.standard, "rekap_diklat_diskominfo_2025.xlsx"),
    (protected.rc4, "pegawai_lama.xls"),
]
Protect = Callable[[bytes, str], bytes]


def saved(folder: Path, protect: Protect, sample: str, password: str = PASSWORD) -> Path:
    path = folder / sample
    path.write_bytes(protect((SAMPLES / sample).read_bytes(), password))
    return path


def refusal(path: Path, password: str = "") -> CannotDo:
    with pytest.raises(CannotDo) as caught:
        open_workbook(path, password)
    return caught.value


@pytest.mark.parametrize(("protect", "sample"), WAYS)
def test_the_password_opens_all_that_the_open_file_holds(tmp_path: Path, protect: Protect, sample: str) -> None:
    path = saved(tmp_path, protect, sample)
    with open_workbook(path, PASSWORD) as workbook, open_workbook(SAMPLES / sample) as plain:
        assert (workbook.path, workbook.format, workbook.sheets) == (path, plain.format, plain.sheets)
        for sheet in plain.sheets:
            assert workbook.read(sheet.name) == plain.read(sheet.name)


@pytest.mark.parametrize(("protect", "sample"), WAYS)
def test_no_password_and_a_wrong_one(tmp_path: Path, protect: Protect, sample: str) -> None:
    path = saved(tmp_path, protect, sample)
    assert refusal(path).code == "file.encrypted"
    for wrong in ("rahasia É1", "x" * 255, " "):
        error = refusal(path, wrong)
        assert (error.code, error.facts) == ("file.password_wrong", {"path": sample})
        assert wrong not in say(error) or wrong == " "


@pytest.mark.parametrize(("protect", "sample"), WAYS)
def test_what_excel_protects_without_asking_opens_without_asking(tmp_path: Path, protect: Protect, sample: str) -> None:
    with open_workbook(saved(tmp_path, protect, sample, "VelvetSweatshop")) as workbook:
        assert workbook.read(workbook.sheets[0].name).rows


def test_a_protected_sheet_is_no_protected_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("Data")
        sheet.write("A1", "NIP")
        sheet.protect("rahasia")
    with open_workbook(path, "apa saja") as opened:
        assert opened.read("Data").rows == [["NIP"]]


@pytest.mark.parametrize(("protect", "sample"), WAYS[1:])
def test_nothing_is_left_behind(tmp_path: Path, protect: Protect, sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, protect, sample)
    scratch = tmp_path / "sementara"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    with open_workbook(path, PASSWORD) as workbook:
        workbook.read(workbook.sheets[0].name)
        assert list(scratch.iterdir()) == []
    refusal(path, "salah")
    assert list(scratch.iterdir()) == []


def test_what_comes_out_is_judged_like_any_file(tmp_path: Path) -> None:
    parts: Parts = {
        "_rels/.rels": "<Relationships/>",
        "[Content_Types].xml": protected.CONTENT_TYPES,
        "a.bin": random.Random(7).randbytes(9_000),
    }
    content = make_zip(tmp_path / "a.zip", parts).read_bytes()
    path = tmp_path / "a.xlsx"
    path.write_bytes(protected.agile(content, PASSWORD))
    assert refusal(path, PASSWORD).code == "file.not_a_workbook"


def test_an_open_document_with_a_password_is_to_be_saved_without_one(tmp_path: Path) -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    path = make_zip(
        tmp_path / "a.ods", {"mimetype": mimetype, "META-INF/manifest.xml": manifest, "content.xml": "\x01"}
    )
    for password in ("", PASSWORD):
        error = refusal(path, password)
        assert (error.code, error.facts["format"]) == ("file.encrypted", "ODS")
        assert "simpan ulang tanpa kata sandi" in say(error)


def test_protection_that_makes_no_sense_is_damage_once_a_password_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    content = protected.agile((SAMPLES / "siasn_profil_asn.xlsx").read_bytes(), PASSWORD)
    path.write_bytes(content.replace(b"<encryption", b"<<ncryption"))
    assert [refusal(path, word).code for word in ("", PASSWORD)] == ["file.encrypted", "file.unreadable"]


def test_a_large_old_workbook_is_refused_before_it_takes_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, protected.rc4, "pegawai_lama.xls")
    monkeypatch.setattr(limits, "PROTECTED_XLS_BYTES", 10_000)
    assert refusal(path, PASSWORD).code == "file.too_large"


@pytest.mark.parametrize(("protect", "sample"), WAYS[1:])
def test_damaged_protection_is_told_calmly(tmp_path: Path, protect: Protect, sample: str) -> None:
    content = saved(tmp_path, protect, sample).read_bytes()
    path = tmp_path / f"rusak-{sample}"
    chance = random.Random(7)
    for _ in range(25):
        damaged = bytearray(content)
        for _ in range(chance.choice((1, 3, 40))):
            damaged[chance.randrange(8, len(damaged))] = chance.randrange(256)
        cut = chance.choice((len(damaged), len(damaged), chance.randrange(600, len(damaged))))
        path.write_bytes(damaged[:cut])
        # Anything but a refusal in our terms would end the test.
        with suppress(CannotDo), open_workbook(path, PASSWORD) as workbook:
            workbook.read(workbook.sheets[0].name)
