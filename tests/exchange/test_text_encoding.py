"""Texts are read in the letters in which they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartpns_desktop.exchange.text_encoding import decoded_head, encoding_of, is_utf_8

TEXT = "NIP;Nama\r\n197209182004122001;Kasiyah Permadi\r\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        ("Café – Ñ".encode("cp1252"), "cp1252"),
        ("Café – Ñ".encode(), "utf-8"),
        (b"", "utf-8"),
    ],
)
def test_encodings_are_found_out(content: bytes, encoding: str) -> None:
    assert encoding_of(content, [content]) == encoding


@given(st.text(), st.integers(1, 5))
def test_utf_8_may_be_cut_anywhere(text: str, size: int) -> None:
    content = text.encode()
    assert is_utf_8(content[at : at + size] for at in range(0, len(content), size))


def test_half_a_letter_is_no_utf_8() -> None:
    assert not is_utf_8(["é".encode()[:1]])


@pytest.mark.parametrize("content", [b"NIP\0\0\0", bytes(40), b"\x01\x02\x03NIP", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_what_is_no_text(content: bytes) -> None:
    assert decoded_head(content) is None
