"""One key for all spellings of a name, of people and of things."""

from __future__ import annotations

import unicodedata

_NOTHING = dict.fromkeys(map(ord, "'`´‘’‛ʼ′\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_FOLDED: dict[int, str | None] = {
    **dict.fromkeys(map(ord, '.,;:/\\|()[]{}<>"“”„«»-‐‑‒–—−_*·•'), " "),
    **_NOTHING,
    ord("&"): " dan ",
}


def fold(text: str) -> str:
    """A key that is equal for spellings of one name: case, punctuation, spacing, accents' encoding and "&".

    Apostrophes vanish (Jum'at, Jumat); other punctuation separates words (Kec.Bontang, Kec. Bontang).
    """
    if not text.isascii():
        bare = unicodedata.normalize("NFKC", text).casefold().translate(_NOTHING)
        text = unicodedata.normalize("NFKC", bare)
    return " ".join(text.casefold().translate(_FOLDED).split())
