"""Web pages become the sheets that Excel shows."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.errors import CannotDo
from smartpns_desktop.exchange.sheets import Cell, Sheet
from smartpns_desktop.exchange.web_tables import read_page


def page(text: str) -> Sheet:
    found = read_page(text, "Data", "a.xls")
    assert found is not None
    return found


def rows(text: str) -> list[list[Cell]]:
    return page(text).rows


def refusal(text: str) -> str:
    with pytest.raises(CannotDo) as caught:
        read_page(text, "Data", "a.xls")
    return caught.value.code


def test_text_around_tables_stands_in_rows_of_its_own() -> None:
    text = "<body><h3>DAFTAR <b>PEGAWAI</b></h3>per 2025<table><tr><td>1<td>2</tr></table><p>Kepala</p><p>Ani</body>"
    assert rows(text) == [["DAFTAR PEGAWAI", ""], ["per 2025", ""], ["1", "2"], ["Kepala", ""], ["Ani", ""]]


def test_several_tables_stand_below_each_other() -> None:
    assert rows("<table><tr><td>a</table>\n <table><tr><td>b<td>c</table>") == [["a", ""], ["b", "c"]]


def test_a_heading_of_two_rows() -> None:
    found = page(
        "<table><thead><tr><th rowspan=2>No<th rowspan='2'>Nama<th colspan=2>Tanggal<th rowspan=2>JP</tr>"
        "<tr><th>Mulai<th>Selesai</tr></thead><tr><td>1<td>Ani<td>a<td>b<td>20</table>"
    )
    assert found.rows == [
        ["No", "Nama", "Tanggal", "", "JP"],
        ["", "", "Mulai", "Selesai", ""],
        ["1", "Ani", "a", "b", "20"],
    ]
    assert found.merged == 4


def test_cells_that_hang_down_push_others_aside() -> None:
    text = "<table><tr><td rowspan=3 colspan=2>a<td>b</tr><tr><td rowspan=9>c<td>d</tr><tr><td>e</tr><tr><td>f</table>"
    assert rows(text) == [["a", "", "b", ""], ["", "", "c", "d"], ["", "", "", "e"], ["f", "", "", ""]]
    assert rows("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>") == [["a", "b"], ["", "c"], ["", "d"]]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<td>a<br>b<br/> c </td>", "a\nb\nc"),
        ("<td><p>a</p><p>b</p></td>", "a\nb"),
        ("<td>\n  Dinas\n   Sosial &nbsp;</td>", "Dinas Sosial"),
        ("<td>&nbsp;</td>", ""),
        ("<td>&#x27;198008072011041001</td>", "198008072011041001"),
        ("<td>'s</td>", "'s"),
        ("<td>198008072011041001</td>", "198008072011041001"),
        ("<td style=\"mso-number-format:'\\@'\">0012</td>", "0012"),
        ("<td x:num>12</td>", 12.0),
        ('<td x:num="12.5">12,5</td>', 12.5),
        ('<td x:num="1.98008072011041E+17">1,98008E+17</td>', 1.98008072011041e17),
        ('<td x:num="198008072011041001">198008072011041001</td>', 1.98008072011041e17),
        ('<td x:num="45356">05/03/2024</td>', date(2024, 3, 5)),
        ('<td sdval="45356" sdnum="1033;0;D MMM YY">5 Mar 24</td>', date(2024, 3, 5)),
        ('<td sdval="45356.75">05/03/2024 18:00</td>', datetime(2024, 3, 5, 18)),
        ('<td sdval="0.3125">07:30</td>', time(7, 30)),
        ('<td x:num="20">20 JP</td>', 20.0),
        ('<td x:num="1250000">Rp 1.250.000</td>', 1250000.0),
        ("<td x:num>tidak ada</td>", "tidak ada"),
        ('<td x:num="nan">nan</td>', "nan"),
        ('<td x:str="12">12</td>', "12"),
        ('<td x:bool="TRUE">TRUE</td>', True),
        ('<td><span style="display:none">20240305</span>5 Maret 2024</td>', "5 Maret 2024"),
        ("<td><i hidden>a<i>b</i></i>c</td>", "c"),
        ("<td><a href=x>Ani</a>, <b>S.E.</b></td>", "Ani, S.E."),
    ],
)
def test_cells(cell: str, expected: Cell) -> None:
    found = rows(f"<table><tr>{cell}<td>z</td></tr></table>")[0][0]
    assert (found, type(found)) == (expected, type(expected))


def test_what_is_hidden_is_told() -> None:
    found = page(
        "<style>.x1 {color:red} .sembunyi { display: none }</style><table><col><col style='display:none'><col span=2>"
        "<tr><td>a<td>b<td>c<td style='display:none'>d</tr><tr style='mso-height:0;display:none'><td>e"
        "</tr><tr class='x1 sembunyi'><td>f</tr><tr hidden><td>g<tr><td>h<td>i<td>j<td hidden>k</table>"
    )
    assert (found.hidden_rows, found.hidden_columns) == ({2, 3, 4}, {1, 3})
    assert len(found.rows) == 5


def test_a_table_within_a_cell_widens_its_row_and_column() -> None:
    inner = "<table><tr><td>NIP<td>Nama<tr style='display:none'><td>1<td>Ani</table>"
    found = page(f"<table><tr><td>kiri<td>Daftar{inner}<td>kanan<tr><td>a<td>b<td>c</table>")
    assert found.rows == [
        ["kiri", "Daftar", "", "kanan"],
        ["", "NIP", "Nama", ""],
        ["", "1", "Ani", ""],
        ["a", "b", "", "c"],
    ]
    assert found.hidden_rows == {3}


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>a<td>b<tr><td>c<td>d",
        "<table><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "<table><tr><td>a</th><th>b</td></tr></tr><tr><td>c<td>d</table></table></td>",
        "<tr><td>x</td></tr><table><table><tr><td>a<td>b<tr><td>c<td>d</table>",
    ],
)
def test_careless_pages_are_read_whole(text: str) -> None:
    assert [row for row in rows(text) if row[1] != ""] == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<table><tr><td>a</td></tr><tr><td>b", "file.truncated"),
        ("<table><tr><td>a</td></tr><tr><td>b</td>", "file.truncated"),
        ("<table><tr><td>a</td></tr><tr><td cla", "file.truncated"),
        ("<table><tr><td>" * 30, "file.unreadable"),
        ("<table>" + "<tr><td rowspan=60000 colspan=1000>a" * 17 + "</table>", "file.too_large"),
        ("<table>" + "<tr><td colspan=1000>" + "<td>a" * 15_384 + "<tr><td>a" * 2_442 + "</table>", "file.too_large"),
    ],
)
def test_what_cannot_be_read_whole_is_refused(text: str, code: str) -> None:
    assert refusal(text) == code


def test_a_page_without_a_table_is_no_sheet() -> None:
    assert read_page("<html><p>Masuk dahulu</p></html>", "Data", "a.xls") is None


CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"], exclude_characters="'"), min_size=1
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_what_is_written_comes_back(cells: list[list[str]]) -> None:
    def escaped(text: str) -> str:
        return "".join(f"&#{ord(letter)};" if letter in "<&>\"'" else letter for letter in text)

    body = "".join("<tr>" + "".join(f"<td>{escaped(cell)}</td>" for cell in row) + "</tr>" for row in cells)
    assert rows(f"<table>{body}</table>") == cells
