"""Whatever a message holds, only words of programs and short numbers come out of `redacted`."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.domain.redaction import GONE, redacted
from smartpns_desktop.services.demo.names import REGIONS

NAMES = sorted({name for region in REGIONS for name in (*region.men, *region.women, *region.clans)})
NIP, NIK = "198503122010011005", "3374051203850002"
FRAMES = ("{}", "invalid value {} in row 3", "'{}'", '"{}"', "[parameters: ('{}', None)]", "KeyError: {}", "x={}!")
SEPARATORS = ("", " ", ".", "-", "  ", "\u00a0", "\u200b", "_", "/", "\n", " . ")


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_a_word_of_programs(name: str) -> None:
    assert redacted(name) == redacted(name.lower()) == redacted(name.upper()) == GONE


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), st.sampled_from(FRAMES), st.sampled_from(SEPARATORS))
def test_names_are_gone(names: list[str], frame: str, separator: str) -> None:
    told = redacted(frame.format((separator or " ").join(names)))
    assert not {name.lower() for name in names} & set(re.findall(r"\w+", told.lower()))
    assert "…" in told


@given(st.sampled_from([NIP, NIK, "081234567890"]), st.sampled_from(FRAMES), st.data())
def test_long_numbers_are_gone_in_any_spelling(number: str, frame: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.sampled_from(SEPARATORS), min_size=len(number), max_size=len(number)))
    spelled = "".join(digit + gap for digit, gap in zip(number, gaps, strict=True))
    left = re.sub(r"\D", "", redacted(frame.format(spelled)).replace("row 3", ""))
    assert len(left) <= 2


@given(st.text())
def test_whatever_comes_in_no_long_run_of_digits_comes_out(text: str) -> None:
    bare = re.sub(r"[\W_]{0,3}", "", redacted(text))
    assert not re.search(r"\d{6}", bare)
    assert redacted(redacted(text)) == redacted(text)


@pytest.mark.parametrize(
    "secret",
    [
        "siti.aminah@kota.go.id",
        "/home/siti/Daftar Pegawai Siti.xlsx",
        r"C:\Users\Siti Aminah\Documents\gaji.xlsx",
        "+62 812-3456-7890",
        "l98503l22OlOOll OO5",
        "１９８５０３１２２０１００１１００５",
        "12 Maret 1985",
        "ꦱꦶꦠꦶ",
    ],
)
def test_addresses_paths_and_odd_spellings_are_gone(secret: str) -> None:
    told = redacted(f"could not open {secret}")
    assert told.startswith("could not open")
    assert not set(re.findall(r"\w{2,}", told)) - {"could", "not", "open", "id", "12", "62"}


@pytest.mark.parametrize(
    "message",
    [
        "'NoneType' object has no attribute 'grade'",
        "list index out of range",
        "invalid literal for int() with base 10: ''",
        "unsupported operand type(s) for +: 'int' and 'str'",
        "QPainter::begin: Painter already active",
        "maximum recursion depth exceeded",
    ],
)
def test_what_programs_say_stays_readable(message: str) -> None:
    assert redacted(message, {"grade"}) == message


def test_a_long_message_is_cut() -> None:
    assert len(redacted("not " * 5000)) < 1000
