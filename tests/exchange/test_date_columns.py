"""Date columns: one order for a column, two days of a cell, serials, and what is told instead of invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.dates import BIRTH_YEARS
from smartpns_desktop.exchange.cells import Unread
from smartpns_desktop.exchange.date_columns import (
    Order,
    decide,
    orders_seen,
    read_date,
    read_last_day,
    read_span,
    tells_last_day,
    years_of,
)

A_DAY = date(2025, 3, 12)
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()


@pytest.mark.parametrize(
    "cell",
    [
        datetime(2025, 3, 12, 8, 30), A_DAY, 45728.0, 45728.75, "45728", "45728.75", "45728,75", 20250312.0,
        12032025.0, "20250312", "12032025", "12/03/2025", "12-03-2025", "12.03.2025", "12 03 2025", "12/3/25",
        "12/3/2025 08:00", "2025-03-12", "2025/03/12", "2025.03.12", "2025-03-12 08:30:00", "2025-03-12T08:30:00Z",
        "12 Maret 2025", "12 MARET 2025", "12 Mar 25", "12-Mar-2025", "12 Mar. 2025",
        "Maret 12, 2025", "March 12, 2025", "Mar 12, 2025", "12th March 2025", "12-III-2025", "12/III/2025",
        "12 III 2025", "Rabu, 12 Maret 2025", "Rabu 12 Maret 2025", "Rabu, 12/03/2025", "Rabu/12 Maret 2025",
        "Hari Rabu, 12 Maret 2025", "Wednesday, March 12, 2025", "Tgl. 12 Maret 2025", "Tanggal : 12-03-2025",
        "12 Maret 2025 pukul 08.00 WITA", "12 Maret 2025 (Rabu)", "'12-03-2025", "１２ Maret ２０２５",
        "12\u00a0Maret\u00a02025",
        "12 mar. '25", "Bontang, 12 Maret 2025",
    ],
)  # fmt: skip
def test_one_day_however_it_is_written(cell: object) -> None:
    assert read_date(cell, Order.DAY_FIRST) == A_DAY


@pytest.mark.parametrize(
    ("cell", "part"),
    [
        ("Maret 2025", "day"), ("03-2025", "day"), ("Mar-25", "day"), ("03/2025", "day"), ("2025-03", "day"),
        ("2025", "day_and_month"), ("Tahun 2025", "day_and_month"), ("12 Maret", "year"), ("12/03", "year"),
        ("31/02/2025", "calendar"), ("31 Februari 2025", "calendar"), ("29-02-2025", "calendar"),
        ("2025-02-30", "calendar"), ("10 s.d. 12 Maret 2025", "two_days"),
    ],
)  # fmt: skip
def test_what_is_no_day_says_what_it_lacks(cell: str, part: str) -> None:
    assert read_date(cell, Order.DAY_FIRST) == Unread("date.unreadable", {"part": part})


@pytest.mark.parametrize(
    "cell", ["besok", "12 Foo 2025", 999999.0, 2025.0, 12.5, "12/3/0205", "12-13-14-15", "s.d. 2025"]
)
def test_what_is_no_day_at_all(cell: object) -> None:
    read = read_date(cell, Order.DAY_FIRST)
    assert isinstance(read, Unread)
    assert read.code == "date.unreadable"


@pytest.mark.parametrize("cell", ["", "-", "00-00-0000", "0000-00-00", "  ", "nihil"])
def test_nothing_is_no_day(cell: str) -> None:
    assert read_date(cell, Order.OPEN) is None


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("12/3/45", "birth_date", date(1945, 3, 12)),
        ("12/3/85", "birth_date", date(1985, 3, 12)),
        ("12 Mar 03", "birth_date", date(2003, 3, 12)),
        ("12/3/25", "birth_date", None),
        ("12 Mar 20", "birth_date", None),
        ("12/3/45", "start", date(2045, 3, 12)),
        ("12/3/98", "start", date(1998, 3, 12)),
    ],
)
def test_two_digits_of_a_year_mean_what_the_column_can_mean(text: str, name: str, day: date | None) -> None:
    read = read_date(text, Order.DAY_FIRST, years=years_of(name))
    assert read == day if day else isinstance(read, Unread)


def test_births_are_those_of_people_whom_we_know() -> None:
    assert (BIRTH_YEARS.start, BIRTH_YEARS.stop) == (1930, 2011)


FIRST_DAYS = {f"01-{month:02}-20{month:02}" for month in range(2, 12)}
SLASHED = {it.replace("-", "/") for it in FIRST_DAYS}


@pytest.mark.parametrize(
    ("cells", "seen"),
    [
        (FIRST_DAYS, {Order.DAY_FIRST}),
        (FIRST_DAYS | {"01-13-2020"}, {Order.DAY_FIRST}),
        (SLASHED | {"01/13/2020"}, set()),
        ({"01/04/2012", "01/10/2014", "01/13/2015"}, set()),
        ({"01-04-2012", "02-10-2014", "03-13-2015"}, {Order.DAY_FIRST, Order.MONTH_FIRST}),
        ({"03-14-2015", "02-27-2015", "02-10-2014"}, {Order.MONTH_FIRST}),
        ({f"{day}/03/2020" for day in range(13, 25)} | {"03/13/2020"}, {Order.DAY_FIRST}),
        ({"13/03/2020", "03/13/2020"}, {Order.DAY_FIRST, Order.MONTH_FIRST}),
        ({"02/14/2020", *(f"0{month}/05/2020" for month in (1, 2, 3, 4))}, set()),
        ({"02/14/2020", "03/15/2020", *(f"0{month}/05/202{year}" for month in (1, 2, 3) for year in (0, 1))},
         {Order.DAY_FIRST, Order.MONTH_FIRST}),
    ],
)  # fmt: skip
def test_few_cells_prove_nothing_beside_many(cells: set[str], seen: set[Order]) -> None:
    assert orders_seen(cells) == seen


@pytest.mark.parametrize("cell", ["Seumur hidup", "s.d. sekarang", "Berlaku selamanya", "saat ini", "-", "", "S/D -"])
def test_a_last_day_may_be_none(cell: str) -> None:
    assert read_last_day(cell, Order.OPEN) is None


@pytest.mark.parametrize("cell", ["s.d. 12 Maret 2025", "S/D 12-03-2025", "hingga 12 Mar 2025", A_DAY, "12/03/2025"])
def test_a_last_day_may_say_that_it_is_one(cell: object) -> None:
    assert tells_last_day("valid_until")
    assert not tells_last_day("start")
    assert read_last_day(cell, Order.DAY_FIRST) == A_DAY


def test_an_order_is_the_columns_and_never_a_rows() -> None:
    open_ones = {"03/08/2026", "04/05/2026", "07/07/2026"}
    assert orders_seen(open_ones) == set()
    assert orders_seen(open_ones | {"25/04/2026"}) == {Order.DAY_FIRST}
    assert orders_seen(open_ones | {"04/25/2026"}) == {Order.MONTH_FIRST}
    assert orders_seen({"10/03/2026 - 25/03/2026"}) == {Order.DAY_FIRST}
    both = orders_seen({"25/04/2026", "04/25/2026"})
    assert decide([both, set()]) == [Order.OPEN, Order.OPEN]
    read = read_date("03/08/2026", Order.OPEN)
    assert isinstance(read, Unread)
    assert read.code == "date.ambiguous"
    assert read_date("03/08/2026", Order.OPEN, Order.MONTH_FIRST) == date(2026, 3, 8)


@pytest.mark.parametrize(
    ("cell", "span"),
    [
        ("10 s.d. 12 Maret 2025", (date(2025, 3, 10), A_DAY)),
        ("10/03/2025 - 12/03/2025", (date(2025, 3, 10), A_DAY)),
        ("12 Maret 2025", (A_DAY, None)),
        (A_DAY, (A_DAY, None)),
        ("", None),
        ("12/03/2025 - 10/03/2025", Unread("date.unreadable", {"part": "order"})),
        ("10/03/2025 - 32/03/2025", Unread("date.unreadable", {"part": "calendar"})),
        ("Maret 2025", Unread("date.unreadable", {"part": "day"})),
    ],
)
def test_a_cell_may_tell_the_first_and_the_last_day(cell: object, span: object) -> None:
    assert read_span(cell, Order.DAY_FIRST) == span


def test_an_open_range_is_asked_about_too() -> None:
    assert read_span("03/08/2026 - 05/08/2026", Order.OPEN) == Unread("date.ambiguous")


STYLES: tuple[Callable[[date], object], ...] = (
    lambda it: f"{it.day} {MONTHS[it.month - 1]} {it.year}",
    lambda it: f"{it.day:02} {MONTHS[it.month - 1][:3].upper()} {it.year}",
    lambda it: f"{it.day:02}-{MONTHS[it.month - 1][:3]}-{it.year}",
    lambda it: f"{it.day}-{ROMAN[it.month - 1]}-{it.year}",
    lambda it: f"{it:%d/%m/%Y}",
    lambda it: f"{it:%d.%m.%Y}",
    lambda it: f"{it:%d-%m-%Y}",
    lambda it: f"{it.day}/{it.month}/{it.year}",
    lambda it: f"{it:%Y%m%d}",
    lambda it: f"{it:%d%m%Y}",
    lambda it: it.isoformat(),
    lambda it: f"{it.isoformat()} 00:00:00",
    lambda it: f"{it:%Y/%m/%d}",
    lambda it: f"{MONTHS[it.month - 1]} {it.day}, {it.year}",
    lambda it: f"Senin, {it.day} {MONTHS[it.month - 1]} {it.year}",
    lambda it: float((it - date(1899, 12, 30)).days) + 0.25,
    lambda it: str((it - date(1899, 12, 30)).days),
    lambda it: float(f"{it:%Y%m%d}"),
    lambda it: float(f"{it:%d%m%Y}"),
    lambda it: it,
)


@given(st.dates(date(1930, 1, 1), date(2049, 12, 31)), st.sampled_from(STYLES))
def test_any_day_in_any_style_reads_back(day: date, style: Callable[[date], object]) -> None:
    assert read_date(style(day), Order.DAY_FIRST) == day


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_two_digits_of_a_year_read_back(day: date) -> None:
    assert read_date(f"{day:%d/%m/%y}", Order.DAY_FIRST) == day
    assert read_date(f"{day:%m/%d/%y}", Order.MONTH_FIRST) == day


@given(st.one_of(st.text(), st.floats(), st.integers(), st.datetimes(), st.text("0123456789/-. sd JanuariMt")))
def test_any_cell_is_a_day_or_told(cell: object) -> None:
    for order in Order:
        read = read_span(cell, order)
        assert read is None or isinstance(read, (tuple, Unread))
        assert not isinstance(read, tuple) or read[1] is None or read[0] <= read[1] < read[0] + timedelta(days=80_000)
