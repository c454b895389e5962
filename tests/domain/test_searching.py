"""What a search looks for: words without titles, old spellings, slips of the pen, and the part that matched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from smartpns_desktop.domain.searching import Rank, bare, distance, marks, rank, slips, sound, terms


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  Siti   AMINAH ", ("siti", "aminah")),
        ("Drs. H. Budi Santoso, M.Si.", ("budi", "santoso")),
        ("19850101 201001 1 001", ("198501012010011001",)),
        ("1985 01", ("198501",)),
        ("Kec. Bontang-Utara", ("kec", "bontang", "utara")),
        ("Jum'at", ("jumat",)),
        ("dr", ("dr",)),
        ("Tata & Kelola", ("tata", "dan", "kelola")),
        ("   ", ()),
    ],
)
def test_terms_are_folded_words_without_titles(text: str, wanted: tuple[str, ...]) -> None:
    assert terms(text) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("suryanti", "suriyanti"),
        ("suryanti", "soeryanti"),
        ("djoko", "joko"),
        ("soekarno", "sukarno"),
        ("tjahjo", "cahjo"),
        ("sjamsul", "syamsul"),
        ("chairul", "khairul"),
        ("muhammad", "muhamad"),
        ("fatimah", "fathimah"),
    ],
)
def test_old_and_new_spellings_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_different_names_do_not_sound_alike() -> None:
    names = ["siti", "sita", "budi", "badu", "andi", "indi", "joko", "jaka"]
    assert len(set(map(sound, names))) == len(names)


@pytest.mark.parametrize(
    ("term", "word", "how"),
    [
        ("siti", "siti", Rank.WHOLE),
        ("si", "siti", Rank.BEGINNING),
        ("iti", "siti", Rank.INSIDE),
        ("i", "siti", None),
        ("soer", "suryanti", Rank.SOUND),
        ("xa", "siti", None),
    ],
)
def test_a_word_answers_whole_by_its_beginning_a_piece_or_its_sound(term: str, word: str, how: Rank | None) -> None:
    assert rank(term, word) is how


def test_short_words_and_numbers_have_no_slips() -> None:
    assert [slips(word) for word in ("abu", "budi", "santoso", "diskominfo", "19850101")] == [0, 1, 1, 2, 0]


@pytest.mark.parametrize(
    ("text", "wanted", "parts"),
    [
        ("Siti Aminah", ["ami"], ["Ami"]),
        ("Siti Aminah", ["siti", "aminah"], ["Siti", "Aminah"]),
        ("Ani · 19850101 201001 1 001", ["0101201"], ["0101 201"]),
        ("Suryanti", ["suriyanti"], ["Suryanti"]),
        ("Diskominfo", ["dikominfo"], ["Diskominfo"]),
        ("Jum'at Malik", ["jumat"], ["Jum'at"]),
        ("No. 800/123/BKPSDM", ["800123"], ["800/123"]),
        ("Budi", ["siti"], []),
        ("aaa", ["a", "aa"], ["aa"]),
        ("Workshop Penulisan Naskah Dinas", ["naskh"], ["Naskah"]),
    ],
)
def test_the_part_that_matched_is_marked(text: str, wanted: list[str], parts: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, wanted)] == parts


@given(st.text(max_size=40), st.lists(st.text(min_size=1, max_size=8), max_size=3))
def test_marks_are_in_order_and_inside_the_text(text: str, wanted: list[str]) -> None:
    places = [place for pair in marks(text, wanted) for place in pair]
    assert places == sorted(set(places))
    assert all(0 <= place <= len(text) for place in places)


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8))
def test_slips_are_counted_as_the_index_counts_them(one: str, other: str) -> None:
    assert distance(one, other) == OSA.distance(one, other)


def test_a_bare_number_has_no_separators() -> None:
    assert bare("800/123/BKPSDM.2024 - A") == "800123bkpsdm2024a"
