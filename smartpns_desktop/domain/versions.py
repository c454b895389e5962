"""Versions of the program, three numbers that can be compared."""

from __future__ import annotations

import re
from typing import NamedTuple

_FORM = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})", re.ASCII)


class Version(NamedTuple):
    """A version by Semantic Versioning, without forerunners: a change that breaks, one that adds, one that mends."""

    major: int
    minor: int
    patch: int

    @classmethod
    def read(cls, text: str) -> Version:
        """The version that a text such as "1.2.3" names. Raises ValueError for any other text."""
        found = _FORM.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return cls(*map(int, found.groups()))

    def __str__(self) -> str:
        return ".".join(map(str, self))
