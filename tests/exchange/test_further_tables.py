"""Sheets that hold more than one table below one another."""

from __future__ import annotations

from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.further_tables import with_further_tables
from smartpns_desktop.exchange.layout import find_layout
from smartpns_desktop.exchange.lexicon import Lexicon
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.exchange.sheet_lines import read_lines
from smartpns_desktop.exchange.sheets import Cell, Sheet
from tests.exchange.messy_parts import nip

Rows = list[list[Cell]]
FIRST: Rows = [["No", "NIP", "Nama", "Gol", ""], [1.0, nip(1), "Siti", "III/c", ""]]


def lines_of(rows: Rows) -> Lines:
    layout = find_layout(rows, [SPECS["employees"]])
    assert layout is not None
    sheet, layout = with_further_tables(Sheet("Data", rows), layout, SPECS.values())
    return read_lines(sheet, layout, lambda _text: "", Lexicon())


def test_a_second_table_in_another_order_is_read_as_well() -> None:
    rows: Rows = [*FIRST, ["", "", "", "", ""], ["PPPK", "", "", "", ""], ["No", "Nama", "NIP", "Jabatan", "Gol"],
                  [1.0, "Budi", nip(2), "Arsiparis", "IX"], ["Jumlah", "", "", "", 1.0]]  # fmt: skip
    lines = lines_of(rows)
    assert (lines.rows, list(lines.column("nip"))) == ([2, 6], [nip(1), nip(2)])
    assert list(lines.column("name")) == ["Siti", "Budi"]
    assert list(lines.column("grade")) == ["III/c", "IX"]
    assert list(lines.column("post")) == [None, "Arsiparis"]
    assert lines.skipped == {1: "heading", 3: "blank", 4: "section", 5: "heading", 7: "total"}


def test_a_table_of_another_kind_is_told_and_not_read() -> None:
    rows: Rows = [*FIRST, ["", "", "", "", ""], ["No", "NIP", "Nama Pelatihan", "JP", "Tanggal Mulai"],
                  [1.0, nip(1), "Bimtek", 20.0, "01-02-2025"]]  # fmt: skip
    lines = lines_of(rows)
    assert (lines.rows, lines.skipped) == ([2], {1: "heading", 3: "blank", 4: "heading", 5: "left_out"})


def test_the_same_heading_on_the_next_page_changes_nothing() -> None:
    lines = lines_of([*FIRST, ["No.", "NIP", "NAMA", "Gol", ""], [2.0, nip(2), "Budi", "III/a", ""]])
    assert (lines.rows, list(lines.column("name"))) == ([2, 4], ["Siti", "Budi"])
