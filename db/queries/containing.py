"""When a text of a list has the words that are searched for, in SQL."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, func, select

_ESCAPED = re.compile("[/%_]")
"""Signs that mean something in a pattern of LIKE, and the one that takes the meaning away."""


def words_of(text: str) -> list[str]:
    """The words that are searched for; a NIP may be typed in its groups."""
    words = text.split()
    return ["".join(words)] if len(words) > 1 and "".join(words).isdigit() else words


def contains(text: ColumnElement[Any], word: str) -> ColumnElement[bool]:
    """Whether a text has a word, large and small letters alike."""
    return text.contains(func.lower(_ESCAPED.sub(r"/\g<0>", word)), escape="/")


def keys_in_index(column: Column[str], words: Sequence[str]) -> Select[Any]:
    """Keys found by scanning the column's covering index, which is a fraction of the table."""
    twin = column.table.alias()
    return select(twin.c.id).where(*(contains(twin.c[column.name], word) for word in words))
