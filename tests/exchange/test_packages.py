"""The way from a package's root to its sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.archives import Archive
from smartpns_desktop.exchange.packages import parts_of, sheet_parts, workbook_part
from tests.exchange.files import MAIN, OFFICE, make_xlsb, make_zip, relationships


def package(path: Path, target: str, workbook: str = "xl/workbook.xml") -> Archive:
    sheets = '<sheet name="B" r:id="rId2"/><sheet name="A" r:id="rId1"/><sheet name="C" r:id="rId9"/>'
    folder, _, name = workbook.rpartition("/")
    parts = {
        "_rels/.rels": relationships(thumbnail="docProps/a.jpeg", officeDocument=f"/{workbook}"),
        workbook: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        f"{folder}/_rels/{name}.rels": relationships(worksheet=target, chartsheet="chartsheets/sheet1.xml"),
        f"{folder}/worksheets/sheet7.xml": "<worksheet/>",
        f"{folder}/chartsheets/sheet1.xml": "<chartsheet/>",
    }
    return Archive(make_zip(path / "a.xlsx", parts))


@pytest.mark.parametrize(
    "target", ["worksheets/sheet7.xml", "/xl/worksheets/sheet7.xml", "./worksheets/../worksheets/sheet7.xml"]
)
def test_sheets_come_in_the_workbooks_order(tmp_path: Path, target: str) -> None:
    archive = package(tmp_path, target)
    assert workbook_part(archive) == "xl/workbook.xml"
    assert sheet_parts(archive, "xl/workbook.xml") == ("xl/chartsheets/sheet1.xml", "xl/worksheets/sheet7.xml", "")


def test_a_workbook_may_bear_another_name(tmp_path: Path) -> None:
    archive = package(tmp_path, "worksheets/sheet7.xml", "xl/workbook2.xml")
    assert workbook_part(archive) == "xl/workbook2.xml"
    assert sheet_parts(archive, "xl/workbook2.xml")[1] == "xl/worksheets/sheet7.xml"


def test_the_sheets_of_a_binary_workbook(tmp_path: Path) -> None:
    archive = Archive(make_xlsb(tmp_path / "a.xlsb", {(0, 0): "NIP"}))
    assert parts_of(archive, "xl/workbook.bin", ["rId1", "rId7"]) == ("xl/worksheets/sheet1.bin", "")


def test_a_package_without_a_root_or_workbook(tmp_path: Path) -> None:
    assert workbook_part(Archive(make_zip(tmp_path / "a.zip", {"a.txt": ""}))) is None
    only_root = {"_rels/.rels": relationships(officeDocument="xl/workbook.xml")}
    assert workbook_part(Archive(make_zip(tmp_path / "b.zip", only_root))) is None


def test_a_workbook_without_relationships_is_damaged(tmp_path: Path) -> None:
    archive = Archive(make_zip(tmp_path / "a.zip", {"xl/workbook.xml": "<workbook/>"}))
    with pytest.raises(CannotDo, match=r"file\.unreadable"):
        sheet_parts(archive, "xl/workbook.xml")
