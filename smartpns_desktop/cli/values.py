"""What the arguments of a call mean: days, years, counts, pairs of field and value; ValueError for what means none."""

from __future__ import annotations

from datetime import date

from smartpns_desktop.services.lists import Sort

_DIGITS = 9
_YEARS = range(1900, 2101)


def day_of(text: str) -> date:
    """A day as ISO writes it: 2026-03-12."""
    return date.fromisoformat(text)


def equation_of(text: str) -> tuple[str, str]:
    """A field and a value: FIELD=VALUE; the value may be empty."""
    field, sign, value = text.partition("=")
    if not sign or not field.strip():
        raise ValueError(text)
    return field.strip().lower(), value.strip()


def sort_of(text: str) -> Sort:
    """A field to sort by; a dash before it turns the order round."""
    return Sort(text.removeprefix("-").strip().lower(), text.startswith("-"))


def count_of(text: str) -> int:
    """A whole number from 0."""
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise ValueError(text)
    return int(text)


def year_of(text: str) -> int:
    """A year."""
    if count_of(text) not in _YEARS:
        raise ValueError(text)
    return int(text)


# argparse names the kind of value by its function where a text means none.
day_of.__name__, equation_of.__name__, count_of.__name__, year_of.__name__ = "date", "equation", "count", "year"
