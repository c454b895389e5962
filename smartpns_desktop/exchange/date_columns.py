"""Dates of a sheet: the order of day and month is decided for the column as a whole, never per row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from smartpns_desktop.domain import dates
from smartpns_desktop.domain.date_ranges import split_range
from smartpns_desktop.domain.terms import months_told
from smartpns_desktop.exchange.cells import Unread, read_text

_EXCHANGE = re.compile(r"\d\d-\d\d-\d{4}")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_WRITTEN_AS_NUMBER = range(1_01_1900, 9999_99_99)
"""Whole numbers that are a day's digits in a row: 20250312, 12032025, 5032025."""
_EXCEL_EPOCH = date(1899, 12, 30)
_LATER_EPOCH = 1462
"""Days from the one epoch to the other."""
_SERIALS = range(3_000, 80_000)

_MANY = 10
"""Different cells beside which a single one that contradicts them proves nothing."""
_PROVING = 3
"""One in so many different cells proves the month first; of days that a year spreads evenly it is more than a half."""
_LAST_DAYS = frozenset({"until", "valid_until"})
_UP_TO = re.compile(r"(?:berlaku\s+)?(?:s\s*[./]?\s*d\b\.?|sampai(?:\s+dengan)?\b|hingga\b)\s*:?\s*", re.IGNORECASE)
_NO_END = re.compile(
    r"(?:berlaku\s+)?(?:seumur hidup|selama(?:nya|[\s-]lamanya)|seterusnya|(?:tidak|tak) terbatas|"
    r"tanpa batas(?: waktu)?|permanen|lifetime|sekarang|saat ini|kini|present)\.?",
    re.IGNORECASE,
)
"""What stands instead of a last day where none is known."""
_TICKS = frozenset({"v", "x", "√", "✓", "✔", "☑", "hadir", "ada", "ya"})
"""What a list of attendance has below its days."""

Span = tuple[date, date | None]
"""A first day, and a last one where the cell tells two."""


