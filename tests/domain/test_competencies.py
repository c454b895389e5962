"""Levels as sheets write them, and assessments that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.domain.competencies import faults, level_of, same_name

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("3", 3), ("3.0", 3), ("Level 3", 3), ("LEVEL III", 3), ("lvl. 2", 2), ("L4", 4), ("iv", 4), ("V", 5),
        ("Tingkat 1", 1), ("0", None), ("6", None), ("3,5", None), ("baik", None), ("", None), ("33", None),
        ("level", None), ("3 (baik)", None), ("VI", None),
    ],
)  # fmt: skip
def test_a_level_is_read_however_it_is_written(text: str, level: int | None) -> None:
    assert level_of(text) == level


def test_spellings_of_one_competency_are_one() -> None:
    assert same_name("Kerja Sama") == same_name("KERJASAMA") != same_name("Kerja")


@pytest.mark.parametrize(
    ("day", "level", "codes"),
    [
        (date(2025, 1, 1), 3, []),
        (None, 3, ["event.missing_day"]),
        (date(2025, 1, 1), None, ["value.missing"]),
        (date(2025, 1, 1), 6, ["value.outside"]),
        (date(1980, 1, 1), 0, ["event.before_birth", "value.outside"]),
        (date(2026, 1, 2), 1, ["event.in_future"]),
    ],
)
def test_what_is_wrong_with_an_assessment(day: date | None, level: int | None, codes: list[str]) -> None:
    assert [it.code for it in faults(day, level, date(1980, 1, 1), TODAY)] == codes
