"""Religion and marital status as the civil registry and SIASN name them, whatever an office's spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from smartpns_desktop.domain.folding import fold

RELIGIONS = {
    "Islam": r"islam|muslim|moslem|isl",
    "Kristen": r"kristen|kristen protestan|protestan|kr|krist|nasrani|christian",
    "Katolik": r"k[ah]?atholi[ck]|katoli[ck]|khatolik|kristen katoli[ck]|katholik|catholic|rk",
    "Hindu": r"hindu|hindhu|hindu dharma",
    "Buddha": r"budd?h?a|budd?his",
    "Konghucu": r"k(?:h)?ong ?h(?:u|oo) ?(?:c|ch)u|confucius|konfusius",
    "Kepercayaan terhadap Tuhan YME": r"(?:aliran |penghayat )?kepercayaan(?: (?:terhadap|kepada) tuhan.*)?|penghayat",
}
"""The religions of the civil registry (UU 24/2013 art. 64; MK 97/PUU-XIV/2016 for the last), and their spellings."""

MARITAL_STATUSES = {
    "Belum Menikah": r"(?:belum|tidak|blm) (?:menikah|kawin|nikah)|lajang|bujang(?:an)?|gadis|jejaka|tk(?: \d)?|bk|bm",
    "Menikah": r"(?:sudah |telah )?(?:menikah|kawin|nikah)(?: (?:tercatat|belum tercatat))?|k(?: \d)?|m|married",
    "Cerai": r"cerai(?: hidup)?|bercerai|divorced|ch",
    "Janda/Duda": r"janda(?: duda)?|duda(?: janda)?|cerai mati|cerai meninggal|cm|jd|widow(?:er)?",
}
"""SIASN's jenis kawin and their spellings; K/2 and TK/0 are those of the tax forms."""


@lru_cache(maxsize=512)
def religion_of(text: str) -> str | None:
    """The religion that a text names in any spelling, else None."""
    return _named(text, RELIGIONS)


@lru_cache(maxsize=512)
def marital_status_of(text: str) -> str | None:
    """The marital status that a text names in any spelling (Kawin, K/2, Cerai hidup), else None."""
    return _named(text, MARITAL_STATUSES)


def _named(text: str, known: dict[str, str]) -> str | None:
    plain = fold(text).removeprefix("agama ")
    return next((name for name, words in known.items() if re.fullmatch(words, plain) or plain == fold(name)), None)