class Order(Enum):
    """Which number of `03/08/2026` is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    OPEN = "open"


def orders_seen(cells: Iterable[object]) -> set[Order]:
    """What the unambiguous cells of a column, each told once, prove about its order; both where it is of two minds.

    `dd-mm-yyyy` with hyphens and both zeros is the form of the exchange files (RULES.md 0.4) and proves
    the day first, unless other cells of the column speak against it. A few cells prove no month first beside many
    that could be either: where every day is the first of a month, 01-13-2005 is a slip of the pen.
    """
    proofs: dict[Order, list[int]] = {order: [] for order in Order}
    exchange_form = False
    parts = (part for cell in cells if isinstance(cell, str) for part in split_range(cell) or (cell,))
    for text in map(bare_last_day, parts):
        numbers = dates.split_numeric(text)
        if numbers is None:
            continue
        first, second, _ = numbers
        if first > 12 >= second:
            proofs[Order.DAY_FIRST].append(first)
        elif second > 12 >= first:
            proofs[Order.MONTH_FIRST].append(first)
        elif first != second:
            proofs[Order.OPEN].append(first)
        exchange_form = exchange_form or _EXCHANGE.fullmatch(text.strip()) is not None
    days, months, either = (proofs[order] for order in (Order.DAY_FIRST, Order.MONTH_FIRST, Order.OPEN))
    if months and not days and set(months + either) == {1} and either:
        # Not all of them were in January: days that are the first of a month, and a slip of the pen.
        return {Order.DAY_FIRST} if exchange_form and len(either) >= _MANY else set()
    return _weighed(len(days), len(months), len(either), exchange_form)


def _weighed(days: int, months: int, either: int, exchange_form: bool) -> set[Order]:
    """What so many cells prove that can only have the day first, only the month, or either; both for two minds."""
    # One cell among many that are of one mind is a slip of the pen, and told as a day that does not exist.
    slip = months == 1 and (days + either if exchange_form else days) >= _MANY
    if not months or slip:
        return {Order.DAY_FIRST} if days or exchange_form else set()
    if days or (exchange_form and months == 1 and either):
        return {Order.DAY_FIRST, Order.MONTH_FIRST}
    if _PROVING * months >= months + either:
        return {Order.MONTH_FIRST}
    return set() if months == 1 else {Order.DAY_FIRST, Order.MONTH_FIRST}


def decide(columns: Sequence[set[Order]]) -> list[Order]:
    """The order of each date column; one that proves nothing follows the rest of its sheet if that is of one mind."""
    all_seen = set().union(*columns) if columns else set()
    shared = next(iter(all_seen)) if len(all_seen) == 1 else Order.OPEN
    return [next(iter(seen)) if len(seen) == 1 else Order.OPEN if seen else shared for seen in columns]


def counted_from_1904(cells: Iterable[object]) -> list[object]:
    """The cells, their numbers as days that are counted from 1900; a workbook of an old Mac counts from 1904."""
    return [float(it) + _LATER_EPOCH if isinstance(it, (int, float)) and it < _SERIALS.stop else it for it in cells]


def years_of(name: str) -> range:
    """What two digits of a year can mean in the column of that field."""
    return dates.BIRTH_YEARS if name == "birth_date" else dates.EVENT_YEARS


def reader_of(name: str) -> Callable[..., date | Unread | None]:
    """How the one day of a cell in the column of that field is read."""
    return read_last_day if tells_last_day(name) else read_date


def tells_last_day(name: str) -> bool:
    """Whether the column of that field tells until when something holds (`read_last_day`)."""
    return name in _LAST_DAYS


def read_last_day(
    cell: object, order: Order, told: Order = Order.OPEN, years: range = dates.EVENT_YEARS
) -> date | Unread | None:
    """As `read_date`, with the words that a last day bears: s.d. 8 Juli 2026; none for Seumur hidup and Sekarang."""
    text = read_text(cell) if isinstance(cell, str) else None
    rest = cell if text is None else bare_last_day(text)
    return None if isinstance(rest, str) and _NO_END.fullmatch(rest) else read_date(rest, order, told, years)


@dataclass(frozen=True, slots=True)
class Term:
    """How many months something holds, counted from a day that stands elsewhere, and the words that say so."""

    months: int
    text: str

    def without_start(self) -> Unread:
        """What is to be told where that day stands nowhere."""
        return Unread("date.unreadable", {"part": "term"})


def read_end(
    cell: object, order: Order, told: Order = Order.OPEN, years: range = dates.EVENT_YEARS, unit: str = ""
) -> date | Span | Term | Unread | None:
    """As `read_last_day`, of a cell that may tell the first day, too, or how long instead; `unit` is that of a bare
    number there."""
    if isinstance(cell, str) and split_range(cell):
        return read_span(cell, order, told, years)
    text = cell if isinstance(cell, str) else f"{cell:g}" if isinstance(cell, float) and cell < _SERIALS.start else ""
    months = months_told(text, unit)
    return Term(months, text) if months else read_last_day(cell, order, told, years)


def bare_last_day(text: str) -> str:
    """A text without the words by which it says that it is a last day: 8 Juli 2026 for s.d. 8 Juli 2026."""
    before = _UP_TO.match(text)
    return text[before.end() :] if before else text


def read_span(
    cell: object, order: Order, told: Order = Order.OPEN, years: range = dates.EVENT_YEARS
) -> Span | Unread | None:
    """The first and the last day of a cell that may tell two, its last day None where it tells one; as `read_date`."""
    ends = split_range(cell) if isinstance(cell, str) else None
    first, last = (read_date(it, order, told, years) for it in ends or (cell, ""))
    if not isinstance(first, date):
        return first
    if isinstance(last, Unread):
        return last
    return (first, last) if last is None or first <= last else Unread("date.unreadable", {"part": "order"})


def read_date(
    cell: object, order: Order, told: Order = Order.OPEN, years: range = dates.EVENT_YEARS
) -> date | Unread | None:
    """A date of a column whose order is decided; `date.unreadable` or `date.ambiguous` where it cannot be read.

    `told` is the order that a person gave: it settles what the column leaves open, and nothing else. `years` are
    those that two digits can mean.
    """
    if isinstance(cell, datetime):
        return _ours(cell.date())
    if isinstance(cell, date):
        return _ours(cell)
    if isinstance(cell, (int, float)):
        # Asked of a float, a range would count through all its numbers.
        if not float(cell).is_integer() or int(cell) not in _WRITTEN_AS_NUMBER:
            return _from_serial(float(cell))
        cell = f"{int(cell):08}"
    text = read_text(cell)
    if text is None or not text.strip("0-/. "):
        return None
    numbers = dates.split_numeric(text, years)
    if numbers is not None:
        return _from_numbers(numbers, order, told)
    if _SERIAL.fullmatch(text):
        return _from_serial(float(text.replace(",", ".")))
    return dates.parse_date(text, years) or _unreadable(text)


def _unreadable(text: str) -> Unread:
    part = "tick" if text.casefold() in _TICKS else "two_days" if split_range(text) else dates.lacking(text)
    return Unread("date.unreadable", {"part": part} if part else {})


def _ours(day: date) -> date | Unread:
    return day if dates.EARLIEST_YEAR <= day.year <= dates.LATEST_YEAR else Unread("date.unreadable")


def _from_numbers(numbers: tuple[int, int, int], order: Order, told: Order) -> date | Unread:
    first, second, year = numbers
    if order is Order.OPEN and first != second and first <= 12 and second <= 12:
        if told is Order.OPEN:
            return Unread("date.ambiguous")
        order = told
    month_first = order is Order.MONTH_FIRST if order is not Order.OPEN else second > 12
    day, month = (second, first) if month_first else (first, second)
    try:
        return _ours(date(year, month, day))
    except ValueError:
        return Unread("date.unreadable", {"part": "calendar"})


def _from_serial(number: float) -> date | Unread:
    if not _SERIALS.start <= number < _SERIALS.stop:
        return Unread("date.unreadable")
    return _EXCEL_EPOCH + timedelta(days=int(number))
