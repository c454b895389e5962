"""Certificates: days that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.domain.certificates import faults

TODAY, BORN = date(2026, 11, 22), date(1985, 3, 12)


@pytest.mark.parametrize(
    ("issued", "until", "expected"),
    [
        (date(2024, 1, 1), date(2027, 1, 1), []),
        (None, date(2020, 1, 1), []),
        (date(2024, 1, 1), None, []),
        (date(2024, 1, 1), date(2023, 12, 31), [("event.ends_before_start", "valid_until")]),
        (date(1985, 3, 12), None, [("event.before_birth", "issued_on")]),
        (date(2026, 11, 23), None, [("event.in_future", "issued_on")]),
    ],
)
def test_days_of_a_certificate(issued: date | None, until: date | None, expected: list[tuple[str, str]]) -> None:
    assert [(it.code, it.column) for it in faults(issued, until, BORN, TODAY)] == expected
