"""Religion and marital status in the spellings of offices."""

from __future__ import annotations

import pytest

from smartpns_desktop.domain.civil_registry import MARITAL_STATUSES, RELIGIONS, marital_status_of, religion_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ISLAM", "Islam"), ("agama islam", "Islam"), ("Kristen Protestan", "Kristen"), ("KATHOLIK", "Katolik"),
        ("Khatolik", "Katolik"), ("Budha", "Buddha"), ("Khong Hu Chu", "Konghucu"), ("KHONGHUCU", "Konghucu"),
        ("Penghayat Kepercayaan", "Kepercayaan terhadap Tuhan YME"), ("Lainnya", None), ("1", None), ("", None),
    ],
)  # fmt: skip
def test_religions(text: str, expected: str | None) -> None:
    assert religion_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KAWIN", "Menikah"), ("Menikah", "Menikah"), ("K", "Menikah"), ("K/2", "Menikah"), ("TK", "Belum Menikah"),
        ("TK/0", "Belum Menikah"), ("Belum kawin", "Belum Menikah"), ("Tidak Kawin", "Belum Menikah"),
        ("Cerai hidup", "Cerai"), ("CERAI MATI", "Janda/Duda"), ("Duda", "Janda/Duda"), ("Pisah", None), ("X", None),
    ],
)  # fmt: skip
def test_marital_statuses(text: str, expected: str | None) -> None:
    assert marital_status_of(text) == expected


def test_the_lists_know_their_own_names() -> None:
    assert [religion_of(it) for it in RELIGIONS] == [*RELIGIONS]
    assert [marital_status_of(it) for it in MARITAL_STATUSES] == [*MARITAL_STATUSES]
