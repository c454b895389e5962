"""Versions: read, compared, written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop import __version__
from smartpns_desktop.domain.versions import Version

NUMBER = st.integers(0, 99_999)


def test_our_own_version_is_one() -> None:
    assert str(Version.read(__version__)) == __version__


@given(st.tuples(NUMBER, NUMBER, NUMBER))
def test_what_is_written_is_read_again(numbers: tuple[int, int, int]) -> None:
    version = Version(*numbers)
    assert Version.read(str(version)) == version


def test_numbers_are_compared_not_letters() -> None:
    assert Version.read("0.9.0") < Version.read("0.10.0") < Version.read("1.0.0")


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", " 1.2.3", "1.2.3\n", "1.2.3-rc1", "-1.2.3", "١.٢.٣", "1.2.999999"],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Version.read(text)
