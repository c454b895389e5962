"""Printed lists whose records fill two rows, or whose one column holds two things."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.exchange.columns import EMPLOYEES
from smartpns_desktop.exchange.layout import find_layout
from smartpns_desktop.exchange.lexicon import Lexicon
from smartpns_desktop.exchange.lines import Lines
from smartpns_desktop.exchange.sheet_lines import read_lines
from smartpns_desktop.exchange.sheets import Cell, Sheet
from smartpns_desktop.exchange.two_line_records import with_joined_records
from tests.exchange.messy_parts import nip

Rows = list[list[Cell]]


def lines_of(rows: Rows) -> tuple[Lines, int]:
    sheet = Sheet("Data", rows)
    layout = find_layout(rows, [EMPLOYEES])
    assert layout is not None
    sheet, joined = with_joined_records(sheet, layout)
    return read_lines(sheet, layout, lambda _text: "", Lexicon()), joined


HEADINGS: list[Rows] = [
    [["No", "NAMA / NIP", "GOL"]],
    [["No", "Nama dan NIP", "GOL"]],
    [["No", "NIP/Nama Pegawai", "GOL"]],
    [["No", "NAMA\nNIP", "GOL"]],
    [["No", "NAMA", "GOL"], ["", "NIP", ""]],
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_name_above_its_nip_is_one_record(heading: Rows) -> None:
    rows: Rows = [*heading, [1.0, "Siti Aminah", "III/c"], ["", f"NIP. {nip(1)}", ""], [2.0, "Budi", "III/a"],
                  ["", nip(2), ""], ["", "", ""], ["", "Kepala Dinas", ""], ["", "Umar", ""],
                  ["", "NIP. 196508121990031004", ""]]  # fmt: skip
    lines, joined = lines_of(rows)
    first = len(heading) + 1
    assert (joined, lines.rows) == (2, [first, first + 2])
    assert list(lines.column("nip")) == [nip(1), nip(2)]
    assert list(lines.column("name")) == ["Siti Aminah", "Budi"]
    assert len(lines.rows) + len(lines.skipped) == len(rows)
    assert {lines.skipped[number] for number in range(first + 5, first + 8)} == {"signature"}


@pytest.mark.parametrize("cell", [f"Siti Aminah\n{nip(1)}", f"Siti Aminah / NIP. {nip(1)}", f"{nip(1)}\nSiti Aminah"])
def test_a_name_and_its_nip_in_one_cell(cell: str) -> None:
    lines, joined = lines_of([["No", "NAMA / NIP", "GOL"], [1.0, cell, "III/c"]])
    assert (joined, list(lines.column("nip")), list(lines.column("name"))) == (0, [nip(1)], ["Siti Aminah"])


def test_a_number_that_lost_digits_does_not_become_whole_beside_its_name() -> None:
    rows: Rows = [["No", "NAMA / NIP", "GOL"], [1.0, "Siti", "III/c"], ["", float(nip(1)), ""]]
    lines, _ = lines_of(rows)
    assert list(lines.column("nip")) == [None]
    assert lines.problems[0].code.startswith("nip.")


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("TEMPAT, TANGGAL LAHIR", "Bontang, 12-03-1985", ("Bontang", date(1985, 3, 12))),
        ("TTL", "Bontang / 12 Maret 1985", ("Bontang", date(1985, 3, 12))),
        ("Tempat/Tgl Lahir", "Kab. Kutai Timur, 1985-03-12", ("Kab. Kutai Timur", date(1985, 3, 12))),
        ("Tempat/Tgl Lahir", "Bontang", ("Bontang", None)),
    ],
)
def test_a_place_before_a_day(heading: str, cell: str, expected: tuple[str, date | None]) -> None:
    lines, _ = lines_of([["NIP", "Nama", heading], [nip(1), "Siti", cell]])
    assert (lines.column("birth_place")[0], lines.column("birth_date")[0]) == expected


def test_a_grade_above_its_day() -> None:
    lines, _ = lines_of([["NIP", "Nama", "PANGKAT GOL/RUANG TMT"], [nip(1), "Siti", "Penata (III/c)\n01-04-2020"]])
    assert (lines.column("grade")[0], lines.column("grade_date")[0]) == ("Penata (III/c)", date(2020, 4, 1))
