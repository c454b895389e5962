"""Where careers lead by the order of levels."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.careers import next_level_name, next_managers


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Arsiparis Terampil", "Arsiparis Mahir"),
        ("Perencana Ahli Muda", "Perencana Ahli Madya"),
        ("perencana ahli  muda", "perencana Ahli Madya"),
        ("Dokter Ahli Utama", None),
        ("Perawat Penyelia", None),
        ("Kepala Bidang", None),
        ("Mahir", None),
    ],
)
def test_the_next_functional_level(name: str, expected: str | None) -> None:
    assert next_level_name(name) == expected


@pytest.mark.parametrize(
    ("kind", "echelon", "expected"),
    [
        ("4", "99", "4"),
        ("4", "", "4"),
        ("1", "42", "3"),
        ("1", "31", "2"),
        ("1", "21", "1"),
        ("1", "11", None),
        ("2", "99", None),
        ("", "", None),
    ],
)
def test_the_next_managerial_level(kind: str, echelon: str, expected: str | None) -> None:
    assert next_managers(kind, echelon) == expected
