"""The look of a sender's sheet is read as it was made, and no look is read where there is none."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from smartpns_desktop.exchange.sheet_looks import SheetLook, read_look

LOOKS: list[dict[str, Any]] = [
    {"font_name": "Times New Roman", "font_size": 14.0, "bold": True, "italic": True, "font_color": "#C00000"},
    {"underline": 2, "font_strikeout": True},
    {"pattern": 1, "bg_color": "#EAF1DD"},
    {"pattern": 4, "fg_color": "#FF0000", "bg_color": "#00FF00"},
    {"left": 1, "right": 5, "top": 2, "bottom": 6, "left_color": "#333333", "bottom_color": "#FF00FF"},
    {"num_format": "#,##0.00"},
    {"num_format": 14},
    {"num_format": '"Rp" #,##0;[Red]-0'},
    {"align": "center", "valign": "vcenter", "text_wrap": True},
    {"align": "right", "indent": 2},
    {"align": "center_across", "shrink": True},
    {"rotation": 45},
    {"rotation": -90},
    {"rotation": 270},
]


def made(path: Path, fill: Callable[[xlsxwriter.Workbook], None]) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        fill(workbook)
    return path


@pytest.fixture
def styled(tmp_path: Path) -> Path:
    def fill(workbook: xlsxwriter.Workbook) -> None:
        workbook.add_worksheet("Lain").set_column(0, 0, 99)
        page = workbook.add_worksheet("Data")
        for row, look in enumerate(LOOKS):
            page.write(row, 1, "x", workbook.add_format(look))
        page.set_column(0, 1, 20)
        page.set_column(3, 3, 12, None, {"hidden": True})
        page.set_row(2, 30)
        page.set_row(4, None, None, {"hidden": True})
        page.merge_range("D1:F1", "x")
        page.merge_range("D20:F21", "x")

    return made(tmp_path / "a.xlsx", fill)


def test_every_property_is_read_as_it_was_made(styled: Path) -> None:
    look = read_look(styled, "Data", set(range(1, 30)))
    for row, expected in enumerate(LOOKS, start=1):
        found = look.of(row, 1)
        assert {key: found[key] for key in expected} == expected
        unasked = found.keys() - expected.keys() - {"font_name", "font_size", "font_color"}
        assert not unasked - {"valign", "align"}, row
    assert look.of(1, 7) == look.of(99, 0) == {}


def test_a_look_that_was_read_is_written_the_same(styled: Path, tmp_path: Path) -> None:
    rows = set(range(1, 30))
    look = read_look(styled, "Data", rows)

    def fill(workbook: xlsxwriter.Workbook) -> None:
        page = workbook.add_worksheet("Data")
        for row in range(1, len(LOOKS) + 1):
            page.write(row - 1, 1, "x", workbook.add_format(dict(look.of(row, 1))))

    again = read_look(made(tmp_path / "b.xlsx", fill), "Data", rows)
    assert [again.of(row, 1) for row in rows] == [look.of(row, 1) for row in rows]


def test_widths_heights_merges_and_what_is_hidden_are_read(styled: Path) -> None:
    look = read_look(styled, "Data", set(range(1, 10)))
    assert {place: round(width) for place, width in look.widths.items()} == {0: 21, 1: 21, 3: 13}
    assert look.hidden == {3}
    assert look.heights == {3: 30.0}
    assert look.hidden_rows == {5}
    assert look.merged == [(1, 3, 1, 5)], "areas that begin in other rows are not asked for"


def test_only_the_asked_rows_are_kept(styled: Path) -> None:
    assert set(read_look(styled, "Data", {2, 5}).styles) == {2, 5}


def test_without_a_look_there_is_none(styled: Path, tmp_path: Path, samples: Path) -> None:
    plain = tmp_path / "a.csv"
    plain.write_text("NIP;Nama\n1;Ani\n", encoding="utf-8")
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(styled.read_bytes()[:-200])
    for path, name in (
        (styled, "Tiada"),
        (plain, "a"),
        (broken, "Data"),
        (tmp_path / "gone.xlsx", "Data"),
    ):
        assert read_look(path, name, {1}) == SheetLook(), path
    ods = next(samples.glob("*.ods"), None)
    assert ods is None or read_look(ods, "Data", {1}) == SheetLook()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet2.xml", b"<worksheet", b"<!DOCTYPE worksheet []><worksheet"),
        ("xl/worksheets/sheet2.xml", b"</worksheet>", b""),
        ("xl/worksheets/sheet2.xml", b'width="20', b'width="wide" x="20'),
        ("xl/styles.xml", b"</styleSheet>", b""),
        ("xl/theme/theme1.xml", b"</a:theme>", b""),
    ],
)
def test_a_damaged_part_gives_no_look(styled: Path, tmp_path: Path, part: str, old: bytes, new: bytes) -> None:
    out = tmp_path / "c.xlsx"
    with zipfile.ZipFile(styled) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            assert name != part or old in content
            after.writestr(name, content.replace(old, new) if name == part else content)
    assert read_look(out, "Data", {1}) == SheetLook()


def test_odd_numbers_harm_nothing(styled: Path, tmp_path: Path) -> None:
    """Styles that are not there, references that are none, columns without end."""
    sheet = (
        b'<worksheet xmlns="x"><cols><col min="1" max="99999999" width="9"/></cols><sheetData>'
        b'<row r="1"><c r="A1" s="4711"/><c s="1"/><c r="ZZZZZ1" s="1"/></row><row><c r="B2" s="x"/></row></sheetData>'
        b'<mergeCells><mergeCell ref="A1"/><mergeCell ref="B1:A1"/><mergeCell ref="?"/></mergeCells></worksheet>'
    )
    out = tmp_path / "c.xlsx"
    with zipfile.ZipFile(styled) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, sheet if name == "xl/worksheets/sheet2.xml" else before.read(name))
    look = read_look(out, "Data", {1, 2})
    assert look.of(1, 0) == {}
    assert look.of(1, 1) == look.looks[1]
    assert look.styles[2] == {}
    assert look.merged == []
    assert len(look.widths) == 16_384
