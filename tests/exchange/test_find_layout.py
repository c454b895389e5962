"""Which row is the heading, and whether somebody has to say what the sheet is."""

from __future__ import annotations

from smartpns_desktop.exchange.columns import SPECS
from smartpns_desktop.exchange.layout import find_layout

NIP = "198503122010011001"


def test_a_remark_as_long_as_a_letter_is_no_heading() -> None:
    remark = ["NIP, nama, golongan dan jabatan " * 20, "Nama", "Jabatan"]
    layout = find_layout([remark, ["NIP", "Nama", "Jabatan"], [NIP, "Ani", "Arsiparis"]], SPECS.values())
    assert layout is not None
    assert (layout.header_row, layout.spec.kind) == (2, "employees")


def test_a_row_that_tells_somebodys_number_is_no_heading() -> None:
    rows = [["NIP", "Nama"], [NIP, "Nama"], ["19850312 201001 1 002", "Jabatan"]]
    layout = find_layout(rows, SPECS.values())
    assert layout is not None
    assert (layout.first_row, layout.header_row) == (1, 1)


def test_employees_with_a_rating_beside_them_may_be_either() -> None:
    heading = ["NIP", "Nama", "Gol", "Jabatan", "Unit Kerja", "Predikat Kinerja"]
    rows = [["DAFTAR PEGAWAI TAHUN 2025"], heading, [NIP, "Ani", "III/a", "Arsiparis", "Dinas A", "Baik"]]
    layout = find_layout([row + [""] * (6 - len(row)) for row in rows], SPECS.values())
    assert layout is not None
    assert layout.doubtful or layout.spec.kind == "employees"
