"""Keys that ignore how a name is spelled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DINAS KOMUNIKASI DAN INFORMATIKA", "Dinas Komunikasi dan Informatika"),
        ("Dinas Komunikasi & Informatika", "Dinas Komunikasi dan Informatika"),
        ("Dinas  Komunikasi\u00a0dan\nInformatika ", "Dinas Komunikasi dan Informatika"),
        ("Kec. Bontang Utara", "KEC BONTANG UTARA"),
        ("Kec.Bontang Utara", "Kec. Bontang Utara"),
        ("Jum'at", "JUMAT"),
        ("Jum’at", "Jumat"),
        ("Api-api", "Api – Api"),
        ("Dinas Perumahan, Kawasan Permukiman", "Dinas Perumahan Kawasan Permukiman"),
        ("Badan Kepegawaian/BKPSDM", "badan kepegawaian (BKPSDM)"),
        ("Ｄinas", "dinas"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("Di\u200bnas", "Dinas"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Pendidikan", "Dinas Perhubungan"),
        ("Bidang I", "Bidang II"),
        ("SMA 1", "SMA 2"),
        ("Dinas A dan B", "Dinas AB"),
    ],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    key = fold(text)
    assert fold(key) == key


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_case_never_matters(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)
