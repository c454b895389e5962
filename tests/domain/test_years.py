"""The year that a cell means and the one of which a title speaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.years import year_in, year_told


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025", 2025),
        ("2025.0", 2025),
        ("TA 2025", 2025),
        ("T.A. 2025", 2025),
        ("Tahun 1998", 1998),
        ("1 Jan s.d. 31 Des 2025", 2025),
        ("01-01-2025 s.d. 31-12-2025", 2025),
        ("2024/2025", None),
        ("2024-2025", None),
        ("12025", None),
        ("Triwulan IV 2024", None),
        ("Semester 1 2024", None),
        ("25", None),
        ("", None),
        ("1890", None),
    ],
)
def test_the_year_of_a_cell(text: str, year: int | None) -> None:
    assert year_in(text) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("IP ASN TAHUN 2025", 2025),
        ("ipasn_bkn_2025", 2025),
        ("Rekap SKP 2024 (final)", 2024),
        ("REKAPITULASI IP ASN; TAHUN 2025; Dicetak 5 Januari 2026", 2025),
        ("IP ASN; dicetak 5 Januari 2026", None),
        ("IP ASN; Bontang, Januari 2026", None),
        ("IP ASN per 31 Desember 2025; dicetak 03/02/2026", 2025),
        ("Periode 1 Januari s.d. 31 Desember 2025", 2025),
        ("PERIODE 1 TAHUN 2025", 2025),
        ("Peraturan BKN Nomor 8 Tahun 2019; IP ASN 2024", 2024),
        ("PermenPANRB 6/2022; SKP Tahun 2023", 2023),
        ("UU No. 20 Tahun 2023", None),
        ("PP 94 Tahun 2021", None),
        ("Lampiran Surat Nomor 800/12/2026; IP ASN TAHUN 2025", 2025),
        ("Nomor : 800.1.11/7/BKPSDM/2026", None),
        ("SKP 2024/2025", None),
        ("SKP TRIWULAN III TAHUN 2024", None),
        ("Tahun 2021-2025", None),
        ("ipasn 20260201", None),
        ("unduhan 2026-02-01 ip asn 2025", 2025),
        ("SKP TAHUN 2025 DAN 2024", None),
    ],
)
def test_the_year_of_a_title_is_neither_a_day_s_nor_a_regulation_s(text: str, year: int | None) -> None:
    assert year_told(text) == year


@given(st.integers(1950, 2098), st.sampled_from(["IP ASN TAHUN {}", "SKP_{}", "Penilaian Kinerja ({})", "TA {}"]))
def test_one_year_is_always_found(year: int, title: str) -> None:
    assert year_told(title.format(year)) == year
    assert year_told(f"{title.format(year)}, dicetak 3 Maret {year + 1}") == year
    assert year_told(f"{title.format(year)} dan {year + 1}") is None


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert year_told(text) is None or str(year_told(text)) in text
    assert year_in(text) is None or str(year_in(text)) in text
