"""How days, numbers and money are written in Indonesian."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()


def show_date(day: date) -> str:
    """A day as 12 Mar 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def show_date_text(text: str) -> str:
    """An ISO date in text as 12 Mar 2026; other text unchanged."""
    if len(text) != len("2026-03-12"):
        return text
    try:
        return show_date(date.fromisoformat(text))
    except ValueError:
        return text


def show_number(value: float | Decimal) -> str:
    """A number with points between thousands and a decimal comma, 5.685 or 12,5; no needless noughts."""
    text = f"{Decimal(str(value)):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def show_rupiah(amount: int) -> str:
    """Whole rupiah as Rp1.250.000, a debt as -Rp1.250.000."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{show_number(abs(amount))}"
