"""How long something holds, in the spellings of certificates, and what is none."""

import pytest

from smartpns_desktop.domain.terms import months_told


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("3 tahun", 36),
        ("3 (tiga) tahun", 36),
        ("3 (Tiga) Thn.", 36),
        ("tiga tahun", 36),
        ("36 bulan", 36),
        ("24 (dua puluh empat) bulan", 24),
        ("dua belas bulan", 12),
        ("1 tahun 6 bulan", 18),
        ("1 tahun dan 6 bulan", 18),
        ("Masa berlaku: 3 tahun", 36),
        ("berlaku selama 5 (lima) tahun sejak tanggal diterbitkan", 60),
        ("sebelas tahun", 132),
        ("10 years", 120),
    ],
)
def test_lengths(text: str, months: int) -> None:
    assert months_told(text) == months


@pytest.mark.parametrize(
    "text",
    [
        "", "3", "tahun", "tahun 2027", "2027 tahun", "0 tahun", "2,5 tahun", "2-3 tahun", "3 (dua) tahun", "± 3 tahun",
        "3 tahun s.d. 2027", "3 tiga puluh tahun", "6 bulan 1 tahun", "3 tahun 3 tahun", "beberapa tahun", "3 minggu",
        "dua puluh sebelas bulan", "3 tahun 5", "3 hari",
    ],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    assert months_told(text) is None


def test_a_bare_number_has_the_unit_of_its_heading() -> None:
    assert (months_told("3", "tahun"), months_told("36", "bulan"), months_told("2", "Thn")) == (36, 36, 24)
    assert months_told("18 bulan", "tahun") == 18
    assert (months_told("2027", "tahun"), months_told("", "tahun"), months_told("02/05/2027", "tahun")) == (None,) * 3
