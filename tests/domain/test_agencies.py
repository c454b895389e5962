"""What a name of an agency or unit tells by itself."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.agencies import is_inner, names_agency, stands_alone


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
