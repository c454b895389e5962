"""Where a career leads by the order of levels, where nobody has said otherwise."""

from __future__ import annotations

import re
from itertools import pairwise

from smartpns_desktop.domain.positions import GENERAL

_LADDERS = (
    ("Pemula", "Terampil", "Mahir", "Penyelia"),
    ("Ahli Pertama", "Ahli Muda", "Ahli Madya", "Ahli Utama"),
)
"""Functional levels from the lowest, as names of posts end with them (PermenPANRB 13/2019)."""
_NEXT = {one.lower(): other for ladder in _LADDERS for one, other in pairwise(ladder)}
_ENDING = re.compile(rf"^(?P<stem>.+) (?P<level>{'|'.join(_NEXT)})$", re.IGNORECASE)


def next_level_name(post_name: str) -> str | None:
    """The name of the post one functional level higher; `None` where the name ends with no level, or the last one."""
    match = _ENDING.match(" ".join(post_name.split()))
    return f"{match['stem']} {_NEXT[match['level'].lower()]}" if match else None


def next_managers(kind: str, echelon: str) -> str | None:
    """The first digit of the echelons one managerial level higher; `None` where there is none.

    Pelaksana lead to pengawas (eselon IV), these to administrators (III), those to JPT pratama, madya and utama
    (RULES.md 1.5).
    """
    digit = echelon[:1]
    if digit in ("2", "3", "4", "5") and echelon != "99":
        return str(int(digit) - 1)
    return "4" if kind == GENERAL else None
