"""What can be wrong with a civil servant's record: codes, fields and facts; words are tested elsewhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.employee_records import FIELDS, problems
from smartpns_desktop.domain.problems import Severity

SOUND: dict[str, object] = {
    "nip": "198503122010012001",
    "nik": "6474035203850001",
    "name": "Siti Aminah",
    "kind": "PNS",
    "sex": "F",
    "birth_date": date(1985, 3, 12),
    "cpns_date": date(2010, 1, 1),
    "pns_date": date(2011, 2, 1),
    "email": "siti@contoh.go.id",
}


def codes(**values: object) -> list[tuple[str, str]]:
    return [(it.code, it.column) for it in problems({**SOUND, **values})]


def test_a_sound_record_has_none() -> None:
    assert problems(SOUND) == ()
    assert SOUND.keys() <= set(FIELDS)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"nip": None}, [("nip.not_18_digits", "nip")]),
        ({"nip": "198513122010012001"}, [("nip.impossible", "nip")]),
        ({"nip": "198503122010012000"}, [("nip.damaged", "nip")]),
        ({"name": ""}, [("name.missing", "name")]),
        ({"kind": "THL"}, [("value.not_in_list", "kind")]),
        ({"sex": "L"}, [("value.not_in_list", "sex")]),
        ({"cpns_decree_date": "2010"}, [("date.unreadable", "cpns_decree_date")]),
        ({"pns_date": date(2009, 12, 31)}, [("date.pns_before_cpns", "pns_date")]),
        ({"pns_date": date(2010, 1, 1)}, []),
        ({"pns_date": None, "cpns_date": None}, []),
        ({"cpns_date": None, "pns_date": date(1985, 3, 12)}, [("date.before_birth", "pns_date")]),
        ({"birth_date": None, "nik": None}, []),
        ({"nik": "64"}, [("nik.not_16_digits", "nik")]),
        ({"nik": "6474035203850000"}, [("nik.impossible", "nik")]),
        ({"nik": "6474031203850001"}, [("nik.sex_differs", "nik")]),
        ({"nik": "6474035303850001"}, [("nik.birth_date_differs", "nik")]),
        ({"email": "siti@"}, [("email.malformed", "email")]),
        ({"official_email": "siti@contoh"}, [("email.malformed", "official_email")]),
        ({"email": None}, []),
    ],
)  # fmt: skip
def test_what_is_wrong(values: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert codes(**values) == found


@pytest.mark.parametrize(
    ("values", "code", "expected"),
    [
        ({"birth_date": date(1985, 3, 13), "nik": None}, "nip.birth_date_differs", "1985-03-12"),
        ({"sex": "M", "nik": None}, "nip.sex_differs", "F"),
        ({"cpns_date": date(2010, 2, 1)}, "nip.start_differs", "01-2010"),
        ({"nip": "198503122010212001", "kind": "PPPK", "cpns_date": date(2011, 1, 1)}, "nip.start_differs", "2010"),
        ({"kind": "PPPK"}, "nip.kind_differs", "PNS"),
        ({"nip": "198503122010212001"}, "nip.kind_differs", "PPPK"),
    ],
)
def test_what_the_nip_tells_otherwise_is_no_bar(values: dict[str, object], code: str, expected: str) -> None:
    (problem,) = problems({**SOUND, **values})
    assert (problem.code, problem.facts["expected"], problem.severity) == (code, expected, Severity.WARN)


DAYS = st.none() | st.dates(date(1950, 1, 1), date(2030, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_born_before_candidate_not_after_appointed(born: date | None, began: date | None, sealed: date | None) -> None:
    found = set(codes(birth_date=born, cpns_date=began, pns_date=sealed))
    assert (("date.before_birth", "cpns_date") in found) == bool(born and began and born >= began)
    assert (("date.before_birth", "pns_date") in found) == bool(born and sealed and born >= sealed)
    assert (("date.pns_before_cpns", "pns_date") in found) == bool(began and sealed and sealed < began)


@given(st.integers(1, 20_000), st.integers(0, 20_000))
def test_days_in_order_are_never_refused(until_began: int, until_sealed: int) -> None:
    born = date(1950, 1, 1)
    began = born + timedelta(days=until_began)
    sealed = began + timedelta(days=until_sealed)
    found = problems({**SOUND, "birth_date": born, "cpns_date": began, "pns_date": sealed})
    assert not [it for it in found if it.severity is Severity.REJECT]
