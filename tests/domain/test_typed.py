"""What a person typed is understood in every usual spelling, and nothing that is typed breaks the program."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain import typed
from smartpns_desktop.domain.typed import Unread
from smartpns_desktop.words.figures import show_date, show_number, show_rupiah

READERS = (typed.read_date, typed.read_number, typed.read_whole, typed.read_year)
ANY_TEXT = st.one_of(st.text(), st.text("0123456789.,-/ RpjanApr\n\t"), st.characters(categories=("Cs", "Cc")))


@pytest.mark.parametrize(
    "text",
    [
        "17 Apr 1992",
        "17 April 1992",
        "17/4/1992",
        "17-04-1992",
        "17.4.92",
        "17041992",
        "19920417",
        "1992-04-17",
        " 17 \n Apr\t1992\r\n",
        "17\xa0apr\xa01992",
        "Jumat, 17 April 1992",
        "1992-04-17 00:00:00",
    ],
)
def test_a_day_is_understood_in_every_usual_spelling(text: str) -> None:
    assert typed.read_date(text) == date(1992, 4, 17)


def test_the_day_comes_before_the_month() -> None:
    assert typed.read_date("03/08/2026") == date(2026, 8, 3)


@pytest.mark.parametrize("text", ["31/02/2020", "4/17/1992", "17 Abc 1992", "17/4", "17/4/0205", "besok", "1" * 5000])
def test_what_is_no_day_is_told_as_it_was_typed(text: str) -> None:
    assert typed.read_date(text) == Unread("date.unreadable", text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("12", 12),
        ("1.250", 1250),
        ("1.250.000", 1_250_000),
        ("1.250.000,75", 1_250_000.75),
        ("1,250,000.75", 1_250_000.75),
        ("1,250.5", 1250.5),
        ("Rp 1.250.000,-", 1_250_000),
        ("Rp1.250.000,00", 1_250_000),
        ("-Rp1.250", -1250),
        ("20 JP", 20),
        ("3 orang", 3),
        ("−7", -7),
        ("1 250 000", 1_250_000),
        ("\t20\r\n", 20),
    ],
)
def test_a_number_is_understood_in_every_usual_spelling(text: str, number: float) -> None:
    read = typed.read_number(text)
    assert read == number
    assert isinstance(read, int) == float(number).is_integer()


@pytest.mark.parametrize("text", ["1.2.3", "1,2,3", "12,5,", "1e5", "dua", "-", "Rp", "9" * 16, "9" * 10_000])
def test_what_is_no_number_is_told(text: str) -> None:
    assert typed.read_number(text) == Unread("number.unreadable", text)


@pytest.mark.parametrize("text", ["-1", "12,5", "tiga"])
def test_people_and_rupiah_are_whole_and_not_below_nought(text: str) -> None:
    assert typed.read_whole(text) == Unread("value.not_whole", text)


def test_a_year_has_four_digits_and_is_one_of_ours() -> None:
    assert typed.read_year(" 2026 ") == 2026
    for text in ("26", "0205", "2101", "20 26", "dua ribu"):
        read = typed.read_year(text)
        assert isinstance(read, Unread)
        assert (read.code, read.facts) == ("value.out_of_range", {"expected": "1900–2100"})


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", ["", "  ", "\n", "\xa0\t"])
def test_nothing_typed_is_nothing(read: object, text: str) -> None:
    assert callable(read)
    assert read(text) is None


def test_a_cell_pasted_from_a_spreadsheet_becomes_one_line() -> None:
    assert typed.words("Anisa\r\nMaharani\n") == "Anisa Maharani"
    assert typed.one_line("a\tb\x00c\u2028d") == "a b c d"
    assert typed.paragraphs(" satu  \r\ndua\u2028tiga\n\n") == "satu\ndua\ntiga"


@given(ANY_TEXT)
def test_nothing_that_is_typed_raises(text: str) -> None:
    for read in READERS:
        read(text)


@given(ANY_TEXT)
def test_text_can_always_be_kept(text: str) -> None:
    line, lines = typed.words(text), typed.paragraphs(text)
    assert line is None or (line.encode() and len(line.splitlines()) == 1)
    assert lines is None or lines.encode()
    assert typed.words(line or "") == line
    assert typed.paragraphs(lines or "") == lines


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_that_is_shown_reads_the_same(day: date) -> None:
    assert typed.read_date(show_date(day)) == day
    assert typed.read_date(day.isoformat()) == day
    assert typed.read_date(f"{day:%d/%m/%Y}") == typed.read_date(f"{day:%d%m%Y}") == day


@given(st.integers(-(10**14), 10**14), st.integers(0, 3))
def test_a_number_that_is_shown_reads_the_same(digits: int, places: int) -> None:
    number = digits / 10**places
    assert typed.read_number(show_number(number)) == number


@given(st.integers(0, 10**14))
def test_money_that_is_shown_reads_the_same(amount: int) -> None:
    assert typed.read_whole(show_rupiah(amount)) == amount
