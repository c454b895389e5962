"""Dates of a sheet: the order of day and month is decided for the column as a whole, never per row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import Enum

from smartpns_desktop.domain import dates
from smartpns_desktop.exchange.cells import Unread, read_text

_EXCHANGE = re.compile(r"\d\d-\d\d-\d{4}")
_SERIAL = re.compile(r"\d{5}(\.\d+)?")
_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(3_000, 80_000)


class Order(Enum):
    """Which number of `03/08/2026` is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    OPEN = "open"


def orders_seen(cells: Iterable[object]) -> set[Order]:
    """What the unambiguous cells of a column prove about its order.

    `dd-mm-yyyy` with hyphens and both zeros is the form of the exchange files (RULES.md 0.4) and proves
    the day first, unless another cell of the column speaks against it.
    """
    seen: set[Order] = set()
    exchange_form = False
    for cell in cells:
        if not isinstance(cell, str):
            continue
        numbers = dates.split_numeric(cell)
        if numbers is None:
            continue
        first, second, _ = numbers
        if first > 12 >= second:
            seen.add(Order.DAY_FIRST)
        elif second > 12 >= first:
            seen.add(Order.MONTH_FIRST)
        exchange_form = exchange_form or _EXCHANGE.fullmatch(cell.strip()) is not None
    if exchange_form and Order.MONTH_FIRST not in seen:
        seen.add(Order.DAY_FIRST)
    return seen


def decide(columns: Sequence[set[Order]]) -> list[Order]:
    """The order of each date column; one that proves nothing follows the rest of its sheet if that is of one mind."""
    all_seen = set().union(*columns) if columns else set()
    shared = next(iter(all_seen)) if len(all_seen) == 1 else Order.OPEN
    return [next(iter(seen)) if len(seen) == 1 else Order.OPEN if seen else shared for seen in columns]


def read_date(cell: object, order: Order, told: Order = Order.OPEN) -> date | Unread | None:
    """A date of a column whose order is decided; `date.unreadable` or `date.ambiguous` where it cannot be read.

    `told` is the order that a person gave: it settles what the column leaves open, and nothing else.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)):
        return _from_serial(float(cell))
    text = read_text(cell)
    if text is None or not text.strip("0-/. "):
        return None
    numbers = dates.split_numeric(text)
    if numbers is not None:
        return _from_numbers(numbers, order, told)
    if _SERIAL.fullmatch(text):
        return _from_serial(float(text))
    return dates.parse_date(text) or Unread("date.unreadable")


def _from_numbers(numbers: tuple[int, int, int], order: Order, told: Order) -> date | Unread:
    first, second, year = numbers
    if order is Order.OPEN and first != second and first <= 12 and second <= 12:
        if told is Order.OPEN:
            return Unread("date.ambiguous")
        order = told
    month_first = order is Order.MONTH_FIRST if order is not Order.OPEN else second > 12
    day, month = (second, first) if month_first else (first, second)
    try:
        return date(year, month, day)
    except ValueError:
        return Unread("date.unreadable")


def _from_serial(number: float) -> date | Unread:
    if not _SERIALS.start <= number < _SERIALS.stop:
        return Unread("date.unreadable")
    return _EXCEL_EPOCH + timedelta(days=int(number))
