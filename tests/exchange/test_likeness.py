"""How alike names are: misspelled, in another order, and shortened as offices shorten them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.folding import fold
from smartpns_desktop.exchange.likeness import CERTAIN, KnownNames, shortening

KNOWN = KnownNames([
    fold(name)
    for name in (
        "Dinas Komunikasi dan Informatika", "Dinas Pendidikan dan Kebudayaan", "Dinas Kesehatan", "Dinas Perhubungan",
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "Badan Perencanaan Pembangunan Daerah",
        "Dinas Kependudukan dan Pencatatan Sipil", "Kecamatan Bontang Utara", "Satuan Polisi Pamong Praja",
    )
])  # fmt: skip


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Diskominfo", 0), ("Diskominfo Btg", 0), ("Dinas Kominfo", 0), ("Disdikbud", 1), ("Dinkes", 2),
        ("Dinas Kesehtan", 2), ("Dishub", 3), ("BKPSDM", 4), ("Bappeda", 5), ("Disdukcapil", 6),
        ("Kec. Btg Utara", 7), ("Utara Bontang Kecamatan", 7), ("Satpol PP", 8),
    ],
)  # fmt: skip
def test_the_meant_agency_is_the_likeliest(written: str, meant: int) -> None:
    (place, score), *_ = KNOWN.nearest(fold(written), least=55, most=3)
    assert (place, score >= 55) == (meant, True)


@pytest.mark.parametrize("written", ["Puskesmas", "X", "", "Bidang Data"])
def test_what_is_like_nothing_is_not_proposed(written: str) -> None:
    assert KNOWN.nearest(fold(written), least=55, most=3) == []


@pytest.mark.parametrize(
    ("written", "known", "certain"),
    [
        ("dinas kesehtan", "dinas kesehatan", True), ("dinas kesehatan", "dinas kesehatan", True),
        ("smp negeri 1", "smp negeri 2", False), ("wilayah i", "wilayah ii", False), ("kasi a", "kasi b", False),
        ("kelurahan tanjung laut", "kelurahan tanjung laut indah", False), ("bontang utama", "bontang utara", False),
        ("ahli muda", "ahli madya", False), ("diskominfo", "dinas komunikasi informatika", True),
        ("dinas pu", "dinas pekerjaan umum", False),
        ("bkpsdm", "badan kepegawaian pengembangan sumber daya manusia", True),
        ("dinas perikanan", "dinas pertanian perikanan", False), ("dkp", "dinas ketahanan pangan", False),
    ],
)  # fmt: skip
def test_only_slips_and_short_forms_of_every_word_are_certain(written: str, known: str, certain: bool) -> None:
    found = KnownNames([known]).nearest(written, least=0, most=1)
    assert bool(found and found[0][1] >= CERTAIN) == certain


def test_a_word_of_another_name_is_no_slip() -> None:
    known = KnownNames(["kelurahan guntung", "kelurahan gunung elai"])
    assert all(score < CERTAIN for _, score in known.nearest("kelurahan gunung", least=50, most=2))


@given(st.text("abcd ", max_size=12), st.text("abcd ", max_size=30))
def test_a_shortening_is_a_share_and_keeps_the_letters_in_order(short: str, full: str) -> None:
    score = shortening(short, full)
    assert 0 <= score <= 100
    words = [word for word in short.split() if set(word) <= set(full)]
    assert score == 0 or words


@given(st.text("abcde 12", max_size=14), st.lists(st.text("abcde 12", max_size=14), max_size=5))
def test_likeness_is_ordered_and_within_bounds(text: str, names: list[str]) -> None:
    scores = [score for _, score in KnownNames([fold(it) for it in names]).nearest(fold(text), least=40, most=3)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= 3
    assert all(40 <= score <= 100 for score in scores)


def test_pieces_at_the_beginning_of_words_count_more() -> None:
    assert shortening("dikom", "dinas komunikasi") > shortening("nakas", "dinas komunikasi") > 0
    assert shortening("komdi", "dinas komunikasi") == 0
