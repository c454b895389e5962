"""Employees: sexes and kinds in every spelling."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.employees import EmployeeKind, Sex, kind_of, sex_of

PNS_NIP, PPPK_NIP = "197209182004122001", "197211192023211001"


@pytest.mark.parametrize("text", ["M", "L", "l", "Laki-laki", "LAKI LAKI", "Pria", "1", " Lk. "])
def test_men(text: str) -> None:
    assert sex_of(text) is Sex.M


@pytest.mark.parametrize("text", ["F", "P", "p", "Perempuan", "WANITA", "2", "Pr"])
def test_women(text: str) -> None:
    assert sex_of(text) is Sex.F


@pytest.mark.parametrize("text", ["", "X", "3", "L/P"])
def test_no_sex_is_guessed(text: str) -> None:
    assert sex_of(text) is None


@pytest.mark.parametrize(
    ("status", "employment", "number", "kind"),
    [
        ("P", "PNS Daerah Kab/Kota yang bekerja pada Kab/Kota", PNS_NIP, EmployeeKind.PNS),
        ("C", "PNS Daerah Kab/Kota", PNS_NIP, EmployeeKind.CPNS),
        ("CPNS", "", PNS_NIP, EmployeeKind.CPNS),
        ("Calon Pegawai Negeri Sipil", "", PNS_NIP, EmployeeKind.CPNS),
        ("PNS", "", PNS_NIP, EmployeeKind.PNS),
        ("", "PPPK Daerah Kab/Kota", PPPK_NIP, EmployeeKind.PPPK),
        ("P3K", "", PPPK_NIP, EmployeeKind.PPPK),
        ("PPPK PW", "", PPPK_NIP, EmployeeKind.PPPK),
        ("", "", PPPK_NIP, EmployeeKind.PPPK),
        ("", "", PNS_NIP, EmployeeKind.PNS),
        ("", "", "", EmployeeKind.PNS),
        ("PNS", "", PPPK_NIP, EmployeeKind.PNS),  # words before the NIP: the difference is told, not hidden
    ],
)
def test_kinds(status: str, employment: str, number: str, kind: EmployeeKind) -> None:
    assert kind_of(status, employment, number) is kind
