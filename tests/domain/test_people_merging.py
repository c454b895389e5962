"""Which value of two records is taken, and what two rows that tell one thing become."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.domain.people_merging import Choice, Dropped, Identifying, Side, changed, choices, partner, unite

KEEP, OTHER = Side.KEEP, Side.OTHER


def test_what_stays_is_told_unless_only_the_other_tells_it() -> None:
    keep = {"name": "Siti", "phone": None, "nik": "1", "email": None, "sex": "F"}
    other = {"name": "Sitti", "phone": "0811", "nik": None, "email": None, "sex": "F"}
    chosen = choices(keep, other, tuple(keep), {})
    assert chosen == (
        Choice("name", "Siti", "Sitti", KEEP),
        Choice("phone", None, "0811", OTHER),
        Choice("nik", "1", None, KEEP),
        Choice("sex", "F", "F", KEEP),
    )
    assert [it.field for it in chosen if it.differs] == ["name"]
    assert changed(chosen) == {"phone": "0811"}


@pytest.mark.parametrize(
    ("take", "expected"),
    [({}, {"phone": "0811"}), ({"name": OTHER}, {"name": "Sitti", "phone": "0811"}), ({"phone": KEEP}, {}),
     ({"nik": OTHER}, {"nik": None, "phone": "0811"})],
)  # fmt: skip
def test_a_person_may_take_any_field(take: dict[str, Side], expected: dict[str, object]) -> None:
    keep, other = {"name": "Siti", "phone": None, "nik": "1"}, {"name": "Sitti", "phone": "0811", "nik": None}
    assert changed(choices(keep, other, tuple(keep), take)) == expected


def test_gaps_are_filled_flags_are_set_and_the_rest_is_told_as_dropped() -> None:
    united = unite(
        {"jp": None, "organiser": "BKPSDM", "verified": False, "note": None, "day": date(2025, 1, 1)},
        {"jp": 20.0, "organiser": "LAN", "verified": True, "note": None, "day": date(2025, 1, 1)},
        {"verified"},
    )
    assert united.filled == {"jp": 20.0, "verified": True}
    assert united.dropped == (Dropped("organiser", "BKPSDM", "LAN"),)


def test_a_set_flag_stays_set() -> None:
    united = unite({"verified": True}, {"verified": False}, {"verified"})
    assert (united.filled, united.dropped) == ({}, ())


COURSE = Identifying(("name", "day"), unless=("certificate",))


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ({"name": "A", "day": 1, "certificate": "x"}, 1),
        ({"name": "A", "day": 1, "certificate": None}, 0),
        ({"name": "A", "day": 1, "certificate": "y"}, 0),
        ({"name": "A", "day": 2, "certificate": "x"}, None),
        ({"name": "B", "day": None, "certificate": None}, 2),
    ],
)
def test_the_most_alike_partner_is_found(row: dict[str, object], place: int | None) -> None:
    rows = [
        {"name": "A", "day": 1, "certificate": None},
        {"name": "A", "day": 1, "certificate": "x"},
        {"name": "B", "day": None, "certificate": "z"},
    ]
    assert partner(row, rows, [COURSE]) == (None if place is None else rows[place])


def test_two_certificates_are_two_courses() -> None:
    row = {"name": "A", "day": 1, "certificate": "y"}
    assert partner(row, [{"name": "A", "day": 1, "certificate": "x"}], [COURSE]) is None
