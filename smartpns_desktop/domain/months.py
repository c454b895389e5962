"""Counting in months of the calendar."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day some months later, the month's last where it has no such day (31 Jan + 1 is 28 Feb)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """Completed months from one day to another, 0 where the end comes first."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return max(months - (end < add_months(start, months)), 0)
