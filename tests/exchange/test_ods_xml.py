"""What an OpenDocument spreadsheet hides is seen, zipped or flat."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartpns_desktop.exchange import limits
from smartpns_desktop.exchange.ods_xml import scan_tables
from smartpns_desktop.exchange.sheet_xml import Scan
from smartpns_desktop.exchange.sheets import Sheet
from smartpns_desktop.exchange.workbooks import open_workbook
from tests.exchange.files import make_ods

CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
ERROR = (
    '<table:table-cell table:formula="of:=NA()" office:value-type="string" calcext:value-type="error">'
    "<text:p>#N/A</text:p></table:table-cell>"
)
VALUELESS = '<table:table-cell table:formula="of:=A1"/>'
BODY = (
    '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16380"/>'
    f"<table:table-row>{CELL.format('', 'Judul')}</table:table-row>"
    '<table:table-row table:visibility="collapse" table:number-rows-repeated="2">'
    f"{CELL.format('', 'a')}</table:table-row>"
    "<table:table-header-rows><table:table-row>"
    f"{CELL.format(' table:number-columns-spanned=' + chr(34) + '2' + chr(34), 'b')}<table:covered-table-cell/>"
    f"{ERROR}{VALUELESS}</table:table-row></table:table-header-rows>"
    f'<table:table-row table:visibility="filter">{CELL.format("", "c")}</table:table-row>'
    '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048000"><table:table-cell/>'
    "</table:table-row>"
)


def read(path: Path) -> Sheet:
    with open_workbook(path) as workbook:
        return workbook.read("Data")


def test_hidden_rows_and_columns_errors_and_merges(tmp_path: Path) -> None:
    found = read(make_ods(tmp_path / "a.ods", BODY))
    assert [row[0] for row in found.rows] == ["Judul", "a", "a", "b", "c"]
    assert found.hidden_rows == {2, 3, 5}
    assert found.hidden_columns & set(range(4)) == {1, 2}
    assert (found.errors, found.valueless_formulas, found.merged) == ({(4, 2): "#N/A"}, {(4, 3)}, 1)


@pytest.mark.parametrize("size", [1, 3, 50, 100_000])
def test_pieces_may_be_cut_anywhere(size: int) -> None:
    xml = f'<table:table table:name="A &amp; B">{BODY}</table:table><table:table table:name="C"/>'.encode()
    whole = scan_tables([xml], "a.ods")
    assert scan_tables((xml[at : at + size] for at in range(0, len(xml), size)), "a.ods") == whole
    assert whole["C"] == Scan()
    assert whole["A & B"].errors == {(4, 2): "#N/A"}


def test_a_row_without_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROW_BYTES", 1_000)
    with pytest.raises(Exception, match=r"file\.unreadable"):
        scan_tables([b"<table:table-row>" + b" " * 2_000], "a.ods")


def test_a_flat_document_is_read_like_a_zipped_one(tmp_path: Path) -> None:
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text")
    )
    mimetype = 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"'
    body = f'<table:table table:name="Data">{BODY}</table:table>'.replace("><table", ">\n  <table").replace(
        "><text", ">\n   <text"
    )
    flat = tmp_path / "a.xls"
    flat.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {spaces} {mimetype}>\n <office:body>\n'
        f"<office:spreadsheet>{body}</office:spreadsheet></office:body></office:document>",
        encoding="utf-8",
    )
    assert read(flat) == read(make_ods(tmp_path / "a.ods", BODY))
