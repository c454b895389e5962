"""Penalties of PP 94/2021 in every spelling, their level, and until when they hold."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.tables.records import DISCIPLINE_LEVELS
from smartpns_desktop.domain.disciplinary_actions import (
    DisciplineLevel,
    doubts,
    is_none,
    last_day,
    level_of,
    measure_of,
    months_in,
    until,
)
from tests.domain.shipped import REFERENCE

_ROWS = csv.DictReader((REFERENCE / "hukuman_disiplin.csv").read_text(encoding="utf-8").splitlines())
KNOWN = {row["hukuman"]: row["tingkat"] for row in _ROWS}
CUT = "Pemotongan tunjangan kinerja 25% selama {} bulan"
NOW, BEFORE = date(2024, 5, 2), date(2019, 5, 2)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ringan", "ringan"),
        ("HUKUMAN DISIPLIN SEDANG", "sedang"),
        ("Tk. Berat", "berat"),
        ("ringan/sedang", None),
        ("Teguran", None),
        ("", None),
    ],
)
def test_a_level_in_any_spelling(text: str, level: str | None) -> None:
    assert level_of(text) == level


@pytest.mark.parametrize(
    ("text", "months", "measure"),
    [
        ("TEGURAN LISAN", None, "Teguran lisan"),
        ("Hukuman disiplin teguran tertulis", None, "Teguran tertulis"),
        ("Pernyataan Tidak Puas Secara Tertulis", None, "Pernyataan tidak puas secara tertulis"),
        ("pernyataan tidak puas", None, "Pernyataan tidak puas secara tertulis"),
        ("Potong TPP 25% 6 bulan", None, CUT.format(6)),
        ("Pemotongan Tukin 25%", 9, CUT.format(9)),
        ("Pemotongan tunjangan kinerja sebesar 25% selama 12 (dua belas) bulan", None, CUT.format(12)),
        ("Pemotongan tukin 25% selama 1 tahun", None, CUT.format(12)),
        ("Pemotongan tukin", None, None),
        ("Pemotongan tukin", 7, None),
        ("Penurunan jabatan setingkat lebih rendah", None, "Penurunan jabatan setingkat lebih rendah selama 12 bulan"),
        ("Pembebasan dari jabatan", 12, "Pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan"),
        ("Pembebasan dari jabatan", 24, None),
        ("PDHTAPS", None, "Pemberhentian dengan hormat tidak atas permintaan sendiri"),
        ("Penundaan kenaikan gaji berkala selama 1 tahun", None, None),
        ("Teguran lisan dan teguran tertulis", None, None),
    ],
)
def test_a_penalty_in_any_spelling(text: str, months: int | None, measure: str | None) -> None:
    assert measure_of(text, months, NOW, KNOWN) == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [("Teguran lisan", "Teguran lisan"), ("tidak puas", "Pernyataan tidak puas secara tertulis"),
     ("Pembebasan dari jabatan", None), ("Potong TPP 6 bulan", None)],
)  # fmt: skip
def test_before_the_law_only_the_reprimands_are_the_same(text: str, measure: str | None) -> None:
    assert measure_of(text, None, BEFORE, KNOWN) == measure


@pytest.mark.parametrize("name", KNOWN)
def test_the_table_s_own_names_mean_themselves(name: str) -> None:
    assert measure_of(name.upper(), None, NOW, KNOWN) == name


@pytest.mark.parametrize(
    "text", ["Tidak ada", "tidak pernah dijatuhi hukuman", "BELUM PERNAH", "Bersih", "Tanpa hukuman"]
)
def test_who_was_not_punished_has_no_record(text: str) -> None:
    assert is_none(text)
    assert not any(map(is_none, KNOWN))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("1 tahun 6 bulan", 18),
        ("selama 12 (dua belas) bulan", 12),
        ("6 bln", 6),
        ("3 Tahun", 36),
        ("12", None),
        ("", None),
        ("25%", None),
    ],
)
def test_months_of_a_text(text: str, months: int | None) -> None:
    assert months_in(text) == months


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 1, 1), 12, date(2025, 12, 31)),
        (date(2024, 3, 15), 6, date(2024, 9, 14)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 12, 1), 9, date(2026, 8, 31)),
    ],
)
def test_the_last_day(start: date, months: int, end: date) -> None:
    assert last_day(start, months) == end


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.integers(1, 60))
def test_a_longer_penalty_ends_later(start: date, months: int) -> None:
    end = last_day(start, months)
    assert end > start
    assert last_day(start, months + 1) > end
    assert 27 * months <= (end - start).days <= 31 * months


@pytest.mark.parametrize(
    ("told", "months", "measure", "end"),
    [
        (date(2024, 8, 1), 6, CUT.format(12), date(2024, 8, 1)),
        (None, 6, CUT.format(12), date(2024, 11, 1)),
        (None, None, CUT.format(12), date(2025, 5, 1)),
        (None, None, "Teguran lisan", None),
    ],
)
def test_until_when_it_holds(told: date | None, months: int | None, measure: str, end: date | None) -> None:
    assert until(NOW, told, months, measure) == end


def test_what_is_odd_is_told() -> None:
    light, heavy = DisciplineLevel.LIGHT, DisciplineLevel.HEAVY
    assert [it.code for it in doubts(light, heavy, NOW, None)] == ["discipline.level_differs"]
    assert [it.code for it in doubts(light, light, NOW, BEFORE)] == ["discipline.ends_before_start"]
    assert list(doubts(None, heavy, NOW, NOW)) == []


def test_the_store_allows_what_the_code_knows() -> None:
    assert tuple(DisciplineLevel) == DISCIPLINE_LEVELS
    assert set(KNOWN.values()) == set(DisciplineLevel)
