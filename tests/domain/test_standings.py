"""Legal standings: what the words of records mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.employment import AWAY
from smartpns_desktop.domain.standings import FINAL, NAMES, Standing, standing_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aktif", Standing.ACTIVE),
        ("PPPK AKTIF", Standing.ACTIVE),
        ("Aktif kembali setelah CLTN", Standing.ACTIVE),
        ("Mutasi masuk", Standing.ACTIVE),
        ("Tidak aktif", None),
        ("Non Aktif", None),
        ("CLTN", Standing.UNPAID_LEAVE),
        ("Perpanjangan CLTN", Standing.UNPAID_LEAVE),
        ("Cuti diluar tanggungan negara", Standing.UNPAID_LEAVE),
        ("Pemberhentian Sementara", Standing.SUSPENDED),
        ("Diberhentikan sementara dari jabatan negeri", Standing.SUSPENDED),
        ("Masa Persiapan Pensiun (MPP)", Standing.PRE_RETIREMENT),
        ("Pensiun", Standing.RETIRED),
        ("Pensiun Dini", Standing.RETIRED),
        ("Pemberhentian dengan hormat karena mencapai BUP", Standing.RETIRED),
        ("Pemberhentian tanpa hak pensiun", Standing.DISMISSED),
        ("PTDH", Standing.DISMISSED),
        ("Mengundurkan diri", Standing.DISMISSED),
        ("Meninggal Dunia", Standing.DIED),
        ("Pensiun Janda/Duda", Standing.DIED),
        ("Pindah Instansi", Standing.MOVED_OUT),
        ("Mutasi keluar daerah", Standing.MOVED_OUT),
        ("Tugas Belajar", Standing.STUDY),
        ("Pemindahan dalam rangka penurunan jabatan", None),
        ("Lainnya", None),
        ("", None),
    ],
)
def test_words_mean_a_standing_whatever_their_spelling(text: str, expected: Standing | None) -> None:
    assert standing_of(text) is expected
    assert standing_of(f"  {text.upper()} ") is expected


@pytest.mark.parametrize("standing", Standing)
def test_what_we_write_means_itself(standing: Standing) -> None:
    assert standing_of(NAMES[standing]) is standing


def test_whoever_is_away_is_not_gone() -> None:
    assert not FINAL & AWAY


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    assert standing_of(text) in (None, *Standing)
