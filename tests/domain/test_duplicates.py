"""Who is probably one person, and who is not, by hand-made pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.duplicates import Identity, Sign, alike, identity, is_slip, score, signs, stays_first
from smartpns_desktop.exchange.likeness import likeness

NIK, OTHER_NIK = "6474015203850001", "6474015203850177"


def person(
    number: str = "198503122010012001",
    name: str = "Siti Aminah",
    *,
    nik: str | None = None,
    birth: str | None = "1985-03-12",
    kind: str = "PNS",
    key: int = 1,
) -> Identity:
    return identity(key, number, nik, name, birth, kind)


def found(one: Identity, other: Identity) -> set[Sign]:
    told = signs(one, other, likeness)
    assert signs(other, one, likeness) == told
    return set(told)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("198503122010012001", "198503122010012002", True), ("198503122010012001", "198530122010012001", True),
        ("198503122010012001", "198503121020012001", False), ("198503122010012001", "198503120210012001", True),
        ("198503122010012001", "198503122010012001", False), ("198503122010012001", "19850312201001200", False),
        ("198503122010012001", "198504122010012002", False), ("12", "21", True), ("12", "13", True),
    ],
)  # fmt: skip
def test_a_slip_is_one_digit_or_two_neighbours(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is is_slip(other, one) is slip


@given(
    number=st.text("0123456789", min_size=18, max_size=18),
    place=st.integers(0, 17),
    digit=st.sampled_from("0123456789"),
)
def test_any_one_digit_is_a_slip(number: str, place: int, digit: str) -> None:
    changed = number[:place] + digit + number[place + 1 :]
    assert is_slip(number, changed) is (changed != number)


@given(number=st.text("0123456789", min_size=18, max_size=18), place=st.integers(0, 16))
def test_any_two_neighbours_are_a_slip(number: str, place: int) -> None:
    changed = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert is_slip(number, changed) is (changed != number)


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("siti aminah", "sitti aminah", True), ("muhammad yusuf", "m yusuf", True),
        ("muhamad yusuf", "moh yusuf", True),
        ("abdul rahman", "abd rahman", True), ("siti aminah lubis", "siti aminah", True),
        ("aminah siti", "siti aminah", True),
        # Twins, or only one word in common.
        ("rina lestari", "rini lestari", False), ("hasan basri", "husin basri", False),
        ("dewi sartika", "putri sartika", False), ("siti", "siti aminah", False), ("m y", "muhammad yusuf", False),
        ("", "siti", False), ("andi saputra", "budi saputra", False),
    ],
)  # fmt: skip
def test_names_that_are_spellings_of_one(one: str, other: str, is_alike: bool) -> None:
    assert alike(tuple(one.split()), tuple(other.split()), likeness) is is_alike


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (person("199003122015012001", "Budi", nik=NIK, birth="1990-03-12"),
         {Sign.SAME_NIK, Sign.OTHER_NAME, Sign.OTHER_BIRTH}),
        (person("198503122010012045"), {Sign.NIP_STEM, Sign.SAME_NAME, Sign.SAME_BIRTH}),
        (person("198503122010021001", "SITI AMINAH, S.Sos."), {Sign.NIP_SLIP, Sign.SAME_NAME, Sign.SAME_BIRTH}),
        (person("198503122010012002"), {Sign.NIP_SLIP, Sign.SAME_NAME, Sign.SAME_BIRTH}),
        (person("198053122010012001", birth=None), {Sign.SAME_NAME, Sign.NIP_SLIP}),
        (person("198503122015042003", "Siti Aminnah"), {Sign.ALIKE_NAME, Sign.SAME_BIRTH}),
        (person("198503122021212001", kind="PPPK"), {Sign.SAME_NAME, Sign.SAME_BIRTH, Sign.STATUS_CHANGED}),
        (person("198503122019032004", nik=OTHER_NIK), {Sign.SAME_NAME, Sign.SAME_BIRTH, Sign.OTHER_NIK}),
    ],
)  # fmt: skip
def test_pairs_that_are_probably_one(other: Identity, expected: set[Sign]) -> None:
    assert found(person(nik=NIK), other) == expected


@pytest.mark.parametrize(
    "other",
    [
        # A twin: one birth, neighbouring NIPs, another first name.
        person("198503122010012002", "Sita Aminah"),
        person("198503122010012002", "Nur Aminah", nik=OTHER_NIK),
        # Mother and daughter of one name.
        person("196001011985032001", birth="1960-01-01"),
        # Somebody else of one name who was appointed with her, born on another day, with another NIK.
        person("198503132010012001", birth="1985-03-13", nik=OTHER_NIK),
        # Appointed together, born together.
        person("198503122010012002", "Rahmawati"),
        # A name that is only alike, of another sex.
        person("198503122010011001", "Siti Aminnah"),
    ],
)
def test_pairs_that_are_two_people(other: Identity) -> None:
    assert found(person(nik=NIK), other) == set()


def test_a_nik_that_many_bear_means_nothing() -> None:
    one, other = person(nik=NIK), person("199003122015011001", "Budi", nik=NIK, birth="1990-03-12")
    assert signs(one, other, likeness, frozenset({NIK})) == ()


@pytest.mark.parametrize("number", ["0000000000000000", "6474", "9999999999999999", None])
def test_an_unsound_nik_means_nothing(number: str | None) -> None:
    other = person("199003122015011001", "Budi", nik=number, birth="1990-03-12")
    assert found(person(nik=number), other) == set()


def test_more_signs_make_surer_and_signs_against_less_sure() -> None:
    name, birth, nik = Sign.SAME_NAME, Sign.SAME_BIRTH, Sign.SAME_NIK
    assert score((name, birth)) == 80
    assert score((nik, name, birth)) == 98
    assert score((name, birth, Sign.OTHER_NIK)) == 48
    assert score((Sign.ALIKE_NAME, birth)) == 65


@given(st.sets(st.sampled_from(Sign)))
def test_a_score_is_a_share(told: set[Sign]) -> None:
    assert 1 <= score(tuple(told)) <= 99


def test_the_present_status_and_the_sound_nip_are_proposed_to_stay() -> None:
    pns, contract = person("198503122025042001", key=9), person("198503122021212001", kind="PPPK", key=1)
    assert stays_first(contract, pns) == (pns, contract)
    sound, typo = person(key=7), person("198530122010012001", key=2)
    assert stays_first(typo, sound) == (sound, typo)
    assert stays_first(person(key=4), person("198503122010012002", key=3))[0].key == 3
