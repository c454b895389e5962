"""What a name of an agency or unit tells by itself."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.agencies import (
    is_inner,
    may_name_agency,
    names_agency,
    path_told,
    plain,
    region_told,
    stands_alone,
    told_in_title,
)


@pytest.mark.parametrize(
    "name",
    ["Dinas Pendidikan", "BADAN KEPEGAWAIAN DAERAH", "Kecamatan Utara", "RSUD Taman Husada",
     "Sekretariat Daerah", "Sekretariat DPRD", "I. Dinas Kesehatan", "Inspektorat"],
)  # fmt: skip
def test_whole_agencies(name: str) -> None:
    assert stands_alone(name)
    assert not is_inner(name)
    assert names_agency(name)


@pytest.mark.parametrize(
    "name",
    ["Sekretariat", "Bidang Pembinaan SD", "Seksi Kurikulum", "Sub Bagian Umum", "Subbagian Keuangan", "A. Bidang X"],
)
def test_units_that_many_agencies_have(name: str) -> None:
    assert is_inner(name)
    assert not stands_alone(name)
    assert names_agency(name)


@pytest.mark.parametrize(
    "name", ["SMP Negeri 1", "SDN 003", "Puskesmas Utara", "UPTD Laboratorium", "Kelurahan Api-Api"]
)
def test_units_with_a_name_of_their_own(name: str) -> None:
    assert names_agency(name)
    assert not is_inner(name)
    assert not stands_alone(name)


@pytest.mark.parametrize(
    "text",
    ["Golongan IV", "A. Pejabat Struktural", "Pegawai Non Struktural", "S-2", "Magister (S2)", "Ani", "Kepala Dinas",
     "", "Sdr. Ahmad", "Subur Makmur", "1"],
)  # fmt: skip
def test_what_names_no_agency(text: str) -> None:
    assert not names_agency(text)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Bidang A - Dinas B", ("Dinas B", "Bidang A")), ("Dinas B, Bidang A", ("Dinas B", "Bidang A")),
        ("Dinas B / Bidang A", ("Dinas B", "Bidang A")), ("Bidang A pada Dinas B", ("Dinas B", "Bidang A")),
        ("Bidang A, Subbid C, Dinas B", ("Dinas B", "Bidang A", "Subbid C")),
        ("Seksi C, Bidang A, Dinas B", ("Dinas B", "Bidang A", "Seksi C")),
        ("Kel. X, Kec. Y", ("Kec. Y", "Kel. X")), ("Dinas A / Dinas B", ("Dinas A / Dinas B",)),
        ("Bagian Pengadaan Barang/Jasa", ("Bagian Pengadaan Barang/Jasa",)),
        ("Badan Pembangunan, Riset dan Inovasi", ("Badan Pembangunan, Riset dan Inovasi",)),
        ("Dinas Kesehatan", ("Dinas Kesehatan",)), ("", ("",)),
    ],
)  # fmt: skip
def test_a_unit_and_its_agency_in_one_cell(text: str, path: tuple[str, ...]) -> None:
    assert path_told(text) == path


def test_agencies_that_are_known_by_other_names_hold_units_too() -> None:
    assert path_told("Bidang Riset - Bapperida") == ("Bidang Riset - Bapperida",)
    assert path_told("Bidang Riset - Bapperida", lambda it: it == "Bapperida") == ("Bapperida", "Bidang Riset")


@pytest.mark.parametrize(
    ("name", "region"),
    [("Dinas A Kota Bontang", "bontang"), ("Dinas A Pemerintah Kota Bontang", "bontang"), ("Kecamatan Kota Baru", ""),
     ("Dinas A Kab. Kutai Timur", "kutai timur"), ("Dinas Penataan Ruang Kota", ""), ("Dinas A", "")],
)  # fmt: skip
def test_the_region_behind_a_name(name: str, region: str) -> None:
    assert region_told(name) == region


def test_the_own_region_is_dropped_and_another_is_not() -> None:
    assert plain("Dinas A Kota Bontang", "bontang") == plain("Dinas A Bontang", "bontang") == plain("DINAS  A")
    assert plain("Dinas A Kota Samarinda", "bontang") != plain("Dinas A")
    assert plain("Kecamatan Bontang", "bontang") == "kecamatanbontang"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("USULAN KEBUTUHAN TUGAS BELAJAR DINAS KESEHATAN PERIODE 2026-2030", "dinas kesehatan"),
        ("Rencana Kebutuhan Tubel Badan Kepegawaian dan SDM Kota Contoh", "badan kepegawaian dan sdm"),
        ("DINAS KESEHATAN", ""),
        ("USULAN KEBUTUHAN TUGAS BELAJAR TAHUN 2026", ""),
    ],
)  # fmt: skip
def test_the_agency_in_a_title(title: str, expected: str) -> None:
    assert told_in_title(title) == expected


@pytest.mark.parametrize("text", ["BAPPERIDA", "B. BPKAD", "Kesbangpol", "SETWAN"])
def test_a_name_that_nobody_knows_may_be_an_agencys(text: str) -> None:
    assert may_name_agency(text)


@pytest.mark.parametrize(
    "text", ["PNS", "A. CPNS", "PPPK", "Tenaga Kontrak", "Golongan III", "Hal. 2", "Januari", "Eselon IV", "-", "2026"]
)
def test_what_heads_other_groups_is_no_agency(text: str) -> None:
    assert not may_name_agency(text)
