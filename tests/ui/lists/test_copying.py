"""What a copy of rows says to Excel and to a text editor."""

from __future__ import annotations

from ui.lists.columns import ViewColumn
from ui.lists.copying import as_mime

COLUMNS = (
    ViewColumn("nip", "NIP", 100, lambda it: f"{it['nip'][:8]} {it['nip'][8:]}", copied=lambda it: it["nip"]),
    ViewColumn("name", "Nama", 100, lambda it: it["name"]),
    ViewColumn("jp", "JP", 100, lambda it: str(it["jp"])),
)
ROWS = [{"nip": "198503122010011001", "name": "Ani <S.E.>\tdan\nBudi", "jp": 20}]


def test_a_nip_stays_text_and_whole_in_excel() -> None:
    html = as_mime(COLUMNS, ROWS).html()
    assert "<td style=\"mso-number-format:'\\@'\">198503122010011001</td>" in html
    assert "<td>20</td>" in html


def test_what_looks_like_html_is_told_as_text() -> None:
    assert "Ani &lt;S.E.&gt;" in as_mime(COLUMNS, ROWS).html()


def test_one_row_is_one_line_whatever_its_cells_hold() -> None:
    assert as_mime(COLUMNS, ROWS).text() == "NIP\tNama\tJP\n198503122010011001\tAni <S.E.> dan Budi\t20\n"
