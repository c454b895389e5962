"""Dates, money and numbers as an Indonesian reads them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smartpns_desktop.words import figures


@pytest.mark.parametrize(
    ("day", "text"),
    [(date(2026, 3, 12), "12 Mar 2026"), (date(1985, 5, 1), "1 Mei 1985"), (date(2025, 8, 17), "17 Agu 2025"),
     (date(2025, 12, 31), "31 Des 2025")],
)  # fmt: skip
def test_dates(day: date, text: str) -> None:
    assert figures.show_date(day) == text
    assert figures.show_date_text(day.isoformat()) == text


@pytest.mark.parametrize("text", ["", "2026", "2026-13-01", "sepuluh_kr"])
def test_text_that_is_no_date_stays(text: str) -> None:
    assert figures.show_date_text(text) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (12, "12"), (12.5, "12,5"), (5685.0, "5.685"), (1234567.25, "1.234.567,25"), (100, "100"),
     (Decimal("0.16"), "0,16"), (Decimal("20.00"), "20"), (-3.5, "-3,5"), (3.6, "3,6")],
)  # fmt: skip
def test_numbers(value: float | Decimal, text: str) -> None:
    assert figures.show_number(value) == text


def test_rupiah() -> None:
    assert figures.show_rupiah(1_250_000) == "Rp1.250.000"
    assert figures.show_rupiah(0) == "Rp0"
    assert figures.show_rupiah(-500) == "-Rp500"
    assert figures.show_rupiah(34_000_000_000) == "Rp34.000.000.000"
