"""The scan sees what the reader does not tell, in every spelling, and refuses what would fill the memory."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.sheet_xml import Scan, scan_sheet
from tests.exchange.files import MAIN, worksheet


def scan(rows: str, before: str = "") -> Scan:
    return scan_sheet([worksheet(rows, before).encode()], "a.xlsx")


def refusal(xml: str | bytes) -> str:
    content = xml if isinstance(xml, bytes) else xml.encode()
    with pytest.raises(CannotDo) as caught:
        scan_sheet([content], "a.xlsx")
    return caught.value.code


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ('<c r="B2" t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c r="B2" s="4" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="B2" t="e"><f>A1</f></c>', ""),
        ("<c r='B2' t='e'><v>#REF!</v></c>", "#REF!"),
        ('<c t="e" r="B2"><v>#NAME?</v></c>', "#NAME?"),
        ('<c r="B2" t="str"><v>#N/A</v></c>', None),
        ('<c r="B2" t="inlineStr"><is><t>t="e"</t></is></c>', None),
    ],
)
def test_error_cells(cell: str, error: str | None) -> None:
    found = scan(f'<row r="2"><c r="A2"><v>1</v></c>{cell}<c r="C2"><v>1</v></c></row>')
    assert found.errors == ({} if error is None else {(2, 1): error})
    assert not found.valueless_formulas


@pytest.mark.parametrize(
    ("cell", "valueless"),
    [
        ('<c r="C7"><f>SUM(A1:B1)</f></c>', True),
        ('<c r="C7" s="1"><f>SUM(A1:B1)</f><v></v></c>', True),
        ('<c r="C7"><f>SUM(A1:B1)</f><v/></c>', True),
        ('<c r="C7"><f>SUM(A1:B1)</f> <v /> </c>', True),
        ('<c r="C7"><f t="shared" si="0"/></c>', True),
        ('<c s="1" r="C7"><f>A1</f></c>', True),
        ('<c r="C7"><f t="shared" ref="C7:C9" si="0">A1</f><v>3</v></c>', False),
        ('<c r="C7"><f t="shared" si="0"/><v>3</v></c>', False),
        ('<c r="C7" t="str"><f>IF(A1="","",A1)</f><v></v></c>', False),
        ('<c r="C7" t="str"><f>A1&amp;B1</f><v>x</v></c>', False),
        ('<c r="C7"><v></v></c>', False),
        ('<c r="C7"/>', False),
    ],
)
def test_formulas_whose_value_was_never_computed(cell: str, valueless: bool) -> None:
    found = scan(f'<row r="7"><c r="A7"/>{cell}</row>')
    assert found.valueless_formulas == ({(7, 2)} if valueless else set())
    assert not found.errors


@pytest.mark.parametrize(
    ("row", "hidden"),
    [
        ('<row r="5" hidden="1">', True),
        ('<row r="5" spans="1:9" ht="15" hidden="true" outlineLevel="1">', True),
        ("<row r='5' hidden='1'>", True),
        ('<row hidden="1" r="5">', True),
        ('<row r="5" hidden="0">', False),
        ('<row r="5" customHidden="1">', False),
        ('<row r="5">', False),
    ],
)
def test_hidden_rows(row: str, hidden: bool) -> None:
    text = '<c r="A5" t="inlineStr"><is><t>hidden="1"</t></is></c>'
    found = scan(f'<row r="4"><c r="A4"><v>1</v></c></row>{row}{text}</row><row r="6"/>')
    assert found.hidden_rows == ({5} if hidden else set())


def test_hidden_rows_without_cells() -> None:
    found = scan('<row r="3" hidden="1"/><row r="4"/><row r="5" hidden="1"/>')
    assert found.hidden_rows == {3, 5}


def test_hidden_columns() -> None:
    columns = '<cols><col min="1" max="2" width="9"/><col max="4" min="3" hidden="1"/></cols>'
    more = '<cols><col min="9" max="16384" width="0" hidden="true"/></cols>'
    assert scan("", columns + more).hidden_columns == [range(2, 4), range(8, 16_384)]


def test_cells_without_references_stand_side_by_side() -> None:
    rows = (
        '<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>'
        '<row r="5"><c/><c r="D5"/><c><f>A1</f></c></row>'
        '<row hidden="1"><c t="e"><v>#REF!</v></c></row>'
    )
    found = scan(rows)
    assert found.errors == {(1, 1): "#N/A", (6, 0): "#REF!"}
    assert found.valueless_formulas == {(5, 4)}
    assert found.hidden_rows == {6}


def test_other_elements_that_begin_with_c_are_no_cells() -> None:
    rich = '<c r="A1" t="inlineStr"><is><r><rPr><color rgb="FF0000"/><charset val="1"/></rPr><t>x</t></r></is></c>'
    tail = '</sheetData><conditionalFormatting><cfRule type="expression"/></conditionalFormatting><sheetData>'
    assert scan(f'<row r="1">{rich}</row>{tail}') == Scan()


def test_a_namespace_prefix_is_understood() -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="2" max="2" hidden="1"/></x:cols><x:sheetData>'
        '<x:row r="1" hidden="1"><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c><x:c r="B1"><x:f>A1</x:f></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    found = scan_sheet([xml.encode()], "a.xlsx")
    assert found == Scan({1}, [range(1, 2)], {(1, 0): "#N/A"}, {(1, 1)})


LONE = "<v>1</v></c></row>"


@pytest.mark.parametrize(
    "row",
    [
        f'<row r="1048576"><c r="XFD1048576">{LONE}',
        f'<row r="1"><c r="XFD1048576">{LONE}',
        f'<row r="9"><c s="1" r="AAA999999">{LONE}',
        f"<row r='1048576'><c r='XFD1048576'>{LONE}",
        f'<row r="1048576"><c r="XFC1048576"/><c>{LONE}',
        f'<row r="999999"><c r="XFC1" /><c>{LONE}',
        f'<row r="1"><c r="XFD1048576" x="/>">{LONE}',
        f'<row r="1"><c x=" r=\'A1\'" r="XFD1048576">{LONE}',
    ],
)
def test_a_lone_cell_far_away_is_refused(row: str) -> None:
    assert refusal(worksheet(f'<row r="1"><c r="A1"><v>1</v></c></row>{row}')) == "file.too_large"


def test_a_far_cell_with_only_a_format_takes_no_room() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="3"/></row>'
    assert scan(rows) == Scan()


def test_a_sheet_may_be_long_or_wide() -> None:
    long = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="99999"><c r="CZ99999">{LONE}'
    wide = f'<row r="1"><c r="XFD1"><v>1</v></c></row><row r="999"><c r="A999">{LONE}'
    assert scan(long) == scan(wide) == Scan()


@pytest.mark.parametrize("reference", ["A1048577", "J4294967295", "A99999999999"])
@pytest.mark.parametrize("sort", ["", ' s="1"', " t='n'"])
def test_a_cell_below_the_last_row_that_a_sheet_can_have(reference: str, sort: str) -> None:
    with pytest.raises(CannotDo) as refusal:
        scan(f'<row r="1"><c r="{reference}"{sort}><v>1</v></c></row>')
    assert refusal.value.code == "file.too_large"


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<chartsheet/>",
        worksheet("").encode("utf-16"),
        '<!DOCTYPE a [<!ENTITY b "c">]>' + worksheet(""),
        worksheet('<row r="1"><c r="A1"/></row><!DOCTYPE a>'),
        worksheet('<row r="1"><c r="A1"/><y:c r="XFD1048576"><v>1</v></y:c></row>'),
        worksheet('<row r="1"><c r="A1"/></row><y:row r="1048576"><c><v>1</v></c></y:row>'),
        worksheet('<row r="1">' + "<c/>" * 20).replace("<c/>", " " * 4 * limits.MEGABYTE),
    ],
)
def test_what_is_no_sheet_of_ours_is_unreadable(xml: str | bytes) -> None:
    content = xml if isinstance(xml, bytes) else xml.encode()
    half = len(content) // 2
    with pytest.raises(CannotDo, match=r"file\.unreadable"):
        scan_sheet([content[:half], content[half:]] if len(content) > 10**6 else [content], "a.xlsx")


@dataclass(frozen=True)
class Cell:
    """A cell as the model of the test knows it."""

    row: int
    column: int
    kind: str


BODIES = {
    "value": ("", "<v>1</v>"),
    "empty": (' s="1"', ""),
    "error": (' t="e"', "<v>#N/A</v>"),
    "formula": ("", "<f>A1</f><v>2</v>"),
    "valueless": ("", "<f>A1&lt;B1</f>"),
}
CELLS = st.builds(Cell, st.integers(1, 3_000), st.integers(0, 800), st.sampled_from(sorted(BODIES)))


def spelled(cell: Cell, way: int) -> str:
    """The cell in one of four spellings that mean the same."""
    letters, number = "", cell.column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    attributes, body = BODIES[cell.kind]
    place = f' r="{letters}{cell.row}"'
    both = (place + attributes, attributes + place, (place + attributes).replace('"', "'"), place + attributes)[way]
    return f"<c{both}/>" if way == 3 and not body else f"<c{both}>{body}</c>"


def rows_of(cells: list[Cell], ways: Iterator[int], hidden: set[int]) -> str:
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    rows = []
    for row, group in itertools.groupby(ordered, key=lambda cell: cell.row):
        mark = ' hidden="1"' if row in hidden else ""
        rows.append(f'<row r="{row}"{mark}>{"".join(spelled(cell, next(ways)) for cell in group)}</row>')
    return "".join(rows)


@given(
    st.lists(CELLS, max_size=40, unique_by=lambda cell: (cell.row, cell.column)),
    st.lists(st.sampled_from([0, 0, 0, 1, 2, 3]), min_size=40, max_size=40),
    st.integers(1, 400),
)
def test_spelling_and_cutting_do_not_matter(cells: list[Cell], ways: list[int], size: int) -> None:
    hidden = {cell.row for cell in cells if cell.row % 3 == 0}
    xml = worksheet(rows_of(cells, iter(ways), hidden)).encode()
    first = xml.index(b"<sheetData")
    cuts = range(first, len(xml), size)
    pieces = [xml[:first], *(xml[at : at + size] for at in cuts)]
    found = scan_sheet(pieces, "a.xlsx")
    assert found.errors == {(cell.row, cell.column): "#N/A" for cell in cells if cell.kind == "error"}
    assert found.valueless_formulas == {(cell.row, cell.column) for cell in cells if cell.kind == "valueless"}
    assert found.hidden_rows == hidden


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize("tail", ["", "<{0}rowBreaks><{0}brk id='3'/></{0}rowBreaks>"])
def test_merged_areas_are_counted(prefix: str, tail: str) -> None:
    merged = f'<{prefix}mergeCells count="2"><{prefix}mergeCell ref="A1:B1"/><{prefix}mergeCell ref="A2:A9"/>'
    rows = "".join(f'<{prefix}row r="{row}"/>' for row in range(1, 50))
    name = f'xmlns:{prefix[:-1]}="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    xml = f"<{prefix}worksheet {name}><{prefix}sheetData>{rows}</{prefix}sheetData>{merged}</{prefix}mergeCells>"
    content = f"{xml}{tail.format(prefix)}</{prefix}worksheet>".encode()
    pieces = [content[:100], *(content[at : at + 64] for at in range(100, len(content), 64))]
    assert scan_sheet(pieces, "a.xlsx").merged == 2
