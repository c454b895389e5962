"""Levels as sheets write them, and assessments that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from smartpns_desktop.domain.competencies import (
    competency_in,
    faults,
    level_of,
    may_be_one,
    meant,
    same_name,
    stands_over,
    tell_levels,
)

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
    ("heading", "name"),
    [
        ("Integritas", "Integritas"),
        ("Kompetensi Manajerial Integritas", "Integritas"),
        ("KOMPETENSI MANAJERIAL DAN SOSIAL KULTURAL 9. Perekat Bangsa", "Perekat Bangsa"),
        ("Kompetensi Sosial-Kultural : Perekat Bangsa", "Perekat Bangsa"),
        ("Level Kompetensi Komunikasi", "Komunikasi"),
        ("Level Komunikasi", "Komunikasi"),
        ("Integritas Capaian", "Integritas"),
        ("Hasil Penilaian Kompetensi Integritas (Level)", "Integritas"),
        ("Integritas Standar", "Integritas Standar"),
        ("Kompetensi Teknis", "Kompetensi Teknis"),
        ("Orientasi pada Hasil", "Orientasi pada Hasil"),
        ("ORIENTASI PADA HASIL Capaian", "ORIENTASI PADA HASIL"),
    ],
)
def test_a_heading_names_its_competency(heading: str, name: str) -> None:
    assert competency_in(heading) == name


def test_names_codes_and_shortenings_mean_a_known_competency() -> None:
    known = {"integritas": "Integritas", "m2": "Kerja sama", "kerjasama": "Kerja sama"}
    assert [meant(it, known) for it in ("INTEGRITAS (INT)", "Int", "M-2", "KS", "Kerja Sama")] == [
        "Integritas", "Integritas", "Kerja sama", "Kerja sama", "Kerja sama",
    ]  # fmt: skip
    assert meant("PP", known) is None
    assert meant("Integritas Standar", known) is None


def test_what_stands_over_and_beside_competencies_is_none() -> None:
    assert stands_over("Kompetensi Manajerial dan Sosial Kultural")
    assert stands_over("HASIL PENILAIAN KOMPETENSI:")
    assert not stands_over("Standar Kompetensi")
    assert not stands_over("Kompetensi Manajerial Integritas")
    assert may_be_one("Analisis Data")
    assert not any(map(may_be_one, ("Jumlah", "JPM", "Rata-rata", "Standar", "Integritas Gap", "")))


def test_levels_are_told_from_points() -> None:
    assert tell_levels(["3", "II", "Level 4", "7"])
    assert tell_levels([])
    assert not tell_levels(["88", "85,5", "3"])


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
