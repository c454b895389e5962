"""Headings that must never be taken for others, and headings of two and three rows."""

from __future__ import annotations

import pytest

from smartpns_desktop.exchange.columns import EMPLOYEES, STUDY_NEEDS, TRAININGS
from smartpns_desktop.exchange.columns_spec import SheetSpec
from smartpns_desktop.exchange.heading_columns import read_columns
from smartpns_desktop.exchange.heading_guesses import guess_fields, misspelled_fields

Rows = list[list[str]]


def fields(spec: SheetSpec, *heading: list[str]) -> list[tuple[int, str]]:
    columns, _ = read_columns(heading, spec)
    return [(it.index, it.field) for it in columns]


OTHERS = ["Nama Atasan", "NIP Atasan", "Nama Suami/Istri", "Tanggal Lahir Anak", "Jabatan Lama", "Unit Kerja Lama",
          "Golongan Awal", "Nama Anak", "Jabatan Sebelumnya", "NIP Pejabat Penilai"]  # fmt: skip


@pytest.mark.parametrize("heading", OTHERS)
def test_what_is_somebody_elses_is_never_taken_or_proposed(heading: str) -> None:
    assert fields(EMPLOYEES, ["NO", heading]) == []
    assert guess_fields([heading], EMPLOYEES, set()) == {}
    assert misspelled_fields([heading], EMPLOYEES, set()) == {}


@pytest.mark.parametrize("group", ["ATASAN LANGSUNG", "SUAMI/ISTRI", "ANAK", "PEJABAT PENILAI", "SEMULA"])
def test_nor_is_what_stands_below_a_group_of_somebody_elses(group: str) -> None:
    heading = [["NAMA", "NIP", group, "", ""], ["", "", "NAMA", "NIP", "TANGGAL LAHIR"]]
    assert fields(EMPLOYEES, *heading) == [(0, "name"), (1, "nip")]


def test_a_group_gives_its_columns_their_meaning() -> None:
    heading = [
        ["NO", "NAMA", "NIP", "PANGKAT", "", "JABATAN", "", "MASA KERJA", "", "LATIHAN JABATAN", "", ""],
        ["", "", "", "GOL/RUANG", "TMT", "NAMA", "TMT", "TAHUN", "BULAN", "NAMA", "BLN/THN", "JAM"],
    ]
    assert fields(EMPLOYEES, *heading) == [
        (1, "name"), (2, "nip"), (3, "grade"), (4, "grade_date"), (5, "post"), (6, "post_date"),
        (7, "service_years"), (8, "service_months"),
    ]  # fmt: skip


def test_a_heading_of_three_rows() -> None:
    heading = [
        ["NO", "DATA PEGAWAI", "", "", "PELATIHAN", "", ""],
        ["", "NAMA", "NIP", "", "NAMA", "TANGGAL", ""],
        ["", "", "", "", "", "MULAI", "SELESAI"],
    ]
    assert fields(TRAININGS, *heading) == [(1, "person"), (2, "nip"), (4, "name"), (5, "start"), (6, "end")]


@pytest.mark.parametrize("group", ["Anggaran", "Realisasi", "Pagu (Rp)"])
def test_years_of_money_or_of_what_was_done_are_no_needs(group: str) -> None:
    heading = [["Jenjang", "Program Studi", group, ""], ["", "", "2026", "2027"]]
    assert fields(STUDY_NEEDS, *heading) == [(0, "level"), (1, "programme")]
    heading[0][2] = "Kebutuhan Tahun"
    assert fields(STUDY_NEEDS, *heading)[2:] == [(2, "heads_2026"), (3, "heads_2027")]


@pytest.mark.parametrize(
    ("heading", "field"),
    [("1. NIP", "nip"), ("(2) Nama Pegawai", "name"), ("b) Jabatan", "post"), ("NIP *)", "nip"), ("N.I.P", "nip"),
     ("N A M A", "name"), ("Nama\nPegawai", "name"), ("NIP (18 digit)", "nip")],
)  # fmt: skip
def test_numbers_and_asides_in_a_heading_mean_nothing(heading: str, field: str) -> None:
    assert fields(EMPLOYEES, ["x", heading]) == [(1, field)]


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Tangal Lahir", "birth_date"), ("Nma Pegawai", "name"), ("Jabtan", "post"), ("Tempat Lahri", "birth_place"),
     ("Nomor HK", ""), ("Nama Anag", "")],
)  # fmt: skip
def test_a_slip_of_the_pen_is_found(heading: str, field: str) -> None:
    assert misspelled_fields([heading], EMPLOYEES, set()) == ({heading: field} if field else {})
