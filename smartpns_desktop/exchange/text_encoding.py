"""How the letters of a text file are coded: by its mark, by where its zeros stand, by what its bytes can be."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LOOKED = 4096
_MANY = 0.4


def encoding_of(head: bytes, pieces: Iterable[bytes]) -> str:
    """By the byte order mark, else UTF-16 by its zeros, else UTF-8 where all the pieces are, else Windows-1252."""
    return sure_encoding(head) or ("utf-8" if is_utf_8(pieces) else "cp1252")


def sure_encoding(head: bytes) -> str | None:
    """What a text's first bytes say beyond doubt; `None` where they say nothing.

    In UTF-16 without a mark every other byte of Latin letters is zero, the others almost never.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    looked = head[: min(len(head), _LOOKED) // 2 * 2]
    first, second = looked[::2].count(0), looked[1::2].count(0)
    enough = max(1.0, _MANY * len(looked) / 2)
    if second >= enough and first * 20 <= second:
        return "utf-16-le"
    return "utf-16-be" if first >= enough and second * 20 <= first else None


def is_utf_8(pieces: Iterable[bytes]) -> bool:
    """Whether the pieces together are sound UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in pieces:
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def decoded_head(head: bytes) -> str | None:
    """The beginning of a text to be looked at; `None` where it is binary: zeros or many control characters."""
    encoding = sure_encoding(head)
    text = head.decode(encoding or "utf-8", "replace")
    controls = sum(map(_CONTROLS.__contains__, text[:_LOOKED]))
    return None if "\0" in text or controls * 50 > len(text[:_LOOKED]) else text


def pieces_of(content: bytes, size: int = 1024 * 1024) -> Iterator[bytes]:
    """The bytes in pieces."""
    for at in range(0, len(content), size):
        yield content[at : at + size]


_CONTROLS = frozenset(map(chr, range(32))) - set("\t\n\v\f\r\x1a\x1b")
