"""NIK: faults, women's birthdays, disagreements."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain import nik
from smartpns_desktop.domain.employees import Sex
from smartpns_desktop.domain.nik import NikFault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("6474035809727604", None),
        ("6474010811939544", None),
        ("5401012902000001", None),  # a province that is no more; 29 February of 2000
        ("647403580972760", NikFault("nik.not_16_digits")),
        ("64740358097276040", NikFault("nik.not_16_digits")),
        ("647403580972760X", NikFault("nik.not_16_digits")),
        ("", NikFault("nik.not_16_digits")),
        ("0074035809727604", NikFault("nik.impossible", "region")),
        ("6400035809727604", NikFault("nik.impossible", "region")),
        ("6474005809727604", NikFault("nik.impossible", "region")),
        ("6474033213727604", NikFault("nik.impossible", "birth_date")),
        ("6474037209727604", NikFault("nik.impossible", "birth_date")),
        ("6474032902010001", NikFault("nik.impossible", "birth_date")),
        ("6474034009727604", NikFault("nik.impossible", "birth_date")),
        ("6474035809720000", NikFault("nik.impossible", "serial")),
    ],
)
def test_faults(text: str, fault: NikFault | None) -> None:
    assert nik.fault(text) == fault


@pytest.mark.parametrize(
    "text", ["6474035809727604", "6474 0358 0972 7604", "'6474035809727604", "NIK: 6474.0358.0972.7604"]
)
def test_spellings_of_one_nik(text: str) -> None:
    assert nik.clean(text) == "6474035809727604"


@pytest.mark.parametrize(
    ("birth_date", "sex", "codes"),
    [
        (date(1972, 9, 18), Sex.F, ()),
        (None, None, ()),
        (date(2072, 9, 18), Sex.F, ()),  # two digits cannot tell the century
        (date(1972, 9, 19), Sex.F, ("nik.birth_date_differs",)),
        (date(1972, 9, 18), Sex.M, ("nik.sex_differs",)),
        (date(1980, 1, 1), Sex.M, ("nik.birth_date_differs", "nik.sex_differs")),
    ],
)
def test_disagreements_with_a_womans_record(birth_date: date | None, sex: Sex | None, codes: tuple[str, ...]) -> None:
    assert nik.disagreements("6474035809727604", birth_date=birth_date, sex=sex) == codes


@given(st.dates(date(1900, 1, 1), date(2050, 12, 31)), st.sampled_from(Sex), st.integers(1, 9999))
def test_a_nik_made_by_the_rules_is_sound_and_agrees(birth: date, sex: Sex, serial: int) -> None:
    day = birth.day + (40 if sex is Sex.F else 0)
    number = f"647403{day:02}{birth:%m%y}{serial:04}"
    assert nik.fault(number) is None
    assert nik.sex_in(number) is sex
    assert nik.disagreements(number, birth_date=birth, sex=sex) == ()
