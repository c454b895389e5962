"""How alike names are: misspelled, in another order, and shortened as offices shorten them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.names import fold
from smartpns_desktop.exchange.likeness import nearest, shortening

KNOWN = [
    fold(name)
    for name in (
        "Dinas Komunikasi dan Informatika", "Dinas Pendidikan dan Kebudayaan", "Dinas Kesehatan", "Dinas Perhubungan",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "Badan Perencanaan Pembangunan Daerah",
        "Dinas Kependudukan dan Pencatatan Sipil", "Kecamatan Bontang Utara", "Satuan Polisi Pamong Praja",
    )
]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Diskominfo", 0), ("Diskominfo Btg", 0), ("Dinas Kominfo", 0), ("Disdikbud", 1), ("Dinkes", 2),
        ("Dinas Kesehtan", 2), ("Dishub", 3), ("BKPSDM", 4), ("Bappeda", 5), ("Disdukcapil", 6),
        ("Kec. Btg Utara", 7), ("Utara Bontang Kecamatan", 7), ("Satpol PP", 8),
    ],
)  # fmt: skip
def test_the_meant_agency_is_the_likeliest(written: str, meant: int) -> None:
    (place, score), *_ = nearest(fold(written), KNOWN, least=55, most=3)
    assert (place, score >= 55) == (meant, True)


@pytest.mark.parametrize("written", ["Puskesmas", "X", "", "Bidang Data"])
def test_what_is_like_nothing_is_not_proposed(written: str) -> None:
    assert nearest(fold(written), KNOWN, least=55, most=3) == []


@given(st.text("abcd ", max_size=12), st.text("abcd ", max_size=30))
def test_a_shortening_is_a_share_and_keeps_the_letters_in_order(short: str, full: str) -> None:
    score = shortening(short, full)
    assert 0 <= score <= 100
    words = [word for word in short.split() if set(word) <= set(full)]
    assert score == 0 or words


def test_pieces_at_the_beginning_of_words_count_more() -> None:
    assert shortening("dikom", "dinas komunikasi") > shortening("nakas", "dinas komunikasi") > 0
    assert shortening("komdi", "dinas komunikasi") == 0
