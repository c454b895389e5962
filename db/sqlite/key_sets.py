"""A column among many keys, as SQLite takes them: one value, however many they are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select


def among(column: ColumnElement[Any], keys: Iterable[int] | Iterable[str]) -> ColumnElement[bool]:
    """Whether the column is one of the keys, or names."""
    listed = func.json_each(json.dumps(list(keys))).table_valued("value", name="keys")
    return column.in_(select(listed.c.value))
